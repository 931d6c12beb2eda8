import { type FreeComparisons, freeComparisons } from "./free-comparisons.ts";
import { type MatchingOrder, treatedInOrder } from "./matching-order.ts";
import { pairQueue, type QueueEntry } from "./pair-queue.ts";

export interface GreedyProblem {
  readonly scores: Float64Array;
  /** 1 = treated, 0 = comparison */
  readonly treated: Uint8Array;
  /** Stratum of each row, 0 … numStrata − 1; only rows of one stratum may be matched. */
  readonly strata: Int32Array;
  readonly numStrata: number;
  /** Largest distance allowed, in units of the score; Infinity for none. */
  readonly caliperWidth: number;
  readonly ratio: number;
  readonly order: MatchingOrder;
  readonly seed: number | string;
}

/** Which of two comparison people at the same distance is taken: the one below or the one above on the score line. */
export type TieRule = (row: number, below: number, above: number) => number;

/**
 * Greedy matching without replacement on one score: in rounds, each treated person takes the nearest free comparison
 * person inside the caliper and the stratum; nobody gets a second before everybody has chosen a first.
 *
 * @param line rows in ascending order of score, from `scoreLine` or with equal scores in another order
 * @param tieRule left out: the fewest places away on the line, then the one below
 * @returns comparison rows chosen, `ratio` entries per row in the order chosen, -1 where none
 */
export function greedySets(
  problem: GreedyProblem,
  line: Int32Array,
  tieRule: TieRule = fewestPlaces(line),
): Int32Array {
  const { scores, treated, strata, numStrata, caliperWidth, ratio, order, seed } = problem;
  const free = freeComparisons(line, treated, strata, numStrata);
  const chosen = new Int32Array(scores.length * ratio).fill(-1);
  const nearest = (row: number) => nearestFree(row, scores, free, caliperWidth, tieRule);
  const queue = order === "closest" ? null : treatedInOrder(order, scores, treated, line, seed);
  for (let round = 0; round < ratio; round++) {
    const take = (row: number, comparison: number) => {
      chosen[row * ratio + round] = comparison;
      free.take(comparison);
    };
    if (queue === null) takeClosestFirst(problem, line, nearest, take);
    else {
      for (const row of queue) {
        const comparison = nearest(row);
        if (comparison >= 0) take(row, comparison);
      }
    }
  }
  return chosen;
}

function nearestFree(
  row: number,
  scores: Float64Array,
  free: FreeComparisons,
  caliperWidth: number,
  tieRule: TieRule,
): number {
  const below = free.below(row);
  const above = free.above(row);
  const toBelow = below < 0 ? Number.POSITIVE_INFINITY : Math.abs(scores[row]! - scores[below]!);
  const toAbove = above < 0 ? Number.POSITIVE_INFINITY : Math.abs(scores[row]! - scores[above]!);
  if (Math.min(toBelow, toAbove) > caliperWidth) return -1;
  if (toBelow !== toAbove) return toBelow < toAbove ? below : above;
  return below < 0 ? -1 : tieRule(row, below, above);
}

function fewestPlaces(line: Int32Array): TieRule {
  const place = new Int32Array(line.length);
  line.forEach((row, at) => {
    place[row] = at;
  });
  return (row, below, above) => (place[row]! - place[below]! <= place[above]! - place[row]! ? below : above);
}

/**
 * Forms the closest remaining pair of all, again and again. A person's nearest free comparison only moves away as others
 * are taken, so a pair that comes up with its comparison gone is looked up again and put back in its later place.
 */
function takeClosestFirst(
  { scores, treated }: GreedyProblem,
  line: Int32Array,
  nearest: (row: number) => number,
  take: (row: number, comparison: number) => void,
): void {
  const gone = new Uint8Array(scores.length);
  const queue = pairQueue();
  const enqueue = (row: number, turn: number) => {
    const comparison = nearest(row);
    if (comparison >= 0) queue.push({ row, turn, comparison, distance: Math.abs(scores[row]! - scores[comparison]!) });
  };
  treatedInOrder("smallest", scores, treated, line, 0).forEach(enqueue);
  for (let entry: QueueEntry | undefined = queue.pop(); entry !== undefined; entry = queue.pop()) {
    if (gone[entry.comparison] === 1) enqueue(entry.row, entry.turn);
    else {
      gone[entry.comparison] = 1;
      take(entry.row, entry.comparison);
    }
  }
}
