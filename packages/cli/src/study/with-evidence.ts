import type { ComparedOutcome } from "@likewise/compare";
import { gradeComparison, gradeTargetTrial, makeClaims } from "@likewise/evidence";
import type { Comparison, Coverage, Facts, FunnelStep, Outcome } from "@likewise/schema";

/** What decides how far a comparison can be believed, besides its own numbers. */
export interface EvidenceInput {
  readonly facts: Facts;
  /** Outcomes of a plan; a column of a table declares no basis and no reporter, and rules that ask for them see none. */
  readonly outcomes: readonly (Outcome | ComparedOutcome)[];
  /** Who was referred, and who is missing: of a study, not of a single table. */
  readonly funnel?: readonly FunnelStep[];
  readonly coverage?: readonly Coverage[];
}

/** A comparison with its grades on both scales and the claims they allow. */
export function withEvidence(comparison: Comparison, input: EvidenceInput): Comparison {
  const { facts, funnel = [], coverage = [] } = input;
  const outcomes = input.outcomes as readonly Outcome[];
  const grades = gradeComparison({ comparison, facts, outcomes, coverage });
  const graded = { ...gradeTargetTrial(comparison, facts), evidence: grades };
  return { ...graded, claims: makeClaims({ comparison: graded, grades, outcomes, context: { funnel, coverage } }) };
}
