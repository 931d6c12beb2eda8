import { assignmentOnLine, edgeCoverOnLine } from "@likewise/stats";
import { jointStrata } from "./joint-strata.ts";
import type { MatchedSet } from "./matched-sets.ts";
import { starsOf } from "./stars.ts";

export interface LineProblem {
  /** Distance measure: nearness is the difference of two scores. Length n. */
  readonly scores: Float64Array;
  /** 1 = treated, 0 = comparison, length n. */
  readonly treated: Uint8Array;
  /** Columns that must be equal inside a set, coded as whole numbers from 0, length n each. */
  readonly exact: readonly ArrayLike<number>[];
}

/**
 * Optimal pair matching on a score: of all ways of giving each treated person `ratio` comparison people of their own, the one
 * whose distances add up to least. Where a stratum has too few comparison people for that, none of it is matched beyond one
 * each; with fewer comparison than treated people each comparison person goes to one, and the treated people left out are
 * those whom leaving out shortens the total most.
 *
 * @returns sets of one treated person, in order of rows
 * @source Rosenbaum (1989), doi:10.1080/01621459.1989.10478868
 * @example
 * const people = { scores: Float64Array.of(0.5, 0.6, 0.58, 0.2), treated: Uint8Array.of(1, 1, 0, 0), exact: [] };
 * optimalPairs(people, 1); // [{ treated: [0], comparison: [3] }, { treated: [1], comparison: [2] }]
 */
export function optimalPairs({ scores, treated, exact }: LineProblem, ratio: number): MatchedSet[] {
  const comparisonOf = new Map<number, number[]>();
  for (const [ofTreated, ofComparison] of strataOf(treated, exact)) {
    const times = ratio * ofTreated.length <= ofComparison.length ? ratio : 1;
    const wanted = ofTreated.flatMap((row) => Array<number>(times).fill(row));
    const [few, many] = wanted.length <= ofComparison.length ? [wanted, ofComparison] : [ofComparison, wanted];
    const { rightOfLeft } = assignmentOnLine({
      left: Float64Array.from(few, (row) => scores[row]!),
      right: Float64Array.from(many, (row) => scores[row]!),
      leftPenalty: Number.POSITIVE_INFINITY,
      rightPenalty: 0,
    });
    rightOfLeft.forEach((right, left) => {
      const [one, other] = [few[left]!, many[right]!];
      const [from, to] = treated[one] === 1 ? [one, other] : [other, one];
      comparisonOf.set(
        from,
        [...(comparisonOf.get(from) ?? []), to].sort((a, b) => a - b),
      );
    });
  }
  return [...comparisonOf].sort(([a], [b]) => a - b).map(([row, comparison]) => ({ treated: [row], comparison }));
}

/**
 * Optimal full matching on a score: everybody is in a set of one treated person with one or more comparison people, or one
 * comparison person with one or more treated, and the distances add up to least of all such ways.
 *
 * @returns sets in order of their first row; people of a stratum without the other arm are in none
 * @source Rosenbaum (1991), doi:10.1111/j.2517-6161.1991.tb01848.x; Hansen (2004), doi:10.1198/016214504000000647
 * @example
 * const people = { scores: Float64Array.of(0.5, 0.45, 0.6, 0.2), treated: Uint8Array.of(1, 0, 0, 0), exact: [] };
 * fullMatch(people); // [{ treated: [0], comparison: [1, 2, 3] }]
 */
export function fullMatch({ scores, treated, exact }: LineProblem): MatchedSet[] {
  const sets = strataOf(treated, exact).flatMap(([ofTreated, ofComparison]) => {
    if (ofTreated.length === 0 || ofComparison.length === 0) return [];
    const cover = edgeCoverOnLine(
      Float64Array.from(ofTreated, (row) => scores[row]!),
      Float64Array.from(ofComparison, (row) => scores[row]!),
    );
    return starsOf(
      Int32Array.from(cover.left, (at) => ofTreated[at]!),
      Int32Array.from(cover.right, (at) => ofComparison[at]!),
    );
  });
  const first = ({ treated: t, comparison: c }: MatchedSet) => Math.min(t[0]!, c[0]!);
  return sets.sort((a, b) => first(a) - first(b));
}

/** Treated and comparison rows of each stratum, ascending. */
function strataOf(treated: Uint8Array, exact: readonly ArrayLike<number>[]): [number[], number[]][] {
  const { strata, numStrata } = jointStrata(exact, treated.length);
  const members = Array.from({ length: numStrata }, (): [number[], number[]] => [[], []]);
  strata.forEach((stratum, row) => {
    members[stratum]![treated[row] === 1 ? 0 : 1].push(row);
  });
  return members;
}
