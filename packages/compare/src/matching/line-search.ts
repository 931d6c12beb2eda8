import { freeComparisons } from "./free-comparisons.ts";
import { type NearestProblem, type NearOnLine, pairRule } from "./nearest-problem.ts";
import type { NeighbourSearch } from "./neighbour-search.ts";

/** Which of two comparison people at the same distance is taken: the one below or the one above on the score line. */
export type TieRule = (row: number, below: number, above: number) => number;

/**
 * Nearest neighbours on a score: outwards along the line on both sides, the nearer first, to the first who will do.
 *
 * @param line rows in ascending order of score, from `scoreLine` or with equal scores in another order
 */
export function lineSearch(
  problem: NearestProblem,
  { scores, caliperWidth }: NearOnLine,
  line: Int32Array,
  tieRule: TieRule,
): NeighbourSearch {
  const free = freeComparisons(line, closedRows(problem), problem.strata, problem.numStrata);
  const fits = pairRule(problem);
  const distance = (one: number, other: number) =>
    other < 0 ? Number.POSITIVE_INFINITY : Math.abs(scores[one]! - scores[other]!);
  return {
    distance,
    take: free.take,
    nearest: (row, admits) => {
      let below = free.below(row);
      let above = free.above(row);
      while (below >= 0 || above >= 0) {
        const toBelow = distance(row, below);
        const toAbove = distance(row, above);
        if (Math.min(toBelow, toAbove) > caliperWidth) return -1;
        const next = toBelow < toAbove ? below : toAbove < toBelow ? above : tieRule(row, below, above);
        if ((fits === null || fits(row, next)) && (admits === undefined || admits(next))) return next;
        if (next === below) below = free.below(below);
        else above = free.above(above);
      }
      return -1;
    },
  };
}

/** The fewest places away on the line, then the one below. */
export function fewestPlaces(line: Int32Array): TieRule {
  const place = new Int32Array(line.length);
  for (let at = 0; at < line.length; at++) place[line[at]!] = at;
  return (row, below, above) => (place[row]! - place[below]! <= place[above]! - place[row]! ? below : above);
}

/** 1 for rows nobody may take: the treated, and whoever may not be matched. */
function closedRows({ treated, eligible }: NearestProblem): Uint8Array {
  return eligible === null ? treated : treated.map((arm, row) => (arm === 1 || eligible[row] === 0 ? 1 : 0));
}
