import type { ColumnData, Columns, Issue, MeasureDefinition } from "@likewise/schema";
import { itemColumn, itemNumbers } from "../definition/item-numbers.ts";
import { type AnswerCodes, answerCodes } from "./answer-codes.ts";

export interface ItemValuesInput {
  readonly definition: MeasureDefinition;
  /** one row per questionnaire */
  readonly answers: Columns;
  /** columns of items 1, 2, …; the definition's pattern when left out */
  readonly columns?: readonly string[];
  /** codes that mean no answer, beside those of the definition */
  readonly missingCodes?: readonly number[];
  /** items read as smallest + largest − value; the definition's when left out */
  readonly reverse?: readonly number[];
}

/** Items as they are added up: recoded and reversed. */
export interface ItemValues {
  /** one entry an item, each of the number of rows; means nothing where not answered */
  readonly values: readonly Float64Array[];
  /** 1 where there is an answer, one entry an item */
  readonly answered: readonly Uint8Array[];
  /** 1 where some answer of the row cannot be one, so that none of its scores may stand */
  readonly refused: Uint8Array;
  /** answers that need a person today, in order of rows */
  readonly flags: readonly AnswerFlag[];
  readonly issues: readonly Issue[];
}

export interface AnswerFlag {
  /** 0 for the first */
  readonly row: number;
  readonly item: number;
  readonly code: string;
}

/**
 * Answers of every item as the numbers that are added up: missing codes taken out, wrong codes reported, items the form
 * lets a person skip filled, values recoded, items reversed, in that order.
 *
 * A code the item does not allow is an issue and never a blank: the whole row is refused, for it was coded otherwise.
 *
 * @throws RangeError when a column of an item is not there, or a reversed item does not exist
 * @example
 * const goal = (...values) => ({ type: "integer", values: Int32Array.from(values), valid: null });
 * const answers = { numRows: 2, columns: { goal1: goal(2, 11), goal2: goal(6, 5), goal3: goal(3, 4) } };
 * Array.from(itemValues({ definition: findMeasure("gbo"), answers }).refused); // [0, 1]
 */
export function itemValues(input: ItemValuesInput): ItemValues {
  const { definition, answers } = input;
  const items = itemNumbers(definition, "all");
  const names = input.columns ?? items.map((item) => itemColumn(definition, item));
  if (names.length !== items.length) {
    throw new RangeError(
      `itemValues: columns must name one column for each of ${items.length} items, got ${names.length}`,
    );
  }
  const reverse = input.reverse ?? definition.items.reverse;
  const stray = reverse.find((item) => !items.includes(item));
  if (stray !== undefined)
    throw new RangeError(`itemValues: reverse must hold items from 1 to ${items.length}, got ${stray}`);
  const noAnswer = new Set([...(definition.missingCodes ?? []), ...(input.missingCodes ?? [])]);
  const refused = new Uint8Array(answers.numRows);
  const issues: Issue[] = [];
  const codes = items.map((item, at) => {
    const column = answerCodes(columnOf(answers, names[at]!));
    return readCodes(column, allowedCodes(definition, item), noAnswer, {
      name: names[at]!,
      refused,
      issues,
      definition,
    });
  });
  fillSkipped(definition, codes, names);
  issues.sort((a, b) => a.row! - b.row!);
  return {
    values: codes.map(({ values, answered }, at) =>
      recoded(values, answered, valueTable(definition, items[at]!, reverse)),
    ),
    answered: codes.map(({ answered }) => answered),
    refused,
    flags: flagsOf(definition, codes, answers.numRows),
    issues,
  };
}

function columnOf({ columns }: Columns, name: string): ColumnData {
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (column !== undefined) return column;
  throw new RangeError(`itemValues: columns must be in the table (${Object.keys(columns).join(", ")}), got ${name}`);
}

interface Codes {
  values: ArrayLike<number>;
  readonly answered: Uint8Array;
}

interface Reading {
  readonly name: string;
  readonly refused: Uint8Array;
  readonly issues: Issue[];
  readonly definition: MeasureDefinition;
}

function readCodes(column: AnswerCodes, allowed: readonly number[], noAnswer: ReadonlySet<number>, to: Reading): Codes {
  const { values, valid } = column;
  const answered = new Uint8Array(values.length);
  const lowest = Math.min(...allowed);
  const isAllowed = Uint8Array.from({ length: Math.max(...allowed) - lowest + 1 }, (_, at) =>
    allowed.includes(lowest + at) && !noAnswer.has(lowest + at) ? 1 : 0,
  );
  for (let row = 0; row < values.length; row++) {
    if (valid !== null && valid[row] === 0) continue;
    const code = values[row]!;
    if (isAllowed[code - lowest] === 1) answered[row] = 1;
    else if (!noAnswer.has(code)) refuse(row, allowed, code, to);
  }
  return { values, answered };
}

function refuse(row: number, allowed: readonly number[], code: number, { name, refused, issues, definition }: Reading) {
  refused[row] = 1;
  issues.push({
    code: Number.isNaN(code) ? "answer_not_a_number" : "answer_out_of_range",
    severity: "rejected",
    table: definition.id,
    file: null,
    row: row + 1,
    column: name,
    expected: `one of ${allowed.join(", ")}, or blank`,
    found: Number.isNaN(code) ? "text" : "another number",
  });
}

function allowedCodes(definition: MeasureDefinition, item: number): readonly number[] {
  const found = definition.items.responses.find(({ items }) => items === "all" || items.includes(item));
  if (found === undefined) throw new RangeError(`itemValues: items must each have codes, got none for item ${item}`);
  return found.values;
}

/** Blanks the form lets a person leave. Later skips see what earlier ones filled. */
function fillSkipped(definition: MeasureDefinition, codes: Codes[], names: readonly string[]): void {
  for (const { when, fill } of definition.items.skips ?? []) {
    const applies = conditionOf(when as SkipCondition, definition, codes, names);
    for (const item of fill.items) {
      const column = codes[item - 1]!;
      const values = Float64Array.from(column.values);
      for (let row = 0; row < values.length; row++) {
        if (column.answered[row] === 1 || !applies(row)) continue;
        values[row] = fill.value;
        column.answered[row] = 1;
      }
      column.values = values;
    }
  }
}

type SkipCondition =
  | { readonly sum: { readonly items: readonly number[]; readonly equals: number } }
  | Readonly<Record<string, number>>;

function conditionOf(
  when: SkipCondition,
  definition: MeasureDefinition,
  codes: readonly Codes[],
  names: readonly string[],
) {
  if (typeof when.sum === "object") {
    const { items, equals } = when.sum;
    const columns = items.map((item) => codes[item - 1]!);
    return (row: number) =>
      columns.every(({ answered }) => answered[row] === 1) &&
      columns.reduce((total, { values }) => total + values[row]!, 0) === equals;
  }
  const needed = Object.entries(when as Record<string, number>).map(([name, code]) => {
    const at = names.findIndex((_, index) => itemColumn(definition, index + 1) === name);
    return { column: codes[at]!, code };
  });
  return (row: number) => needed.every(({ column, code }) => column.answered[row] === 1 && column.values[row] === code);
}

/** What each code counts for, from the lowest code on. */
function valueTable(definition: MeasureDefinition, item: number, reverse: readonly number[]) {
  const codes = allowedCodes(definition, item);
  const map = definition.items.map?.find(({ items }) => items.includes(item));
  const countsFor = (code: number) => {
    const at = map?.from.indexOf(code) ?? -1;
    return at < 0 ? code : map!.to[at]!;
  };
  const values = codes.map(countsFor);
  const ends = Math.min(...values) + Math.max(...values);
  const lowest = Math.min(...codes);
  const table = new Float64Array(Math.max(...codes) - lowest + 1);
  codes.forEach((code, at) => {
    table[code - lowest] = reverse.includes(item) ? ends - values[at]! : values[at]!;
  });
  return { lowest, table };
}

function recoded(values: ArrayLike<number>, answered: Uint8Array, { lowest, table }: ReturnType<typeof valueTable>) {
  const out = new Float64Array(values.length);
  for (let row = 0; row < out.length; row++) if (answered[row] === 1) out[row] = table[values[row]! - lowest]!;
  return out;
}

function flagsOf(definition: MeasureDefinition, codes: readonly Codes[], rows: number): AnswerFlag[] {
  const flags: AnswerFlag[] = [];
  for (const { item, when, code } of definition.items.flags ?? []) {
    const { values, answered } = codes[item - 1]!;
    for (let row = 0; row < rows; row++) {
      // A worrying answer is raised even where the rest of the row cannot be scored.
      if (answered[row] === 1 && values[row]! >= when.gte) flags.push({ row, item, code });
    }
  }
  return flags.sort((a, b) => a.row - b.row || a.item - b.item);
}
