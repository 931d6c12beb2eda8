import {
  type CategoryColumn,
  type Columns,
  cell,
  type Issue,
  type MeasureDefinition,
  naturalOrder,
  type TextColumn,
} from "@likewise/schema";
import { itemColumn, itemNumbers } from "../definition/item-numbers.ts";
import { answerCodes } from "./answer-codes.ts";

export interface LongAnswers {
  /** one row per questionnaire: person, wave and the items; in natural order of person, then wave */
  readonly answers: Columns;
  /** row of the given table each answer stands in, by item, then questionnaire; -1 where there is none */
  readonly rows: readonly Int32Array[];
  /** rows of items the definition does not have: of another form, or the unscored ones */
  readonly otherItems: number;
  readonly issues: readonly Issue[];
}

/**
 * One row per answer, put as one row per questionnaire. Two answers of one person to one item at one time point are both
 * rejected and the item stays blank, for neither is known to be the right one.
 *
 * @param answers  columns `person`, `wave`, `item` and `response`, as the measures table has them
 * @param itemIds  ids the items have in the data, items 1, 2, … in order; the definition's pattern when left out
 * @throws RangeError when a column is not there
 * @example
 * const text = (...values) => ({ type: "text", values, valid: null });
 * const response = { type: "integer", values: Int32Array.of(4, 6), valid: null };
 * const columns = { person: text("a", "a"), wave: text("exit", "exit"), item: text("goal1", "goal2"), response };
 * answersFromLong({ definition: findMeasure("gbo"), answers: { numRows: 2, columns } }).answers.numRows; // 1
 */
export function answersFromLong({
  definition,
  answers,
  itemIds,
}: {
  readonly definition: MeasureDefinition;
  readonly answers: Columns;
  readonly itemIds?: readonly string[];
}): LongAnswers {
  const named = (name: string) => {
    const column = answers.columns[name];
    if (column === undefined)
      throw new RangeError(
        `answersFromLong: answers must have a column ${name}, got ${Object.keys(answers.columns).join(", ")}`,
      );
    return column;
  };
  const [person, wave, item] = [named("person"), named("wave"), named("item")] as (TextColumn | CategoryColumn)[];
  const response = answerCodes(named("response"));
  const numbers = itemNumbers(definition, "all");
  const names = numbers.map((number) => itemColumn(definition, number));
  const places = new Map((itemIds ?? names).map((id, at) => [id, at]));
  const found = new Map<string, { person: string; wave: string; rows: (number | null)[]; count: number[] }>();
  const issues: Issue[] = [];
  const twice: number[] = [];
  let otherItems = 0;
  for (let row = 0; row < answers.numRows; row++) {
    const at = places.get(String(cell(item!, row)));
    if (at === undefined) {
      otherItems++;
      continue;
    }
    const [who, when] = [String(cell(person!, row)), String(cell(wave!, row))];
    const key = JSON.stringify([who, when]);
    let of = found.get(key);
    if (of === undefined) {
      of = { person: who, wave: when, rows: names.map(() => null), count: names.map(() => 0) };
      found.set(key, of);
    }
    if (++of.count[at]! === 1) of.rows[at] = row;
    else {
      if (of.rows[at] !== null) twice.push(of.rows[at]!);
      of.rows[at] = null;
      twice.push(row);
    }
  }
  for (const row of twice.sort((a, b) => a - b)) issues.push(repeated(definition, row));
  const forms = [...found.values()].sort((a, b) => naturalOrder(a.person, b.person) || naturalOrder(a.wave, b.wave));
  const isThere = (row: number | null) => row !== null && (response.valid === null || response.valid[row] === 1);
  const columns = names.map((name, at) => {
    const rows = forms.map((form) => form.rows[at]!);
    const values = Float64Array.from(rows, (row) => (isThere(row) ? response.values[row!]! : 0));
    return [name, { type: "number", values, valid: Uint8Array.from(rows, (row) => (isThere(row) ? 1 : 0)) }] as const;
  });
  return {
    answers: {
      numRows: forms.length,
      columns: {
        person: { type: "text", values: forms.map((form) => form.person), valid: null },
        wave: { type: "text", values: forms.map((form) => form.wave), valid: null },
        ...Object.fromEntries(columns),
      },
    },
    rows: names.map((_, at) => Int32Array.from(forms, (form) => form.rows[at] ?? -1)),
    otherItems,
    issues,
  };
}

function repeated(definition: MeasureDefinition, row: number): Issue {
  return {
    code: "two_answers_to_item",
    severity: "rejected",
    table: definition.id,
    file: null,
    row: row + 1,
    column: "item",
    expected: "one answer a person, time point and item",
    found: "another for the same",
  };
}
