import type { ColumnData, Columns } from "./columns.ts";

/**
 * Columns of equal length put together as a table.
 *
 * @param columns by name; the order of names is kept
 * @throws RangeError when lengths differ
 * @example
 * columnsOf({ age: numberColumn([31, 45]), sex: categoryColumn(["F", null]) }).numRows; // 2
 */
export function columnsOf<T extends Readonly<Record<string, ColumnData>>>(
  columns: T,
): Columns & { readonly columns: T } {
  const names = Object.keys(columns);
  const numRows = names.length === 0 ? 0 : columns[names[0]!]!.values.length;
  for (const name of names) {
    const length = columns[name]!.values.length;
    if (length !== numRows) {
      throw new RangeError(`columnsOf: ${name} must have as many rows as ${names[0]} (${numRows}), got ${length}`);
    }
  }
  return { numRows, columns };
}

/**
 * The table with further columns, or other columns under names it has.
 *
 * @throws RangeError when lengths differ
 * @example
 * Object.keys(withColumns(columnsOf({ a: integerColumn([1]) }), { b: integerColumn([2]) }).columns); // ["a", "b"]
 */
export function withColumns<T extends Columns, A extends Readonly<Record<string, ColumnData>>>(
  table: T,
  additions: A,
): Columns & { readonly columns: T["columns"] & A } {
  return columnsOf({ ...table.columns, ...additions });
}
