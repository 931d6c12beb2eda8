import { type CellValue, type ColumnData, cell, isPresent } from "@likewise/schema";

/** A cell of a column the study may not have mapped; null where it is missing. */
export function valueAt(column: ColumnData | undefined, row: number): CellValue {
  return column === undefined ? null : cell(column, row);
}

/** Day of a date cell (of a partial date the earliest); null where missing or not a date. */
export function dayAt(column: ColumnData | undefined, row: number): number | null {
  return column?.type === "date" && isPresent(column, row) ? column.values[row]! : null;
}
