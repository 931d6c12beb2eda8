import { randomStream } from "@likewise/stats";

/** Who chooses first: the score descending or ascending, the closest pair of all, the order of ids, or a seeded draw. */
export const matchingOrders = ["largest", "smallest", "closest", "data", "random"] as const;

export type MatchingOrder = (typeof matchingOrders)[number];

/**
 * Treated rows in the order in which they choose. Equal scores choose in the order in which they stand on the score
 * line, which is the order of ids unless ties are being broken another way on purpose.
 */
export function treatedInOrder(
  order: Exclude<MatchingOrder, "closest">,
  scores: ArrayLike<number>,
  treated: ArrayLike<number>,
  scoreLine: Int32Array,
  seed: number | string,
): Int32Array {
  switch (order) {
    case "smallest":
      return scoreLine.filter((row) => treated[row] === 1);
    case "largest":
      return descendingScores(
        scores,
        scoreLine.filter((row) => treated[row] === 1),
      );
    case "data":
      return scoreLine.filter((row) => treated[row] === 1).sort();
    case "random": {
      const rows = Array.from(scoreLine.filter((row) => treated[row] === 1).sort());
      return Int32Array.from(randomStream(seed).split("matching order").shuffle(rows));
    }
  }
}

/** The score line backwards, except that rows of equal score keep their order. */
function descendingScores(scores: ArrayLike<number>, scoreLine: Int32Array): Int32Array {
  const descending = new Int32Array(scoreLine.length);
  let filled = 0;
  for (let end = scoreLine.length; end > 0; ) {
    let start = end - 1;
    while (start > 0 && scores[scoreLine[start - 1]!] === scores[scoreLine[end - 1]!]) start--;
    descending.set(scoreLine.subarray(start, end), filled);
    filled += end - start;
    end = start;
  }
  return descending;
}
