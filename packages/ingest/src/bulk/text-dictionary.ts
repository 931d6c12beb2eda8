import { hashOfWords, isLong, longestInWords, wordsOfCell, writeWords } from "./cell-words.ts";
import type { DistinctTexts } from "./coded-texts.ts";
import { type IdIndex, idIndex } from "./id-index.ts";
import { idNumber } from "./id-pattern.ts";
import type { CodeRenaming } from "./move-codes.ts";
import { oddTexts } from "./odd-texts.ts";
import { readTexts } from "./read-texts.ts";
import { roomForCodes } from "./shared-codes.ts";
import { gridRows } from "./split-cells.ts";
import { isAfter, lengthAt } from "./text-order.ts";

/** A dictionary being filled. */
export interface TextDictionary {
  /** Numbers the first `count` cells of a column into `codes` from `start`. */
  readonly encode: (cells: Int32Array, count: number, codes: Int32Array, start: number) => void;
  readonly texts: DistinctTexts;
  /** What another dictionary can absorb; this one is not to be used afterwards. */
  readonly pack: () => PackedTexts;
  /** Numbers the texts of another dictionary, as if each came next; returns what becomes of the numbers they had there. */
  readonly absorb: (texts: PackedTexts) => CodeRenaming;
}

/** The texts of a dictionary as it holds them. */
export interface PackedTexts {
  readonly size: number;
  readonly words: Int32Array<ArrayBuffer>;
  readonly longBytes: Buffer<ArrayBuffer>;
  /** Whether each comes after all before it, and none is long. */
  readonly rising: boolean;
}

/**
 * Numbers the different texts of a column by the words of its cells; no string is made for a row.
 *
 * As long as every text comes after all before it (shorter first, then by its bytes), as references do that a system gave
 * out one after the other, every text is new and nothing is looked up. After that a table has the words and the number of
 * each text side by side, and is looked at for many rows before any of them is settled. Of many texts that differ in a few
 * digits only, as ids do that come in any order, the digits say where in an array the number stands: a million of them
 * take an eighth of the room, which the processor's memory holds.
 *
 * @param given bytes that the places of long cells are in
 */
export function textDictionary(given: Uint8Array): TextDictionary {
  let bytes = given;
  let size = 0;
  let rowsExpected = 0;
  /** Words of each text; of a long one the first says where it is in `longBytes`. */
  let words = new Int32Array(wordsOfCell * 1024);
  let longBytes = Buffer.alloc(0);
  let longEnd = 0;
  /** Number + 1 of a text and its words, 0 = free; at most half are taken. Null as long as texts rise. */
  let table: Int32Array | null = null;
  let mask = 0;
  /** Texts in it: all but the ids. */
  let tabulated = 0;
  let ids: IdIndex | null = null;
  const missed = new Int32Array(gridRows);

  const store = (first: number, second: number, third: number): number => {
    if (size * wordsOfCell === words.length) words = widened(words, table === null ? rowsExpected : 0);
    const at = size * wordsOfCell;
    words[at] = first;
    words[at + 1] = second;
    words[at + 2] = third;
    return size++;
  };
  const storeLong = (start: number, length: number): number => {
    if (longEnd + length > longBytes.length) {
      const wider = Buffer.alloc(Math.max(2 * longBytes.length, longEnd + length, 4096));
      wider.set(longBytes);
      longBytes = wider;
    }
    longBytes.set(bytes.subarray(start, start + length), longEnd);
    longEnd += length;
    return longEnd - length;
  };
  const isSameLong = (stored: number, start: number, length: number): boolean => {
    let at = 0;
    while (at < length && longBytes[stored + at] === bytes[start + at]) at++;
    return at === length;
  };
  const tabulate = (): Int32Array => {
    ids = size < manyTexts ? null : idIndex(words, size);
    tabulated = size - (ids?.size ?? 0);
    mask = 2 ** Math.ceil(Math.log2(Math.max(256, tabulated * 4))) - 1;
    const made = new Int32Array(slotWords * (mask + 1));
    for (let code = 0; code < size && tabulated > 0; code++) {
      const at = code * wordsOfCell;
      if (ids !== null && idNumber(ids.pattern, words[at]!, words[at + 1]!, words[at + 2]!) !== 0) continue;
      let slot = hashOfWords(words[at]!, words[at + 1]!, words[at + 2]!) & mask;
      while (made[slot * slotWords] !== 0) slot = (slot + 1) & mask;
      fillSlot(made, slot * slotWords, code, words[at]!, words[at + 1]!, words[at + 2]!);
    }
    return made;
  };
  /** Where the text is in the table, or the free place where it would be. */
  const placeOf = (first: number, second: number, third: number): number => {
    for (let slot = hashOfWords(first, second, third) & mask; ; slot = (slot + 1) & mask) {
      const place = slot * slotWords;
      if (table![place] === 0) return place;
      if (table![place + 3] !== third || table![place + 2] !== second) continue;
      if (isLong(third) ? isSameLong(table![place + 1]!, first, ~third) : table![place + 1] === first) return place;
    }
  };
  const codeOf = (first: number, second: number, third: number): number => {
    const number = ids === null ? 0 : idNumber(ids.pattern, first, second, third);
    if (number !== 0) {
      if (ids!.codes[number] === 0) ids!.codes[number] = store(first, second, third) + 1;
      return ids!.codes[number]! - 1;
    }
    const place = placeOf(first, second, third);
    if (table![place] !== 0) return table![place]! - 1;
    const stored = isLong(third) ? storeLong(first, ~third) : first;
    const code = store(stored, second, third);
    fillSlot(table!, place, code, stored, second, third);
    if (++tabulated * 2 > mask) table = tabulate();
    return code;
  };
  /** Numbers cells as long as they rise; returns how many did. */
  const encodeRising = (cells: Int32Array, count: number, codes: Int32Array, start: number): number => {
    for (let row = 0; row < count; row++) {
      const at = row * wordsOfCell;
      const first = cells[at]!;
      const second = cells[at + 1]!;
      const third = cells[at + 2]!;
      if (isLong(third) || (size > 0 && !isAfter(cells, at, words, (size - 1) * wordsOfCell))) return row;
      codes[start + row] = store(first, second, third);
    }
    return count;
  };
  const encode = (cells: Int32Array, count: number, codes: Int32Array, start: number): void => {
    rowsExpected = codes.length;
    const risen = table === null ? encodeRising(cells, count, codes, start) : 0;
    if (risen === count) return;
    table ??= tabulate();
    const misses =
      ids === null
        ? lookUp(table, cells, risen, count, codes, start, missed)
        : lookUpIds(ids, cells, risen, count, codes, start, missed);
    for (let miss = 0; miss < misses; miss++) {
      const row = missed[miss]!;
      const at = row * wordsOfCell;
      codes[start + row] = codeOf(cells[at]!, cells[at + 1]!, cells[at + 2]!);
    }
  };
  const at = (code: number): string => {
    const [first, third] = [words[code * wordsOfCell]!, words[code * wordsOfCell + 2]!];
    if (isLong(third)) return longBytes.toString("utf8", first, first + ~third);
    const place = code * wordsOfCell * 4;
    return Buffer.from(words.buffer, place, lengthAt(words, code * wordsOfCell)).toString();
  };
  const findRising = (key: Int32Array): number => {
    let [from, to] = [0, size];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isAfter(key, 0, words, middle * wordsOfCell)) from = middle + 1;
      else to = middle;
    }
    const place = from * wordsOfCell;
    const isSame = from < size && key.every((word, index) => words[place + index] === word);
    return isSame ? from : -1;
  };
  const texts: DistinctTexts = {
    get size() {
      return size;
    },
    at,
    all: () => readTexts(words, size, at),
    find: (text) => {
      const { key, long } = keyOf(text);
      if (long) {
        for (let code = 0; code < size; code++) {
          if (words[code * wordsOfCell + 2] === key[2] && at(code) === text) return code;
        }
        return -1;
      }
      if (table === null) return findRising(key);
      const number = ids === null ? 0 : idNumber(ids.pattern, key[0]!, key[1]!, key[2]!);
      if (number !== 0) return ids!.codes[number]! - 1;
      return table[placeOf(key[0]!, key[1]!, key[2]!)]! - 1;
    },
    odd: () => oddTexts(words, size),
  };
  const pack = (): PackedTexts => ({ size, words, longBytes, rising: table === null });
  /** Whether all texts of another dictionary come after those of this one, and are numbered so. */
  const isBelow = (other: PackedTexts): boolean =>
    table === null && other.rising && (size === 0 || isAfter(other.words, 0, words, (size - 1) * wordsOfCell));
  const absorb = (other: PackedTexts): CodeRenaming => {
    if (isBelow(other)) {
      while (words.length < (size + other.size) * wordsOfCell) words = widened(words, size + other.size);
      words.set(other.words.subarray(0, other.size * wordsOfCell), size * wordsOfCell);
      size += other.size;
      return size - other.size;
    }
    const numbers = roomForCodes(other.size);
    bytes = other.longBytes;
    for (let from = 0; from < other.size; from += gridRows) {
      const count = Math.min(gridRows, other.size - from);
      encode(other.words.subarray(from * wordsOfCell, (from + count) * wordsOfCell), count, numbers, from);
    }
    bytes = given;
    return numbers;
  };
  return { encode, texts, pack, absorb };
}

const slotWords = 4;

/** So many texts are more than the processor holds with their words. */
const manyTexts = 4096;
function fillSlot(table: Int32Array, place: number, code: number, first: number, second: number, third: number): void {
  table[place] = code + 1;
  table[place + 1] = first;
  table[place + 2] = second;
  table[place + 3] = third;
}

/**
 * Numbers cells, from one to before another, whose texts stand in the first place where they could; the others are put
 * into `missed`. Long ones are always among those.
 *
 * A function by itself, over nothing but arrays of one kind: half of the reading of a large file is spent in these lines.
 * Loads that do not wait for one another are several times as fast where a table is larger than the processor's memory.
 *
 * @returns how many were missed
 */
function lookUp(
  table: Int32Array,
  cells: Int32Array,
  from: number,
  to: number,
  codes: Int32Array,
  start: number,
  missed: Int32Array,
): number {
  const mask = table.length / slotWords - 1;
  // What is there is not asked yet: it is only fetched.
  for (let row = from; row < to; row++) {
    const at = row * wordsOfCell;
    const place = (hashOfWords(cells[at]!, cells[at + 1]!, cells[at + 2]!) & mask) * slotWords;
    missed[row] = place;
    codes[start + row] = table[place]! - 1;
  }
  let misses = 0;
  for (let row = from; row < to; row++) {
    const at = row * wordsOfCell;
    const place = missed[row]!;
    const third = cells[at + 2]!;
    const isThere = table[place + 1] === cells[at] && table[place + 2] === cells[at + 1] && table[place + 3] === third;
    if (!isThere || isLong(third) || codes[start + row] === -1) missed[misses++] = row;
  }
  return misses;
}

/** As `lookUp` does, where the digits of a text say where its number stands; texts of another pattern are missed. */
function lookUpIds(
  { pattern, codes: codeOfId }: IdIndex,
  cells: Int32Array,
  from: number,
  to: number,
  codes: Int32Array,
  start: number,
  missed: Int32Array,
): number {
  for (let row = from; row < to; row++) {
    const at = row * wordsOfCell;
    missed[row] = idNumber(pattern, cells[at]!, cells[at + 1]!, cells[at + 2]!);
  }
  for (let row = from; row < to; row++) codes[start + row] = codeOfId[missed[row]!]! - 1;
  let misses = 0;
  for (let row = from; row < to; row++) if (codes[start + row] === -1) missed[misses++] = row;
  return misses;
}

/** Twice the room, or for as many texts as are to come where there is one in each row: what is not used takes no memory. */
function widened(words: Int32Array, texts: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(Math.max(words.length * 2, words.length < manyWords ? 0 : texts * wordsOfCell));
  wider.set(words);
  return wider;
}

const manyWords = 1 << 18;

function keyOf(text: string): { key: Int32Array; long: boolean } {
  const length = Buffer.byteLength(text);
  const padded = Buffer.alloc(length + longestInWords);
  padded.write(text);
  const words = new Int32Array(wordsOfCell);
  writeWords(new DataView(padded.buffer, padded.byteOffset, padded.length), 0, length, words, 0);
  return { key: words, long: length > longestInWords };
}
