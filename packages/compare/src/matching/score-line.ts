import { sortedOrder } from "@likewise/stats";

/**
 * Rows in ascending order of score; equal scores keep the order of rows, which is the natural order of ids. Places on
 * this line decide between equal distances, so that no result depends on the order of rows in a file.
 */
export function scoreLine(scores: Float64Array): Int32Array {
  return sortedOrder(scores);
}
