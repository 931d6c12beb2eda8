import { wordsOfCell } from "./cell-words.ts";
import { highestIdNumber, type IdPattern, idNumber, idPattern } from "./id-pattern.ts";

/** Ids of one pattern by their number. */
export interface IdIndex {
  readonly pattern: IdPattern;
  /** Code + 1, 0 = none, which is at 0 too; what is never looked at takes no memory. */
  readonly codes: Int32Array;
  /** Texts in it when it was made. */
  readonly size: number;
}

/** Null where the texts are not of one pattern: that of the one in the middle, as the last may be the one that fits none. */
export function idIndex(words: Int32Array, size: number): IdIndex | null {
  const pattern = idPattern(words, (size >> 1) * wordsOfCell);
  if (pattern === null) return null;
  const codes = new Int32Array(highestIdNumber + 1);
  let held = 0;
  for (let code = 0; code < size; code++) {
    const at = code * wordsOfCell;
    const number = idNumber(pattern, words[at]!, words[at + 1]!, words[at + 2]!);
    if (number === 0) continue;
    codes[number] = code + 1;
    held++;
  }
  return held < size * shareOfPattern ? null : { pattern, codes, size: held };
}

/** Nearly all texts are to be of one pattern: each of the others is looked up by itself. */
const shareOfPattern = 15 / 16;
