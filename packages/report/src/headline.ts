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

/** The grade of an estimate on a scale. */
export function gradeOf(comparison: Comparison, estimate: string, scale: Grade["scale"]): Grade | null {
  return comparison.evidence.find((grade) => grade.scale === scale && grade.estimates.includes(estimate)) ?? null;
}

/** The short sentence that titles a claim's charts. */
export function headlineText(claim: Claim | null): string | null {
  return claim?.can[0]?.text ?? null;
}

/** What an outcome is called in the plan. */
export function outcomeLabel(results: Results, outcome: string): string {
  return results.study.outcomes.find((declared) => declared.id === outcome)?.label ?? outcome;
}
