/**
 * Rows that hold each text.
 *
 * @param codes number of the text in each row, -1 = none
 * @param size  how many texts there are
 */
export function countRows(codes: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const rowsOf = new Int32Array(size);
  for (let row = 0; row < codes.length; row++) if (codes[row] !== -1) rowsOf[codes[row]!]!++;
  return rowsOf;
}
