import type { ColumnData, Columns, Valid } from "./columns.ts";
import { columnsOf } from "./columns-of.ts";

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
  const taken = Object.entries(table.columns).map(([name, column]) => [name, takeFrom(column, rows)]);
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

function takeFrom(column: ColumnData, rows: Int32Array): ColumnData {
  const valid = column.valid === null ? null : withoutFullMask(pick(column.valid, rows));
  switch (column.type) {
    case "number":
      return { type: "number", values: pick(column.values, rows), valid };
    case "integer":
      return { type: "integer", values: pick(column.values, rows), valid };
    case "boolean":
      return { type: "boolean", values: pick(column.values, rows), valid };
    case "category":
      return { type: "category", values: pick(column.values, rows), levels: column.levels, valid };
    case "date": {
      const latest = column.latest === null ? null : pick(column.latest, rows);
      return { type: "date", values: pick(column.values, rows), latest, valid };
    }
    case "text":
      return { type: "text", values: Array.from(rows, (row) => column.values[row]!), valid };
  }
}

function withoutFullMask(valid: Uint8Array): Valid {
  return valid.includes(0) ? valid : null;
}

function pick<T extends Float64Array | Int32Array | Uint8Array>(values: T, rows: Int32Array): T {
  const picked = new (values.constructor as new (length: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]!]!;
  return picked;
}
