import { greedySets, usualTies } from "./greedy-sets.ts";
import type { MatchedSet } from "./matched-sets.ts";
import type { MatchingOrder } from "./matching-order.ts";
import { caliperWidthOf, type NearestProblem, type PairOptions, pairProblem } from "./nearest-problem.ts";

export interface NearestOptions extends PairOptions {
  /** Largest distance allowed, in standard deviations of the score over all rows (n − 1), inclusive; null for none. */
  readonly caliperSd?: number | null;
}

export interface NearestMatch {
  readonly kind: "likewise/matched-sets";
  readonly method: "nearest";
  readonly options: {
    readonly caliperSd: number | null;
    readonly ratio: number;
    readonly replace: boolean;
    readonly order: MatchingOrder;
  };
  /** The caliper in units of the score; null for none. */
  readonly caliperWidth: number | null;
  /** One per treated person with a comparison, in row order. */
  readonly sets: readonly MatchedSet[];
}

/**
 * Nearest-neighbour matching on a score: each treated person in turn takes the comparison person whose score is nearest, of
 * those still free or, with replacement, of all.
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
  const { ratio, replace, order } = problem;
  const width = problem.near.caliperWidth;
  return {
    kind: "likewise/matched-sets",
    method: "nearest",
    options: { caliperSd: options.caliperSd ?? null, ratio, replace, order },
    caliperWidth: width === Number.POSITIVE_INFINITY ? null : width,
    sets: setsOf(greedySets(problem, usualTies(problem)), ratio),
  };
}

/** Checks the arguments of `matchNearest` and puts them in the form the greedy search works on. */
function nearestProblem(
  scores: ArrayLike<number>,
  treated: ArrayLike<number>,
  { caliperSd = null, ...options }: NearestOptions,
): NearestProblem {
  if (treated.length !== scores.length) {
    throw new RangeError(
      `matchNearest: treated must have one entry per score (${scores.length}), got ${treated.length}`,
    );
  }
  for (let row = 0; row < scores.length; row++) {
    if (!Number.isFinite(scores[row])) throw new RangeError(`matchNearest: scores must be finite, row ${row} is not`);
  }
  const values = new Float64Array(scores);
  if (caliperSd !== null && !(caliperSd > 0 && Number.isFinite(caliperSd))) {
    throw new RangeError(`matchNearest: caliperSd must be > 0 (standard deviations of the score), got ${caliperSd}`);
  }
  const caliperWidth =
    caliperSd === null ? Number.POSITIVE_INFINITY : caliperWidthOf("matchNearest", values, caliperSd);
  const near = { kind: "line", scores: values, caliperWidth } as const;
  return { ...pairProblem("matchNearest", treated, options), scores: values, near };
}

/** The greedy search's choices as sets, in row order. */
export function setsOf(chosen: Int32Array, ratio: number): MatchedSet[] {
  const sets: MatchedSet[] = [];
  for (let row = 0; row * ratio < chosen.length; row++) {
    if (chosen[row * ratio]! < 0) continue;
    const comparison: number[] = [];
    for (let at = row * ratio; at < (row + 1) * ratio; at++) if (chosen[at]! >= 0) comparison.push(chosen[at]!);
    sets.push({ treated: [row], comparison });
  }
  return sets;
}
