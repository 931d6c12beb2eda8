import { type Balance, exact } from "@likewise/schema";

/**
 * How far apart the arms are on one covariate: its largest absolute standardised difference over its levels.
 *
 * A level whose difference has no finite standardised value (it does not vary in an arm) says nothing either way; a
 * covariate is judged by its other levels, and is null, not assessable, when none is left.
 *
 * @param summaries one for each level of the covariate, or a single one
 */
export function covariateDistance(summaries: readonly Balance["before"][]): number | null {
  const known = summaries.map(distance).filter((by) => by !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function distance({ standardisedMeanDifference, treated, comparison }: Balance["before"]): number | null {
  if (standardisedMeanDifference === null) return exact(treated) === exact(comparison) ? 0 : null;
  const by = Math.abs(exact(standardisedMeanDifference));
  return Number.isFinite(by) ? by : null;
}
