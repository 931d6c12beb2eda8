import { type Columns, columnsOf, datesOf, integersOf } from "@likewise/schema";
import { quoteIdentifier } from "./quote-identifier.ts";
import { quoteText } from "./quote-text.ts";
import { repeatedUnit } from "./repeated-unit.ts";
import type { StoredTable, StoredType } from "./stored-table.ts";

/**
 * Which rows of a stored table are of whom, and what they say: plain data, from which every question to the table is
 * made. A row counts for the unit whose id it holds, when it has a date among the days of that unit.
 */
export interface RowsOfUnits {
  readonly rows: StoredTable;
  /** Integer `unit`, each once, dates `from` and `to`: first and last day whose rows count; none do where either is missing. */
  readonly units: Columns;
  /** Integer `unit` and text `id`: columns, which are brought over at every question, or a table of them from `storeIds`. */
  readonly ids: Columns | StoredTable;
  /** Columns of the rows that hold the id and the date. */
  readonly id: string;
  readonly date: string;
  /** Rows that count for nobody: values of a text column. */
  readonly leftOut: readonly { readonly column: string; readonly values: readonly string[] }[];
  /** Further columns, by the name they are asked for. */
  readonly columns: Readonly<Record<string, RowColumn>>;
  /** Values that rows have by what they hold, from a small table. */
  readonly lookup?: RowLookup;
}

/** How a column of the rows is read. */
export type RowColumn =
  /** As it is. */
  | { readonly from: string }
  /** A boolean, and what a missing one, or a column that is not there, is taken for. */
  | { readonly from: string; readonly whenMissing: boolean }
  /** Whether a text is one of these; a missing one is not. */
  | { readonly from: string; readonly oneOf: readonly string[] };

/** A row has the value of the line that is like it in all columns of `by`, missing ones too, and none without such a line. */
export interface RowLookup {
  /** Among the names of `columns`. */
  readonly by: readonly string[];
  /** `by`, each different combination once, and `as`: whole numbers of any size, as text. */
  readonly table: Columns;
  readonly as: string;
}

/**
 * Unit, first and last day of `units`.
 *
 * @throws RangeError when a unit stands twice: its rows would be counted twice
 */
export function unitsTable({ units }: RowsOfUnits): Columns {
  const unit = integersOf(units, "unit");
  const row = repeatedUnit(unit.values);
  if (row >= 0) throw new RangeError(`rowsOfUnits: units must have each unit once, got a second one in row ${row}`);
  return columnsOf({ unit, from: datesOf(units, "from"), to: datesOf(units, "to") });
}

/** @throws RangeError when a column that the rows have is not of dates */
export function requireDates({ rows, columns }: RowsOfUnits, name: string): void {
  const column = columns[name];
  if (column !== undefined) heldSql(rows, column.from, "date");
}

/**
 * SQL of the rows that can count for anybody: `id`, `date` and the columns asked for, that of the lookup too.
 *
 * @param wanted  names among `columns`, and that of the lookup
 * @param lookupTable quoted name of a table of what the lookup is by, and its value; null where none was loaded
 * @throws RangeError when a column is not among those of the rows
 */
export function countableRowsSql(
  { rows, id, date, leftOut, columns, lookup }: RowsOfUnits,
  wanted: Iterable<string>,
  lookupTable: string | null,
): string {
  const names = new Set(wanted);
  const looked = lookup !== undefined && lookupTable !== null && names.delete(lookup.as) ? lookup : null;
  for (const name of looked?.by ?? []) names.add(name);
  const selected = [...names].map((name) => {
    const column = columns[name];
    if (column === undefined) throw new RangeError(`rowsOfUnits: columns must have ${name}, got none`);
    return `${columnSql(rows, column)} AS ${quoteIdentifier(name)}`;
  });
  const dateSql = heldSql(rows, date, "date");
  const kept = leftOut
    .filter(({ column }) => rows.columns[column] !== undefined)
    .flatMap(({ column, values }) =>
      values.map((value) => `${heldSql(rows, column, "text")} IS DISTINCT FROM ${quoteText(value)}`),
    );
  const countable = `SELECT ${[`${heldSql(rows, id, "text")} AS "id"`, `${dateSql} AS "date"`, ...selected].join(", ")}
    FROM ${quoteIdentifier(rows.name)} AS held
    WHERE ${[`${dateSql} IS NOT NULL`, ...kept].join(" AND ")}`;
  if (looked === null) return countable;
  const alike = looked.by.map(
    (name) => `line.${quoteIdentifier(name)} IS NOT DISTINCT FROM one.${quoteIdentifier(name)}`,
  );
  return `SELECT one.*, line.${quoteIdentifier(looked.as)} FROM (${countable}) AS one
    LEFT JOIN ${lookupTable} AS line ON ${alike.join(" AND ")}`;
}

function columnSql(rows: StoredTable, column: RowColumn): string {
  if ("whenMissing" in column) {
    if (rows.columns[column.from] === undefined) return column.whenMissing ? "TRUE" : "FALSE";
    // Unlike what is missing made up for, such a comparison is made while the file is read.
    const held = heldSql(rows, column.from, "boolean");
    return `(${held} IS ${column.whenMissing ? "DISTINCT FROM FALSE" : "NOT DISTINCT FROM TRUE"})`;
  }
  if ("oneOf" in column) {
    return `coalesce(${heldSql(rows, column.from, "text")} IN (${column.oneOf.map(quoteText).join(", ")}), FALSE)`;
  }
  return heldSql(rows, column.from, null);
}

/** @param type it must have; null for any */
function heldSql({ columns }: StoredTable, column: string, type: StoredType | null): string {
  const found = columns[column];
  if (found === undefined || (type !== null && found !== type)) {
    throw new RangeError(`rowsOfUnits: rows must have the ${type ?? ""} column ${column}, got ${found ?? "none"}`);
  }
  return `held.${quoteIdentifier(column)}`;
}
