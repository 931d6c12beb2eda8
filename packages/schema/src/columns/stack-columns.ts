import { cell, isPresent } from "./cell.ts";
import {
  booleanColumn,
  categoryColumn,
  dateColumn,
  integerColumn,
  numberColumn,
  textColumn,
} from "./column-constructors.ts";
import type { ColumnData, Columns, DateColumn } from "./columns.ts";
import { columnsOf } from "./columns-of.ts";

/**
 * Tables with the same columns, one below the other. Levels of categories are joined and put in natural order.
 *
 * @param tables at least one; names and types of columns must agree, in any order
 * @throws RangeError when there is no table, or columns do not agree
 * @example
 * stackColumns([columnsOf({ a: integerColumn([1]) }), columnsOf({ a: integerColumn([2, 3]) })]).numRows; // 3
 */
export function stackColumns<T extends Columns>(tables: readonly T[]): T {
  const first = tables[0];
  if (first === undefined) throw new RangeError("stackColumns: tables must be at least one, got none");
  const names = Object.keys(first.columns);
  for (const table of tables) requireSameColumns(first, table, names);
  const stacked = names.map((name) => [name, stack(tables.map((table) => table.columns[name]!))]);
  return columnsOf(Object.fromEntries(stacked)) as unknown as T;
}

function requireSameColumns(first: Columns, table: Columns, names: readonly string[]): void {
  const theirs = Object.keys(table.columns);
  const agree =
    theirs.length === names.length &&
    names.every((name) => {
      return table.columns[name]?.type === first.columns[name]!.type;
    });
  if (!agree) {
    throw new RangeError(
      `stackColumns: every table must have the columns ${names.join(", ")} with the types of the first, got ${theirs.join(", ")}`,
    );
  }
}

function stack(parts: readonly ColumnData[]): ColumnData {
  const cells = parts.flatMap((part) => Array.from({ length: part.values.length }, (_, row) => cell(part, row)));
  const first = parts[0]!;
  switch (first.type) {
    case "number":
      return numberColumn(cells as (number | null)[]);
    case "integer":
      return integerColumn(cells as (number | null)[]);
    case "boolean":
      return booleanColumn(cells as (boolean | null)[]);
    case "category":
      return categoryColumn(
        cells as (string | null)[],
        parts.flatMap((part) => (part.type === "category" ? part.levels : [])),
      );
    case "date": {
      const dates = dateColumn(cells as (number | null)[]);
      return { ...dates, latest: stackLatest(parts as readonly DateColumn[]) };
    }
    case "text":
      return textColumn(cells as (string | null)[]);
  }
}

function stackLatest(parts: readonly DateColumn[]): Int32Array | null {
  if (parts.every((part) => part.latest === null)) return null;
  return Int32Array.from(
    parts.flatMap((part) =>
      Array.from(part.values, (day, row) => (isPresent(part, row) ? (part.latest?.[row] ?? day) : 0)),
    ),
  );
}
