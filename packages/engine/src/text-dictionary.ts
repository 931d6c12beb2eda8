import type { DuckDBVarCharVector } from "@duckdb/node-api";
import { presentWords, textWords } from "./vector-memory.ts";

/** Different texts, numbered from 0 in the order in which they first came; strings are made when they are asked for. */
export interface DistinctTexts {
  readonly size: number;
  readonly at: (code: number) => string;
  readonly all: () => readonly string[];
  /** The number of a text; -1 where it never came. */
  readonly find: (text: string) => number;
  /** Numbers of the texts that are not plain: letters of the Latin alphabet, digits, hyphens, slashes, a digit among them. */
  readonly odd: () => readonly number[];
}

/** A dictionary being filled. */
export interface TextDictionary {
  /** Numbers the first `count` texts of a vector into `codes` from `start`; a missing one is the empty text. */
  readonly encode: (vector: DuckDBVarCharVector, count: number, codes: Int32Array, start: number) => void;
  readonly add: (text: string) => number;
  readonly finish: () => DistinctTexts;
}

const wordsOfText = 4;
const blockBits = 16;
/** Texts of one block of words. */
const blockTexts = 1 << blockBits;
const longestInPlace = 12;
/** Most rows of a vector of the database. */
const vectorRows = 2048;

/**
 * Numbers the different texts of a column.
 *
 * The database keeps a text of up to twelve bytes in place, as four words: its length and its bytes, the rest zero. Those
 * words are looked up as they are, so that no string is made for a row. Longer texts are looked up as strings.
 *
 * @param expected about how many different texts will come; more are taken as well
 */
export function textDictionary(expected: number): TextDictionary {
  let size = 0;
  /** Number + 1 of the text at each slot, 0 = free; at most half are taken. */
  let slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(512, expected) * 2)));
  const blocks: Int32Array[] = [];
  const guesses = new Int32Array(vectorRows);
  const longCodes = new Map<string, number>();
  const longTexts = new Map<number, string>();

  const store = (length: number, first: number, second: number, third: number): number => {
    const code = size++;
    const at = (code & (blockTexts - 1)) * wordsOfText;
    if (at === 0) blocks.push(new Int32Array(blockTexts * wordsOfText));
    const block = blocks[blocks.length - 1]!;
    block[at] = length;
    block[at + 1] = first;
    block[at + 2] = second;
    block[at + 3] = third;
    return code;
  };
  const grow = (): void => {
    slots = new Int32Array(slots.length * 4);
    for (let code = 0; code < size; code++) {
      const block = blocks[code >>> blockBits]!;
      const at = (code & (blockTexts - 1)) * wordsOfText;
      if (block[at] === inLongTexts) continue;
      let slot = hashOf(block[at]!, block[at + 1]!, block[at + 2]!, block[at + 3]!) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = code + 1;
    }
  };
  const isAt = (code: number, length: number, first: number, second: number, third: number): boolean => {
    const block = blocks[code >>> blockBits]!;
    const at = (code & (blockTexts - 1)) * wordsOfText;
    return block[at + 1] === first && block[at + 2] === second && block[at + 3] === third && block[at] === length;
  };
  /** The slot where the words are, or the free one where they would be. */
  const slotOf = (length: number, first: number, second: number, third: number): number => {
    let slot = hashOf(length, first, second, third) & (slots.length - 1);
    for (let code = slots[slot]! - 1; code !== -1; code = slots[slot]! - 1) {
      if (isAt(code, length, first, second, third)) break;
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  };
  const codeOfWords = (length: number, first: number, second: number, third: number): number => {
    const slot = slotOf(length, first, second, third);
    if (slots[slot] !== 0) return slots[slot]! - 1;
    const code = store(length, first, second, third);
    slots[slot] = code + 1;
    if (size * 2 > slots.length) grow();
    return code;
  };
  const add = (text: string): number => {
    const words = inPlace(text);
    if (words !== null) return codeOfWords(...words);
    const known = longCodes.get(text);
    if (known !== undefined) return known;
    const code = store(inLongTexts, 0, 0, 0);
    longCodes.set(text, code);
    longTexts.set(code, text);
    return code;
  };
  return {
    add,
    encode: (vector, count, codes, start) => {
      const words = textWords(vector);
      const present = presentWords(vector);
      // First all slots, then all texts: loads that do not wait for one another are several times as fast in a large table.
      const mask = slots.length - 1;
      for (let row = 0; row < count; row++) {
        const at = row * wordsOfText;
        guesses[row] = slots[hashOf(words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!) & mask]! - 1;
      }
      let empty = -1;
      for (let row = 0; row < count; row++) {
        if (present !== null && ((present[row >>> 5]! >>> (row & 31)) & 1) === 0) {
          if (empty === -1) empty = codeOfWords(0, 0, 0, 0);
          codes[start + row] = empty;
          continue;
        }
        const at = row * wordsOfText;
        const length = words[at]!;
        if (length > longestInPlace) {
          codes[start + row] = add(vector.getItem(row)!);
          continue;
        }
        const guess = guesses[row]!;
        if (guess !== -1) {
          const block = blocks[guess >>> blockBits]!;
          const known = (guess & (blockTexts - 1)) * wordsOfText;
          if (
            block[known + 1] === words[at + 1] &&
            block[known + 2] === words[at + 2] &&
            block[known + 3] === words[at + 3] &&
            block[known] === length
          ) {
            codes[start + row] = guess;
            continue;
          }
        }
        codes[start + row] = codeOfWords(length, words[at + 1]!, words[at + 2]!, words[at + 3]!);
      }
    },
    finish: () => ({
      size,
      at: (code) => {
        const long = longTexts.get(code);
        if (long !== undefined) return long;
        const block = blocks[code >>> blockBits]!;
        const at = (code & (blockTexts - 1)) * wordsOfText;
        return Buffer.from(block.buffer, at * 4 + 4, block[at]!).toString();
      },
      all: () => {
        const texts: string[] = [];
        for (const [index, block] of blocks.entries()) {
          readBlock(block, Math.min(blockTexts, size - index * blockTexts), texts);
        }
        for (const [code, text] of longTexts) texts[code] = text;
        return texts;
      },
      find: (text) => {
        const words = inPlace(text);
        return words === null ? (longCodes.get(text) ?? -1) : slots[slotOf(...words)]! - 1;
      },
      odd: () => {
        const odd: number[] = [];
        for (let code = 0; code < size; code++) {
          if (!isPlain(blocks[code >>> blockBits]!, (code & (blockTexts - 1)) * wordsOfText)) odd.push(code);
        }
        return odd;
      },
    }),
  };
}

/** Stands where the length of a text does, when the text is too long to be in its words. */
const inLongTexts = -1;

function hashOf(length: number, first: number, second: number, third: number): number {
  let hash = Math.imul(first ^ length, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ second, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 13) ^ third, 0xc2b2ae3d);
  return hash ^ (hash >>> 16);
}

/** The words of a text as the database has them; null when it is too long. */
function inPlace(text: string): [length: number, first: number, second: number, third: number] | null {
  const bytes = Buffer.from(text);
  if (bytes.length > longestInPlace) return null;
  const padded = Buffer.alloc(longestInPlace);
  bytes.copy(padded);
  return [bytes.length, padded.readInt32LE(0), padded.readInt32LE(4), padded.readInt32LE(8)];
}

const [other, plainByte, digit] = [0, 1, 2];
const kindOfByte = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (/[0-9]/.test(character)) return digit;
  return /[A-Za-z/-]/.test(character) ? plainByte : other;
});

/** Longer texts count as not plain, whatever they hold. */
function isPlain(block: Int32Array, at: number): boolean {
  const length = block[at]!;
  let digits = 0;
  for (let byte = 0; byte < length; byte++) {
    const kind = kindOfByte[(block[at + 1 + (byte >> 2)]! >>> ((byte & 3) << 3)) & 0xff]!;
    if (kind === other) return false;
    if (kind === digit) digits++;
  }
  return digits > 0;
}

/** The texts of a block of words, put behind `texts`; cut out of one string, which is much faster than one by one. */
function readBlock(block: Int32Array, count: number, texts: string[]): void {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const packed = Buffer.alloc(count * longestInPlace);
  const ends = new Int32Array(count);
  let end = 0;
  let plain = true;
  for (let text = 0; text < count; text++) {
    const at = text * wordsOfText;
    const length = Math.max(0, block[at]!);
    if (((block[at + 1]! | block[at + 2]! | block[at + 3]!) & 0x80808080) !== 0) plain = false;
    for (let byte = 0; byte < length; byte++) packed[end++] = bytes[at * 4 + 4 + byte]!;
    ends[text] = end;
  }
  const whole = plain ? packed.toString("latin1", 0, end) : null;
  let from = 0;
  for (let text = 0; text < count; text++) {
    texts.push(whole === null ? packed.toString("utf8", from, ends[text]) : whole.slice(from, ends[text]));
    from = ends[text]!;
  }
}
