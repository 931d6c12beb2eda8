import { isAscii } from "node:buffer";
import { open, stat } from "node:fs/promises";
import { Failure } from "@likewise/schema";
import { type DelimitedRecords, delimited, readRecords } from "../files/delimited.ts";
import { detectDelimiter } from "../files/detect-delimiter.ts";
import type { TableFormat } from "../files/file-reader.ts";
import type { FlatFile } from "../files/flat-file.ts";
import type { HeadedFile } from "../files/locate-columns.ts";
import { openSource } from "../files/open-source.ts";
import { parseRecords } from "../files/parse-records.ts";
import { fileReaders } from "../files/readers.ts";
import { applyLayout } from "../layout/apply-layout.ts";
import { fillDownPositions } from "../layout/fill-down.ts";
import { beginsAsTotal } from "../layout/find-footer.ts";
import type { CodedTexts } from "./coded-texts.ts";
import { encodeFile } from "./encode-file.ts";
import { fillCodesDown } from "./fill-codes-down.ts";
import { type RowStore, rowStore } from "./row-store.ts";
import { type SettledLayout, settleLayout } from "./settle-layout.ts";
import { withoutRows } from "./without-rows.ts";

/** A file read in bulk: its columns as texts and codes, and no rows but those asked for. */
export interface BulkFile extends FlatFile {
  readonly coded: CodedColumns;
}

/** Columns of a file, by their position in it, 0 for the first. */
export interface CodedColumns {
  readonly columns: ReadonlyMap<number, CodedTexts>;
  /** Rows of which the cells are no data or cannot be told apart, in rising order; they have no codes. */
  readonly broken: readonly number[];
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
 * Reads the columns wanted of a delimited file from its bytes, where that gives what reading it row by row does: UTF-8,
 * and one record a line below the header. A title block, rows that repeat the header, uneven and blank ones, a footer and
 * blanks to fill down may be there.
 *
 * The delimiter and the header are found by the reader of delimited text itself, on the first lines; the rest of the
 * layout by its own rules, on the rows that matter to them.
 *
 * @param positionsOf positions of the columns wanted, of a header
 */
export async function readInBulk(
  path: string,
  shown: string,
  format: TableFormat,
  positionsOf: (file: HeadedFile) => readonly number[],
  { threads, bulkFrom }: BulkOptions,
): Promise<BulkReading> {
  if (Object.keys(format).some((key) => !understood.has(key))) return obstructed("the plan says where its rows end");
  const before = await stat(path);
  const source = await openSource(path, shown);
  const reader = fileReaders.find(({ recognises }) => recognises(source.head, source.name));
  if (source.compressed) return obstructed("it is compressed");
  if (format.reader !== "delimited" && (reader ?? delimited) !== delimited)
    return obstructed("it is not delimited text");
  const ends = await endsOf(path, before.size);
  const dialect = dialectOf(ends.head, shown, format);
  if (dialect === null) return obstructed("its delimiter or its quotes are of several characters");
  const recordsOf = (sample: Buffer): Promise<DelimitedRecords> =>
    readRecords({ ...source, contents: async () => ({ bytes: sample, size: before.size, sha256: "" }) }, format);
  const begun = await recordsOf(ends.head).catch(whatFailed);
  if (begun instanceof Failure) return obstructed("its first lines cannot be told apart");
  const opening = openingOf(begun, ends.head, format, shown);
  if (opening === null) return obstructed("its header does not stand among its first lines");
  const { header, delimiter, linesAbove, bytesAbove } = opening;
  const width = header.length;
  if (width < 2) return obstructed("it has one column");
  const wanted = positionsOf({ shown, ...opening });
  const positions = lastLines(ends, dialect, shown).some(beginsAsTotal) ? [...header.keys()] : wanted;
  const [delimiterByte, quote] = [dialect.delimiter.charCodeAt(0), dialect.quote?.charCodeAt(0) ?? null];
  const file = { path, delimiter: delimiterByte, quote, width, linesAbove, bytesAbove };
  const { encoded, obstacle } = await encodeFile(file, positions, threads, 2 * bulkFrom);
  if (encoded === null) return obstructed(obstacle);
  const isUnchanged = async (): Promise<boolean> => {
    const { size, mtimeMs } = await stat(path);
    return size === before.size && mtimeMs === before.mtimeMs;
  };
  const changed = "was changed while it was read";
  const sha256 = encoded.sha256.then(async (found) => {
    if (await isUnchanged()) return found;
    throw new Failure("data", `${shown} ${changed}; run again when nobody writes to it`);
  });
  // Whoever waits for it is told; by then something else may have ended the reading.
  sha256.catch(() => undefined);
  if (!(await isUnchanged())) return obstructed(`it ${changed}`);
  // Where every cell of a row matters, so do blank ones that stand beyond the header.
  if (encoded.wide && wanted.length === width) return obstructed("it has cells beyond those of its header");
  const columns = new Map(positions.map((position, index) => [position, encoded.columns[index]!]));
  const store = rowStore(path, shown, encoded, dialect);
  for (const [row, cells] of begun.records.slice(opening.above.length).entries()) store.rows[row] = cells;
  const settling = await settleLayout(opening.above, opening.headerRecords, encoded, columns, store, format, shown);
  if (settling.settled === null) return obstructed(settling.obstacle);
  const { layout, setAside, blankRows } = settling.settled;
  const filled = filledDown(columns, fillDownPositions(header, format.fillDown ?? [], shown), settling.settled, store);
  const broken = [...new Set([...encoded.uneven, ...blankRows, ...setAside.keys()])].sort((a, b) => a - b);
  const isChanged = broken.length > 0 || filled !== columns;
  // The encoding is told by the first bytes, and where they are plain ASCII by the first line that is not.
  const { firstOther } = encoded;
  const { assumptions } =
    firstOther === null || !isAscii(ends.head) ? begun : await recordsOf(Buffer.concat([ends.head, firstOther]));
  return {
    file: {
      shown,
      sha256,
      delimiter,
      headerText: opening.headerText,
      ...layout,
      rows: store.rows,
      received: new Map(),
      setAside,
      lines: linesAbove + 1,
      strayQuotes: new Set(),
      assumptions: [...assumptions, ...layout.assumptions],
      realDates: false,
      coded: { columns: isChanged ? withoutRows(filled, broken) : filled, broken, fetch: store.fetch },
    },
    obstacle: null,
  };
}

function whatFailed(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}

const understood: ReadonlySet<string> = new Set([
  "reader",
  "delimiter",
  "quote",
  "encoding",
  "headerRow",
  "headerRows",
  "footerRows",
  "fillDown",
]);

function obstructed(obstacle: string): BulkReading {
  return { file: null, obstacle };
}

/** What stands above the rows of a file. */
interface Opening extends Pick<FlatFile, "header" | "headerRecords" | "assumptions"> {
  /** Every record above the first row. */
  readonly above: readonly (readonly string[])[];
  readonly linesAbove: number;
  readonly bytesAbove: number;
  readonly delimiter: string;
  readonly headerText: string;
}

/** Null where the first lines do not have both the header and a row. */
function openingOf(begun: DelimitedRecords, head: Buffer, format: TableFormat, shown: string): Opening | null {
  const { fillDown, footerRows, ...ofHeader } = format;
  if ((ofHeader.headerRow ?? 0) + (ofHeader.headerRows ?? 0) > begun.records.length) return null;
  const { header, headerRecords, rows, assumptions: ofLayout } = applyLayout(begun, ofHeader, shown);
  if (rows.length === 0) return null;
  const count = begun.records.length - rows.length;
  const linesAbove = begun.lines[count]! - 1;
  let bytesAbove = 0;
  for (let line = 0; line < linesAbove; line++) bytesAbove = head.indexOf(10, bytesAbove) + 1;
  const { delimiter } = begun;
  const headerText = headerRecords.map((record) => record.join(delimiter)).join("\n");
  const assumptions = [...begun.assumptions, ...ofLayout];
  const above = begun.records.slice(0, count);
  return { header, headerRecords, assumptions, above, linesAbove, bytesAbove, delimiter, headerText };
}

interface BulkDialect {
  readonly delimiter: string;
  readonly quote: string | null;
}

/** Among these rows a footer would stand; none where they cannot be told apart, which will be found out. */
function lastLines(
  { head, tail }: { head: Buffer; tail: Buffer | null },
  dialect: BulkDialect,
  shown: string,
): readonly (readonly string[])[] {
  try {
    return parseRecords((tail ?? head).toString(), dialect, shown).records.slice(-footerLines);
  } catch (error) {
    whatFailed(error);
    return [];
  }
}

const footerLines = 400;

/** Columns with the blanks of some filled. */
function filledDown(
  columns: ReadonlyMap<number, CodedTexts>,
  positions: readonly number[],
  { blankRows, setAside }: SettledLayout,
  { rows }: RowStore,
): ReadonlyMap<number, CodedTexts> {
  if (positions.length === 0) return columns;
  const isNone = new Uint8Array(rows.length);
  for (const row of [...blankRows, ...setAside.keys()]) isNone[row] = 1;
  const filled = new Map(columns);
  for (const position of positions) {
    const column = columns.get(position);
    if (column !== undefined) filled.set(position, fillCodesDown(column, position, isNone, rows));
  }
  return filled;
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
