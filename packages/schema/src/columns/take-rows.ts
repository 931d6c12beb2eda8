import type { Columns } from "./columns.ts";
import { columnsOf } from "./columns-of.ts";
import { gather } from "./gather.ts";

/**
 * The table with the rows named, in the order named; a row may be taken more than once. Categories keep their levels.
 *
 * @param rows row numbers, 0 for the first
 * @throws RangeError when a row does not exist
 * @example
 * Array.from(takeRows(columnsOf({ a: integerColumn([7, 8, 9]) }), Int32Array.of(2, 0)).columns.a.values); // [9, 7]
 */
export function takeRows<T extends Columns>(table: T, rows: Int32Array): T {
  const wrong = rows.find((row) => row < 0 || row >= table.numRows);
  if (wrong !== undefined) {
    throw new RangeError(`takeRows: rows must be from 0 to ${table.numRows - 1}, got ${wrong}`);
  }
  const taken = Object.entries(table.columns).map(([name, column]) => [name, gather(column, rows)]);
  return { ...columnsOf(Object.fromEntries(taken)), numRows: rows.length } as unknown as T;
}

/**
 * The rows for which a condition holds, in order.
 *
 * @param table its number of rows is what counts
 * @param keep  asked once for each row, 0 for the first
 * @example
 * Array.from(rowsWhere(columnsOf({ a: integerColumn([7, 8, 9]) }), (row) => row !== 1)); // [0, 2]
 */
export function rowsWhere(table: Columns, keep: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(table.numRows);
  let kept = 0;
  for (let row = 0; row < table.numRows; row++) if (keep(row)) rows[kept++] = row;
  return rows.slice(0, kept);
}
