import { sampleStandardDeviation } from "@likewise/stats";
import { type GreedyProblem, greedySets } from "./greedy-sets.ts";
import { jointStrata } from "./joint-strata.ts";
import type { MatchedSet } from "./matched-sets.ts";
import { type MatchingOrder, matchingOrders } from "./matching-order.ts";
import { scoreLine } from "./score-line.ts";

export interface NearestOptions {
  /** Largest distance allowed, in standard deviations of the score over all rows (n − 1), inclusive; null for none. */
  readonly caliperSd?: number | null;
  /** Comparison people for each treated person, at most; default 1. */
  readonly ratio?: number;
  /** Who chooses first; default "largest". */
  readonly order?: MatchingOrder;
  /** Columns that must be equal inside a set, each coded as whole numbers from 0, length n; default none. */
  readonly exact?: readonly ArrayLike<number>[];
  /** Of the order "random"; default 1. */
  readonly seed?: number | string;
}

export interface NearestMatch {
  readonly kind: "likewise/matched-sets";
  readonly method: "nearest";
  readonly options: { readonly caliperSd: number | null; readonly ratio: number; readonly order: MatchingOrder };
  /** The caliper in units of the score; null for none. */
  readonly caliperWidth: number | null;
  /** One per treated person with a comparison, in row order. */
  readonly sets: readonly MatchedSet[];
}

/**
 * Nearest-neighbour matching on a score, without replacement: each treated person in turn takes the free comparison
 * person whose score is nearest.
 *
 * It takes no outcome and cannot see one. With a ratio of k nobody gets a second comparison before every treated person
 * has chosen a first. Equal distances go to the comparison fewest places away in ascending order of all scores, then to
 * the lower side; equal scores stand, and choose, in the order of rows. Give the rows in natural order of their ids and
 * the result does not depend on the order of rows in any file.
 *
 * @param scores  distance measure, length n, any unit: a probability, or its logit
 * @param treated 1 = treated, 0 = comparison, length n
 * @returns sets by row (from 0), one treated person in each; treated people without a comparison are in no set
 * @throws RangeError when lengths differ, a score is not finite, or an option is out of range
 * @source Stuart (2010), doi:10.1214/09-STS313, section 3; Rosenbaum and Rubin (1985), doi:10.1080/00031305.1985.10479383
 * @example
 * matchNearest([0.8, 0.5, 0.45, 0.79], [1, 1, 0, 0]).sets[0]; // { treated: [0], comparison: [3] }
 */
export function matchNearest(
  scores: ArrayLike<number>,
  treated: ArrayLike<number>,
  options: NearestOptions = {},
): NearestMatch {
  const problem = nearestProblem(scores, treated, options);
  const chosen = greedySets(problem, scoreLine(problem.scores));
  return {
    kind: "likewise/matched-sets",
    method: "nearest",
    options: { caliperSd: options.caliperSd ?? null, ratio: problem.ratio, order: problem.order },
    caliperWidth: problem.caliperWidth === Number.POSITIVE_INFINITY ? null : problem.caliperWidth,
    sets: setsOf(chosen, problem.ratio),
  };
}

/** Checks the arguments of `matchNearest` and puts them in the form the greedy search works on. */
export function nearestProblem(
  scores: ArrayLike<number>,
  treated: ArrayLike<number>,
  { caliperSd = null, ratio = 1, order = "largest", exact = [], seed = 1 }: NearestOptions,
): GreedyProblem {
  if (treated.length !== scores.length) {
    throw new RangeError(
      `matchNearest: treated must have one entry per score (${scores.length}), got ${treated.length}`,
    );
  }
  for (let row = 0; row < scores.length; row++) {
    if (!Number.isFinite(scores[row])) throw new RangeError(`matchNearest: scores must be finite, row ${row} is not`);
    if (treated[row] !== 0 && treated[row] !== 1) {
      throw new RangeError(`matchNearest: treated must be 0 or 1, row ${row} is neither`);
    }
  }
  if (caliperSd !== null && !(caliperSd > 0 && Number.isFinite(caliperSd))) {
    throw new RangeError(`matchNearest: caliperSd must be > 0 (standard deviations of the score), got ${caliperSd}`);
  }
  if (!(Number.isInteger(ratio) && ratio >= 1)) {
    throw new RangeError(`matchNearest: ratio must be a whole number >= 1 (comparisons per treated), got ${ratio}`);
  }
  if (!matchingOrders.includes(order)) {
    throw new RangeError(`matchNearest: order must be one of ${matchingOrders.join(", ")}, got ${order}`);
  }
  const values = Float64Array.from(scores);
  const { strata, numStrata } = jointStrata(exact, values.length);
  return {
    scores: values,
    treated: Uint8Array.from(treated),
    strata,
    numStrata,
    caliperWidth: caliperSd === null ? Number.POSITIVE_INFINITY : caliperSd * sampleStandardDeviation(values),
    ratio,
    order,
    seed,
  };
}

/** The greedy search's choices as sets, in row order. */
export function setsOf(chosen: Int32Array, ratio: number): MatchedSet[] {
  const sets: MatchedSet[] = [];
  for (let row = 0; row * ratio < chosen.length; row++) {
    if (chosen[row * ratio]! < 0) continue;
    const comparison = Array.from(chosen.subarray(row * ratio, (row + 1) * ratio)).filter((other) => other >= 0);
    sets.push({ treated: [row], comparison });
  }
  return sets;
}
