import type { IssueFacts } from "../issue-codes.ts";
import type { IssueLedger } from "../table/issue-ledger.ts";
import type { ReadColumn } from "../table/read-column.ts";
import { readNumber } from "../values/read-number.ts";
import { noteRows, usesOf } from "./note-rows.ts";

/**
 * Figures of a percentage column that may be proportions: without a sign and not above 1, where others have a sign, or
 * where no figure has one and none is above 1. Read as percentages all the same.
 */
export function checkPercentages(ledger: IssueLedger, column: ReadColumn): void {
  const { mapped, reader, texts } = column;
  if (mapped.source.kind !== "column" || reader !== "percent") return;
  const uses = usesOf(ledger, column);
  const used = [...texts.keys()].filter((code) => uses[code]! > 0 && !mapped.recodes.has(texts[code]!.trim()));
  const signed = used.filter((code) => texts[code]!.includes("%"));
  const plain = used.filter((code) => !texts[code]!.includes("%"));
  const figure = (code: number) => Math.abs(readNumber(texts[code]!.trim()) ?? 0);
  const small = plain.filter((code) => figure(code) > 0 && figure(code) <= 1);
  const allSmall = plain.every((code) => figure(code) <= 1) && small.some((code) => figure(code) < 1);
  if (small.length === 0 || (signed.length === 0 && !allSmall)) return;
  const count = (codes: readonly number[]) => codes.reduce((sum, code) => sum + uses[code]!, 0);
  const facts: IssueFacts = { small: count(small), signed: count(signed) };
  noteRows(ledger, column, "percent_or_proportion", new Map(small.map((code) => [code, facts])));
}
