import { isLong, wordsOfCell } from "./cell-words.ts";

/**
 * Codes of the texts that are not plain: with other than letters, digits, `/` and `-`, or without a digit. Long ones count
 * as not plain, whatever they hold.
 */
export function oddTexts(words: Int32Array, size: number): number[] {
  const odd: number[] = [];
  let [first, second, begins] = [0, 0, 0];
  for (let code = 0; code < size; code++) {
    const at = code * wordsOfCell;
    // References that a system gave out one after the other begin alike.
    if (words[at] !== first || words[at + 1] !== second) {
      first = words[at]!;
      second = words[at + 1]!;
      begins = kindsIn(first) | kindsIn(second);
    }
    const third = words[at + 2]!;
    if (isLong(third) || (begins | kindsIn(third)) !== hasDigit) odd.push(code);
  }
  return odd;
}

function kindsIn(word: number): number {
  return kindsOfTwo[word & 0xffff]! | kindsOfTwo[word >>> 16]!;
}

const [hasDigit, hasOther] = [1, 2];
const kindOfByte = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (/[0-9]/.test(character)) return hasDigit;
  return byte === 0 || /[A-Za-z/-]/.test(character) ? 0 : hasOther;
});
const kindsOfTwo = new Uint8Array(2 ** 16);
for (let two = 0; two < kindsOfTwo.length; two++) kindsOfTwo[two] = kindOfByte[two & 0xff]! | kindOfByte[two >>> 8]!;
