import { recordSchema } from "@likewise/schema";
import type { ColumnTexts } from "./cell-kind.ts";
import { columnTexts } from "./column-texts.ts";
import type { DraftFile } from "./draft-file.ts";
import { headerWords } from "./header-words.ts";
import { type FieldScore, scoreField } from "./score-field.ts";
import { recordWords } from "./vocabulary/index.ts";
import { type FieldWords, isDrafted, type RecordWords } from "./vocabulary/vocabulary.ts";

/** A column taken for a field. */
export interface FieldMatch extends FieldScore {
  readonly words: FieldWords;
  readonly column: ColumnTexts;
  /** Of the column in the file. */
  readonly position: number;
}

/** A record a file holds. */
export interface TableChoice {
  readonly table: string;
  readonly file: DraftFile;
  readonly columns: readonly ColumnTexts[];
  /** By field. */
  readonly matches: ReadonlyMap<string, FieldMatch>;
}

/**
 * Which record each file holds, and which one holds the people.
 *
 * A file holds the record most of whose fields it has columns for (the sum of their scores, one more where the file or
 * sheet is named like it), so long as everything the record requires is there. The people are in the file with the most
 * of their own fields beside an id, or else the one with the fewest rows to a person.
 */
export function chooseTables(files: readonly DraftFile[]): readonly TableChoice[] {
  const read = files.map((file) => ({ file, columns: columnTexts(file) }));
  const main = onePerTable(read.flatMap(({ file, columns }) => mainTable(file, columns) ?? []));
  const people = peopleTable(read);
  if (people === null) return main;
  const rest = main.filter(({ table, file }) => table !== "people" || file !== people.file);
  return [people, ...rest.filter(({ table }) => table !== "people")];
}

/** Of several files that hold one record in different columns, the one with the most of its fields. */
function onePerTable(choices: readonly TableChoice[]): readonly TableChoice[] {
  return choices.filter((choice) =>
    choices.every(
      (other) =>
        other === choice ||
        other.table !== choice.table ||
        pointsOf(other) < pointsOf(choice) ||
        isLater(other, choice),
    ),
  );
}

function isLater(other: TableChoice, choice: TableChoice): boolean {
  return pointsOf(other) === pointsOf(choice) && other.file.path > choice.file.path;
}

function mainTable(file: DraftFile, columns: readonly ColumnTexts[]): TableChoice | null {
  let best: { choice: TableChoice; points: number } | null = null;
  for (const words of recordWords) {
    if (words.table === "people" || words.table === "outcomes") continue;
    const matches = matchFields(columns, words);
    const choice = { table: words.table, file, columns, matches };
    if (!isComplete(choice)) continue;
    const points = pointsOf(choice) + (named(file, words) ? 1 : 0);
    if (best === null || points > best.points) best = { choice, points };
  }
  return best?.choice ?? null;
}

/** Each column for one field and each field from one column, the clearest pair first. */
function matchFields(columns: readonly ColumnTexts[], { fields }: RecordWords): ReadonlyMap<string, FieldMatch> {
  const pairs: FieldMatch[] = fields.filter(isDrafted).flatMap((words) =>
    columns.flatMap((column, position) => {
      const score = scoreField(column, words);
      return score === null ? [] : [{ ...score, words, column, position }];
    }),
  );
  pairs.sort((a, b) => b.score - a.score || a.position - b.position);
  const matches = new Map<string, FieldMatch>();
  const taken = new Set<number>();
  for (const pair of pairs) {
    if (matches.has(pair.words.field) || taken.has(pair.position)) continue;
    matches.set(pair.words.field, pair);
    taken.add(pair.position);
  }
  return matches;
}

function isComplete({ table, matches }: TableChoice): boolean {
  const required = recordSchema(table).fields.filter(({ required }) => required);
  return required.every(({ name }) => matches.has(name)) && matches.size >= 2;
}

/** An id and a date say little of what a row is; what only this record has says much. */
function pointsOf({ matches }: TableChoice): number {
  let points = 0;
  for (const { words, score } of matches.values()) points += words.field === "person" ? 0.2 * score : score;
  return points;
}

function named({ name }: DraftFile, { names }: RecordWords): boolean {
  const words = headerWords(name.replace(/\.[a-z]{2,7}$/i, ""));
  return names.some((known) => headerWords(known).every((word) => words.includes(word)));
}

function peopleTable(read: readonly { file: DraftFile; columns: readonly ColumnTexts[] }[]): TableChoice | null {
  const words = recordWords.find(({ table }) => table === "people")!;
  let best: { choice: TableChoice; points: number } | null = null;
  for (const { file, columns } of read) {
    const matches = matchFields(columns, words);
    const person = matches.get("person");
    if (person === undefined) continue;
    const choice = { table: "people", file, columns, matches };
    // Rows that are nearly one to a person may be about people; many to a person are not.
    const perPerson = person.column.texts.length / Math.max(1, person.column.present);
    const points = (perPerson >= 0.8 ? 1 : perPerson) * pointsOf(choice);
    if (best === null || points > best.points) best = { choice, points };
  }
  return best?.choice ?? null;
}
