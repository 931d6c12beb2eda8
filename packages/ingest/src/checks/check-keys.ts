import type { TableSource } from "@likewise/schema";
import { type IssueLedger, noteIssue } from "../table/issue-ledger.ts";
import type { ReadColumn } from "../table/read-column.ts";

/**
 * Repeats of a key among the rows not rejected so far. Exact repeats add nothing: the first stands. Rows that differ
 * under one key contradict each other: unless the plan says which stands, none does.
 *
 * @param key      columns of the key; a row with a part missing is not compared
 * @param columns  everything that is read, to tell a repeat from a contradiction
 * @param standing which row stands
 */
export function checkKeys(
  ledger: IssueLedger,
  key: readonly ReadColumn[],
  columns: readonly ReadColumn[],
  standing: NonNullable<TableSource["standing"]> = "none",
): void {
  const facts = { key: key.map(({ mapped }) => mapped.name).join(" and ") };
  for (const rows of repeatedRows(ledger, key)) {
    const stands = standing === "last" ? rows.at(-1)! : rows[0]!;
    const contents = rows.map((row) => contentOf(columns, row));
    if (standing === "none" && contents.some((content) => content !== contents[0])) {
      for (const row of rows) noteIssue(ledger, "conflicting_rows", row, null, facts);
    } else {
      for (const row of rows) if (row !== stands) noteIssue(ledger, "key_repeated", row, null, facts);
    }
  }
}

/** Groups of rows with one key, two or more to a group, in the order of their first rows. */
function repeatedRows({ rejected }: IssueLedger, key: readonly ReadColumn[]): readonly (readonly number[])[] {
  const first = new Map<string, number>();
  const repeats = new Map<string, number[]>();
  for (let row = 0; row < rejected.length; row++) {
    if (rejected[row] === 1) continue;
    const text = keyText(key, row);
    if (text === null) continue;
    const before = first.get(text);
    if (before === undefined) first.set(text, row);
    else if (repeats.has(text)) repeats.get(text)!.push(row);
    else repeats.set(text, [before, row]);
  }
  return [...repeats.values()].sort((a, b) => a[0]! - b[0]!);
}

/** Parts are joined by a character no cell holds apart from its neighbours: the unit separator. */
function keyText(key: readonly ReadColumn[], row: number): string | null {
  let text = "";
  for (const { codes, readings } of key) {
    const value = readings[codes[row]!]!.value;
    if (value === null) return null;
    text += `${value}\u001f`;
  }
  return text;
}

/** What a row says in every column read: values where they can be had, so that 01/02/2023 and 1/2/2023 agree. */
function contentOf(columns: readonly ReadColumn[], row: number): string {
  return columns
    .filter(({ mapped }) => mapped.source.kind === "column")
    .map(({ codes, readings }) => readings[codes[row]!]!.value ?? "")
    .join("\u001f");
}
