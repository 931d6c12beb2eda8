import { isLong, longestInWords, wordsOfCell } from "./cell-words.ts";
import { lengthAt } from "./text-order.ts";

/**
 * The first `size` texts of words, in order.
 *
 * @param at reads one, as a long text stands elsewhere
 */
export function readTexts(words: Int32Array, size: number, at: (code: number) => string): string[] {
  const all: string[] = [];
  for (let code = 0; code < size; code += blockTexts)
    readBlock(words, code, Math.min(size, code + blockTexts), at, all);
  return all;
}

const blockTexts = 1 << 16;

/** Puts some texts behind `texts`; cut out of one string, which is much faster than one by one. */
function readBlock(words: Int32Array, from: number, to: number, at: (code: number) => string, texts: string[]): void {
  const packed = Buffer.alloc((to - from + 1) * longestInWords);
  const view = new DataView(packed.buffer, packed.byteOffset);
  const ends = new Int32Array(to - from);
  let end = 0;
  let plain = true;
  for (let code = from; code < to; code++) {
    const place = code * wordsOfCell;
    if (((words[place]! | words[place + 1]! | words[place + 2]!) & 0x80808080) !== 0) plain = false;
    // What is written behind its end, the next text is written over.
    for (let word = 0; word < wordsOfCell; word++) view.setInt32(end + 4 * word, words[place + word]!, true);
    if (!isLong(words[place + 2]!)) end += lengthAt(words, place);
    ends[code - from] = end;
  }
  const whole = plain ? packed.toString("latin1", 0, end) : null;
  let start = 0;
  for (let code = from; code < to; code++) {
    texts.push(whole === null ? at(code) : whole.slice(start, ends[code - from]));
    start = ends[code - from]!;
  }
}
