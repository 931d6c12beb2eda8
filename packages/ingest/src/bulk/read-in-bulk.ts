import { open, stat } from "node:fs/promises";
import { Failure } from "@likewise/schema";
import { delimited } from "../files/delimited.ts";
import { detectDelimiter } from "../files/detect-delimiter.ts";
import type { TableFormat } from "../files/file-reader.ts";
import type { FlatFile } from "../files/flat-file.ts";
import { openSource } from "../files/open-source.ts";
import { parseRecords } from "../files/parse-records.ts";
import { fileReaders } from "../files/readers.ts";
import { mayOpenTable, openingRows } from "../layout/find-other-table.ts";
import { repeatsHeader } from "../layout/repeats-header.ts";
import type { CodedTexts } from "./coded-texts.ts";
import { type EncodedFile, encodeFile } from "./encode-file.ts";
import { readRows } from "./read-rows.ts";
import { rowsLike } from "./rows-like.ts";
import { withoutRows } from "./without-rows.ts";

/** A file read in bulk: its columns as texts and codes, and no rows but those asked for. */
export interface BulkFile extends FlatFile {
  readonly coded: CodedColumns;
}

/** Columns of a file, by their position in it, 0 for the first. */
export interface CodedColumns {
  readonly columns: ReadonlyMap<number, CodedTexts>;
  /** Rows of which every cell is blank, in rising order. */
  readonly blankRows: readonly number[];
  /** Puts the cells of some rows, in rising order, where `rows` of the file has them. */
  readonly fetch: (rows: readonly number[]) => Promise<void>;
}

/** From which size files are read in bulk, and on how many threads; one twice as large is worth a second thread. */
export interface BulkOptions {
  /** Bytes. */
  readonly bulkFrom: number;
  readonly threads: number;
}

/** A file read in bulk, or why it is to be read row by row. */
export type BulkReading =
  | { readonly file: BulkFile; readonly obstacle: null }
  | { readonly file: null; readonly obstacle: string };

/**
 * Reads the columns wanted of a delimited file from its bytes, where that gives what reading it row by row does: UTF-8, one record a line, the header in the first line, nothing below it but data.
 *
 * The delimiter and the layout are found by the reader of delimited text itself, on the first and last lines.
 *
 * @param positionsOf positions of the columns wanted, of a header
 */
export async function readInBulk(
  path: string,
  shown: string,
  format: TableFormat,
  positionsOf: (file: FlatFile) => readonly number[],
  { threads, bulkFrom }: BulkOptions,
): Promise<BulkReading> {
  if (Object.keys(format).some((key) => !understood.has(key))) return obstructed("the plan says how it is laid out");
  const before = await stat(path);
  const source = await openSource(path, shown);
  const reader = fileReaders.find(({ recognises }) => recognises(source.head, source.name));
  if (source.compressed) return obstructed("it is compressed");
  if (format.reader !== "delimited" && (reader ?? delimited) !== delimited)
    return obstructed("it is not delimited text");
  const ends = await endsOf(path, before.size);
  const dialect = dialectOf(ends.head, shown, format);
  if (dialect === null) return obstructed("its delimiter or its quotes are of several characters");
  const readSample = (sample: Buffer, bytes: number, sha256: string): Promise<FlatFile> =>
    delimited.read({ ...source, contents: async () => ({ bytes: sample, size: bytes, sha256 }) }, format);
  const begun = await readSample(ends.head, before.size, "").catch(whatFailed);
  if (begun instanceof Failure) return obstructed("its first lines cannot be told apart");
  if (!isPlain(begun)) return obstructed("it holds more than a header and rows");
  const positions = positionsOf(begun);
  const width = begun.header.length;
  if (width < 2) return obstructed("it has one column");
  const [delimiter, quote] = [dialect.delimiter.charCodeAt(0), dialect.quote?.charCodeAt(0) ?? null];
  const above = { linesAbove: 1, bytesAbove: ends.head.indexOf(10) + 1 };
  const { encoded, obstacle } = await encodeFile(
    { path, delimiter, quote, width, ...above },
    positions,
    threads,
    2 * bulkFrom,
  );
  if (encoded === null) return obstructed(obstacle);
  if (encoded.uneven.length > 0) return obstructed(`line ${encoded.uneven[0]! + 2}: expected ${width} cells`);
  const after = await stat(path);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) return obstructed("it changed while it was read");
  const sample = ends.tail === null ? [ends.head] : [ends.head, encoded.firstOther ?? empty, ends.tail];
  const read = await readSample(Buffer.concat(sample), encoded.bytes, encoded.sha256);
  if (!isPlain(read)) return obstructed("it holds more than a header and rows");
  return finished(
    path,
    encoded,
    dialect,
    read,
    new Map(positions.map((position, index) => [position, encoded.columns[index]!])),
  );
}

function whatFailed(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}

const empty = Buffer.alloc(0);
const understood: ReadonlySet<string> = new Set([
  "reader",
  "delimiter",
  "quote",
  "encoding",
  "headerRow",
  "headerRows",
]);

function obstructed(obstacle: string): BulkReading {
  return { file: null, obstacle };
}

interface BulkDialect {
  readonly delimiter: string;
  readonly quote: string | null;
}

async function finished(
  path: string,
  encoded: EncodedFile,
  dialect: BulkDialect,
  read: FlatFile,
  columns: ReadonlyMap<number, CodedTexts>,
): Promise<BulkReading> {
  const { numRows } = encoded;
  const rows: (readonly string[])[] = [];
  rows.length = numRows;
  const fetch = async (wanted: readonly number[]): Promise<void> => {
    const unread = wanted.filter((row) => rows[row] === undefined);
    const lines = await readRows(path, encoded, unread);
    for (const [index, line] of lines.entries()) {
      rows[unread[index]!] = parseRecords(line, dialect, read.shown).records[0]!;
    }
  };
  const headers = rowsLike(columns, numRows, (text, position) => text.trim() === read.header[position]!.trim());
  await fetch(headers);
  if (headers.some((row) => repeatsHeader(rows[row]!, read.header))) return obstructed("its header stands in it again");
  const likely = rowsLike(columns, numRows, (text) => text.trim() === "");
  await fetch(likely);
  const blankRows = likely.filter((row) => rows[row]!.every((cell) => cell.trim() === ""));
  const isBlank = new Set(blankRows);
  const openings = blankRows.map((row) => row + 1).filter((row) => row < numRows && !isBlank.has(row));
  const below = openings.flatMap((row) => Array.from({ length: openingRows }, (_, index) => row + index));
  await fetch([...new Set(below)].filter((row) => row < numRows));
  if (openings.some((row) => mayOpenTable(rows.slice(row, row + openingRows)))) {
    return obstructed("a further table may begin below a blank row");
  }
  const lines = new Int32Array(numRows);
  for (let row = 0; row < numRows; row++) lines[row] = row + 2;
  const coded = { columns: blankRows.length === 0 ? columns : withoutRows(columns, blankRows), blankRows, fetch };
  return { file: { ...read, rows, lines, coded }, obstacle: null };
}

const headBytes = 2 ** 20;
const tailBytes = 2 ** 16;

/** The first and the last whole lines; the last are null when the first are the whole file. */
async function endsOf(path: string, size: number): Promise<{ head: Buffer; tail: Buffer | null }> {
  const file = await open(path, "r");
  try {
    const bytes = Buffer.alloc(Math.min(size, headBytes));
    await file.read(bytes, 0, bytes.length, 0);
    if (bytes.length === size) return { head: bytes, tail: null };
    const head = bytes.subarray(0, bytes.lastIndexOf(10) + 1);
    const length = Math.min(tailBytes, size - head.length);
    const last = Buffer.alloc(length);
    await file.read(last, 0, length, size - length);
    return { head, tail: length === size - head.length ? last : last.subarray(last.indexOf(10) + 1) };
  } finally {
    await file.close();
  }
}

/** Delimiter and quote, where each is one byte. */
function dialectOf(head: Buffer, shown: string, format: TableFormat): BulkDialect | null {
  const quote = format.quote === "" ? null : (format.quote ?? '"');
  const delimiter = format.delimiter ?? detectDelimiter(head.toString(), quote, shown).delimiter;
  const isByte = (text: string) => Buffer.byteLength(text) === 1;
  return isByte(delimiter) && (quote === null || isByte(quote)) ? { delimiter, quote } : null;
}

/** Header in the first line, and nothing that the layout takes out of the data. */
function isPlain({ headerRecords, setAside, received, strayQuotes, lines, assumptions }: FlatFile): boolean {
  const doubtful = assumptions.some(({ what }) => !["encoding", "delimiter", "headerRow"].includes(what));
  const oneHeader = headerRecords.length === 1 && (lines.length === 0 || lines[0] === 2);
  return oneHeader && setAside.size + received.size + strayQuotes.size === 0 && !doubtful;
}
