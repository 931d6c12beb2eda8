import { dateFormats } from "../values/date-formats.ts";
import { readBoolean } from "../values/read-boolean.ts";
import { readMoney } from "../values/read-money.ts";
import { readNumber } from "../values/read-number.ts";
import { isSentinelText } from "../values/sentinels.ts";
import { foldedCode } from "./folded-code.ts";

/** What the cells of a field look like. `few-codes` is two to a dozen different codes, `codes` those of a list. */
export type CellKind =
  | "id"
  | "date"
  | "boolean"
  | "number"
  | "money"
  | "year"
  | "category"
  | "few-codes"
  | "codes"
  | "text";

/** The different texts of a column, trimmed, without blanks, and how many rows hold each. */
export interface ColumnTexts {
  readonly header: string;
  readonly texts: readonly string[];
  readonly counts: readonly number[];
  /** Rows with a text. */
  readonly present: number;
  readonly rows: number;
}

/**
 * The share of a column's cells that could be of a kind, from 0 to 1; texts that look like missing codes are left out,
 * and a column of which nothing is left is half likely to be anything.
 */
export function shareOfKind(
  { texts, counts, rows }: ColumnTexts,
  kind: CellKind,
  codes: Readonly<Record<string, readonly string[]>> | undefined,
): number {
  const named = new Set(Object.entries(codes ?? {}).flatMap(([ours, theirs]) => [ours, ...theirs].map(foldedCode)));
  let all = 0;
  let fitting = 0;
  let different = 0;
  for (const [index, text] of texts.entries()) {
    if (isSentinelText(text)) continue;
    different++;
    all += counts[index]!;
    if (tests[kind](text) || named.has(foldedCode(text))) fitting += counts[index]!;
    else if (kind === "codes" && named.size === 0) fitting += counts[index]!;
  }
  if (all === 0) return 0.5;
  const share = fitting / all;
  if (kind === "few-codes") return different >= 2 && different <= 12 ? share : 0;
  // Hardly any two rows agree in what is no code.
  if (kind === "category" && different > 12 && different > 0.5 * Math.min(all, rows)) return 0.2 * share;
  return share;
}

const tests: Readonly<Record<CellKind, (text: string) => boolean>> = {
  id: (text) => text.length <= 40 && !/\s.*\s.*\s/.test(text) && /[\p{L}\d]/u.test(text) && !isWrittenDate(text),
  date: isWrittenDate,
  boolean: (text) => readBoolean(text) !== null,
  number: (text) => readNumber(text) !== null,
  money: (text) => readMoney(text) !== null,
  year: (text) => /^(19|20)\d\d$/.test(text),
  category: (text) => text.length <= 60 && !isWrittenDate(text),
  "few-codes": (text) => text.length <= 40 && !isWrittenDate(text),
  codes: () => false,
  text: (text) => readNumber(text) === null && !isWrittenDate(text),
};

/** In any format a plan can declare; serials and bare years are numbers until something says otherwise. */
function isWrittenDate(text: string): boolean {
  return /^\d{1,4}[-/. ]\w{2,9}[-/. ]\d{2,4}|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/.test(text) && someFormat(text);
}

function someFormat(text: string): boolean {
  return dateFormats.some(({ pattern }) => pattern.test(text));
}
