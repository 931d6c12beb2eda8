import type { ComparedOutcome } from "@likewise/compare";
import { appraiseComparison, emmieOf, gradeComparison, gradeTargetTrial, makeClaims } from "@likewise/evidence";
import type { Comparison, Coverage, Facts, FunnelStep, Outcome } from "@likewise/schema";

/** What decides how far a comparison can be believed, besides its own numbers. */
export interface EvidenceInput {
  readonly facts: Facts;
  /** Outcomes of a plan; a column of a table declares no basis and no reporter, and rules that ask for them see none. */
  readonly outcomes: readonly (Outcome | ComparedOutcome)[];
  /** Who was referred, and who is missing: of a study, not of a single table. */
  readonly funnel?: readonly FunnelStep[];
  readonly coverage?: readonly Coverage[];
  /** What the plan says and its own tables say otherwise, in words. */
  readonly contradictions?: readonly string[];
  /** What EMMIE asks beside the comparison, where the plan asks for EMMIE. */
  readonly emmie?: Omit<Parameters<typeof emmieOf>[0], "comparison"> | undefined;
}

/** A comparison with its grades on both scales, what stands beside them, and the claims they allow. */
export function withEvidence(comparison: Comparison, input: EvidenceInput): Comparison {
  const { facts, funnel = [], coverage = [], contradictions = [], emmie } = input;
  const outcomes = input.outcomes as readonly Outcome[];
  const grades = gradeComparison({ comparison, facts, outcomes, coverage, contradictions });
  const graded = {
    ...gradeTargetTrial(comparison, facts),
    evidence: grades,
    appraisal: appraiseComparison({ comparison, facts, outcomes, coverage }),
    ...(emmie === undefined ? {} : { emmie: emmieOf({ comparison, ...emmie }) }),
  };
  return { ...graded, claims: makeClaims({ comparison: graded, grades, outcomes, context: { funnel, coverage } }) };
}
