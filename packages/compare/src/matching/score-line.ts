/**
 * Rows in ascending order of score; equal scores keep the order of rows, which is the natural order of ids. Places on
 * this line decide between equal distances, so that no result depends on the order of rows in a file.
 */
export function scoreLine(scores: Float64Array): Int32Array {
  return Int32Array.from(scores, (_, row) => row).sort((a, b) => scores[a]! - scores[b]! || a - b);
}
