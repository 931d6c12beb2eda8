import type { Claim, Comparison, Estimate, Grade, Results } from "@likewise/schema";

/** The comparison a study leads with: the first that the plan marked, which the command puts first. */
export function headlineComparison(results: Results): Comparison | null {
  return results.comparisons[0] ?? null;
}

/** The claim a study leads with: of the outcome the plan calls primary, else of the first. */
export function headlineClaim(results: Results): Claim | null {
  const claims = headlineComparison(results)?.claims ?? [];
  const primary = results.study.outcomes.find((outcome) => outcome.primary)?.id;
  return claims.find((claim) => claim.outcome === primary) ?? claims[0] ?? null;
}

/** The estimate that decides an outcome, of everyone and not of a subgroup. */
export function primaryEstimate(comparison: Comparison, outcome: string): Estimate | null {
  return (
    comparison.estimates.find(
      (estimate) => estimate.primary && estimate.outcome === outcome && estimate.subgroup === null,
    ) ?? null
  );
}

/**
 * The grade a claim rests on, on one scale: of its estimate or, where nobody was compared with anybody and there is no
 * estimate, of the design alone.
 */
export function gradeOf(comparison: Comparison | null, claim: Claim | null, scale: Grade["scale"]): Grade | null {
  if (comparison === null || claim === null) return null;
  const { estimate } = claim;
  const isOfClaim = ({ estimates }: Grade) =>
    estimate === null ? estimates.length === 0 : estimates.includes(estimate);
  return comparison.evidence.find((grade) => grade.scale === scale && isOfClaim(grade)) ?? null;
}

/** The short sentence that titles a claim's charts. */
export function headlineText(claim: Claim | null): string | null {
  return claim?.can[0]?.text ?? null;
}

/** What an outcome is called in the plan. */
export function outcomeLabel(results: Results, outcome: string): string {
  return results.study.outcomes.find((declared) => declared.id === outcome)?.label ?? outcome;
}
