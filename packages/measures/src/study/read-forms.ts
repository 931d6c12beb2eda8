import {
  type ColumnData,
  type Columns,
  cell,
  type DateColumn,
  dateColumn,
  type Issue,
  type MeasureDefinition,
  type MeasurePlan,
  type NumberColumn,
  naturalOrder,
  numberColumn,
  type TextColumn,
  takeRows,
  textColumn,
} from "@likewise/schema";
import { answerCodes } from "../scoring/answer-codes.ts";
import { answersFromLong } from "../scoring/answers-from-long.ts";

/** Questionnaires of one reporter, one row each, however the table has them. */
export interface Forms {
  readonly person: TextColumn;
  readonly wave: TextColumn;
  /** first day an answer of it was given; missing where none is known */
  readonly date: DateColumn;
  /** answers by item; null where the table has totals */
  readonly answers: Columns | null;
  /** totals as they stand; null where the table has answers */
  readonly totals: NumberColumn | null;
  /** rows of items the definition does not have */
  readonly otherItems: readonly number[];
  /** of rows of the table `measures` */
  readonly issues: readonly Issue[];
  /** Row of the table, from 1, that an answer of a questionnaire stands in; that of its first answer without an item. */
  placeOf(form: number, item?: number): number;
}

/**
 * Rows of the table `measures` that belong to one entry of the plan, put as one row per questionnaire.
 *
 * Rows of another reporter are those of another entry. Where the table says who answered, a row that does not is rejected:
 * no account may pass for another's. Totals (rows without an item) stand only where the instrument has no answers.
 */
export function readForms(table: Columns, entry: MeasurePlan, definition: MeasureDefinition): Forms {
  const { form = definition.id, waves, reporter, items } = entry;
  const { columns } = table;
  const textAt = (column: ColumnData | undefined, row: number) => {
    const value = column === undefined ? null : cell(column, row);
    return value === null ? null : String(value);
  };
  const issues: Issue[] = [];
  const own: number[] = [];
  const totals: number[] = [];
  for (let row = 0; row < table.numRows; row++) {
    if (
      textAt(columns.measure, row) !== form ||
      !(waves as readonly string[]).includes(textAt(columns.wave, row) ?? "")
    )
      continue;
    if (columns.reporter !== undefined) {
      const who = textAt(columns.reporter, row);
      if (who === null) issues.push(rejected(row, "reporter_missing", "reporter", "who answered", "a blank"));
      if (who !== reporter) continue;
    }
    (textAt(columns.item, row) === null ? totals : own).push(row);
  }
  if (own.length === 0) return formsOfTotals(table, definition, totals, issues);
  for (const row of totals)
    issues.push({
      ...rejected(row, "total_beside_answers", "item", "answers alone, which are scored here", "a total beside them"),
      severity: "reported",
    });
  const rows = Int32Array.from(own);
  const picked = takeRows(table, rows);
  const long = answersFromLong({
    definition,
    answers: picked,
    ...(items === undefined ? {} : { itemIds: items }),
  });
  const known = new Set((items as readonly string[] | undefined) ?? itemNames(definition));
  const forms = long.answers.numRows;
  const firstRow = (at: number) => {
    const there = long.rows.map((item) => item[at]!).filter((row) => row >= 0);
    return there.length === 0 ? 0 : own[Math.min(...there)]!;
  };
  return {
    person: long.answers.columns.person as TextColumn,
    wave: long.answers.columns.wave as TextColumn,
    date: dateColumn(
      Array.from({ length: forms }, (_, at) =>
        earliest(
          long.rows.map((item) => item[at]!),
          picked.columns.date,
        ),
      ),
    ),
    answers: long.answers,
    totals: null,
    otherItems: own.filter((row) => !known.has(textAt(columns.item, row)!)),
    issues: [
      ...issues,
      ...long.issues.map((issue) => ({ ...issue, table: "measures", row: own[issue.row! - 1]! + 1 })),
    ],
    placeOf: (at, item) => {
      const row = item === undefined ? -1 : (long.rows[item - 1]?.[at] ?? -1);
      return (row >= 0 ? own[row]! : firstRow(at)) + 1;
    },
  };
}

function itemNames({ items }: MeasureDefinition): string[] {
  return Array.from({ length: items.count }, (_, at) => items.pattern.replace("{n}", String(at + 1)));
}

/** Totals of other systems: a text that is no number is rejected. */
function formsOfTotals(
  table: Columns,
  definition: MeasureDefinition,
  rows: readonly number[],
  before: readonly Issue[],
): Forms {
  const { person, wave, date, response } = table.columns;
  const ordered = [...rows].sort(
    (a, b) =>
      naturalOrder(String(cell(person!, a)), String(cell(person!, b))) ||
      naturalOrder(String(cell(wave!, a)), String(cell(wave!, b))) ||
      a - b,
  );
  const issues = [...before];
  const codes = response === undefined ? null : numbersOf(response);
  const range = definition.scores.length === 1 ? definition.scores[0]!.range : null;
  const values = ordered.map((row) => {
    const value = codes?.(row) ?? null;
    if (value === null) return null;
    if (Number.isNaN(value)) issues.push(rejected(row, "answer_not_a_number", "response", "a number", "text"));
    else if (range === null || (value >= range[0] && value <= range[1])) return value;
    else issues.push(rejected(row, "score_out_of_range", "response", `${range[0]} to ${range[1]}`, "another number"));
    return null;
  });
  return {
    person: textColumn(ordered.map((row) => String(cell(person!, row)))),
    wave: textColumn(ordered.map((row) => String(cell(wave!, row)))),
    date: dateColumn(ordered.map((row) => earliest([row], date))),
    answers: null,
    totals: numberColumn(values),
    otherItems: [],
    issues,
    placeOf: (at) => ordered[at]! + 1,
  };
}

/** A total may have a fraction, which no answer to an item has. */
function numbersOf(column: ColumnData): (row: number) => number | null {
  const codes = answerCodes(column);
  return (row) => {
    const value = cell(column, row);
    if (value === null) return null;
    if (typeof value === "string") return value.trim() === "" ? Number.NaN : Number(value);
    return codes.values[row]!;
  };
}

function earliest(rows: readonly number[], column: ColumnData | undefined): number | null {
  if (column === undefined || column.type !== "date") return null;
  const days = rows.flatMap((row) => {
    const day = row < 0 ? null : (cell(column, row) as number | null);
    return day === null ? [] : [day];
  });
  return days.length === 0 ? null : Math.min(...days);
}

function rejected(row: number, code: string, column: string, expected: string, found: string): Issue {
  return { code, severity: "rejected", table: "measures", file: null, row: row + 1, column, expected, found };
}
