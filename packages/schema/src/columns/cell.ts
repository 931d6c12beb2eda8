import type { CellValue, ColumnData } from "./columns.ts";

/**
 * Whether a row of a column has a value.
 *
 * @param row 0 for the first
 * @example
 * isPresent(numberColumn([1, null]), 1); // false
 */
export function isPresent(column: ColumnData, row: number): boolean {
  return column.valid === null || column.valid[row] === 1;
}

/**
 * One value: a number, a level, text, true or false; of a date its (earliest) day, whole days since 1970-01-01.
 *
 * @param row 0 for the first
 * @returns null where missing
 * @throws RangeError when there is no such row
 * @example
 * cell(categoryColumn(["yes", "no"]), 1); // "no"
 */
export function cell(column: ColumnData, row: number): CellValue {
  const value = column.values[row];
  if (value === undefined) {
    throw new RangeError(`cell: row must be a whole number from 0 to ${column.values.length - 1}, got ${row}`);
  }
  if (!isPresent(column, row)) return null;
  if (column.type === "category") return column.levels[value as number]!;
  if (column.type === "boolean") return value === 1;
  return value;
}
