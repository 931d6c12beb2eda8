import { Failure } from "@likewise/schema";
import Papa from "papaparse";
import { evenBreaks } from "./even-breaks.ts";
import { splitRecords } from "./split-records.ts";

/** The records of delimited text, cells as received. */
export interface Records {
  readonly records: readonly (readonly string[])[];
  /** Line of the file on which each record begins, 1 for the first. */
  readonly lines: Int32Array;
  /** Records with text after a closing quote, where the end of a cell is unclear. */
  readonly strayQuotes: ReadonlySet<number>;
}

/** The records of a whole file. */
export interface ParsedRecords extends Records {
  /** Lines of the file, as an editor counts them. */
  readonly lineCount: number;
}

/** How delimited text is written. */
export interface Dialect {
  /** What stands between cells; one character or several. */
  readonly delimiter: string;
  /** What stands around cells that hold a delimiter; null where nothing does. */
  readonly quote: string | null;
}

/**
 * Splits delimited text into records: quoted cells may hold delimiters, line breaks and doubled quotes; a record ends
 * with \n, \r\n or \r, whichever and however mixed.
 *
 * Delimiter and line break are given to the parser, never guessed by it; nothing is converted, and blank lines are kept
 * so that every line is accounted for.
 *
 * @param shown the file as the user wrote it
 * @throws Failure `data` when a quote is never closed or closed on another line than it should be, since the rows after
 *   it cannot be told apart
 */
export function parseRecords(text: string, dialect: Dialect, shown: string): ParsedRecords {
  const { text: even, newline, trailing } = evenBreaks(text, dialect);
  // No text holds a null character, so that as a quote it quotes nothing.
  const quoteChar = dialect.quote ?? "\0";
  const whole = even.endsWith(newline) ? even : even + newline;
  const plain = dialect.delimiter.length === 1 && !whole.includes(quoteChar);
  const { data, errors } = plain
    ? { data: splitRecords(whole, dialect.delimiter, newline), errors: [] }
    : Papa.parse<string[]>(whole, {
        delimiter: dialect.delimiter,
        newline,
        quoteChar,
        dynamicTyping: false,
        skipEmptyLines: false,
      });
  // It belongs to the line break, not to the cell, in which it would count as one.
  if (trailing) for (const record of data) dropCarriageReturn(record);
  const lines = linesOf(data, text.includes(quoteChar));
  const strayQuotes = new Set<number>();
  for (const { code, row } of errors) {
    if (row === undefined) continue;
    if (code === "MissingQuotes") {
      throw new Failure("data", `${shown}: the quote opened in the record on line ${lines[row]} is never closed`);
    }
    // Past the end of its line, such a record has swallowed others, and nobody can say how many.
    if (lines[row + 1]! > lines[row]! + 1) {
      throw new Failure(
        "data",
        `${shown}: the quotes in the record on line ${lines[row]} cannot be paired; mend that line`,
      );
    }
    strayQuotes.add(row);
  }
  const lineCount = lines[data.length - 1]! - 1;
  data.pop(); // what stands after the final line break
  return { records: data, lines: lines.subarray(0, data.length), strayQuotes, lineCount };
}

function dropCarriageReturn(record: string[]): void {
  const last = record.length - 1;
  if (record[last]!.endsWith("\r")) record[last] = record[last]!.slice(0, -1);
}

/** Lines as an editor counts them. */
function linesOf(records: readonly (readonly string[])[], quoted: boolean): Int32Array {
  const lines = new Int32Array(records.length);
  let line = 1;
  for (let index = 0; index < records.length; index++) {
    lines[index] = line++;
    if (!quoted) continue;
    for (const cell of records[index]!) {
      if (cell.includes("\n") || cell.includes("\r")) line += cell.match(/\r\n|\n|\r/g)!.length;
    }
  }
  return lines;
}
