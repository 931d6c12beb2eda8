import { wordsOfCell, writeWords } from "./cell-words.ts";

/** How a file of one record a line is written. */
export interface ByteDialect {
  /** One byte. */
  readonly delimiter: number;
  /** One byte; null where nothing is quoted. */
  readonly quote: number | null;
  /** Whether lines end with \r\n, all of them. */
  readonly returns: boolean;
  /** Cells of every row. */
  readonly width: number;
}

/** The cells of some rows as words, column by column. */
export interface CellGrid {
  /** Rows in it. */
  rows: number;
  /** Where the row after them begins; past the uneven one, where there is one. */
  next: number;
  /** Whether the row after them, the last that was split, has cells missing or too many that are not blank. */
  uneven: boolean;
  /** Whether any row so far had cells beyond the width, all blank. */
  wide: boolean;
  /** By position in the file; three words a row, as `cell-words.ts` has them. */
  readonly columns: readonly Int32Array[];
  /** Why the row at `next` cannot be split; null when it was not reached or can be. */
  problem: string | null;
}

/** Rows are split and looked up so many at a time, while what is looked at is still at hand. */
export const gridRows = 512;

/**
 * Splits rows at delimiters and line breaks, four bytes at a time, into a grid that each call fills anew; an uneven row
 * ends it. Quoted cells are unquoted where they stand: the bytes change.
 *
 * @param bytes     with sixteen more behind the last row
 * @param positions of the columns wanted; long cells of others are not put into words
 */
export function cellSplitter(
  bytes: Buffer,
  dialect: ByteDialect,
  positions: readonly number[],
): (from: number, end: number) => CellGrid {
  const { width } = dialect;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  // One column more takes the cells that are too many.
  const words = new Int32Array(stride * (width + 1));
  const columns = Array.from({ length: width }, (_, column) => words.subarray(column * stride, (column + 1) * stride));
  const isWanted = Uint8Array.from({ length: width + 1 }, (_, column) => Number(positions.includes(column)));
  const grid: CellGrid = { rows: 0, next: 0, uneven: false, wide: false, columns, problem: null };
  return (from, end) => {
    Object.assign(grid, { rows: 0, next: from, uneven: false, problem: null });
    return splitRows(bytes, view, words, isWanted, dialect, end, grid);
  };
}

const stride = gridRows * wordsOfCell;

/** A function by itself, with all that it uses at hand: a quarter of the reading of a large file is spent in it. */
function splitRows(
  bytes: Buffer,
  view: DataView,
  words: Int32Array,
  isWanted: Uint8Array,
  { delimiter, quote, returns, width }: ByteDialect,
  end: number,
  grid: CellGrid,
): CellGrid {
  const delimiters = repeated(delimiter);
  const quotes = repeated(quote ?? delimiter);
  const feeds = repeated(feed);
  let at = grid.next;
  for (let row = 0; row < gridRows && at < end; row++) {
    let column = 0;
    let excess = false;
    for (; ; column++) {
      const place = (column < width ? column : width) * stride + row * wordsOfCell;
      const start = at;
      let first = view.getInt32(at, true);
      let second = 0;
      let third = 0;
      let ends = zeros(first ^ delimiters) | zeros(first ^ feeds) | zeros(first ^ quotes);
      if (ends !== 0) {
        const bits = bitsBefore(ends);
        first &= (1 << bits) - 1;
        at += bits >> 3;
      } else {
        second = view.getInt32(at + 4, true);
        ends = zeros(second ^ delimiters) | zeros(second ^ feeds) | zeros(second ^ quotes);
        if (ends !== 0) {
          const bits = bitsBefore(ends);
          second &= (1 << bits) - 1;
          at += 4 + (bits >> 3);
        } else {
          third = view.getInt32(at + 8, true);
          ends = zeros(third ^ delimiters) | zeros(third ^ feeds) | zeros(third ^ quotes);
          if (ends !== 0) {
            const bits = bitsBefore(ends);
            third &= (1 << bits) - 1;
            at += 8 + (bits >> 3);
          } else {
            at += 8;
            do {
              at += 4;
              const word = view.getInt32(at, true);
              ends = zeros(word ^ delimiters) | zeros(word ^ feeds) | zeros(word ^ quotes);
            } while (ends === 0);
            at += bitsBefore(ends) >> 3;
            if (isWanted[column < width ? column : width] === 1) writeWords(view, start, at, words, place);
            first = words[place]!;
            second = words[place + 1]!;
            third = words[place + 2]!;
          }
        }
      }
      words[place] = first;
      words[place + 1] = second;
      words[place + 2] = third;
      let byte = bytes[at]!;
      let contentStart = start;
      let contentEnd = at;
      if (byte === quote) {
        if (at !== start) return stop(grid, row, "it has quotes inside cells");
        const closed = unquoted(bytes, start, quote);
        if (closed === null) return stop(grid, row, "it has line breaks inside cells");
        contentStart = start + 1;
        contentEnd = closed.end;
        writeWords(view, contentStart, contentEnd, words, place);
        at = closed.after;
        byte = bytes[at]!;
        if (byte === carriage && bytes[at + 1] === feed) byte = bytes[++at]!;
        if (byte !== delimiter && byte !== feed) {
          return stop(grid, row, "it has quotes that do not close where a cell ends");
        }
      } else if (returns && byte === feed) {
        // A cell that is quoted ends before.
        contentEnd = Math.max(start, at - 1);
        writeWords(view, start, contentEnd, words, place);
      }
      if (column >= width && !excess) excess = bytes.toString("utf8", contentStart, contentEnd).trim() !== "";
      if (byte === feed) {
        if ((bytes[at - 1] === carriage) !== returns) return stop(grid, row, "its lines end in different ways");
        at++;
        break;
      }
      at++;
    }
    grid.next = at;
    if (column < width - 1 || excess) {
      grid.uneven = true;
      return grid;
    }
    if (column >= width) grid.wide = true;
    grid.rows = row + 1;
  }
  return grid;
}

function stop(grid: CellGrid, rows: number, problem: string): CellGrid {
  return Object.assign(grid, { rows, problem });
}

const [feed, carriage] = [10, 13];

function repeated(byte: number): number {
  return Math.imul(byte, 0x01010101);
}

/** The lowest bit set is that of the first zero byte of four; none is set where there is none. */
function zeros(word: number): number {
  return (word - 0x01010101) & ~word & 0x80808080;
}

/** Bits of the bytes before the one that the lowest bit set is of. */
function bitsBefore(ends: number): number {
  return 24 - Math.clz32(ends & -ends);
}

/**
 * Takes the quotes off the cell that opens at `start`, doubled ones made single.
 *
 * @returns where its content ends, from the byte after the opening quote, and the byte after the closing one; null
 *   where a line ends first
 */
function unquoted(bytes: Uint8Array, start: number, quote: number): { end: number; after: number } | null {
  let end = start + 1;
  for (let at = end; ; at++) {
    const byte = bytes[at]!;
    if (byte === feed) return null;
    if (byte === quote && bytes[++at] !== quote) return { end, after: at };
    bytes[end++] = byte;
  }
}
