import { closest, Failure } from "@likewise/schema";
import Papa from "papaparse";
import { nameShape } from "../identifiers/name-shapes.ts";
import { delimiterNames } from "./detect-delimiter.ts";
import type { FlatFile } from "./flat-file.ts";

/** A file of which the header is known. */
export type HeadedFile = Pick<FlatFile, "shown" | "header" | "delimiter" | "headerText" | "assumptions" | "unreadable">;

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
export function locateColumns(file: HeadedFile, wanted: readonly string[]): LocatedColumns {
  const headers = file.header.map(plainHeader);
  const missing = wanted.filter((header) => !headers.includes(plainHeader(header)));
  if (missing.length > 0) {
    const unreadable = file.unreadable?.get(missing[0]!);
    if (unreadable !== undefined) {
      throw new Failure(
        "data",
        `${file.shown}: column "${missing[0]}" must hold text, numbers or dates, not ${unreadable}`,
      );
    }
    requireDelimiter(file, wanted, wanted.length - missing.length);
    const about = { file: file.shown, column: missing[0]! };
    throw new Failure("usage", unknownColumn(file, missing, wanted, headers), about);
  }
  for (const header of wanted) {
    const name = plainHeader(header);
    if (spacedHeader(file, header) === -1 && headers.indexOf(name) !== headers.lastIndexOf(name)) {
      throw new Failure("data", `${file.shown}: two columns are headed "${name}"; rename one`);
    }
  }
  const positions = wanted.map((header) => {
    const exact = spacedHeader(file, header);
    return exact === -1 ? headers.indexOf(plainHeader(header)) : exact;
  });
  const spaced = wanted.filter((_, index) => /^\s|\s$/.test(file.header[positions[index]!]!));
  return { positions, spaced: [...new Set(spaced)] };
}

/** Line breaks and runs of spaces in a header do not count either. */
function plainHeader(header: string): string {
  return header.trim().replace(/\s+/g, " ");
}

/** A header written in the plan with the spaces it has in the file means that very one of two that differ in spaces. */
function spacedHeader(file: HeadedFile, header: string): number {
  if (header === header.trim()) return -1;
  const position = file.header.indexOf(header);
  return position === file.header.lastIndexOf(header) ? position : -1;
}

function requireDelimiter(file: HeadedFile, wanted: readonly string[], found: number): void {
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

function unknownColumn(
  file: HeadedFile,
  missing: readonly string[],
  wanted: readonly string[],
  headers: readonly string[],
): string {
  const header = missing[0]!;
  const opening = `${file.shown} has no column "${header}"`;
  // A file without a header row must not have its first person printed.
  if (headers.some(looksLikeData)) {
    return `${opening}; its first row is not shown, because part of it looks like data: is there a header row?`;
  }
  const near = closest(header.trim(), headers);
  // Nor one of a file whose header was looked for, in case it was not found.
  const assumed = file.assumptions.find(({ what }) => what === "headerRow")?.value ?? "1";
  if (assumed !== "1") {
    const hint = near === null ? "" : `; did you mean "${near}"?`;
    return `${opening}${hint} (row ${assumed} was taken for its header; if it is another, declare format.headerRow)`;
  }
  // Where no column is one that was asked for, the file may be another altogether, and its first row anything.
  if (near === null && missing.length === wanted.length) {
    const expected = wanted.map((name) => `"${name.trim()}"`).join(", ");
    const found = headers.length === 1 ? "1 column" : `${headers.length} columns`;
    return `${opening}: expected ${expected}, found ${found} and none of these; its first row is not shown, as it may be no header`;
  }
  const listed = headers
    .slice(0, 40)
    .map((name) => `"${name}"`)
    .join(", ");
  const more = headers.length > 40 ? ` and ${headers.length - 40} more` : "";
  const repeated = headers.find((name, at) => name !== "" && headers.indexOf(name) !== at);
  const twice = repeated === undefined ? "" : `; "${repeated}" is there twice: is one of them this column?`;
  const hint = near === null || near === repeated ? "" : `; did you mean "${near}"?`;
  return `${opening}${hint}${twice} (its columns are ${listed}${more})`;
}

function looksLikeData(header: string): boolean {
  if (header.length > 60 || /["\n\r]/.test(header)) return true;
  const name = nameShape(header);
  if (name?.forename || name?.surname) return true;
  return /^[^\p{L}]*\d|@|\d{3,}|^(yes|no|true|false|male|female|mr|mrs|ms|miss|dr)$/iu.test(header);
}
