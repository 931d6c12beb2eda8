import { fewestPlaces, lineSearch, type TieRule } from "./line-search.ts";
import { treatedInOrder } from "./matching-order.ts";
import type { NearestProblem } from "./nearest-problem.ts";
import type { NeighbourSearch } from "./neighbour-search.ts";
import { pairQueue, type QueueEntry } from "./pair-queue.ts";
import { scoreLine } from "./score-line.ts";
import { spaceSearch } from "./space-search.ts";

/** How everything equal is decided. */
export interface TieBreaking {
  /** Rows in ascending order of score; in their own order where there is no score. */
  readonly line: Int32Array;
  /** On a line; left out: the fewest places away, then the one below. */
  readonly tieRule?: TieRule;
  /** In a space: by row, lowest first; left out: rows themselves. */
  readonly turns?: ArrayLike<number>;
}

/** Ties decided by places on the line and by order of ids. */
export function usualTies({ scores, treated }: NearestProblem): TieBreaking {
  return { line: scores === null ? Int32Array.from(treated, (_, row) => row) : scoreLine(scores) };
}

/**
 * Greedy matching: in rounds, each treated person takes the nearest comparison person who will do; nobody gets a second before
 * everybody has chosen a first. Without replacement whoever is taken is gone.
 *
 * @returns comparison rows chosen, `ratio` entries per row in the order chosen, -1 where none
 */
export function greedySets(problem: NearestProblem, ties: TieBreaking): Int32Array {
  const { treated, eligible, ratio, replace, order, seed } = problem;
  const search = neighbourSearch(problem, ties);
  const chosen = new Int32Array(treated.length * ratio).fill(-1);
  const queue = order === "closest" ? null : treatedInOrder(order, problem.scores ?? treated, treated, ties.line, seed);
  const mayChoose = (row: number) => eligible?.[row] !== 0;
  for (let round = 0; round < ratio; round++) {
    const nearest = (row: number) => {
      if (!replace || round === 0) return search.nearest(row);
      const before = chosen.subarray(row * ratio, row * ratio + round);
      return search.nearest(row, (comparison) => !before.includes(comparison));
    };
    const take = (row: number, comparison: number) => {
      chosen[row * ratio + round] = comparison;
      if (!replace) search.take(comparison);
    };
    if (queue === null) {
      const inOrder = treatedInOrder("smallest", problem.scores ?? treated, treated, ties.line, seed);
      takeClosestFirst(inOrder.filter(mayChoose), search, nearest, take, replace);
      continue;
    }
    for (const row of queue) {
      const comparison = mayChoose(row) ? nearest(row) : -1;
      if (comparison >= 0) take(row, comparison);
    }
  }
  return chosen;
}

export function neighbourSearch(problem: NearestProblem, ties: TieBreaking): NeighbourSearch {
  const { near } = problem;
  if (near.kind === "space") return spaceSearch(problem, near, ties.turns ?? null);
  return lineSearch(problem, near, ties.line, ties.tieRule ?? fewestPlaces(ties.line));
}

/**
 * Forms the closest remaining pair of all, again and again. A person's nearest free comparison only moves away as others
 * are taken, so a pair that comes up with its comparison gone is looked up again and put back in its later place.
 */
function takeClosestFirst(
  rows: Int32Array,
  search: NeighbourSearch,
  nearest: (row: number) => number,
  take: (row: number, comparison: number) => void,
  replace: boolean,
): void {
  const gone = new Set<number>();
  const queue = pairQueue();
  const enqueue = (row: number, turn: number) => {
    const comparison = nearest(row);
    if (comparison >= 0) queue.push({ row, turn, comparison, distance: search.distance(row, comparison) });
  };
  rows.forEach(enqueue);
  for (let entry: QueueEntry | undefined = queue.pop(); entry !== undefined; entry = queue.pop()) {
    if (!replace && gone.has(entry.comparison)) enqueue(entry.row, entry.turn);
    else {
      gone.add(entry.comparison);
      take(entry.row, entry.comparison);
    }
  }
}
