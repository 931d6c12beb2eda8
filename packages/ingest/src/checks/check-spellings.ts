import { naturalOrder } from "@likewise/schema";
import type { IssueCodeName, IssueFacts } from "../issue-codes.ts";
import type { IssueLedger } from "../table/issue-ledger.ts";
import type { ReadColumn } from "../table/read-column.ts";
import { folded } from "./folded.ts";
import { noteRows, usesOf } from "./note-rows.ts";

/** What is reported, not mended, in the spelling of codes and ids, among the rows used. */
export function checkSpellings(ledger: IssueLedger, column: ReadColumn): void {
  const { mapped, reader } = column;
  if (mapped.source.kind !== "column" || (reader !== "text" && reader !== "category")) return;
  const uses = usesOf(ledger, column);
  noteTexts(ledger, column, uses, "encoding_mojibake", (text) => mojibake.test(text));
  if (mapped.isId) {
    noteTexts(ledger, column, uses, "id_whitespace", (text) => text !== text.trim());
    if (mapped.normalise.length > 0) noteNormalised(ledger, column, uses);
    if (ledger.table === "people" && mapped.name === "person") noteIdTwins(ledger, column, uses);
    return;
  }
  if (mapped.recodes.size > 0 && mapped.values === null) {
    const named = new Set([...mapped.recodes.keys(), ...mapped.recodes.values()]);
    noteTexts(ledger, column, uses, "code_unmapped", (text) => !named.has(text.trim()));
  }
  noteTwins(ledger, column, uses);
}

/** UTF-8 read as Windows-1252 (Â£, Ã©, â€“), or a character lost altogether. */
const mojibake = /\ufffd|Â[\u0080-\u00bf]|Ã[\u0080-\u00bf]|â€/;

function noteTexts(
  ledger: IssueLedger,
  column: ReadColumn,
  uses: Int32Array,
  code: IssueCodeName,
  holds: (text: string) => boolean,
): void {
  const facts = new Map<number, IssueFacts>();
  for (const [index, text] of column.texts.entries()) if (uses[index]! > 0 && holds(text)) facts.set(index, {});
  noteRows(ledger, column, code, facts);
}

/** Ids that the plan's normalise has changed beyond the spaces around them. */
function noteNormalised(ledger: IssueLedger, column: ReadColumn, uses: Int32Array): void {
  const { mapped, texts, readings } = column;
  const changed = new Set(
    texts.filter((text, code) => readings[code]!.value !== (mapped.recodes.get(text.trim()) ?? text.trim())),
  );
  noteTexts(ledger, column, uses, "id_normalised", (text) => changed.has(text));
}

/** The most frequent spelling stands, of equally frequent ones the first in natural order; the others are reported. */
function noteTwins(ledger: IssueLedger, column: ReadColumn, uses: Int32Array): void {
  const facts = new Map<number, IssueFacts>();
  for (const twins of foldedAlike(column, uses)) {
    twins.sort((a, b) => uses[b]! - uses[a]! || naturalOrder(column.texts[a]!, column.texts[b]!));
    for (const other of twins.slice(1)) facts.set(other, { spelt: uses[other]!, rows: uses[twins[0]!]! });
  }
  noteRows(ledger, column, "category_twin", facts);
}

/** The first in the file stands. */
function noteIdTwins(ledger: IssueLedger, column: ReadColumn, uses: Int32Array): void {
  const others = foldedAlike(column, uses).flatMap((twins) => twins.slice(1));
  noteRows(ledger, column, "id_twin", new Map(others.map((other) => [other, {}])));
}

/** Texts in use that fold alike, two or more; what the plan recodes is settled and left out. */
function foldedAlike({ mapped, texts }: ReadColumn, uses: Int32Array): number[][] {
  const groups = new Map<string, number[]>();
  for (const [code, text] of texts.entries()) {
    if (uses[code] === 0 || mapped.recodes.has(text.trim())) continue;
    const fold = folded(text);
    const group = groups.get(fold);
    if (group === undefined) groups.set(fold, [code]);
    else group.push(code);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
