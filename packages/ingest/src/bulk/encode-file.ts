import { isAscii, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { readSync } from "node:fs";
import { open } from "node:fs/promises";
import type { CodedTexts } from "./coded-texts.ts";
import { type CellGrid, cellSplitter } from "./split-cells.ts";
import { type TextDictionary, textDictionary } from "./text-dictionary.ts";

/** A file of delimited text in UTF-8, one record a line, a header in the first. */
export interface LineFile {
  readonly path: string;
  /** One byte. */
  readonly delimiter: number;
  /** One byte, doubled inside a quoted cell; null where nothing is quoted. */
  readonly quote: number | null;
  /** Cells of every row. */
  readonly width: number;
}

/** What one pass over the bytes of a file gives. */
export interface EncodedFile {
  /** SHA-256, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
  readonly numRows: number;
  /** In the order they were asked for; texts are as they stand in the file. */
  readonly columns: readonly CodedTexts[];
  readonly places: RowPlaces;
  /** The first line that is not plain ASCII, as bytes; null when all are. */
  readonly firstOther: Buffer | null;
}

/** Where some rows begin, a few hundred apart. */
export interface RowPlaces {
  /** Rows, 0 for the first, in rising order. */
  readonly rows: readonly number[];
  /** Bytes before each. */
  readonly starts: readonly number[];
}

/** A file encoded, or why it is not what it should be. */
export type FileEncoding =
  | { readonly encoded: EncodedFile; readonly obstacle: null }
  | { readonly encoded: null; readonly obstacle: string };

const pieceBytes = 2 ** 20;
const longestLine = 4 * 2 ** 20;
/** The splitter looks at words that begin before the end of a line. */
const padding = 16;
const [feed, carriage] = [10, 13];

/**
 * Reads a file once from end to end: its hash, and columns of it, each as different texts and a number per row. Nothing is
 * converted, and no string made of a cell: what a text means is read once for each different one, by whoever asked.
 *
 * @param positions of the columns wanted, 0 for the first
 */
export async function encodeFile(file: LineFile, positions: readonly number[]): Promise<FileEncoding> {
  const source = await open(file.path, "r");
  try {
    const { size } = await source.stat();
    const hash = createHash("sha256");
    const piece = Buffer.alloc(longestLine + padding);
    const dictionaries = positions.map(() => textDictionary(piece));
    let columns = positions.map(() => new Int32Array(0));
    const places: { rows: number[]; starts: number[] } = { rows: [], starts: [] };
    let [bytes, kept, numRows] = [0, 0, 0];
    let firstOther: Buffer | null = null;
    let split: ((from: number, end: number) => CellGrid) | null = null;
    let returns = false;
    for (;;) {
      const room = Math.max(kept + pieceBytes / 4, pieceBytes);
      // Nothing else is to be done meanwhile, and a thousand turns of waiting take longer than the reading.
      const bytesRead = readSync(source.fd, piece, kept, Math.min(room, longestLine) - kept, bytes + kept);
      hash.update(piece.subarray(kept, kept + bytesRead));
      const filled = kept + bytesRead;
      if (filled === 0) break;
      // Whole lines only, so that no character, quote or line break falls across two pieces.
      const end = bytesRead === 0 ? filled : piece.lastIndexOf(feed, filled - 1) + 1;
      if (end === 0 && filled < longestLine) {
        kept = filled;
        continue;
      }
      if (end === 0) return obstructed("a line is longer than 4 MB");
      const whole = piece.subarray(0, end);
      // The last line may have no line break, and what stood behind it is left from before.
      let lineEnd = end;
      if (split === null) returns = whole.includes("\r\n");
      if (piece[end - 1] !== feed) {
        if (returns) piece[lineEnd++] = carriage;
        piece[lineEnd++] = feed;
      }
      const headerEnd = split === null ? piece.indexOf(feed) + 1 : 0;
      split ??= cellSplitter(piece, { ...file, returns }, positions);
      const obstacle = obstacleIn(whole, bytes === 0, returns);
      if (obstacle !== null) return obstructed(obstacle);
      if (firstOther === null) firstOther = otherLine(whole);
      for (let at = headerEnd; at < lineEnd; ) {
        places.rows.push(numRows);
        places.starts.push(bytes + at);
        const grid = split(at, lineEnd);
        columns = widened(columns, numRows + grid.rows, numRows, (bytes + at) / size);
        encodeGrid(dictionaries, positions, grid, columns, numRows);
        numRows += grid.rows;
        at = grid.next;
        if (grid.problem !== null) return obstructed(`line ${numRows + 2}: ${grid.problem}`);
      }
      bytes += end;
      piece.copyWithin(0, end, filled);
      kept = filled - end;
      if (bytesRead === 0) break;
    }
    const coded = dictionaries.map(({ texts }, index) => ({ codes: columns[index]!.subarray(0, numRows), texts }));
    return {
      encoded: { sha256: hash.digest("hex"), bytes, numRows, columns: coded, places, firstOther },
      obstacle: null,
    };
  } finally {
    await source.close();
  }
}

function obstructed(obstacle: string): FileEncoding {
  return { encoded: null, obstacle };
}

function encodeGrid(
  dictionaries: readonly TextDictionary[],
  positions: readonly number[],
  { columns, rows }: CellGrid,
  codes: readonly Int32Array[],
  start: number,
): void {
  for (const [index, { encode }] of dictionaries.entries())
    encode(columns[positions[index]!]!, rows, codes[index]!, start);
}

/** Columns with room for so many rows; when they grow, for about as many as the share read so far says will come. */
function widened(
  columns: Int32Array<ArrayBuffer>[],
  needed: number,
  known: number,
  share: number,
): Int32Array<ArrayBuffer>[] {
  if (columns.every(({ length }) => length >= needed)) return columns;
  const length = Math.max(needed, 2 ** 12, Math.min(known * 2, Math.ceil((known / Math.max(share, 1e-6)) * 1.02)));
  return columns.map((column) => {
    const wider = new Int32Array(length);
    wider.set(column.subarray(0, known));
    return wider;
  });
}

function obstacleIn(whole: Buffer, isFirst: boolean, returns: boolean): string | null {
  if (!isUtf8(whole)) return "it is not UTF-8";
  if (whole.includes(0)) return "it holds null bytes";
  if (whole.includes(joinedMark, isFirst ? 1 : 0)) return "it holds a byte-order mark inside";
  if (returns ? hasLoneReturn(whole) : whole.includes(carriage)) return "its lines end in different ways";
  return null;
}

const joinedMark = Buffer.from([0xef, 0xbb, 0xbf]);

function hasLoneReturn(whole: Buffer): boolean {
  for (let at = whole.indexOf(carriage); at !== -1; at = whole.indexOf(carriage, at + 1)) {
    if (at + 1 < whole.length && whole[at + 1] !== feed) return true;
  }
  return whole.at(-1) === carriage;
}

function otherLine(whole: Buffer): Buffer | null {
  if (isAscii(whole)) return null;
  const at = whole.findIndex((byte) => byte >= 0x80);
  const start = whole.lastIndexOf(feed, at) + 1;
  const end = whole.indexOf(feed, at);
  return Buffer.from(whole.subarray(start, end === -1 ? whole.length : end + 1));
}
