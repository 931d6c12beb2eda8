import { table as arqueroTable, type ColumnTable } from "arquero";
import { isoDate } from "../calendar/days.ts";
import { cell, isPresent } from "../columns/cell.ts";
import type { ColumnData, Columns, ColumnType, DateColumn } from "../columns/columns.ts";
import { fromColumnShape } from "../columns/from-column-shape.ts";

/**
 * An Arquero table of the columns, for scripts and notebooks.
 *
 * Missing values are null. Dates are ISO text, which sorts, compares and prints as a date and has no time zone; of
 * partial dates the latest day stands in a further column, `<name>_latest`.
 *
 * @param columns left as they are
 * @example
 * toArquero(columnsOf({ born: dateColumn([19430, null]) })).array("born"); // ["2023-03-14", null]
 */
export function toArquero(columns: Columns): ColumnTable {
  const entries = Object.entries(columns.columns).flatMap(([name, column]): [string, unknown[]][] =>
    column.type === "date" && column.latest !== null
      ? [
          [name, plainValues(column)],
          [`${name}_latest`, latestDays(column)],
        ]
      : [[name, plainValues(column)]],
  );
  return arqueroTable(entries as [string, never[]][]);
}

/**
 * Columns of an Arquero table, of the rows its filter leaves, in its order.
 *
 * @param table any Arquero table
 * @param types as for `fromColumnShape`; `columnTypes` of the columns a table was made from gives them back as they were
 * @throws RangeError as `fromColumnShape`
 * @example
 * fromArquero(toArquero(columnsOf({ age: numberColumn([31, null]) }))).columns.age.valid[1]; // 0
 */
export function fromArquero(table: ColumnTable, types: Readonly<Record<string, ColumnType>> = {}): Columns {
  const shapes = table.columnNames().map((name) => [name, table.array(name)]);
  return fromColumnShape(Object.fromEntries(shapes), types);
}

function plainValues(column: ColumnData): unknown[] {
  return Array.from({ length: column.values.length }, (_, row) => {
    const value = cell(column, row);
    return column.type === "date" && value !== null ? isoDate(value as number) : value;
  });
}

function latestDays(column: DateColumn): (string | null)[] {
  return Array.from(column.latest!, (day, row) => (isPresent(column, row) ? isoDate(day) : null));
}
