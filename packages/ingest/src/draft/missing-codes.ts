import { readNumber } from "../values/read-number.ts";
import { isSentinelText, sentinelNumbers } from "../values/sentinels.ts";
import type { ColumnTexts } from "./cell-kind.ts";

/** A text that looks like a missing code. */
export interface SuspectedCode {
  readonly text: string;
  readonly rows: number;
}

/** So many rows make a habit; one or two may be a slip of the hand, which must not come to mean missing. */
const leastRows = 3;
/** Scales are short: there, 9 and 8 stand apart as well. */
const shortSentinels = [8, 9];

/** Texts of a column that stand for nothing known: `ND`, `-`, `n/k`. */
export function suspectedTexts({ texts, counts }: ColumnTexts): readonly SuspectedCode[] {
  return texts.flatMap((text, index) =>
    isSentinelText(text) && counts[index]! >= leastRows ? [{ text, rows: counts[index]! }] : [],
  );
}

/**
 * Numbers of a column that stand apart as missing codes do: beyond all others by a fifth at least, or below nought where
 * nothing else is, and in several rows.
 */
export function suspectedNumbers({ texts, counts }: ColumnTexts): readonly SuspectedCode[] {
  const numbers = texts.map((text) => readNumber(text));
  const isCode = (value: number) => sentinelNumbers.includes(value) || shortSentinels.includes(value);
  const others = numbers.filter((value) => value !== null && !isCode(value)) as number[];
  if (others.length < 2) return [];
  const greatest = Math.max(...others);
  const least = Math.min(...others);
  return texts.flatMap((text, index) => {
    const value = numbers[index]!;
    if (value === null || !isCode(value) || counts[index]! < leastRows) return [];
    const apart = value < 0 ? least >= 0 : value > 1.2 * Math.max(greatest, 1);
    return apart ? [{ text, rows: counts[index]! }] : [];
  });
}
