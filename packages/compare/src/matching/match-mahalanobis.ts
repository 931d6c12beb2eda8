import type { Covariate } from "../covariates/covariate.ts";
import { greedySets, usualTies } from "./greedy-sets.ts";
import { type MahalanobisKind, mahalanobisSpace } from "./mahalanobis-space.ts";
import { setsOf } from "./match-nearest.ts";
import type { MatchedSet } from "./matched-sets.ts";
import { type NearestProblem, type PairOptions, pairProblem } from "./nearest-problem.ts";

export interface MahalanobisOptions extends Omit<PairOptions, "order"> {
  /** Of the covariates as they are (default), or of their ranks. */
  readonly kind?: MahalanobisKind;
  /** Largest distance allowed, inclusive; null for none. */
  readonly caliper?: number | null;
  /** Who chooses first: the order of rows (default), the closest pair, or a seeded draw. */
  readonly order?: "data" | "closest" | "random";
}

/**
 * Nearest-neighbour matching by Mahalanobis distance: each treated person in turn takes the comparison person nearest in all
 * covariates together. Distances equal but for rounding go to the first row.
 *
 * @param covariates length n each, nothing missing
 * @param treated    1 = treated, 0 = comparison, length n
 * @returns sets by row (from 0), one treated person in each; null when no covariate varies, or some combination of them
 *          differs between the arms and never within one, so that no distance can be had
 * @throws RangeError when an option is out of range
 * @source Rubin (1980), doi:10.2307/2529981; ranks: Rosenbaum (2010), Design of Observational Studies, section 8.3
 * @example
 * const age = { kind: "number", name: "age", values: Float64Array.of(20, 50, 48, 24) };
 * matchMahalanobis([age], [1, 1, 0, 0]); // [{ treated: [0], comparison: [3] }, { treated: [1], comparison: [2] }]
 */
export function matchMahalanobis(
  covariates: readonly Covariate[],
  treated: ArrayLike<number>,
  { kind = "values", caliper = null, order = "data", ...options }: MahalanobisOptions = {},
): MatchedSet[] | null {
  if (caliper !== null && !(caliper > 0)) {
    throw new RangeError(`matchMahalanobis: caliper must be > 0 (Mahalanobis distance), got ${caliper}`);
  }
  const pairs = pairProblem("matchMahalanobis", treated, { ...options, order });
  const space = mahalanobisSpace(covariates, pairs.treated, kind);
  if (space === null) return null;
  const near = { kind: "space", space, caliperWidth: caliper ?? Number.POSITIVE_INFINITY } as const;
  const problem: NearestProblem = { ...pairs, scores: null, near };
  return setsOf(greedySets(problem, usualTies(problem)), problem.ratio);
}
