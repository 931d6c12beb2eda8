import { closest, Failure } from "@likewise/schema";
import Papa from "papaparse";
import type { FlatFile } from "./flat-file.ts";

/** Where the wanted columns stand in one file. */
export interface LocatedColumns {
  /** Position of each wanted header, 0 for the first column. */
  readonly positions: readonly number[];
  /** Wanted headers that have spaces around them in the file. */
  readonly spaced: readonly string[];
}

/**
 * Finds columns by their headers; spaces around a header do not count.
 *
 * @throws Failure `data` when another delimiter would find more of them, or two columns have a wanted header;
 *   `usage` when a header is not there
 */
export function locateColumns(file: FlatFile, wanted: readonly string[]): LocatedColumns {
  const headers = file.header.map((header) => header.trim());
  const missing = wanted.filter((header) => !headers.includes(header.trim()));
  if (missing.length > 0) {
    requireDelimiter(file, wanted, wanted.length - missing.length);
    throw new Failure("usage", unknownColumn(file, missing[0]!, headers));
  }
  for (const header of wanted) {
    if (headers.indexOf(header.trim()) !== headers.lastIndexOf(header.trim())) {
      throw new Failure("data", `${file.shown}: two columns are headed "${header.trim()}"; rename one`);
    }
  }
  const positions = wanted.map((header) => headers.indexOf(header.trim()));
  const spaced = wanted.filter((header, index) => file.header[positions[index]!] !== header.trim());
  return { positions, spaced: [...new Set(spaced)] };
}

const delimiterNames: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "vertical bars",
};

function requireDelimiter(file: FlatFile, wanted: readonly string[], found: number): void {
  if (file.delimiter === null || file.headerText === null) return;
  for (const delimiter of Object.keys(delimiterNames)) {
    if (delimiter === file.delimiter || !file.headerText.includes(delimiter)) continue;
    const header = Papa.parse<string[]>(file.headerText, { delimiter, newline: "\n" }).data[0] ?? [];
    const cells = header.map((cell) => cell.trim());
    if (wanted.filter((name) => cells.includes(name.trim())).length > found) {
      throw new Failure(
        "data",
        `${file.shown}: its columns are separated by ${delimiterNames[delimiter]}, not by ${delimiterNames[file.delimiter] ?? "the delimiter of the plan"}`,
      );
    }
  }
}

function unknownColumn(file: FlatFile, header: string, headers: readonly string[]): string {
  const opening = `${file.shown} has no column "${header}"`;
  // A file without a header row must not have its first person printed.
  if (headers.some(looksLikeData)) {
    return `${opening}; its first row is not shown, because part of it looks like data: is there a header row?`;
  }
  const near = closest(header.trim(), headers);
  const listed = headers
    .slice(0, 40)
    .map((name) => `"${name}"`)
    .join(", ");
  const more = headers.length > 40 ? ` and ${headers.length - 40} more` : "";
  return `${opening}${near === null ? "" : `; did you mean "${near}"?`} (its columns are ${listed}${more})`;
}

function looksLikeData(header: string): boolean {
  if (header.length > 60 || /["\n\r]/.test(header)) return true;
  return /^[^\p{L}]*\d|@|\d{3,}|^(yes|no|true|false|male|female|mr|mrs|ms|miss|dr)$/iu.test(header);
}
