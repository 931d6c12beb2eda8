import { normalCdf, sumOf } from "@likewise/stats";
import { midRanks } from "./mid-ranks.ts";
import { requireGamma } from "./require-gamma.ts";
import type { RosenbaumBound } from "./rosenbaum-events.ts";

/**
 * Rosenbaum bound of matched pairs with numbers as outcomes: the largest one-sided p-value of Wilcoxon's signed ranks, if
 * the two of a pair could differ up to `gamma` times in their odds of being treated. Normal approximation without
 * continuity correction, mid-ranks for ties.
 *
 * @param differences treated minus comparison, one per pair
 * @param gamma       factor on the odds of treatment, >= 1; 1 is the plain test
 * @param alternative `greater` when the treated are thought to have more
 * @param zeros       `dropped` before ranking (default), or `ranked` and then given no weight, as in older tables
 * @returns p-value 1 when no pair differs
 * @throws RangeError when gamma is below 1 or not finite
 * @source Rosenbaum (2002), Observational Studies, section 4.3.3
 * @example
 * rosenbaumSignedRank([1, 2, -3], 1, "greater").pUpper; // 0.5
 */
export function rosenbaumSignedRank(
  differences: ArrayLike<number>,
  gamma: number,
  alternative: "greater" | "less",
  zeros: "dropped" | "ranked" = "dropped",
): RosenbaumBound {
  requireGamma("rosenbaumSignedRank", gamma);
  return signedRankBound(differences, alternative, zeros)(gamma);
}

/** The same as a function of gamma, with the pairs ranked once. */
export function signedRankBound(
  differences: ArrayLike<number>,
  alternative: "greater" | "less",
  zeros: "dropped" | "ranked" = "dropped",
): (gamma: number) => RosenbaumBound {
  const sign = alternative === "greater" ? 1 : -1;
  const signed = Float64Array.from(differences, (difference) => sign * difference);
  const kept = zeros === "dropped" ? signed.filter((difference) => difference !== 0) : signed;
  const ranks = midRanks(kept.map(Math.abs));
  const ofDiffering = (place: number) => (kept[place] === 0 ? 0 : ranks[place]!);
  const statistic = sumOf(kept.length, (place) => (kept[place]! > 0 ? ranks[place]! : 0));
  const total = sumOf(kept.length, ofDiffering);
  const squares = sumOf(kept.length, (place) => ofDiffering(place) ** 2);
  return (gamma) => {
    if (squares === 0) return { pUpper: 1, exact: true };
    const share = gamma / (1 + gamma);
    const deviate = (statistic - share * total) / Math.sqrt(share * (1 - share) * squares);
    return { pUpper: normalCdf(deviate, { upper: true }), exact: false };
  };
}
