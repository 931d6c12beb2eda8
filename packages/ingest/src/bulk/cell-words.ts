/**
 * A cell is looked up as three words. Up to twelve bytes are the words themselves, the rest zero, which no text holds. Of
 * a longer cell they are the place of its bytes, a hash of them, and its length inverted; as the last byte of those words
 * is one that no text in UTF-8 has, the two cannot be taken for one another.
 */
export const wordsOfCell = 3;

/** Bytes that fit the words. */
export const longestInWords = 12;

/** Whether words with this last one are of a cell too long for them. */
export function isLong(third: number): boolean {
  return third >>> 24 === 0xff;
}

/** Writes the words of the bytes from `start` to before `end`; up to four bytes beyond are looked at. */
export function writeWords(view: DataView, start: number, end: number, words: Int32Array, place: number): void {
  const length = end - start;
  if (length > longestInWords) {
    words[place] = start;
    words[place + 1] = hashOfBytes(view, start, end);
    words[place + 2] = ~length;
    return;
  }
  words[place] = wordAt(view, start, length);
  words[place + 1] = wordAt(view, start + 4, length - 4);
  words[place + 2] = wordAt(view, start + 8, length - 8);
}

function wordAt(view: DataView, at: number, length: number): number {
  if (length <= 0) return 0;
  const word = view.getInt32(at, true);
  return length >= 4 ? word : word & ((1 << (length * 8)) - 1);
}

/** A hash of the words of a cell; where its bytes are does not enter. */
export function hashOfWords(first: number, second: number, third: number): number {
  let hash = Math.imul(isLong(third) ? 0 : first, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ second, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 13) ^ third, 0xc2b2ae3d);
  return hash ^ (hash >>> 16);
}

function hashOfBytes(view: DataView, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at += 4) {
    hash = Math.imul(hash ^ (hash >>> 15) ^ wordAt(view, at, end - at), 0x9e3779b1);
  }
  return hash;
}
