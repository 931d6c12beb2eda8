import { decodeWindows1252 } from "../files/windows-1252.ts";

/**
 * A text as the detector looks at it: composed accents, one kind of space, apostrophe and dash, nothing around it, and
 * UTF-8 that was read as Windows-1252 put right (`ZoÃ«` is `Zoë`).
 */
export function plainText(text: string): string {
  const plain = nonAscii.test(text)
    ? repaired(text)
        .normalize("NFC")
        .replace(/[’‘ʼ´]/g, "'")
        .replace(/[‐‑–—]/g, "-")
    : text;
  return plain.replace(/\s+/g, " ").trim();
}

/** Letters without their marks, in lower case: `Łukasz` and `LUKASZ` are both `lukasz`. */
export function foldedLetters(text: string): string {
  if (!nonAscii.test(text)) return text.toLowerCase();
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łøđðßæœı]/g, (letter) => unmarked[letter]!);
}

const nonAscii = /[^ -~]/;
const unmarked: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

/** A lead byte of UTF-8 and what follows it, each shown as the Windows-1252 character it is not. */
const misread = /[\u00c3-\u00f4][\u0080-\u00bf\u0152-\u2122]|\u00c2[\u00a0-\u00bf]/;

function repaired(text: string): string {
  if (!misread.test(text)) return text;
  const bytes = Uint8Array.from(text, (letter) => byteOf().get(letter) ?? Math.min(letter.charCodeAt(0), 0xff));
  const decoded = new TextDecoder().decode(bytes);
  return decoded.includes("\ufffd") ? text : decoded;
}

let bytesByLetter: ReadonlyMap<string, number> | null = null;

function byteOf(): ReadonlyMap<string, number> {
  bytesByLetter ??= new Map(Array.from({ length: 256 }, (_, byte) => [decodeWindows1252(Buffer.of(byte)), byte]));
  return bytesByLetter;
}
