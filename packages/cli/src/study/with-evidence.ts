import type { ComparedOutcome } from "@likewise/compare";
import {
  appraiseComparison,
  emmieOf,
  findGuards,
  type GuardInput,
  gradeComparison,
  gradeTargetTrial,
  makeClaims,
  seenInData,
} from "@likewise/evidence";
import type { Comparison, Coverage, Facts, FunnelStep, GuardFinding, Interim, Outcome } from "@likewise/schema";

/** What decides how far a comparison can be believed, besides its own numbers. */
export interface EvidenceInput {
  readonly facts: Facts;
  /** Outcomes of a plan; a column of a table declares no basis and no reporter, and rules that ask for them see none. */
  readonly outcomes: readonly (Outcome | ComparedOutcome)[];
  /** Who was referred, and who is missing: of a study, not of a single table. */
  readonly funnel?: readonly FunnelStep[];
  readonly coverage?: readonly Coverage[];
  /** Which of several planned looks this is. */
  readonly interim?: Interim | null;
  /** What the plan says and its own tables say otherwise, in words. */
  readonly contradictions?: readonly string[];
  /** What EMMIE asks beside the comparison, where the plan asks for EMMIE. */
  readonly emmie?: Omit<Parameters<typeof emmieOf>[0], "comparison"> | undefined;
  /** What guards look at beside the comparison: of a study, not of a single table. */
  readonly study?: Pick<GuardInput, "checks" | "tables" | "frozen" | "brings"> & {
    /** Whom the plan asks to be analysed. */
    readonly analysisSet?: Comparison["design"]["analysisSet"];
  };
}

/**
 * A comparison with its grades on both scales, what stands beside them, and the claims they allow; and what guards found
 * in it. It is graded as the data show it, and keeps the design its plan declares.
 */
export function withEvidence(
  comparison: Comparison,
  input: EvidenceInput,
): { readonly comparison: Comparison; readonly findings: readonly GuardFinding[] } {
  const { funnel = [], coverage = [], interim = null, emmie, study = ofOneTable } = input;
  const outcomes = input.outcomes as readonly Outcome[];
  const shown = seenInData(comparison, input.facts, study.checks, study.analysisSet);
  const { facts } = shown;
  const contradictions = [...(input.contradictions ?? []), ...shown.contradictions];
  const grades = gradeComparison({ comparison: shown.comparison, facts, outcomes, coverage, contradictions });
  const appraisal = appraiseComparison({ comparison: shown.comparison, facts, outcomes, coverage });
  const graded = {
    ...gradeTargetTrial(comparison, facts),
    evidence: grades,
    appraisal,
    ...(emmie === undefined ? {} : { emmie: emmieOf({ comparison, ...emmie }) }),
  };
  const findings = findGuards({
    ...study,
    comparison: { ...graded, design: shown.comparison.design },
    facts,
    outcomes,
    seen: shown.seen,
    coverage,
  });
  const claims = makeClaims({ comparison: graded, grades, outcomes, findings, context: { funnel, coverage, interim } });
  return { comparison: { ...graded, claims }, findings };
}

const ofOneTable: NonNullable<EvidenceInput["study"]> = {
  checks: [],
  tables: [],
  frozen: null,
  brings: new Set<string>(),
};
