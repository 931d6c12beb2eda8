import { isAscii, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

/** What one pass over the bytes of a file of delimited text says of it. */
export interface FileSurvey {
  /** SHA-256, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
  /** Lines; the last one may have no line break. */
  readonly lines: number;
  /** Where every 4,096th line begins, the first at 0. */
  readonly lineStarts: readonly number[];
  /** The first line that is not plain ASCII, as bytes; null when all are. */
  readonly firstOther: Buffer | null;
  /** Lines below the first that end with a delimiter. */
  readonly openEnds: number;
  /** Why the file cannot be split at its delimiters and line breaks without looking at each; null when it can. */
  readonly obstacle: string | null;
}

/** One line in so many has its place noted. */
export const linesApart = 4096;
const pieceBytes = 4 * 2 ** 20;
const [feed, carriage] = [10, 13];

/**
 * Reads a file once from end to end: its hash, its lines, and whether records are what the simplest rule says, one a
 * line, cells between delimiters, quotes only around whole cells.
 *
 * @param delimiter one byte
 * @param quote     one byte; null where nothing is quoted
 */
export async function surveyFile(path: string, delimiter: number, quote: number | null): Promise<FileSurvey> {
  const hash = createHash("sha256");
  const piece = Buffer.alloc(pieceBytes);
  const lineStarts: number[] = [];
  let [lines, openEnds, bytes, kept] = [0, 0, 0, 0];
  let firstOther: Buffer | null = null;
  let obstacle: string | null = null;
  let returns: boolean | null = null;
  const file = await open(path, "r");
  try {
    for (;;) {
      const { bytesRead } = await file.read(piece, kept, pieceBytes - kept, bytes + kept);
      hash.update(piece.subarray(kept, kept + bytesRead));
      const filled = kept + bytesRead;
      // Whole lines only, so that no character, quote or line break falls across two pieces.
      const end = bytesRead === 0 ? filled : piece.lastIndexOf(feed, filled - 1) + 1;
      if (end === 0) {
        if (bytesRead === 0) break;
        return {
          sha256: "",
          bytes: 0,
          lines: 0,
          lineStarts,
          openEnds,
          firstOther,
          obstacle: "a line is longer than 4 MB",
        };
      }
      const whole = piece.subarray(0, end);
      returns ??= whole.includes(carriage);
      obstacle ??= obstacleIn(whole, delimiter, quote, returns);
      if (firstOther === null) firstOther = otherLine(whole);
      for (let at = 0; at < end; ) {
        if (lines++ % linesApart === 0) lineStarts.push(bytes + at);
        const next = whole.indexOf(feed, at);
        const last = (next === -1 ? end : next) - (returns && next !== -1 ? 2 : 1);
        if (whole[last] === delimiter && lines > 1) openEnds++;
        at = next === -1 ? end : next + 1;
      }
      bytes += end;
      piece.copyWithin(0, end, filled);
      kept = filled - end;
      if (bytesRead === 0 && kept === 0) break;
    }
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), bytes, lines, lineStarts, openEnds, firstOther, obstacle };
}

/** @param returns whether lines end with \r\n; then all of them must */
function obstacleIn(whole: Buffer, delimiter: number, quote: number | null, returns: boolean): string | null {
  if (!isUtf8(whole)) return "it is not UTF-8";
  if (whole.includes(0)) return "it holds null bytes";
  if (whole.includes(joinedMark, 1)) return "it holds a byte-order mark inside";
  if (whole[0] === feed || whole.includes("\n\n") || whole.includes("\n\r\n")) return "it has blank lines";
  if (returns ? !evenReturns(whole) : whole.includes(carriage)) return "its lines end in different ways";
  return quote !== null && whole.includes(quote) ? quoteObstacle(whole, delimiter, quote) : null;
}

const joinedMark = Buffer.from([0xef, 0xbb, 0xbf]);

function evenReturns(whole: Buffer): boolean {
  for (let at = whole.indexOf(feed); at !== -1; at = whole.indexOf(feed, at + 1)) {
    if (whole[at - 1] !== carriage) return false;
  }
  for (let at = whole.indexOf(carriage); at !== -1; at = whole.indexOf(carriage, at + 1)) {
    if (whole[at + 1] !== feed) return false;
  }
  return true;
}

/** Quotes must open at the start of a cell, close at its end, be doubled inside, and hold no line break. */
function quoteObstacle(whole: Buffer, delimiter: number, quote: number): string | null {
  const ends = (byte: number | undefined) =>
    byte === undefined || byte === delimiter || byte === feed || byte === carriage;
  for (let opening = whole.indexOf(quote); opening !== -1; ) {
    if (!(opening === 0 || ends(whole[opening - 1]))) return "it has quotes inside cells";
    let closing = whole.indexOf(quote, opening + 1);
    while (closing !== -1 && whole[closing + 1] === quote) closing = whole.indexOf(quote, closing + 2);
    if (closing === -1 || !ends(whole[closing + 1])) return "it has quotes that do not close where a cell ends";
    if (whole.subarray(opening, closing).includes(feed)) return "it has line breaks inside cells";
    opening = whole.indexOf(quote, closing + 1);
  }
  return null;
}

function otherLine(whole: Buffer): Buffer | null {
  if (isAscii(whole)) return null;
  const at = whole.findIndex((byte) => byte >= 0x80);
  const start = whole.lastIndexOf(feed, at) + 1;
  const end = whole.indexOf(feed, at);
  return Buffer.from(whole.subarray(start, end === -1 ? whole.length : end + 1));
}
