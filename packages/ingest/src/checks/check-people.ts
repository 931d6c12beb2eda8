import { calendarDate, type RecordSchema } from "@likewise/schema";
import { headerOf } from "../mapping/mapped-column.ts";
import { type IssueLedger, noteIssue } from "../table/issue-ledger.ts";
import { numberAt, type ReadColumn, textAt } from "../table/read-column.ts";

/** What other tables check their rows against. */
export interface KnownPeople {
  /** Ids whose rows are used, with the year of birth where known. */
  readonly used: ReadonlyMap<string, number | null>;
  /** Ids that occur, but only in rows that were rejected. */
  readonly rejected: ReadonlySet<string>;
}

/** The people of a finished `people` table. */
export function knownPeople(ledger: IssueLedger, columns: ReadonlyMap<string, ReadColumn>): KnownPeople {
  const person = columns.get("person")!;
  const birthYear = columns.get("birth_year");
  const used = new Map<string, number | null>();
  const rejected = new Set<string>();
  for (let row = 0; row < person.codes.length; row++) {
    const id = textAt(person, row);
    if (id === null) continue;
    if (ledger.rejected[row] === 1) rejected.add(id);
    else used.set(id, birthYear === undefined ? null : numberAt(birthYear, row));
  }
  return { used, rejected };
}

/** Ids that must be in `people`, and no date before the year in which the row's person was born, by its last day. */
export function checkAgainstPeople(
  ledger: IssueLedger,
  schema: RecordSchema,
  columns: ReadonlyMap<string, ReadColumn>,
  people: KnownPeople,
): void {
  for (const [field, target] of Object.entries(schema.references)) {
    const column = columns.get(field);
    if (column !== undefined && target === "people.person") checkReference(ledger, columns, column, people);
  }
  const person = columns.get("person");
  if (person !== undefined) checkBirthYear(ledger, columns, person, people);
}

function checkReference(
  ledger: IssueLedger,
  columns: ReadonlyMap<string, ReadColumn>,
  column: ReadColumn,
  people: KnownPeople,
): void {
  const problems = column.readings.map(({ value }) => {
    if (typeof value !== "string" || people.used.has(value)) return null;
    return people.rejected.has(value) ? "reference_rejected" : "reference_unknown";
  });
  if (problems.every((found) => found === null)) return;
  // A worker whom somebody is linked to is not one of the people followed.
  const kind = column.mapped.name === "linked_person" ? columns.get("kind") : undefined;
  for (let row = 0; row < column.codes.length; row++) {
    const found = column.codes[row] === -1 ? null : problems[column.codes[row]!]!;
    if (found === null || (kind !== undefined && textAt(kind, row) === "worker")) continue;
    noteIssue(ledger, found, row, headerOf(column.mapped));
  }
}

function checkBirthYear(
  ledger: IssueLedger,
  columns: ReadonlyMap<string, ReadColumn>,
  person: ReadColumn,
  people: KnownPeople,
): void {
  const unknown = Number.NEGATIVE_INFINITY;
  const born = Float64Array.from(person.readings, ({ value }) => people.used.get(String(value)) ?? unknown);
  for (const column of columns.values()) {
    if (column.mapped.type !== "date") continue;
    const years = Float64Array.from(column.readings, ({ value, latest }) =>
      typeof value === "number" ? calendarDate(latest ?? value).year : Number.POSITIVE_INFINITY,
    );
    for (let row = 0; row < column.codes.length; row++) {
      if (column.codes[row] !== -1 && years[column.codes[row]!]! < born[person.codes[row]!]!) {
        noteIssue(ledger, "event_before_birth", row, headerOf(column.mapped));
      }
    }
  }
}
