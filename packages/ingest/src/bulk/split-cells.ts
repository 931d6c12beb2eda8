import { longestInWords, wordsOfCell, writeWords } from "./cell-words.ts";

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
  /** Where the row after them begins. */
  next: number;
  /** By position in the file; three words a row, as `cell-words.ts` has them. */
  readonly columns: readonly Int32Array[];
  /** Why the row at `next` cannot be split; null when it was not reached or can be. */
  problem: string | null;
}

/** Rows are split and looked up so many at a time, while what is looked at is still at hand. */
export const gridRows = 512;

/**
 * Splits rows at delimiters and line breaks, four bytes at a time, into a grid that each call fills anew. Quoted cells
 * are unquoted where they stand: the bytes change.
 *
 * @param bytes     with sixteen more behind the last row
 * @param positions of the columns wanted; long cells of others are not put into words
 */
export function cellSplitter(
  bytes: Uint8Array,
  dialect: ByteDialect,
  positions: readonly number[],
): (from: number, end: number) => CellGrid {
  const { delimiter, quote, returns, width } = dialect;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const stride = gridRows * wordsOfCell;
  const words = new Int32Array(stride * width);
  const columns = Array.from({ length: width }, (_, column) => words.subarray(column * stride, (column + 1) * stride));
  const isWanted = Uint8Array.from({ length: width }, (_, column) => Number(positions.includes(column)));
  const grid: CellGrid = { rows: 0, next: 0, columns, problem: null };
  const stop = (at: number, row: number, problem: string): CellGrid =>
    Object.assign(grid, { next: at, rows: row, problem });
  const [delimiters, quotes] = [repeated(delimiter), repeated(quote ?? delimiter)];
  /** One bit in each byte of four that ends what is read. */
  const endsIn = (word: number): number => zeros(word ^ delimiters) | zeros(word ^ feeds) | zeros(word ^ quotes);

  return (from, end) => {
    let at = from;
    for (let row = 0; row < gridRows; row++) {
      if (at >= end) return Object.assign(grid, { next: at, rows: row });
      const rowStart = at;
      let column = 0;
      for (; ; column++) {
        if (column === width) return stop(rowStart, row, `expected ${width} cells, found more`);
        const place = column * stride + row * wordsOfCell;
        const start = at;
        let first = view.getInt32(at, true);
        let second = 0;
        let third = 0;
        let ends = endsIn(first);
        if (ends !== 0) {
          const bits = bitsBefore(ends);
          first &= (1 << bits) - 1;
          at += bits >> 3;
        } else {
          second = view.getInt32(at + 4, true);
          ends = endsIn(second);
          if (ends !== 0) {
            const bits = bitsBefore(ends);
            second &= (1 << bits) - 1;
            at += 4 + (bits >> 3);
          } else {
            third = view.getInt32(at + 8, true);
            ends = endsIn(third);
            if (ends !== 0) {
              const bits = bitsBefore(ends);
              third &= (1 << bits) - 1;
              at += 8 + (bits >> 3);
            } else {
              at += longestInWords;
              for (ends = endsIn(view.getInt32(at, true)); ends === 0; ends = endsIn(view.getInt32(at, true))) at += 4;
              at += bitsBefore(ends) >> 3;
              if (isWanted[column] === 1) writeWords(view, start, at, words, place);
              third = words[place + 2]!;
              first = words[place]!;
              second = words[place + 1]!;
            }
          }
        }
        words[place] = first;
        words[place + 1] = second;
        words[place + 2] = third;
        let byte = bytes[at]!;
        if (byte === quote) {
          if (at !== start) return stop(rowStart, row, "it has quotes inside cells");
          const closed = unquoted(bytes, start, quote);
          if (closed === null) return stop(rowStart, row, "it has line breaks inside cells");
          writeWords(view, start + 1, closed.end, words, place);
          at = closed.after;
          byte = bytes[at]!;
          if (byte === carriage && bytes[at + 1] === feed) byte = bytes[++at]!;
          if (byte !== delimiter && byte !== feed) {
            return stop(rowStart, row, "it has quotes that do not close where a cell ends");
          }
        } else if (returns && byte === feed) {
          // A cell that is quoted ends before.
          writeWords(view, start, Math.max(start, at - 1), words, place);
        }
        if (byte === feed) {
          if ((bytes[at - 1] === carriage) !== returns) return stop(rowStart, row, "its lines end in different ways");
          at++;
          break;
        }
        at++;
      }
      if (column !== width - 1) return stop(rowStart, row, `expected ${width} cells, found ${column + 1}`);
    }
    return Object.assign(grid, { next: at, rows: gridRows });
  };
}

const [feed, carriage] = [10, 13];
const feeds = repeated(feed);

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
