import { longestInWords, wordsOfCell } from "./cell-words.ts";

/** Bytes in the words of a text that fits them. */
export function lengthAt(words: Int32Array, place: number): number {
  const third = words[place + 2]!;
  if (third !== 0) return longestInWords - (Math.clz32(third) >> 3);
  const second = words[place + 1]!;
  return second !== 0 ? 8 - (Math.clz32(second) >> 3) : 4 - (Math.clz32(words[place]!) >> 3);
}

/** Whether a text comes after the one at a place: it is longer, or as long and its bytes are greater. */
export function isAfter(text: Int32Array, at: number, words: Int32Array, place: number): boolean {
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
