import type { IssueFacts } from "../issue-codes.ts";
import type { IssueLedger } from "../table/issue-ledger.ts";
import type { ReadColumn } from "../table/read-column.ts";
import { readNumber } from "../values/read-number.ts";
import { isSentinelText, sentinelNumbers } from "../values/sentinels.ts";
import { noteRows, usesOf } from "./note-rows.ts";

/**
 * What may be a missing code that the plan does not list, among the rows used: reported, and used as it stands, because
 * 99 can be a number and "-" a code. What the plan recodes, and the codes of the schema, are settled.
 */
export function checkMissingCodes(ledger: IssueLedger, column: ReadColumn): void {
  const { mapped, reader, texts } = column;
  const coded = reader === "category" || reader === "text";
  const numeric = reader === "number" || reader === "integer" || reader === "money" || reader === "percent";
  if (mapped.source.kind !== "column" || !(coded || numeric)) return;
  const isOpen = (text: string) => !mapped.recodes.has(text.trim()) && mapped.values?.includes(text.trim()) !== true;
  const suspects: number[] = [];
  for (const [code, text] of texts.entries()) if (coded && isSentinelText(text) && isOpen(text)) suspects.push(code);
  const numbers = mapped.isId ? [] : texts.map((_, code) => figureOf(column, code));
  const hasSentinel = numbers.some((value) => value !== null && sentinelNumbers.includes(value));
  if (suspects.length === 0 && !hasSentinel) return;
  const uses = usesOf(ledger, column);
  const facts = new Map<number, IssueFacts>();
  for (const code of suspects) if (uses[code]! > 0) facts.set(code, { rows: uses[code]! });
  if (hasSentinel) {
    for (const code of apart(numbers, uses)) if (isOpen(texts[code]!)) facts.set(code, { rows: uses[code]! });
  }
  noteRows(ledger, column, "missing_code_suspected", facts);
}

/** The number a cell holds as it is written: of a percentage not the proportion. */
function figureOf({ reader, texts, readings }: ReadColumn, code: number): number | null {
  if (reader !== "number" && reader !== "integer" && reader !== "money") return readNumber(texts[code]!.trim());
  const { value } = readings[code]!;
  return typeof value === "number" ? value : null;
}

/** Sentinel numbers that do not belong with the others: the only negative ones, far above them, or far more frequent. */
function apart(numbers: readonly (number | null)[], uses: Int32Array): number[] {
  const used = [...numbers.keys()].filter((code) => numbers[code] !== null && uses[code]! > 0);
  const others = used.filter((code) => !sentinelNumbers.includes(numbers[code]!));
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const code of others) {
    least = Math.min(least, numbers[code]!);
    most = Math.max(most, numbers[code]!);
  }
  return used.filter((code) => {
    const value = numbers[code]!;
    if (!sentinelNumbers.includes(value) || others.length === 0) return false;
    if (value < 0) return least >= 0;
    return value > most + 0.5 * (most - least) || isSpike(code, others, numbers, uses);
  });
}

/** In five rows or more, and five times as many as any number within ten of it. */
function isSpike(
  code: number,
  others: readonly number[],
  numbers: readonly (number | null)[],
  uses: Int32Array,
): boolean {
  const near = others.filter((other) => Math.abs(numbers[other]! - numbers[code]!) <= 10);
  const usual = near.reduce((most, other) => Math.max(most, uses[other]!), 0);
  return near.length > 0 && uses[code]! >= 5 && uses[code]! >= 5 * usual;
}
