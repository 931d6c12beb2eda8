import type { Issue } from "@likewise/schema";
import type { IngestedTable } from "../table/ingest-table.ts";
import { type ReadColumn, textAt } from "../table/read-column.ts";

/** Tables of which every row is about victim-survivors or children, or says who they are. */
export const victimTables: ReadonlySet<string> = new Set(["abuse", "harms", "interviews", "links"]);

/**
 * Which rows of each table are kept apart, as about victim-survivors or children: every row of a table that is theirs, the
 * rows of other tables whose person has their role in `people`, and events in which the person is the victim. Where
 * roles are read, a row that cannot be told to be another person's is kept apart as well.
 *
 * @param people as ingested; undefined when the study has none
 */
export function rowsApart(people: IngestedTable | undefined): (table: IngestedTable) => (row: number) => boolean {
  const roles = people?.read.get("role");
  // Looked at once a row is asked about, and then for all tables.
  let others: ReadonlySet<string> | null = null;
  return ({ ledger: { table }, read }) => {
    if (victimTables.has(table)) return () => true;
    const part = table === "events" ? read.get("role") : undefined;
    const isVictim = (row: number) => part !== undefined && textAt(part, row) === "victim";
    if (people === undefined || roles === undefined) return isVictim;
    if (table === "people") return (row) => isApart(roles, row);
    const person = read.get("person");
    if (person === undefined) return isVictim;
    return (row) => {
      others ??= idsOfOthers(people.read.get("person")!, roles);
      const id = idAt(person, row);
      return id === null || !others.has(id) || isVictim(row);
    };
  };
}

/** Whether an issue is about a row kept apart, or about a table that is. */
export function isIssueApart(
  issue: Issue,
  { ledger: { table, rows } }: IngestedTable,
  apart: (row: number) => boolean,
): boolean {
  if (victimTables.has(table)) return true;
  const file = rows.files.findIndex(({ shown }) => shown === issue.file);
  return issue.row !== null && file >= 0 && apart(rows.starts[file]! + issue.row - 1);
}

function idsOfOthers(ids: ReadColumn, roles: ReadColumn): ReadonlySet<string> {
  const others = new Set<string>();
  for (let row = 0; row < ids.codes.length; row++) {
    const id = idAt(ids, row);
    if (id !== null && !isApart(roles, row)) others.add(id);
  }
  return others;
}

function idAt(ids: ReadColumn, row: number): string | null {
  return textAt(ids, row) ?? ids.alone?.(row) ?? null;
}

function isApart(roles: ReadColumn, row: number): boolean {
  return textAt(roles, row) !== "perpetrator";
}
