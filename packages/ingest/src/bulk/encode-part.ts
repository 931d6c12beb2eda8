import { isAscii, isUtf8 } from "node:buffer";
import type { Hash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { countRows } from "./count-rows.ts";
import { roomForCodes, type SharedCodes } from "./shared-codes.ts";
import { type CellGrid, cellSplitter } from "./split-cells.ts";
import { type PackedTexts, type TextDictionary, textDictionary } from "./text-dictionary.ts";

/** A file of delimited text in UTF-8, one record a line. */
export interface LineFile {
  readonly path: string;
  /** Lines above the first row: a title block, where there is one, and the header. */
  readonly linesAbove: number;
  /** Bytes of those lines; not more than a million. */
  readonly bytesAbove: number;
  /** One byte. */
  readonly delimiter: number;
  /** One byte, doubled inside a quoted cell; null where nothing is quoted. */
  readonly quote: number | null;
  /** Cells of every row. */
  readonly width: number;
}

/** Whole lines of a file. */
export interface FilePart {
  /** Bytes before the first line; 0 for the part that has the header, and begins below it. */
  readonly from: number;
  /** Bytes before the line after the last; infinite where it is the end of the file, wherever that is. */
  readonly to: number;
  /** Where its codes are put; null = in room of its own. */
  readonly room: RowRoom | null;
  /** Whether lines end with \r\n; null = as the first ones do. */
  readonly returns: boolean | null;
}

/** Room for the rows of a part, in columns that have those of other parts too. */
export interface RowRoom {
  readonly columns: readonly SharedCodes[];
  /** Of its first row. */
  readonly from: number;
  /** Behind its last row at the most. */
  readonly to: number;
}

/** What one pass over the bytes of a part gives. */
export interface EncodedPart {
  /** Bytes of the file before the line after the last. */
  readonly bytes: number;
  readonly numRows: number;
  /** Of each column asked for. */
  readonly dictionaries: readonly TextDictionary[];
  /** Number of the text in each row, -1 in uneven rows: from the first row of its room, which may have more. */
  readonly codes: readonly SharedCodes[];
  /** Of each column: rows that hold each text; null where each stands in one. */
  readonly rowsOf: readonly (Int32Array<ArrayBuffer> | null)[];
  /** Rows with cells missing, or too many that are not blank, in rising order. */
  readonly uneven: readonly number[];
  /** Whether a row has blank cells beyond the width. */
  readonly wide: boolean;
  readonly places: RowPlaces;
  /** The first line that is not plain ASCII, as bytes; null when all are. */
  readonly firstOther: Buffer | null;
}

/** A part as it goes from one thread to another; its codes stay where they were put. */
export interface PackedPart extends Omit<EncodedPart, "dictionaries" | "codes" | "firstOther"> {
  readonly texts: readonly PackedTexts[];
  readonly firstOther: Uint8Array | null;
}

/** Where some rows begin, a few hundred apart. */
export interface RowPlaces {
  /** Rows, 0 for the first, in rising order. */
  readonly rows: readonly number[];
  /** Bytes before each. */
  readonly starts: readonly number[];
}

/** A part encoded, or why it is not what it should be. */
export type PartEncoding =
  | { readonly part: EncodedPart; readonly obstacle: null }
  | { readonly part: null; readonly obstacle: string };

const pieceBytes = 2 ** 20;
const longestLine = 4 * 2 ** 20;
/** The splitter looks at words that begin before the end of a line. */
const padding = 16;
/** Rows between two places, where no row is uneven. */
const placeEvery = 256;
const [feed, carriage] = [10, 13];

/**
 * Reads a part of a file once from end to end: columns of it, each as different texts and a number per row. Nothing is
 * converted, and no string made of a cell: what a text means is read once for each different one, by whoever asked.
 *
 * @param positions of the columns wanted, 0 for the first
 * @param hash      that the bytes are put into, where it is wanted
 */
export function encodePart(
  file: LineFile,
  positions: readonly number[],
  part: FilePart,
  hash: Hash | null,
): PartEncoding {
  const source = openSync(file.path, "r");
  try {
    return encodeLines(source, file, positions, part, hash);
  } finally {
    closeSync(source);
  }
}

function encodeLines(
  source: number,
  file: LineFile,
  positions: readonly number[],
  { from, to, room, returns: known }: FilePart,
  hash: Hash | null,
): PartEncoding {
  const piece = Buffer.alloc(longestLine + padding);
  const dictionaries = positions.map(() => textDictionary(piece));
  const { size } = fstatSync(source);
  const firstRow = room?.from ?? 0;
  let columns = room?.columns ?? positions.map(() => roomForCodes(0));
  const places: { rows: number[]; starts: number[] } = { rows: [], starts: [] };
  const uneven: number[] = [];
  let [bytes, kept, numRows] = [from, 0, 0];
  let firstOther: Buffer | null = null;
  let split: ((from: number, end: number) => CellGrid) | null = null;
  let returns = known ?? false;
  let wide = false;
  for (;;) {
    const filledAtMost = Math.min(Math.max(kept + pieceBytes / 4, pieceBytes), longestLine);
    // Nothing else is to be done meanwhile, and a thousand turns of waiting take longer than the reading.
    const most = Math.min(filledAtMost - kept, to - bytes - kept);
    const bytesRead = most === 0 ? 0 : readSync(source, piece, kept, most, bytes + kept);
    hash?.update(piece.subarray(kept, kept + bytesRead));
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
    if (split === null) returns = known ?? whole.includes("\r\n");
    if (piece[end - 1] !== feed) {
      if (returns) piece[lineEnd++] = carriage;
      piece[lineEnd++] = feed;
    }
    const rowsFrom = bytes === 0 ? file.bytesAbove : 0;
    split ??= cellSplitter(piece, { ...file, returns }, positions);
    const obstacle = obstacleIn(whole, bytes === 0, returns);
    if (obstacle !== null) return obstructed(obstacle);
    if (firstOther === null) firstOther = otherLine(whole);
    for (let at = rowsFrom; at < lineEnd; ) {
      if (numRows >= (places.rows.at(-1) ?? Number.NEGATIVE_INFINITY) + placeEvery) {
        places.rows.push(numRows);
        places.starts.push(bytes + at);
      }
      const grid = split(at, lineEnd);
      const needed = numRows + grid.rows + 1;
      if (room === null) columns = widened(columns, needed, numRows, (bytes + at) / size);
      else if (firstRow + needed > room.to) return obstructed("its lines are much shorter than the first");
      encodeGrid(dictionaries, positions, grid, columns, firstRow + numRows);
      numRows += grid.rows;
      wide = grid.wide;
      at = grid.next;
      if (grid.problem !== null) return obstructed(`line ${file.linesAbove + numRows + 1}: ${grid.problem}`);
      if (!grid.uneven) continue;
      for (const codes of columns) codes[firstRow + numRows] = -1;
      uneven.push(numRows++);
    }
    bytes += end;
    piece.copyWithin(0, end, filled);
    kept = filled - end;
    if (bytesRead === 0) break;
  }
  const endRow = firstRow + numRows;
  const rowsOf = dictionaries.map(({ texts }, index) =>
    texts.size === numRows ? null : countRows(columns[index]!.subarray(firstRow, endRow), texts.size),
  );
  const part = { bytes, numRows, dictionaries, codes: columns, rowsOf, uneven, wide, places, firstOther };
  return { part, obstacle: null };
}

function obstructed(obstacle: string): PartEncoding {
  return { part: null, obstacle };
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

/** So many rows say how long the others will be. */
const typicalRows = 20_000;

/** Columns with room for so many rows; when they grow, for about as many as the share read so far says will come. */
function widened(
  columns: readonly SharedCodes[],
  needed: number,
  known: number,
  share: number,
): readonly SharedCodes[] {
  if (columns.every(({ length }) => length >= needed)) return columns;
  const expected = known < typicalRows ? known * 2 : (known / Math.max(share, 1e-6)) * 1.02;
  const length = Math.max(needed, 2 ** 12, Math.ceil(expected));
  return columns.map((column) => {
    const wider = roomForCodes(length);
    wider.set(column.subarray(0, known));
    return wider;
  });
}

function obstacleIn(whole: Buffer, isFirst: boolean, returns: boolean): string | null {
  const plain = isAscii(whole);
  if (!plain && !isUtf8(whole)) return "it is not UTF-8";
  if (whole.includes(0)) return "it holds null bytes";
  if (!plain && whole.includes(joinedMark, isFirst ? 1 : 0)) return "it holds a byte-order mark inside";
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
