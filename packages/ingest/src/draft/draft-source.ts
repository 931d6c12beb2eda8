import { type ColumnPlan, type DateFormat, isoDate, recordFields, type TableSource } from "@likewise/schema";
import { readNumber } from "../values/read-number.ts";
import type { ColumnTexts } from "./cell-kind.ts";
import type { FieldMatch, TableChoice } from "./choose-tables.ts";
import type { DraftNote } from "./draft.ts";
import { type DraftDates, draftDates } from "./draft-dates.ts";
import { draftValues } from "./draft-values.ts";
import { suspectedNumbers, suspectedTexts } from "./missing-codes.ts";
import type { FieldWords } from "./vocabulary/vocabulary.ts";

/** A mapped column before the plan is written: what it is called, how it is read, and why. */
export interface DraftColumn {
  /** Field of the record, or name of a covariate. */
  readonly name: string;
  readonly column: ColumnTexts;
  readonly words: FieldWords;
  readonly dates: DraftDates | null;
  /** Texts and numbers that look like missing codes, with their rows. */
  readonly missingTexts: ReadonlyMap<string, number>;
  readonly missingNumbers: ReadonlyMap<string, number>;
  readonly isCovariate: boolean;
  readonly isId: boolean;
  readonly isRequired: boolean;
  /** Why it was taken for the field. */
  readonly because: string;
}

export function draftColumn(choice: TableChoice, match: FieldMatch): DraftColumn {
  const field = recordFields(choice.table).find(({ name }) => name === match.words.field)!;
  return {
    ...read(choice, match.column, match.words),
    name: field.name,
    isCovariate: false,
    isId: field.isId,
    isRequired: field.required,
    because: because(match),
  };
}

export function draftCovariate(choice: TableChoice, name: string, match: FieldMatch): DraftColumn {
  return {
    ...read(choice, match.column, match.words),
    name,
    isCovariate: true,
    isId: false,
    isRequired: false,
    because: because(match),
  };
}

function because({ like, share, words }: FieldMatch): string {
  const cells = { id: "ids", date: "dates", boolean: "yes or no", number: "numbers", money: "amounts", year: "years" }[
    words.cells as string
  ];
  return `headed like "${like}"${cells === undefined || share === 1 ? "" : `; ${Math.round(100 * share)}% of its cells are ${cells}`}`;
}

function read({ file }: TableChoice, column: ColumnTexts, words: FieldWords) {
  const numeric = words.cells === "number" || words.cells === "year";
  const texts = words.cells === "id" || words.cells === "text" ? [] : suspectedTexts(column);
  const numbers = numeric ? suspectedNumbers(column) : [];
  return {
    column,
    words,
    dates: words.cells === "date" ? draftDates(column, file.realDates) : null,
    missingTexts: new Map(texts.map(({ text, rows }) => [text, rows])),
    missingNumbers: new Map(numbers.map(({ text, rows }) => [text, rows])),
  };
}

/** Decisions about a table that its own columns cannot make. */
export interface SourceDecisions {
  /** Whether the numbers that look like missing codes are taken to be. */
  readonly numbersAreMissing: boolean;
  /** For columns whose dates can be read in two ways. */
  readonly ambiguousFormat: DateFormat | null;
  /** By field: what is evened out in its ids. */
  readonly normalise: ReadonlyMap<string, readonly ("case" | "spaces")[]>;
  /** People are not dropped for a misprint in what they can do without. */
  readonly keepRows: boolean;
  /** Recodes other than the vocabulary's, by field. */
  readonly values: ReadonlyMap<string, Readonly<Record<string, string | boolean>>>;
}

/** The plan of one table, with notes below `data.tables.TABLE`. */
export function draftSource(
  choice: TableChoice,
  columns: readonly DraftColumn[],
  decisions: SourceDecisions,
): { readonly source: TableSource; readonly notes: readonly DraftNote[] } {
  const { table, file } = choice;
  const base = ["data", "tables", table];
  const notes: DraftNote[] = [];
  const formats = columns.flatMap(({ dates }) => formatOf(dates, decisions) ?? []);
  const common = mostCommon(formats);
  const texts = mergedTexts(columns);
  const plans = (of: readonly DraftColumn[], key: string) =>
    Object.fromEntries(
      of.map((column) => {
        const { plan, why } = columnPlan(table, column, { ...decisions, common, texts: [...texts.keys()] });
        notes.push({ path: [...base, key, column.name], text: why });
        return [column.name, plan] as const;
      }),
    );
  const mapped = plans(
    columns.filter(({ isCovariate }) => !isCovariate),
    "columns",
  );
  const covariates = columns.filter(({ isCovariate }) => isCovariate);
  const source: TableSource = {
    files: [file.path, ...(file.further ?? [])],
    ...(Object.keys(file.format).length === 0 ? {} : { format: file.format }),
    ...(common === null ? {} : { dateFormat: common }),
    ...(texts.size === 0 ? {} : { missing: [...texts.keys()] }),
    columns: mapped,
    ...(covariates.length === 0 ? {} : { covariates: plans(covariates, "covariates") }),
  };
  for (const { fix, what, value, evidence } of file.assumptions) {
    const key = /format\.(\w+):/.exec(fix)?.[1] ?? what;
    const path = key in file.format ? [...base, "format", key] : [...base, "format"];
    if (Object.keys(file.format).length > 0)
      notes.push({ path, text: key in file.format ? evidence : `${what} ${value}: ${evidence}` });
  }
  if (texts.size > 0) {
    const counts = [...texts].map(([text, rows]) => `${text} in ${rows} cells`).join(", ");
    notes.push({ path: [...base, "missing"], text: `${counts}; blank cells are missing in any case` });
  }
  return { source, notes };
}

interface ColumnDecisions extends SourceDecisions {
  readonly common: DateFormat | null;
  readonly texts: readonly string[];
}

function columnPlan(
  table: string,
  draft: DraftColumn,
  { common, texts, numbersAreMissing, keepRows, normalise, values: decided, ...decisions }: ColumnDecisions,
): { plan: ColumnPlan; why: string } {
  const { column, words, dates } = draft;
  const why = [draft.because];
  const plan: Exclude<ColumnPlan, string> = { column: column.header };
  if (draft.isCovariate)
    plan.type = words.cells === "number" ? (wholeNumbers(column) ? "integer" : "number") : "category";
  if (dates !== null) {
    const format = formatOf(dates, decisions);
    if (format !== null && format !== common) plan.dateFormat = format;
    if (format !== null) why.push(`${format}: ${dates.evidence}`);
    else if (dates.evidence !== "") why.push(dates.evidence);
    const [first, last] = [dates.days[0], dates.days.at(-1)];
    if (first !== undefined && last !== undefined) why.push(`from ${isoDate(first.day)} to ${isoDate(last.day)}`);
  }
  if (["codes", "category", "few-codes", "boolean"].includes(words.cells) && !draft.isCovariate && !draft.isId) {
    const { values, unknown, twins } = draftValues(table, column, words);
    const all = { ...values, ...decided.get(draft.name) };
    if (Object.keys(all).length > 0) plan.values = all;
    if (twins.length > 0)
      why.push(`spellings that differ only in case, spaces or dashes are one code (${twins.length})`);
    const strict = words.cells === "codes" || words.cells === "boolean";
    const fixed = strict && recordFields(table).find(({ name }) => name === draft.name)?.type !== "category";
    if (unknown.length > 0 && fixed)
      why.push(
        `${unknown.length} further ${unknown.length === 1 ? "code is" : "codes are"} not known, and those rows are listed by check`,
      );
  }
  if (draft.missingNumbers.size > 0) {
    const counts = [...draft.missingNumbers].map(([text, rows]) => `${text} in ${rows} rows`).join(", ");
    why.push(`${counts} stand apart from the other numbers`);
    if (numbersAreMissing) plan.missing = [...texts, ...draft.missingNumbers.keys()];
  }
  if (draft.isCovariate && words.range !== undefined) {
    [plan.minimum, plan.maximum] = words.range;
    why.push(`the instrument goes from ${words.range[0]} to ${words.range[1]}`);
  } else if (table === "referrals" && words.range !== undefined) plan.maximum = words.range[1];
  const canBeUnreadable = ["date", "number", "year", "boolean", "codes"].includes(words.cells);
  if (keepRows && canBeUnreadable && !draft.isRequired && !draft.isId) plan.unreadable = "missing";
  const evened = normalise.get(draft.name);
  if (evened !== undefined && evened.length > 0) plan.normalise = [...evened] as NonNullable<typeof plan.normalise>;
  const keys = Object.keys(plan);
  return { plan: keys.length === 1 ? column.header : plan, why: why.join("; ") };
}

function formatOf(
  dates: DraftDates | null,
  { ambiguousFormat }: Pick<SourceDecisions, "ambiguousFormat">,
): DateFormat | null {
  if (dates === null) return null;
  return dates.other === null || ambiguousFormat === null ? dates.format : ambiguousFormat;
}

function mostCommon(formats: readonly DateFormat[]): DateFormat | null {
  const counts = new Map<DateFormat, number>();
  for (const format of formats) counts.set(format, (counts.get(format) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Missing texts of all columns, with the number of cells, the most frequent first. */
function mergedTexts(columns: readonly DraftColumn[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const { missingTexts } of columns)
    for (const [text, rows] of missingTexts) all.set(text, (all.get(text) ?? 0) + rows);
  return new Map([...all].sort((a, b) => b[1] - a[1]));
}

/** Mostly whole, so that a fraction is a misprint. */
function wholeNumbers({ texts, counts }: ColumnTexts): boolean {
  let whole = 0;
  let all = 0;
  for (const [index, text] of texts.entries()) {
    const value = readNumber(text);
    if (value === null) continue;
    all += counts[index]!;
    if (Number.isInteger(value)) whole += counts[index]!;
  }
  return all > 0 && whole >= 0.99 * all;
}
