import type { ColumnData } from "@likewise/schema";

/** Codes of one item as answered; a text that is no number reads as one no item allows. */
export interface AnswerCodes {
  readonly values: ArrayLike<number>;
  readonly valid: Uint8Array | null;
}

/** Stands for text in an item: no code of an instrument is not a number. */
const notANumber = Number.NaN;

/** The answers of a column as numbers: categories and text are read as the numbers they spell. */
export function answerCodes(column: ColumnData): AnswerCodes {
  if (column.type === "category") {
    const codes = column.levels.map(spelt);
    return { values: Float64Array.from(column.values, (level) => codes[level] ?? notANumber), valid: column.valid };
  }
  if (column.type === "text") return { values: Float64Array.from(column.values, spelt), valid: column.valid };
  return { values: column.values, valid: column.valid };
}

function spelt(text: string): number {
  return /^\s*-?\d+(?:\.0+)?\s*$/.test(text) ? Number(text) : notANumber;
}
