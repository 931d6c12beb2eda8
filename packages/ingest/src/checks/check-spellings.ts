import { naturalOrder } from "@likewise/schema";
import { headerOf } from "../mapping/mapped-column.ts";
import { type IssueLedger, noteIssue } from "../table/issue-ledger.ts";
import type { ReadColumn } from "../table/read-column.ts";
import { folded } from "./folded.ts";

/** What is reported, not mended, in the spelling of codes and ids, among the rows used. */
export function checkSpellings(ledger: IssueLedger, column: ReadColumn): void {
  const { mapped, reader } = column;
  if (mapped.source.kind !== "column" || (reader !== "text" && reader !== "category")) return;
  const rowsOf = usedRowsByText(ledger, column);
  noteWhere(ledger, column, rowsOf, (text) => mojibake.test(text), "encoding_mojibake");
  if (mapped.isId) {
    noteWhere(ledger, column, rowsOf, (text) => text !== text.trim(), "id_whitespace");
    if (ledger.table === "people" && mapped.name === "person") noteIdTwins(ledger, column, rowsOf);
    return;
  }
  if (mapped.recodes.size > 0 && mapped.values === null) {
    const named = new Set([...mapped.recodes.keys(), ...mapped.recodes.values()]);
    const unnamed = (text: string, code: number) => column.readings[code]!.value !== null && !named.has(text.trim());
    noteWhere(ledger, column, rowsOf, unnamed, "code_unmapped");
  }
  noteTwins(ledger, column, rowsOf);
}

/** UTF-8 read as Windows-1252 (Â£, Ã©, â€“), or a character lost altogether. */
const mojibake = /\ufffd|Â[\u0080-\u00bf]|Ã[\u0080-\u00bf]|â€/;

/** Rows used by text, in order; texts that only occur in rejected rows have none. */
function usedRowsByText({ rejected }: IssueLedger, { codes, texts }: ReadColumn): readonly (readonly number[])[] {
  const rows: number[][] = texts.map(() => []);
  for (let row = 0; row < codes.length; row++)
    if (codes[row] !== -1 && rejected[row] === 0) rows[codes[row]!]!.push(row);
  return rows;
}

function noteWhere(
  ledger: IssueLedger,
  { mapped, texts }: ReadColumn,
  rowsOf: readonly (readonly number[])[],
  holds: (text: string, code: number) => boolean,
  code: "encoding_mojibake" | "id_whitespace" | "code_unmapped",
): void {
  for (const [index, text] of texts.entries()) {
    if (rowsOf[index]!.length === 0 || !holds(text, index)) continue;
    for (const row of rowsOf[index]!) noteIssue(ledger, code, row, headerOf(mapped));
  }
}

/** The most frequent spelling stands, of equally frequent ones the first in natural order; the others are reported. */
function noteTwins(ledger: IssueLedger, column: ReadColumn, rowsOf: readonly (readonly number[])[]): void {
  for (const twins of foldedAlike(column, rowsOf)) {
    const order = (a: number, b: number) =>
      rowsOf[b]!.length - rowsOf[a]!.length || naturalOrder(column.texts[a]!, column.texts[b]!);
    const [stands, ...others] = twins.sort(order);
    for (const other of others) {
      for (const row of rowsOf[other]!) {
        noteIssue(ledger, "category_twin", row, headerOf(column.mapped), { rows: rowsOf[stands!]!.length });
      }
    }
  }
}

/** The first in the file stands. Ids that agree once trimmed are one id, a repeat, and not twins. */
function noteIdTwins(ledger: IssueLedger, column: ReadColumn, rowsOf: readonly (readonly number[])[]): void {
  for (const twins of foldedAlike(column, rowsOf)) {
    for (const twin of twins.slice(1)) {
      for (const row of rowsOf[twin]!) noteIssue(ledger, "id_twin", row, headerOf(column.mapped));
    }
  }
}

/** Texts in use that fold alike, two or more; what the plan recodes is settled and left out. */
function foldedAlike({ mapped, texts, readings }: ReadColumn, rowsOf: readonly (readonly number[])[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [code, text] of texts.entries()) {
    if (rowsOf[code]!.length === 0 || readings[code]!.value === null || mapped.recodes.has(text.trim())) continue;
    const fold = folded(text);
    const group = groups.get(fold);
    if (group === undefined) groups.set(fold, [code]);
    else group.push(code);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
