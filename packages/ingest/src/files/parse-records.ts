import { Failure } from "@likewise/schema";
import Papa from "papaparse";

/** The records of delimited text, cells as received. */
export interface Records {
  readonly records: readonly (readonly string[])[];
  /** Line of the file on which each record begins, 1 for the first. */
  readonly lines: Int32Array;
  /** Records with text after a closing quote, where the end of a cell is unclear. */
  readonly strayQuotes: ReadonlySet<number>;
}

/**
 * Splits delimited text into records: cells in double quotes may hold delimiters, line breaks and doubled quotes.
 *
 * Delimiter and line break are given to the parser, never guessed by it; nothing is converted, and blank lines are kept
 * so that every line is accounted for.
 *
 * @param shown the file as the user wrote it
 * @throws Failure `data` when a quote is never closed or closed on another line than it should be, since the rows after
 *   it cannot be told apart
 */
export function parseRecords(text: string, delimiter: string, shown: string): Records {
  const newline = text.includes("\n") ? "\n" : text.includes("\r") ? "\r" : "\n";
  const { data, errors } = Papa.parse<string[]>(text.endsWith(newline) ? text : text + newline, {
    delimiter,
    newline,
    quoteChar: '"',
    dynamicTyping: false,
    skipEmptyLines: false,
  });
  const lines = linesOf(data, newline, text.includes('"'));
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
  data.pop(); // what stands after the final line break
  // With \r\n the parser was told \n, so that files with both are read: the \r is left on the last cell.
  if (newline === "\n" && text.includes("\r")) for (const record of data) dropCarriageReturn(record);
  return { records: data, lines: lines.subarray(0, data.length), strayQuotes };
}

function dropCarriageReturn(record: string[]): void {
  const last = record.length - 1;
  if (record[last]!.endsWith("\r")) record[last] = record[last]!.slice(0, -1);
}

function linesOf(records: readonly (readonly string[])[], newline: string, quoted: boolean): Int32Array {
  const lines = new Int32Array(records.length);
  let line = 1;
  for (let index = 0; index < records.length; index++) {
    lines[index] = line++;
    if (!quoted) continue;
    for (const cell of records[index]!) {
      for (let at = cell.indexOf(newline); at !== -1; at = cell.indexOf(newline, at + 1)) line++;
    }
  }
  return lines;
}
