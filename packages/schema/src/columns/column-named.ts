import type { ColumnData, Columns } from "./columns.ts";

/** A column that must be there: `caller` is the function whose user named it. */
export function columnNamed(caller: string, table: Columns, name: string): ColumnData {
  const column = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined;
  if (column !== undefined) return column;
  const names = Object.keys(table.columns).join(", ");
  throw new RangeError(`${caller}: name must be a column of the table (${names}), got ${name}`);
}
