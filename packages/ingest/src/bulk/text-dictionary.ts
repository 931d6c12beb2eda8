import { hashOfWords, isLong, longestInWords, wordsOfCell, writeWords } from "./cell-words.ts";
import type { DistinctTexts } from "./coded-texts.ts";
import { gridRows } from "./split-cells.ts";

/** A dictionary being filled. */
export interface TextDictionary {
  /** Numbers the first `count` cells of a column into `codes` from `start`. */
  readonly encode: (cells: Int32Array, count: number, codes: Int32Array, start: number) => void;
  readonly texts: DistinctTexts;
}

/**
 * Numbers the different texts of a column by the words of its cells; no string is made for a row.
 *
 * As long as every text comes after all before it (shorter first, then by its bytes), as references do that a system gave
 * out one after the other, every text is new and nothing is looked up. After that a table has the words and the number of
 * each text side by side, and is looked at for many rows before any of them is settled: loads that do not wait for one
 * another are several times as fast in a table larger than the processor's memory.
 *
 * @param bytes that the places of long cells are in
 */
export function textDictionary(bytes: Uint8Array): TextDictionary {
  let size = 0;
  /** Words of each text; of a long one the first says where it is in `longBytes`. */
  let words = new Int32Array(wordsOfCell * 1024);
  let longBytes = Buffer.alloc(0);
  let longEnd = 0;
  /** Number + 1 of a text and its words, 0 = free; at most half are taken. Null as long as texts rise. */
  let table: Int32Array | null = null;
  let mask = 0;
  const hashes = new Int32Array(gridRows);

  const store = (first: number, second: number, third: number): number => {
    if (size * wordsOfCell === words.length) words = widened(words);
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
    mask = 2 ** Math.ceil(Math.log2(Math.max(256, size * 4))) - 1;
    const made = new Int32Array(slotWords * (mask + 1));
    for (let code = 0; code < size; code++) {
      const at = code * wordsOfCell;
      let slot = hashOfWords(words[at]!, words[at + 1]!, words[at + 2]!) & mask;
      while (made[slot * slotWords] !== 0) slot = (slot + 1) & mask;
      const place = slot * slotWords;
      made[place] = code + 1;
      made[place + 1] = words[at]!;
      made[place + 2] = words[at + 1]!;
      made[place + 3] = words[at + 2]!;
    }
    return made;
  };
  /** Where the text is in the table, or the free place where it would be. */
  const placeOf = (hash: number, first: number, second: number, third: number): number => {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = slot * slotWords;
      if (table![place] === 0) return place;
      if (table![place + 3] !== third || table![place + 2] !== second) continue;
      if (table![place + 1] === first && !isLong(third)) return place;
      if (isLong(third) && isSameLong(table![place + 1]!, first, ~third)) return place;
    }
  };
  const codeOf = (hash: number, first: number, second: number, third: number): number => {
    const place = placeOf(hash, first, second, third);
    if (table![place] !== 0) return table![place]! - 1;
    const stored = isLong(third) ? storeLong(first, ~third) : first;
    const code = store(stored, second, third);
    table![place] = code + 1;
    table![place + 1] = stored;
    table![place + 2] = second;
    table![place + 3] = third;
    if (size * 2 > mask) table = tabulate();
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
    const risen = table === null ? encodeRising(cells, count, codes, start) : 0;
    if (risen === count) return;
    table ??= tabulate();
    let known = table;
    for (let row = risen; row < count; row++) {
      const at = row * wordsOfCell;
      const hash = hashOfWords(cells[at]!, cells[at + 1]!, cells[at + 2]!);
      hashes[row] = hash;
      // What is there is not asked yet: it is only fetched.
      codes[start + row] = known[(hash & mask) * slotWords]!;
    }
    for (let row = risen; row < count; row++) {
      const at = row * wordsOfCell;
      const first = cells[at]!;
      const second = cells[at + 1]!;
      const third = cells[at + 2]!;
      const place = (hashes[row]! & mask) * slotWords;
      const number = known[place]!;
      const isThere = known[place + 1] === first && known[place + 2] === second && known[place + 3] === third;
      if (isThere && number !== 0 && !isLong(third)) {
        codes[start + row] = number - 1;
      } else {
        codes[start + row] = codeOf(hashes[row]!, first, second, third);
        known = table;
      }
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
    all: () => {
      const all: string[] = [];
      for (let code = 0; code < size; code += blockTexts)
        readBlock(words, code, Math.min(size, code + blockTexts), at, all);
      return all;
    },
    find: (text) => {
      const { key, long } = keyOf(text);
      if (long) {
        for (let code = 0; code < size; code++) {
          if (words[code * wordsOfCell + 2] === key[2] && at(code) === text) return code;
        }
        return -1;
      }
      if (table === null) return findRising(key);
      return table[placeOf(hashOfWords(key[0]!, key[1]!, key[2]!), key[0]!, key[1]!, key[2]!)]! - 1;
    },
    odd: () => {
      const odd: number[] = [];
      for (let code = 0; code < size; code++) if (!isPlain(words, code * wordsOfCell)) odd.push(code);
      return odd;
    },
  };
  return { encode, texts };
}

const slotWords = 4;

function widened(words: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(words.length * 2);
  wider.set(words);
  return wider;
}

/** Bytes in the words of a text that fits them. */
function lengthAt(words: Int32Array, place: number): number {
  const third = words[place + 2]!;
  if (third !== 0) return longestInWords - (Math.clz32(third) >> 3);
  const second = words[place + 1]!;
  return second !== 0 ? 8 - (Math.clz32(second) >> 3) : 4 - (Math.clz32(words[place]!) >> 3);
}

/** Whether a text comes after the one at a place: it is longer, or as long and its bytes are greater. */
function isAfter(text: Int32Array, at: number, words: Int32Array, place: number): boolean {
  const longer = lengthAt(text, at) - lengthAt(words, place);
  if (longer !== 0) return longer > 0;
  for (let word = 0; word < wordsOfCell; word++) {
    const own = text[at + word]!;
    const its = words[place + word]!;
    if (own !== its) return reversed(own) > reversed(its);
  }
  return false;
}

/** Of two words, the one that is greater so is greater in its first byte that differs. */
function reversed(word: number): number {
  return (((word & 0xff) << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)) >>> 0;
}

function keyOf(text: string): { key: Int32Array; long: boolean } {
  const length = Buffer.byteLength(text);
  const padded = Buffer.alloc(length + longestInWords);
  padded.write(text);
  const words = new Int32Array(wordsOfCell);
  writeWords(new DataView(padded.buffer, padded.byteOffset, padded.length), 0, length, words, 0);
  return { key: words, long: length > longestInWords };
}

const [other, plainByte, digit] = [0, 1, 2];
const kindOfByte = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (/[0-9]/.test(character)) return digit;
  return /[A-Za-z/-]/.test(character) ? plainByte : other;
});

/** Long texts count as not plain, whatever they hold. */
function isPlain(words: Int32Array, place: number): boolean {
  if (isLong(words[place + 2]!)) return false;
  const length = lengthAt(words, place);
  let digits = 0;
  for (let byte = 0; byte < length; byte++) {
    const kind = kindOfByte[(words[place + (byte >> 2)]! >>> ((byte & 3) << 3)) & 0xff]!;
    if (kind === other) return false;
    if (kind === digit) digits++;
  }
  return digits > 0;
}

const blockTexts = 1 << 16;

/** Puts some texts behind `texts`; cut out of one string, which is much faster than one by one. */
function readBlock(words: Int32Array, from: number, to: number, at: (code: number) => string, texts: string[]): void {
  const bytes = Buffer.from(words.buffer);
  const packed = Buffer.alloc((to - from) * longestInWords);
  const ends = new Int32Array(to - from);
  let end = 0;
  let plain = true;
  for (let code = from; code < to; code++) {
    const place = code * wordsOfCell;
    if (((words[place]! | words[place + 1]! | words[place + 2]!) & 0x80808080) !== 0) plain = false;
    const length = isLong(words[place + 2]!) ? 0 : lengthAt(words, place);
    for (let byte = 0; byte < length; byte++) packed[end++] = bytes[place * 4 + byte]!;
    ends[code - from] = end;
  }
  const whole = plain ? packed.toString("latin1", 0, end) : null;
  let start = 0;
  for (let code = from; code < to; code++) {
    texts.push(whole === null ? at(code) : whole.slice(start, ends[code - from]));
    start = ends[code - from]!;
  }
}
