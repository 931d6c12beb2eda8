import type { DuckDBDataChunk, DuckDBVarCharVector, DuckDBVector } from "@duckdb/node-api";
import type { Engine } from "./open-engine.ts";
import { quoteFile } from "./quote-file.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import { quoteText } from "./quote-text.ts";
import { type DistinctTexts, type TextDictionary, textDictionary } from "./text-dictionary.ts";
import { presentWords, vectorMemory } from "./vector-memory.ts";

/** A file of delimited text in UTF-8, one record a line. */
export interface DelimitedFile {
  readonly path: string;
  /** One character. */
  readonly delimiter: string;
  /** One character, or null where nothing is quoted; doubled inside a quoted cell. */
  readonly quote: string | null;
  /** Lines before the first row: the header. */
  readonly skippedLines: number;
  /** Cells of every row. */
  readonly width: number;
}

/** One column as different texts and the number of its text for each row. */
export interface CodedTexts {
  readonly codes: Int32Array;
  /** Different texts as they stand in the file, in the order of their first row; an empty cell is the empty text. */
  readonly texts: DistinctTexts;
}

/** Columns of a delimited file, or what kept it from being read. */
export type EncodedDelimited =
  | { readonly numRows: number; readonly columns: readonly CodedTexts[]; readonly problem: null }
  | { readonly numRows: 0; readonly columns: readonly []; readonly problem: DelimitedProblem };

/** Where a file is not delimited text throughout. */
export interface DelimitedProblem {
  /** Line of the file, 1 for the first; null where the database does not say. */
  readonly line: number | null;
  /** Cells of that line; null where that is not what is wrong. */
  readonly cells: number | null;
}

/**
 * Reads columns of a large delimited file as text, each as different texts and a number per row. Nothing is converted:
 * what a text means is read once for each different one, by whoever asked.
 *
 * The database splits the file on all threads and hands on rows in their order. Texts of up to twelve bytes are looked up
 * where it keeps them. It casts a column of few, longer texts to the list of those that the first rows hold (`try_cast`);
 * what the list does not have is looked up as it stands.
 *
 * @param positions of the columns wanted, 0 for the first
 * @param rowsAtMost the number of rows cannot be larger, as many lines are there
 * @returns the columns in the order of `positions`, or the first problem of structure
 * @example
 * await writeFile(`${folder}/events.csv`, "Ref,Kind\n7,theft\n9,theft\n");
 * const file = { path: `${folder}/events.csv`, delimiter: ",", quote: null, skippedLines: 1, width: 2 };
 * const engine = await openEngine({ threads: 1 });
 * const { columns } = await encodeDelimited(engine, file, [1], 3);
 * await closeEngine(engine);
 * columns[0].texts.all(); // ["theft"]
 */
export async function encodeDelimited(
  engine: Engine,
  file: DelimitedFile,
  positions: readonly number[],
  rowsAtMost: number,
): Promise<EncodedDelimited> {
  try {
    const sample = await sampleOf(engine, file, positions);
    return await encode(engine, file, positions, sample, rowsAtMost);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return { numRows: 0, columns: [], problem };
  }
}

async function encode(
  engine: Engine,
  file: DelimitedFile,
  positions: readonly number[],
  sample: readonly ColumnSample[],
  rowsAtMost: number,
): Promise<EncodedDelimited> {
  const selected = positions.flatMap((position, index) => {
    const name = columnName(position);
    const { list } = sample[index]!;
    return list !== null
      ? [name, `CAST(enum_code(try_cast(coalesce(${name}, '') AS ENUM(${list.map(quoteText).join(", ")}))) AS INTEGER)`]
      : [name];
  });
  const columns = positions.map((_, index) => columnEncoder(sample[index]!, rowsAtMost));
  const result = await engine.connection.stream(`SELECT ${selected.join(", ")} FROM ${source(file)}`);
  let numRows = 0;
  // The next chunk is made ready while this one is looked through.
  let coming = result.fetchChunk();
  for (;;) {
    const chunk = await coming;
    if (chunk === null || chunk.rowCount === 0) break;
    coming = result.fetchChunk();
    let at = 0;
    for (const column of columns) at += column.encode(chunk, at, numRows);
    numRows += chunk.rowCount;
  }
  return { numRows, columns: columns.map((column) => column.finish(numRows)), problem: null };
}

interface ColumnEncoder {
  /** Numbers the texts of a chunk; returns how many of its vectors it used. */
  readonly encode: (chunk: DuckDBDataChunk, vector: number, start: number) => number;
  readonly finish: (numRows: number) => CodedTexts;
}

function columnEncoder({ list, nearlyUnique }: ColumnSample, rowsAtMost: number): ColumnEncoder {
  const codes = new Int32Array(rowsAtMost);
  const dictionary = textDictionary(nearlyUnique ? rowsAtMost : 0);
  /** Number of each text of the list, once a row has had it. */
  const listed = list === null ? null : new Int32Array(list.length).fill(-1);
  return {
    encode: (chunk, vector, start) => {
      const texts = () => chunk.getColumnVector(vector) as DuckDBVarCharVector;
      if (listed === null) {
        dictionary.encode(texts(), chunk.rowCount, codes, start);
        return 1;
      }
      encodeListed(dictionary, list!, listed, chunk.getColumnVector(vector + 1), texts, chunk.rowCount, codes, start);
      return 2;
    },
    finish: (numRows) => ({ codes: codes.subarray(0, numRows), texts: dictionary.finish() }),
  };
}

function encodeListed(
  dictionary: TextDictionary,
  list: readonly string[],
  listed: Int32Array,
  members: DuckDBVector,
  texts: () => DuckDBVarCharVector,
  count: number,
  codes: Int32Array,
  start: number,
): void {
  const places = vectorMemory(members).items as Int32Array;
  const present = presentWords(members);
  for (let row = 0; row < count; row++) {
    if (present !== null && ((present[row >>> 5]! >>> (row & 31)) & 1) === 0) {
      codes[start + row] = dictionary.add(texts().getItem(row)!);
      continue;
    }
    const place = places[row]!;
    if (listed[place] === -1) listed[place] = dictionary.add(list[place]!);
    codes[start + row] = listed[place]!;
  }
}

const sampledRows = 20_000;

/** What the first rows say of a column. */
interface ColumnSample {
  /** Its different texts, the empty one among them, where some are too long to be looked up in place and few new; else null. */
  readonly list: readonly string[] | null;
  /** Hardly two texts are alike. */
  readonly nearlyUnique: boolean;
}

async function sampleOf(
  engine: Engine,
  file: DelimitedFile,
  positions: readonly number[],
): Promise<readonly ColumnSample[]> {
  const lists = positions.map((position) => `list(DISTINCT ${columnName(position)} ORDER BY ${columnName(position)})`);
  const result = await engine.connection.runAndReadAll(
    `SELECT count(*), ${lists.join(", ")} FROM (SELECT * FROM ${source(file)} LIMIT ${sampledRows})`,
  );
  const [count, ...found] = result.getRowsJS()[0] as [bigint, ...(readonly (string | null)[] | null)[]];
  const rows = Number(count);
  return found.map((texts) => {
    const present = (texts ?? []).filter((text) => text !== null && text !== "") as string[];
    return {
      list: present.some((text) => Buffer.byteLength(text) > 12) && present.length * 4 < rows ? ["", ...present] : null,
      nearlyUnique: present.length * 10 > rows * 9,
    };
  });
}

function source({ path, delimiter, quote, skippedLines, width }: DelimitedFile): string {
  const columns = Array.from({ length: width }, (_, position) => `${quoteText(`c${position}`)}: 'VARCHAR'`);
  return `read_csv(${quoteFile(path)}, auto_detect = false, compression = 'none', header = false, skip = ${skippedLines}, delim = ${quoteText(delimiter)}, quote = ${quoteText(quote ?? "")}, escape = ${quoteText(quote ?? "")}, strict_mode = true, null_padding = false, columns = {${columns.join(", ")}})`;
}

function columnName(position: number): string {
  return quoteIdentifier(`c${position}`);
}

/** What the database says of a file that is not as declared: it names the line, never passed on is the line itself. */
function problemOf(error: unknown): DelimitedProblem | null {
  if (!(error instanceof Error) || !/CSV|state machine|unicode/i.test(error.message)) return null;
  const line = /CSV Error on Line: (\d+)/.exec(error.message);
  const cells = /Expected Number of Columns: \d+ Found: (\d+)/.exec(error.message);
  return { line: line === null ? null : Number(line[1]), cells: cells === null ? null : Number(cells[1]) };
}
