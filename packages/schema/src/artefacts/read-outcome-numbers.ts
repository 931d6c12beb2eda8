import { cell, isPresent } from "../columns/cell.ts";
import { numberColumn } from "../columns/column-constructors.ts";
import { columnNamed } from "../columns/column-named.ts";
import type { ColumnData, Columns, NumberColumn } from "../columns/columns.ts";
import { numbersOf } from "../columns/typed-access.ts";
import { Failure } from "../issues/failures.ts";
import type { TableOutcome } from "./artefacts-from-table.ts";
import { readTruth } from "./read-truth.ts";

/**
 * The numbers of one outcome, row by row as the table has them.
 *
 * @throws Failure `data` when a column cannot be what the kind of outcome needs; the message holds no value
 */
export function readOutcomeNumbers(
  table: Columns,
  outcome: TableOutcome,
): { readonly value: NumberColumn; readonly time: NumberColumn | null; readonly exposure: NumberColumn | null } {
  const { kind, event, column } = outcome;
  if (kind === "time-to-event" && outcome.time === undefined) {
    throw new Failure("usage", `outcome "${outcome.id}" of kind time-to-event must have a time column, found none`);
  }
  if (kind === "binary" && event !== undefined && event !== column) {
    throw new Failure(
      "usage",
      `outcome "${outcome.id}" of kind binary must have its own column as event, got "${event}"`,
    );
  }
  const value = readers[kind](table, kind === "time-to-event" ? (event ?? column) : column);
  const time = outcome.time === undefined ? null : notNegative(table, outcome.time);
  if (time !== null && (kind === "binary" || kind === "time-to-event")) requireTimes(outcome, value, time);
  return {
    value: kind === "time-to-event" ? presentWith(value, time!) : value,
    time,
    exposure: outcome.exposure === undefined ? null : positive(table, outcome.exposure),
  };
}

/** Somebody who is known to have had the event and not when is neither followed up nor left out: the table contradicts itself. */
function requireTimes({ event, column, time: name }: TableOutcome, value: NumberColumn, time: NumberColumn): void {
  const without = rowsWith(value, (one, row) => one === 1 && !isPresent(time, row));
  if (without.length === 0) return;
  throw new Failure(
    "data",
    `outcome column "${name}" must hold a time wherever "${event ?? column}" happened, found none in ${rowsFound(without)}`,
  );
}

/** Of people without the event whose time is not known nobody knows how long they went without it. */
function presentWith(value: NumberColumn, time: NumberColumn): NumberColumn {
  if (time.valid === null) return value;
  const valid = Uint8Array.from(time.valid, (present, row) => (present === 1 && isPresent(value, row) ? 1 : 0));
  return numberColumn(value.values, valid);
}

const readers: Readonly<Record<TableOutcome["kind"], (table: Columns, name: string) => NumberColumn>> = {
  binary,
  count: wholeNotNegative,
  continuous: numeric,
  "time-to-event": binary,
};

/** Whether every present value of a column reads as true or false. */
export function isBinaryColumn(column: ColumnData): boolean {
  for (let row = 0; row < column.values.length; row++) {
    const value = cell(column, row);
    if (value !== null && readTruth(value) === null) return false;
  }
  return true;
}

function binary(table: Columns, name: string): NumberColumn {
  const column = columnNamed("artefactsFromTable", table, name);
  if (!isBinaryColumn(column)) {
    throw new Failure(
      "data",
      `outcome column "${name}" must hold 0 and 1, no and yes or false and true, found other values`,
    );
  }
  return numberColumn(
    Array.from({ length: table.numRows }, (_, row) => {
      const value = cell(column, row);
      return value === null ? null : Number(readTruth(value));
    }),
  );
}

function numeric(table: Columns, name: string): NumberColumn {
  const { type } = columnNamed("artefactsFromTable", table, name);
  if (type === "category" || type === "text" || type === "date") {
    throw new Failure(
      "data",
      `outcome column "${name}" must hold numbers, found ${type === "date" ? "dates" : "text"}`,
    );
  }
  return numbersOf(table, name);
}

function wholeNotNegative(table: Columns, name: string): NumberColumn {
  return numbersWhere(table, name, "whole numbers of 0 or more", (value) => value >= 0 && Number.isInteger(value));
}

function notNegative(table: Columns, name: string): NumberColumn {
  return numbersWhere(table, name, "numbers of 0 or more", (value) => value >= 0);
}

function positive(table: Columns, name: string): NumberColumn {
  return numbersWhere(table, name, "numbers above 0", (value) => value > 0);
}

function numbersWhere(table: Columns, name: string, what: string, holds: (value: number) => boolean): NumberColumn {
  const column = numeric(table, name);
  const wrong = rowsWith(column, (value) => !holds(value));
  if (wrong.length > 0)
    throw new Failure("data", `outcome column "${name}" must hold ${what}, found others in ${rowsFound(wrong)}`);
  return column;
}

/** Rows, counted from 0, whose value is there and is such. */
function rowsWith(column: NumberColumn, isSuch: (value: number, row: number) => boolean): number[] {
  return Array.from(column.values.keys()).filter((row) => isPresent(column, row) && isSuch(column.values[row]!, row));
}

/** Where to look: rows that could not be read are not counted, so the number is of those that could. */
function rowsFound(rows: readonly number[]): string {
  const first = `row ${rows[0]! + 1} of those read`;
  return rows.length === 1 ? first : `${rows.length} rows, the first ${first}`;
}
