import { type DateFormat, Failure, isoDate, type StudyPlan, type TableSource } from "@likewise/schema";
import type { ColumnTexts } from "./cell-kind.ts";
import { chooseTables, type FieldMatch, type TableChoice } from "./choose-tables.ts";
import type { Draft, DraftNote } from "./draft.ts";
import { draftDates } from "./draft-dates.ts";
import { type DraftDesign, draftDesign } from "./draft-design.ts";
import type { DraftFile } from "./draft-file.ts";
import { draftKey } from "./draft-key.ts";
import { type DraftColumn, draftColumn, draftCovariate, draftSource, type SourceDecisions } from "./draft-source.ts";
import { type IdJoin, idJoin } from "./id-joins.ts";
import { joinParts } from "./join-parts.ts";
import { identifyingColumns, leftOut } from "./left-out.ts";
import { type Questions, questions } from "./questions.ts";
import { scoreField } from "./score-field.ts";
import { covariateWords } from "./vocabulary/covariates.ts";

/** One table on its way into the plan. */
export interface DraftTable {
  readonly choice: TableChoice;
  readonly columns: readonly DraftColumn[];
  /** Header to what it identifies people by. */
  readonly identifying: ReadonlyMap<string, string>;
}

/**
 * Drafts the plan of a study from extracts: which record each file holds, which column is which field, how dates and
 * codes are written, how ids meet, and the design that follows. What the files do not settle becomes a question; the
 * draft follows the first choice of each until an answer says otherwise.
 *
 * Nothing in the plan is claimed that the files do not show: `evidence` is left empty, columns that identify people and
 * columns no vocabulary knows are left out and named in the notes.
 *
 * @param files   read with nothing declared
 * @param title   of the study
 * @param answers id of a question to the choice, 0 for the first
 * @throws Failure `data` where no file holds people or none holds events; RangeError for an answer that is no choice
 */
export function draftStudy({
  files,
  title,
  answers = new Map(),
}: {
  readonly files: readonly DraftFile[];
  readonly title: string;
  readonly answers?: ReadonlyMap<string, number>;
}): Draft {
  const asking = questions(answers);
  const filled = askFillDown(asking, joinParts(files));
  const choices = chooseTables(filled);
  const people = choices.find(({ table }) => table === "people");
  if (people === undefined) {
    throw new Failure(
      "data",
      "no file has a column of person ids that can be recognised (Client Ref, Nominal Ref, person_id, CRN …), so no study can be drafted from them",
    );
  }
  const tables = choices.map((choice) => draftTable(choice, people));
  const joins = new Map(
    tables
      .filter(({ choice }) => choice !== people)
      .map((table) => [table.choice.table, joinOf(table, people)] as const),
  );
  const mend = askReferences(asking, joins);
  const numbersAreMissing = askMissing(asking, tables);
  const ambiguousFormat = askDateOrder(asking, tables);
  const unread = filled.filter((file) => choices.every((choice) => choice.file !== file)).map(({ name }) => name);
  const design = draftDesign(asking, tables, unread);
  const notes: DraftNote[] = [];
  const sources: Record<string, TableSource> = {};
  for (const table of tables) {
    const name = table.choice.table;
    const evened = mend && needsMending(joins.get(name)) ? waysToMend(joins.get(name)!) : [];
    const decisions: SourceDecisions = {
      numbersAreMissing,
      ambiguousFormat,
      keepRows: name === "people",
      normalise: new Map(evened.length === 0 ? [] : [["person", evened]]),
      values: design.values.get(name) ?? new Map(),
    };
    const columns = [
      ...table.columns.filter(({ name: field }) => !design.dropped.has(field)),
      ...(design.columns.get(name) ?? []),
    ];
    const { source, notes: why } = draftSource(table.choice, columns, decisions);
    const key = draftKey(
      table.choice,
      mend ? (id) => id.toUpperCase().replace(/\s+/g, "") : (id) => id,
      dayOfRows(table, design),
    );
    sources[name] = {
      ...source,
      ...(design.constants.get(name) === undefined ? {} : { constants: design.constants.get(name)! }),
      ...(key.key === undefined ? {} : { key: [...key.key] }),
      ...(key.standing === undefined ? {} : { standing: key.standing }),
      ...(design.coverage.get(name) === undefined ? {} : { coverage: design.coverage.get(name)! }),
    };
    const at = ["data", "tables", name];
    notes.push({ path: at, text: tableWords(table, joins.get(name)) }, ...why);
    if (key.evidence !== "") {
      notes.push({
        path: [...at, key.key !== undefined ? "key" : key.standing !== undefined ? "standing" : "columns"],
        text: `Key: ${key.evidence}`,
      });
    }
    const sharing = tables.filter(({ choice }) => choice.file === table.choice.file);
    if (sharing.at(-1) === table) notes.push(...leftOutNotes(table, sharing, design));
  }
  const plan: StudyPlan = {
    version: 1,
    title,
    seed: 1,
    data: {
      ...(design.asAt === null ? {} : { asAt: isoDate(design.asAt) }),
      tables: sources,
      confirm: asking.asked.map(({ id, question, choices: all, chosen, evidence, confirmed }) => ({
        id,
        question,
        assumed: all[chosen]!,
        evidence,
        confirmed,
      })),
    },
    ...design.plan,
  };
  return { plan, notes: [...notes, ...design.notes], questions: asking.asked };
}

/** The matches of a choice that identify nobody, as columns. */
function draftTable(choice: TableChoice, people: TableChoice): DraftTable {
  const identifying = identifyingColumns(choice);
  const matches = [...choice.matches.values()].filter(({ column, words }) =>
    words.cells === "id"
      ? !/name|number|address/.test(identifying.get(column.header) ?? "")
      : !identifying.has(column.header),
  );
  const alone = matches.map((match) => draftColumn(choice, match));
  const proven = alone.find(({ dates }) => dates !== null && dates.format !== null && dates.other === null);
  const columns = alone.map((column) =>
    column.dates?.other == null || proven === undefined
      ? column
      : { ...column, dates: draftDates(column.column, choice.file.realDates, proven.dates!.format) },
  );
  const order = new Map(choice.columns.map(({ header }, index) => [header, index]));
  columns.sort((a, b) => order.get(a.column.header)! - order.get(b.column.header)!);
  const covariates = choice === people ? covariatesOf(choice, columns, identifying) : [];
  return { choice, columns: [...columns, ...covariates], identifying };
}

/** Further columns of the people's file that could be covariates, under a name made of their header. */
function covariatesOf(
  choice: TableChoice,
  columns: readonly DraftColumn[],
  identifying: ReadonlyMap<string, string>,
): readonly DraftColumn[] {
  const taken = new Set(columns.map(({ column }) => column));
  return choice.columns.flatMap((column, position) => {
    if (taken.has(column) || identifying.has(column.header)) return [];
    const best = covariateWords
      .flatMap((words): FieldMatch[] => {
        const score = scoreField(column, words);
        return score === null ? [] : [{ ...score, words, column, position }];
      })
      .sort((a, b) => b.score - a.score)[0];
    return best === undefined ? [] : [draftCovariate(choice, nameOf(column), best)];
  });
}

function nameOf({ header }: ColumnTexts): string {
  const name = header
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return /^[a-z]/.test(name) ? name : `covariate_${name}`;
}

function joinOf({ choice }: DraftTable, people: TableChoice): IdJoin | null {
  const person = choice.matches.get("person");
  const own = people.matches.get("person");
  if (person === undefined || own === undefined) return null;
  return idJoin(
    choice.file.rows.map((row) => row[person.position] ?? ""),
    people.file.rows.map((row) => row[own.position] ?? ""),
  );
}

function needsMending(join: IdJoin | null | undefined): boolean {
  return join !== null && join !== undefined && join.foundByCase + join.foundBySpaces > 0;
}

function waysToMend({ foundByCase, foundBySpaces }: IdJoin): readonly ("case" | "spaces")[] {
  return [
    ...(foundByCase + foundBySpaces > 0 ? (["case"] as const) : []),
    ...(foundBySpaces > 0 ? (["spaces"] as const) : []),
  ];
}

function askReferences({ ask }: Questions, joins: ReadonlyMap<string, IdJoin | null>): boolean {
  const odd = [...joins].filter(([, join]) => needsMending(join));
  if (odd.length === 0) return false;
  const evidence = odd
    .map(
      ([table, join]) =>
        `${table}: ${join!.rowsMended} rows meet a person only with letters put in capitals${join!.foundBySpaces > 0 ? " and spaces taken out" : ""}${join!.rowsPadded > 0 ? `; ${join!.rowsPadded} more have spaces around them, which are trimmed in any case` : ""}`,
    )
    .join("; ");
  const choice = ask({
    id: "references",
    question: "Are references that differ only in capitals or spaces the same people?",
    evidence,
    choices: ["the same people (normalise evens the ids out)", "not the same people; those rows are rejected"],
  });
  return choice === 0;
}

function askMissing({ ask }: Questions, tables: readonly DraftTable[]): boolean {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const { choice, columns } of tables) {
    for (const { column, missingNumbers } of columns) {
      const key = `${choice.file.path} ${column.header}`;
      if (missingNumbers.size === 0 || seen.has(key)) continue;
      seen.add(key);
      lines.push(
        `${column.header}: ${[...missingNumbers].map(([text, rows]) => `${text} in ${rows} rows`).join(", ")}`,
      );
    }
  }
  if (lines.length === 0) return false;
  const choice = ask({
    id: "missing-codes",
    question: "Do these numbers stand for missing values?",
    evidence: `${lines.join("; ")}; each is beyond every other number of its column`,
    choices: ["they mean missing", "they are values as they stand"],
  });
  return choice === 0;
}

function askFillDown({ ask }: Questions, files: readonly DraftFile[]): readonly DraftFile[] {
  const blanks = files.filter(({ filled }) => filled !== null);
  if (blanks.length === 0) return files;
  const words = blanks.map(({ filled, path }) => `${path.split("/").at(-1)}: ${filled!.headers.join(", ")}`);
  const choice = ask({
    id: "fill-down",
    question: "Does a blank repeat the cell above it, over page breaks too?",
    evidence: `${words.join("; ")}: the first row has a value, a third of the rows or more are blank, and no value stands twice in a row`,
    choices: ["it repeats the cell above", "it is blank; those rows have no person"],
  });
  if (choice !== 0) return files;
  return files.map((file) =>
    file.filled === null
      ? file
      : { ...file, rows: file.filled.rows, format: { ...file.format, fillDown: [...file.filled.headers] } },
  );
}

function askDateOrder({ ask }: Questions, tables: readonly DraftTable[]): DateFormat | null {
  const unclear = tables.flatMap(({ choice, columns }) =>
    columns.flatMap(({ column, dates }) => (dates?.other == null ? [] : [{ file: choice.file.path, column, dates }])),
  );
  const first = unclear[0];
  if (first === undefined) return null;
  const choices = [first.dates.format!, first.dates.other!] as const;
  const lines = new Set(
    unclear.map(({ file, column, dates }) => `${file.split("/").at(-1)}, ${column.header}: ${dates.evidence}`),
  );
  const chosen = ask({
    id: "date-order",
    question: "Which comes first in these dates, the day or the month?",
    evidence: [...lines].join("; "),
    choices: choices.map((format) => format),
  });
  return choices[chosen] ?? null;
}

/** The day of each row by what the design starts follow-up with (people) or by the record's own date. */
function dayOfRows({ choice, columns }: DraftTable, design: DraftDesign): ((row: number) => number | null) | null {
  const own = { searches: "searched_on", referrals: "referral_date" }[choice.table as string];
  const dated =
    choice.table === "people"
      ? design.columns.get("people")?.find(({ name }) => name === "index_date")
      : columns.find(({ name }) => name === own);
  if (dated === undefined || dated.dates === null) return null;
  const position = choice.columns.indexOf(dated.column);
  const days = new Map<string, number>();
  for (const [text, day] of dated.dates.dayOf) days.set(text, day);
  return (row) => days.get((choice.file.rows[row]![position] ?? "").trim()) ?? null;
}

function tableWords({ choice }: DraftTable, join: IdJoin | null | undefined): string {
  const words = `${choice.file.name}: ${choice.file.rows.length} rows, ${choice.matches.size} of ${choice.columns.length} columns recognised as ${choice.table}`;
  if (join === null || join === undefined) return words;
  const met = join.found + join.foundByCase + join.foundBySpaces;
  return `${words}; ${met} of its ${join.ids} person ids are among the people${join.foundByCase > 0 ? `, ${join.foundByCase} of them only in capitals` : ""}`;
}

function leftOutNotes(table: DraftTable, sharing: readonly DraftTable[], design: DraftDesign): DraftNote[] {
  const drafted = sharing.flatMap(({ choice, columns }) => [...columns, ...(design.columns.get(choice.table) ?? [])]);
  const out = leftOut(table.choice, drafted, table.identifying);
  if (out.length === 0) return [];
  const identifying = out.filter(({ identifies }) => identifies);
  const unknown = out.filter(({ identifies }) => !identifies);
  const lines = [
    ...(identifying.length === 0
      ? []
      : [
          "LEFT OUT, as they identify people or are free text:",
          ...identifying.map(({ header, why }) => `- ${header}: ${why}`),
        ]),
    ...(unknown.length === 0 ? [] : ["Unmapped:", ...unknown.map(({ header, why }) => `- ${header}: ${why}`)]),
  ];
  return [{ path: ["data", "tables", table.choice.table, "columns"], text: lines.join("\n") }];
}
