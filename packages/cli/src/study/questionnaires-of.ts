import { answersFromLong, type PairWavesInput, scoreMeasure } from "@likewise/measures";
import {
  type ColumnData,
  type Columns,
  cell,
  type DateColumn,
  dateColumn,
  Failure,
  type Issue,
  type MeasureDefinition,
  type NumberColumn,
  naturalOrder,
  numberColumn,
  parseIsoDate,
  type TextColumn,
} from "@likewise/schema";
import type { ChangeOptions } from "../commands/change.ts";
import type { ScoreAsked } from "./change-options.ts";
import { listed } from "./compare-options.ts";

/** One row a person and time point, whichever way the file stands. */
export interface Questionnaires {
  readonly pairing: PairWavesInput;
  /** rows as in the table; of a wide file those of later scores follow those of first ones */
  readonly issues: readonly Issue[];
  readonly unverified: readonly string[];
  /** rows of items the measure does not have, in a file of one row an answer */
  readonly otherItems?: number;
  /** in such a file, row of the table a questionnaire begins in, both from 1 */
  readonly rowOf?: (questionnaire: number) => number;
}

/**
 * Scores of both time points, worked out from items or read.
 *
 * @throws Failure usage where a time point is not in the data; data where a score is no number; refused where answers look
 *   coded otherwise than the definition says
 */
export function questionnairesOf(columns: Columns, options: ChangeOptions, asked: ScoreAsked): Questionnaires {
  const person = columns.columns[options.id]! as TextColumn;
  if (options.item !== undefined) return fromAnswers(columns, options, asked);
  if (options.wave !== undefined) {
    const wave = textOf(columns.columns[options.wave]!);
    const [pre, post] = timePoints(wave, options);
    const { values: score, ...rest } = scoresOf(
      columns,
      options.score === undefined ? asked.items : [options.score],
      options.score === undefined,
      asked,
    );
    const date = options.date === undefined ? {} : { date: daysOf(options.date, columns.columns[options.date]!) };
    return { pairing: { person, wave, score, pre, post, ...date }, ...rest };
  }
  const [first, later] = [listed(options.pre), listed(options.post)].map((names) =>
    scoresOf(columns, names, names.length > 1, asked),
  );
  const rows = columns.numRows;
  const shifted = later!.issues.map((issue) => ({ ...issue, row: issue.row === null ? null : issue.row + rows }));
  const [pre, post] = ["the first time point", "the later time point"];
  return {
    pairing: {
      person: textOf(person, person),
      wave: { type: "text", values: [...Array(rows).fill(pre), ...Array(rows).fill(post)], valid: null },
      score: stacked(first!.values, later!.values),
      pre,
      post,
    },
    issues: [...first!.issues, ...shifted],
    unverified: first!.unverified,
  };
}

/** One row an answer: issues stand at the row of the answer they are about. */
function fromAnswers(columns: Columns, options: ChangeOptions, asked: ScoreAsked): Questionnaires {
  const { definition } = asked.measure!;
  if (asked.items.length !== definition.items.count) {
    throw new Failure(
      "usage",
      `${definition.abbreviation} has ${definition.items.count} items: ${asked.items.length} were named`,
    );
  }
  const named = (name: string | undefined) => columns.columns[name!]!;
  const wave = textOf(named(options.wave));
  const [pre, post] = timePoints(wave, options);
  const { answers, rows, issues, otherItems } = answersFromLong({
    definition,
    answers: {
      numRows: columns.numRows,
      columns: {
        person: named(options.id),
        wave,
        item: textOf(named(options.item)),
        response: named(options.response),
      },
    },
    itemIds: asked.items,
  });
  if (answers.numRows === 0) {
    throw new Failure("data", `--item: none of ${asked.items.join(", ")} is in ${options.item}; --items names them`);
  }
  const scored = scoresOf(answers, itemColumns(definition), true, asked);
  const firstRow = (form: number) => Math.min(...rows.map((item) => item[form]!).filter((row) => row >= 0));
  const placed = scored.issues.map((issue) => {
    const item = itemColumns(definition).indexOf(issue.column ?? "");
    const row = rows[item]?.[issue.row! - 1] ?? -1;
    return { ...issue, row: (row >= 0 ? row : firstRow(issue.row! - 1)) + 1, column: options.response! };
  });
  // Of answers of one questionnaire on several days the first day counts.
  const days = options.date === undefined ? null : daysOf(options.date, named(options.date));
  const firstDay = (form: number) => {
    const found = rows.flatMap((item) => (item[form]! < 0 ? [] : ((cell(days!, item[form]!) as number | null) ?? [])));
    return found.length === 0 ? null : Math.min(...found);
  };
  const date =
    days === null ? {} : { date: dateColumn(Array.from({ length: answers.numRows }, (_, form) => firstDay(form))) };
  const { person, wave: waveOf } = answers.columns as { readonly person: TextColumn; readonly wave: TextColumn };
  return {
    pairing: { person, wave: waveOf, score: scored.values, pre, post, ...date },
    issues: [...issues.map((issue) => ({ ...issue, column: options.item! })), ...placed],
    unverified: scored.unverified,
    otherItems,
    rowOf: (questionnaire) => firstRow(questionnaire - 1) + 1,
  };
}

function itemColumns({ items }: MeasureDefinition): string[] {
  return Array.from({ length: items.count }, (_, at) => items.pattern.replace("{n}", String(at + 1)));
}

function timePoints(wave: TextColumn, options: ChangeOptions): readonly [string, string] {
  const { wave: column, waves } = options;
  const [pre, post] = waves === undefined ? [options.pre, options.post] : [listed(waves)[0], listed(waves).at(-1)];
  const known = [...new Set(wave.values.filter((_, row) => cell(wave, row) !== null))].sort(naturalOrder);
  const inOrder = known.length > 1 && known.every((name) => Number.isFinite(Number(name)));
  if ((pre === undefined || post === undefined) && !inOrder) {
    throw new Failure(
      "usage",
      `--pre and --post must name the first and the later time point of ${column}${known.length <= mostNamed ? ` (${known.join(", ")})` : ""}`,
    );
  }
  const chosen = [pre ?? known[0]!, post ?? known.at(-1)!] as const;
  for (const [flag, name] of [
    ["pre", chosen[0]],
    ["post", chosen[1]],
    ...listed(waves).map((name) => ["waves", name] as const),
  ] as const) {
    if (known.includes(name)) continue;
    const others = known.length <= mostNamed ? `, which holds ${known.join(", ")}` : "";
    throw new Failure("usage", `--${flag}: there is no time point ${name} in ${column}${others}`);
  }
  if (chosen[0] === chosen[1]) throw new Failure("usage", "--pre and --post must be different time points");
  return chosen;
}

/** A column named by mistake may hold anything: only a handful of values look like time points. */
const mostNamed = 12;

function scoresOf(columns: Columns, names: readonly string[], areItems: boolean, asked: ScoreAsked) {
  if (!areItems) return readScores(names[0]!, columns.columns[names[0]!]!, asked);
  const { definition, scoreId } = asked.measure!;
  const { count } = definition.items;
  if (names.length !== count) {
    throw new Failure("usage", `${definition.abbreviation} has ${count} items: ${names.length} columns were named`);
  }
  const found = scoreMeasure({ definition, answers: columns, columns: names, missingCodes: asked.missingCodes });
  if ("refused" in found) {
    const { what, why, unlocks } = found.refused;
    throw new Failure("refused", `${what}: ${why}. What would make it possible: ${unlocks}`);
  }
  const { values, unverified } = found.scores.find(({ id }) => id === scoreId)!;
  return { values, unverified, issues: found.issues };
}

/** Scores as they stand; one outside the range of a measure is none. */
function readScores(name: string, column: ColumnData, { range, missingCodes, measure }: ScoreAsked) {
  if (column.type !== "number" && column.type !== "integer") {
    throw new Failure("data", `column ${name} must hold scores: some of its cells are not numbers`);
  }
  const issues: Issue[] = [];
  const values = Array.from(column.values, (_, row) => {
    const score = cell(column, row) as number | null;
    if (score === null || missingCodes.includes(score)) return null;
    if (range === null || (score >= range[0] && score <= range[1])) return score;
    issues.push({
      code: "score_out_of_range",
      severity: "rejected",
      table: measure?.definition.id ?? "scores",
      file: null,
      row: row + 1,
      column: name,
      expected: `${range[0]} to ${range[1]}, blank, or a code declared as missing`,
      found: "another number",
    });
    return null;
  });
  return { values: numberColumn(values), issues, unverified: [] as readonly string[] };
}

/** Days of a column of dates, or of texts that are days. */
function daysOf(name: string, column: ColumnData): DateColumn {
  if (column.type === "date") return column;
  const days = Array.from({ length: column.values.length }, (_, row) => {
    const text = cell(column, row);
    if (text === null || text === "") return null;
    const day = parseIsoDate(String(text));
    if (day === null) throw new Failure("data", `column ${name} must hold days as 2023-05-01: row ${row + 1} does not`);
    return day;
  });
  return dateColumn(days);
}

/** The columns as text, one below the other. */
function textOf(...columns: readonly ColumnData[]): TextColumn {
  const texts = columns.flatMap((column) =>
    Array.from({ length: column.values.length }, (_, row) => cell(column, row)),
  );
  return {
    type: "text",
    values: texts.map((text) => (text === null ? "" : String(text))),
    valid: Uint8Array.from(texts, (text) => (text === null ? 0 : 1)),
  };
}

function stacked(first: NumberColumn, later: NumberColumn): NumberColumn {
  const values = [first, later].flatMap((column) =>
    Array.from(column.values, (_, row) => cell(column, row) as number | null),
  );
  return numberColumn(values);
}
