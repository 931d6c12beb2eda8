import type { ColumnData, Valid } from "./columns.ts";

/** The row number that stands for no row: its value is missing. */
export const noRow = -1;

/**
 * The values of a column at the rows named, in that order; `noRow` gives a missing value. The step under every join and
 * filter; rows are not checked here.
 */
export function gather<T extends ColumnData>(column: T, rows: Int32Array): T;
export function gather(column: ColumnData, rows: Int32Array): ColumnData {
  const valid = gatherMask(column.valid, rows);
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
      return { type: "text", values: Array.from(rows, (row) => column.values[row] ?? ""), valid };
  }
}

function gatherMask(valid: Valid, rows: Int32Array): Valid {
  if (valid === null && !rows.includes(noRow)) return null;
  const mask = Uint8Array.from(rows, (row) => (row === noRow ? 0 : (valid?.[row] ?? 1)));
  return mask.includes(0) ? mask : null;
}

function pick<T extends Float64Array | Int32Array | Uint8Array>(values: T, rows: Int32Array): T {
  const picked = new (values.constructor as new (length: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]!] ?? 0;
  return picked;
}
