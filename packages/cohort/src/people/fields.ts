import { type ColumnData, type Columns, cell, Failure, isPresent, recordSchema, recordTables } from "@likewise/schema";

/** A column the plan points at as table.field. */
export interface Field {
  readonly tableName: string;
  readonly name: string;
  readonly table: Columns;
  readonly column: ColumnData;
}

/**
 * The column that `table.field` names.
 *
 * @param where place in the plan, for the message
 * @throws Failure (usage) when the plan brings no such table or does not map the field
 */
export function fieldOf(tables: Readonly<Record<string, Columns>>, reference: string, where: string): Field {
  const [tableName = "", name = "", ...rest] = reference.split(".");
  if (name === "" || rest.length > 0) throw new Failure("usage", `${where}: must be table.field, got ${reference}`);
  const table = Object.hasOwn(tables, tableName) ? tables[tableName] : undefined;
  if (table === undefined) {
    const known = Object.keys(tables).sort().join(", ");
    throw new Failure("usage", `${where}: ${tableName} must be a table of the plan (${known})`);
  }
  const column = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined;
  if (column === undefined) {
    const known = Object.keys(table.columns).join(", ");
    throw new Failure("usage", `${where}: ${name} must be a mapped field of ${tableName} (${known})`);
  }
  return { tableName, name, table, column };
}

/** Text of a cell, null where missing. Numbers and true/false are written as the plan would write them. */
export function textAt(column: ColumnData | undefined, row: number): string | null {
  if (column === undefined) return null;
  const value = cell(column, row);
  return value === null ? null : String(value);
}

/** Day of a date cell (of a partial date the earliest), null where missing or where the column is not a date. */
export function dayAt(column: ColumnData | undefined, row: number): number | null {
  return column !== undefined && column.type === "date" && isPresent(column, row) ? column.values[row]! : null;
}

/** Last day a date cell may be: of an exact date the day itself; null as above. */
export function latestDayAt(column: ColumnData | undefined, row: number): number | null {
  const day = dayAt(column, row);
  return day === null || column?.type !== "date" ? null : (column.latest?.[row] ?? day);
}

/**
 * The column that says from which day each row of a table was known, as its record declares; undefined when the record
 * has none or the plan does not map it.
 */
export function dateColumnOf(tableName: string, table: Columns): ColumnData | undefined {
  const date = recordTables.includes(tableName) ? recordSchema(tableName).date : null;
  return date === null || !Object.hasOwn(table.columns, date) ? undefined : table.columns[date];
}
