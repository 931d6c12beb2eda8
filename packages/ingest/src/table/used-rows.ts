import type { TableRows } from "./table-rows.ts";

/** Which rows of its files a table holds: what a later stage finds wrong is then reported where it was received. */
export interface UsedRows {
  /** In the order of the plan, with the position of the first row of each among all rows received. */
  readonly files: readonly { readonly file: string; readonly start: number }[];
  /** Position of each row used among all rows received, from 0. */
  readonly positions: Int32Array;
}

/** Rows that are not rejected, in order. */
export function standingRows(rejected: Uint8Array): Int32Array {
  let standing = rejected.length;
  for (let row = rejected.indexOf(1); row !== -1; row = rejected.indexOf(1, row + 1)) standing--;
  const rows = new Int32Array(standing);
  for (let row = 0, next = 0; next < standing; row++) if (rejected[row] === 0) rows[next++] = row;
  return rows;
}

export function usedRows({ files, starts }: TableRows, positions: Int32Array): UsedRows {
  return { files: files.map(({ shown }, index) => ({ file: shown, start: starts[index]! })), positions };
}

/**
 * Where a row of an ingested table was received.
 *
 * @param row of the table, from 0
 * @returns the file, and the row of data in it from 1, blank rows counted and the header not
 * @throws RangeError when the table has no such row
 * @example
 * const used = { files: [{ file: "a.csv", start: 0 }, { file: "b.csv", start: 10 }], positions: Int32Array.of(0, 12) };
 * placeReceived(used, 1); // { file: "b.csv", row: 3 }
 */
export function placeReceived(
  { files, positions }: UsedRows,
  row: number,
): { readonly file: string; readonly row: number } {
  const position = positions[row];
  if (position === undefined) {
    throw new RangeError(
      `placeReceived: row must be from 0 to ${positions.length - 1} (rows of the table), got ${row}`,
    );
  }
  const { file, start } = files.findLast((one) => one.start <= position)!;
  return { file, row: position - start + 1 };
}
