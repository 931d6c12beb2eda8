import { normalCdf, sumOf } from "@likewise/stats";
import { midRanks } from "./mid-ranks.ts";
import { requireGamma } from "./require-gamma.ts";
import type { RosenbaumBound } from "./rosenbaum-events.ts";

/** Outcomes of one matched set with one treated or one comparison person. */
export interface OutcomeSet {
  readonly treated: readonly number[];
  readonly comparison: readonly number[];
}

/**
 * Rosenbaum bound of matched sets of one to several: the largest one-sided p-value of the aligned rank test, if people who
 * look alike could differ up to `gamma` times in their odds of being treated. Outcomes less their set's mean are ranked over
 * all sets; in each set the unmeasured difference that makes the sum of treated ranks largest is found (and, of those, the
 * one that makes it most variable), which is right for many sets.
 *
 * @param sets        of one treated person with several comparisons, or the reverse
 * @param gamma       factor on the odds of treatment, >= 1; 1 is the plain test
 * @param alternative `greater` when the treated are thought to have more
 * @returns p-value 1 when nobody differs from others of the set
 * @throws RangeError when gamma is below 1 or not finite, or a set has several people in both arms
 * @source Hodges and Lehmann (1962); Gastwirth, Krieger and Rosenbaum (2000), doi:10.1111/1467-9868.00249
 * @example
 * rosenbaumAlignedRank([{ treated: [3], comparison: [1, 2] }, { treated: [1], comparison: [3, 2] }], 1, "greater").pUpper; // 0.5
 */
export function rosenbaumAlignedRank(
  sets: readonly OutcomeSet[],
  gamma: number,
  alternative: "greater" | "less",
): RosenbaumBound {
  requireGamma("rosenbaumAlignedRank", gamma);
  return alignedRankBound(sets, alternative)(gamma);
}

/** The same as a function of gamma, with people ranked once. */
export function alignedRankBound(
  sets: readonly OutcomeSet[],
  alternative: "greater" | "less",
): (gamma: number) => RosenbaumBound {
  const scored = alone(sets, alternative === "greater" ? 1 : -1);
  const statistic = sumOf(scored.length, (place) => scored[place]!.seen);
  return (gamma) => {
    const moments = scored.map(({ ascending }) => worstMoments(ascending, gamma));
    const variance = sumOf(moments.length, (place) => moments[place]![1]);
    if (variance === 0) return { pUpper: 1, exact: true };
    const mean = sumOf(moments.length, (place) => moments[place]![0]);
    return { pUpper: normalCdf((statistic - mean) / Math.sqrt(variance), { upper: true }), exact: false };
  };
}

interface ScoredSet {
  /** Score of the person who is alone in an arm. */
  readonly seen: number;
  readonly ascending: Float64Array;
}

/**
 * In each set the person alone in an arm is one drawn from it. Ranks of several treated people add up to the set's less
 * that of the one comparison person, whose rank then counts the other way.
 */
function alone(sets: readonly OutcomeSet[], sign: 1 | -1): ScoredSet[] {
  const sizes = sets.map(({ treated, comparison }) => Math.max(...[...treated, ...comparison].map(Math.abs)));
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0) || 1;
  const aligned = sets.flatMap(({ treated, comparison }) => {
    if (treated.length !== 1 && comparison.length !== 1) {
      throw new RangeError(
        `rosenbaumAlignedRank: a set must have one person in an arm, got ${treated.length} and ${comparison.length}`,
      );
    }
    const all = [...treated, ...comparison];
    const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
    // Thirds and the like come out a bit apart; to twelve digits of the largest outcome they are ties again.
    return all.map((value) => Math.round((sign * (value - mean) * 1e12) / largest));
  });
  const ranks = midRanks(Float64Array.from(aligned));
  let start = 0;
  return sets.map(({ treated, comparison }) => {
    const own = ranks.subarray(start, start + treated.length + comparison.length);
    start += own.length;
    const flipped = treated.length === 1 ? 1 : -1;
    const scores = own.map((rank) => flipped * rank);
    return { seen: scores[treated.length === 1 ? 0 : scores.length - 1]!, ascending: scores.sort() };
  });
}

/** Mean and variance of one draw, those of the highest scores being gamma times as likely, at the worst cut. */
function worstMoments(ascending: Float64Array, gamma: number): [mean: number, variance: number] {
  let worst: [number, number] = [Number.NEGATIVE_INFINITY, 0];
  const people = ascending.length;
  for (let below = 1; below < people; below++) {
    const weightOf = (place: number) => (place < below ? 1 : gamma);
    const weight = below + gamma * (people - below);
    const mean = ascending.reduce((sum, score, place) => sum + weightOf(place) * score, 0) / weight;
    const variance = ascending.reduce((sum, score, place) => sum + weightOf(place) * (score - mean) ** 2, 0) / weight;
    const alike = Math.abs(mean - worst[0]) <= 1e-12 * Math.abs(mean);
    if (alike ? variance > worst[1] : mean > worst[0]) worst = [mean, variance];
  }
  return worst;
}
