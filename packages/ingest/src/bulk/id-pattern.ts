import { isLong, wordsOfCell } from "./cell-words.ts";

/**
 * How ids are written that differ in a few digits only, such as P0123456: of each of their three words, which bytes are
 * digits that count, what the other bytes are, by how many bits the digits are moved up, and what they are worth. One
 * array, as what reads it runs once for each row.
 */
export type IdPattern = Int32Array;

const digitsAtMost = 7;
/** The highest number of an id. */
export const highestIdNumber = 10 ** digitsAtMost;

/** The pattern of a text by its last digits; null where it has none. What stands before seven of them is the same in all. */
export function idPattern(words: Int32Array, place: number): IdPattern | null {
  const text = new Uint8Array(words.slice(place, place + wordsOfCell).buffer);
  const last = text.findLastIndex(isDigit);
  if (last === -1 || isLong(words[place + 2]!)) return null;
  const counts = text.map((byte, at) => (isDigit(byte) && at <= last && at > last - digitsAtMost ? 0xff : 0));
  const [masks, own] = [new Int32Array(counts.buffer), new Int32Array(text.buffer)];
  const pattern = new Int32Array(wordsOfCell * 4);
  for (let word = 0; word < wordsOfCell; word++) {
    const mask = masks[word]!;
    const behind = last - (4 * word + 3);
    const [shift, worth] = mask === 0 ? [0, 0] : [8 * Math.max(0, -behind), 10 ** Math.max(0, behind)];
    pattern.set([mask, own[word]! & ~mask, shift, worth], 4 * word);
  }
  return pattern;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** The number that the digits of an id are, counted from 1 for noughts; 0 where its text is not of the pattern. */
export function idNumber(pattern: IdPattern, first: number, second: number, third: number): number {
  const [mask1, mask2, mask3] = [pattern[0]!, pattern[4]!, pattern[8]!];
  const digits1 = (first ^ zeros) & mask1;
  const digits2 = (second ^ zeros) & mask2;
  const digits3 = (third ^ zeros) & mask3;
  const others =
    ((first & ~mask1) ^ pattern[1]!) | ((second & ~mask2) ^ pattern[5]!) | ((third & ~mask3) ^ pattern[9]!);
  if ((others | aboveNine(digits1) | aboveNine(digits2) | aboveNine(digits3)) !== 0) return 0;
  return (
    1 +
    Math.imul(fourDigits(digits1 << pattern[2]!), pattern[3]!) +
    Math.imul(fourDigits(digits2 << pattern[6]!), pattern[7]!) +
    Math.imul(fourDigits(digits3 << pattern[10]!), pattern[11]!)
  );
}

/** "0" four times. */
const zeros = 0x30303030;

/** Bits are set where a byte is above nine. */
function aboveNine(bytes: number): number {
  return ((bytes + 0x76767676) | bytes) & 0x80808080;
}

/** Four bytes, each a digit and the first the lowest, as a number. */
function fourDigits(bytes: number): number {
  const pairs = (Math.imul(bytes, 10) + (bytes >>> 8)) & 0x00ff00ff;
  return (pairs & 0xff) * 100 + (pairs >>> 16);
}
