import { isoDate, type RecordSchema } from "@likewise/schema";
import { headerOf } from "../mapping/mapped-column.ts";
import { type IssueLedger, noteIssue } from "../table/issue-ledger.ts";
import type { ReadColumn } from "../table/read-column.ts";
import { rowsMarked } from "./note-rows.ts";

/**
 * Dates against the extract date, against each other, and birth years against the extract's year. A partial date is
 * wrong only when every day it may be is: it is after the extract by its first day, before another by its last.
 *
 * @param asAt the extract date, whole days since 1970-01-01; null when the plan names none
 */
export function checkDates(
  ledger: IssueLedger,
  schema: RecordSchema,
  columns: ReadonlyMap<string, ReadColumn>,
  asAt: number | null,
): void {
  if (asAt !== null) checkExtractDate(ledger, schema, columns, asAt);
  for (const [first, second] of schema.dateOrder) {
    const [earlier, later] = [columns.get(first), columns.get(second)];
    if (earlier === undefined || later === undefined) continue;
    const facts = { first: headerOf(earlier.mapped) ?? first };
    for (const row of rowsOutOfOrder(earlier, later)) {
      noteIssue(ledger, "date_order", row, headerOf(later.mapped), facts);
    }
  }
}

/** Rows whose later date lies before the earlier one; a date that is not there is never out of order. */
function rowsOutOfOrder(earlier: ReadColumn, later: ReadColumn): number[] {
  const starts = Float64Array.from(earlier.readings, ({ value }) =>
    typeof value === "number" ? value : Number.NEGATIVE_INFINITY,
  );
  const ends = Float64Array.from(later.readings, ({ value, latest }) =>
    typeof value === "number" ? (latest ?? value) : Number.POSITIVE_INFINITY,
  );
  const rows: number[] = [];
  const [startOf, endOf] = [earlier.codes, later.codes];
  for (let row = 0; row < startOf.length; row++) {
    if (startOf[row] !== -1 && endOf[row] !== -1 && ends[endOf[row]!]! < starts[startOf[row]!]!) rows.push(row);
  }
  return rows;
}

function checkExtractDate(
  ledger: IssueLedger,
  schema: RecordSchema,
  columns: ReadonlyMap<string, ReadColumn>,
  asAt: number,
): void {
  const year = Number(isoDate(asAt).slice(0, 4));
  for (const column of columns.values()) {
    const { name, type } = column.mapped;
    if (type === "date" && !schema.mayLieAhead.includes(name)) {
      noteWhere(ledger, column, (day) => day > asAt, "date_after_extract", { asAt: isoDate(asAt) });
    }
    if (name === "birth_year" && schema.table === "people") {
      noteWhere(ledger, column, (birth) => birth > year, "future_birth_year", { year });
    }
  }
}

function noteWhere(
  ledger: IssueLedger,
  column: ReadColumn,
  wrong: (value: number) => boolean,
  code: "date_after_extract" | "future_birth_year",
  facts: Readonly<Record<string, string | number>>,
): void {
  const isWrong = Uint8Array.from(column.readings, ({ value }) => Number(typeof value === "number" && wrong(value)));
  for (const row of rowsMarked(column.codes, isWrong)) noteIssue(ledger, code, row, headerOf(column.mapped), facts);
}
