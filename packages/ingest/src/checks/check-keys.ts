import type { TableSource } from "@likewise/schema";
import { headerOf } from "../mapping/mapped-column.ts";
import { type IssueLedger, noteIssue } from "../table/issue-ledger.ts";
import type { ReadColumn } from "../table/read-column.ts";
import type { Reading } from "../values/reading.ts";

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
  if (key.length > 1) for (const column of key) checkIncomplete(ledger, column, facts);
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

/** So few blanks in a part of the key are slips; a column that is often blank is meant to be. */
const slips = 0.05;

function checkIncomplete(
  ledger: IssueLedger,
  { mapped, codes, readings, alone }: ReadColumn,
  facts: { key: string },
): void {
  if (readings.every(({ value }) => value !== null)) return;
  const rows: number[] = [];
  let used = 0;
  for (let row = 0; row < codes.length; row++) {
    if (ledger.rejected[row] === 1 || (codes[row] === -1 && alone === undefined)) continue;
    used++;
    // An id that stands in one row only is there.
    if (codes[row] !== -1 && readings[codes[row]!]!.value === null) rows.push(row);
  }
  if (rows.length > slips * used) return;
  for (const row of rows) noteIssue(ledger, "key_incomplete", row, headerOf(mapped), facts);
}

/** Groups of rows with one key, two or more to a group, in the order of their first rows. */
function repeatedRows(ledger: IssueLedger, key: readonly ReadColumn[]): readonly (readonly number[])[] {
  // No id of the column stands in two rows.
  if (key.length === 1 && key[0]!.texts.length === 0) return [];
  const { keyOf, keys } = keyNumbers(ledger, key);
  const first = new Int32Array(keys).fill(-1);
  const repeats = new Map<number, number[]>();
  for (let row = 0; row < keyOf.length; row++) {
    const number = keyOf[row]!;
    if (number === -1) continue;
    if (first[number] === -1) first[number] = row;
    else if (repeats.has(number)) repeats.get(number)!.push(row);
    else repeats.set(number, [first[number]!, row]);
  }
  return [...repeats.values()].sort((a, b) => a[0]! - b[0]!);
}

/** A number for each row that equal keys share, one column of the key at a time; -1 where rejected or a part is missing. */
function keyNumbers({ rejected }: IssueLedger, key: readonly ReadColumn[]): { keyOf: Int32Array; keys: number } {
  const keyOf = new Int32Array(rejected.length);
  for (let row = 0; row < keyOf.length; row++) if (rejected[row] === 1) keyOf[row] = -1;
  let keys = 1;
  for (const column of key) {
    const { codes } = column;
    const values = numbered(column);
    const pairs = new Map<number, number>();
    for (let row = 0; row < keyOf.length; row++) {
      if (keyOf[row] === -1) continue;
      // An id that stands in one row only has no text here, and its key none like it.
      const value = codes[row] === -1 ? -1 : values.numbers[codes[row]!]!;
      if (value === -1 || keys === 1) {
        keyOf[row] = value;
        continue;
      }
      const pair = keyOf[row]! * values.count + value;
      const known = pairs.get(pair);
      keyOf[row] = known ?? pairs.size;
      if (known === undefined) pairs.set(pair, pairs.size);
    }
    keys = keys === 1 ? values.count : pairs.size;
  }
  return { keyOf, keys };
}

/** Different values numbered from 0; texts that mean one value share its number, missing is -1. */
function numbered({ texts, readings }: ReadColumn): { numbers: Int32Array; count: number } {
  // Most ids stand as they were received, and different texts are then different ids.
  if (readings.every(({ value }, code) => value === texts[code])) {
    return { numbers: Int32Array.from(texts, (_, code) => code), count: Math.max(1, texts.length) };
  }
  const numberOf = new Map<string | number, number>();
  const numbers = Int32Array.from(readings, (reading) => {
    const meaning = meaningOf(reading);
    if (meaning === null) return -1;
    if (!numberOf.has(meaning)) numberOf.set(meaning, numberOf.size);
    return numberOf.get(meaning)!;
  });
  return { numbers, count: Math.max(1, numberOf.size) };
}

/** What a row says in every column read: values where they can be had, so that 01/02/2023 and 1/2/2023 agree. */
function contentOf(columns: readonly ReadColumn[], row: number): string {
  return columns
    .filter(({ mapped }) => mapped.source.kind === "column")
    .map(({ codes, readings, alone }) => alone?.(row) ?? meaningOf(readings[codes[row]!]!) ?? "")
    .join("\u001f");
}

/** A month is not its first day. */
function meaningOf({ value, latest }: Reading): string | number | null {
  return latest === undefined ? value : `${value} to ${latest}`;
}
