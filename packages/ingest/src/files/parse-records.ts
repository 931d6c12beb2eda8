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
 * @throws Failure `data` when a quote is never closed, since the rows after it cannot be told apart
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
  data.pop(); // what stands after the final line break
  // With \r\n the parser was told \n, so that files with both are read: the \r is left on the last cell.
  if (newline === "\n" && text.includes("\r")) for (const record of data) dropCarriageReturn(record);
  const lines = linesOf(data, newline, text.includes('"'));
  const strayQuotes = new Set<number>();
  for (const { code, row } of errors) {
    if (code === "MissingQuotes") {
      throw new Failure(
        "data",
        `${shown}: the quote opened in the record on line ${lines[row ?? 0] ?? 1} is never closed`,
      );
    }
    if (code === "InvalidQuotes" && row !== undefined) strayQuotes.add(row);
  }
  return { records: data, lines, strayQuotes };
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
