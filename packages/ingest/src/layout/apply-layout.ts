import { Failure } from "@likewise/schema";
import type { TableFormat } from "../files/file-reader.ts";
import type { FlatFile } from "../files/flat-file.ts";
import type { Records } from "../files/parse-records.ts";

/** One table found among records. */
export type Layout = Pick<
  FlatFile,
  "header" | "headerRecords" | "rows" | "received" | "setAside" | "lines" | "strayQuotes" | "assumptions"
>;

/**
 * Finds the table among the records of a file or sheet: header, data, and what is neither.
 *
 * @param records every record, the first row of the file first
 * @param format  what the plan says of headers, footers and filling down; the rest is read off the records
 * @param shown   the file as the user wrote it
 * @throws Failure `data` when there is no row where the plan says the header is
 */
export function applyLayout({ records, lines, strayQuotes }: Records, format: TableFormat, shown: string): Layout {
  const headerIndex = (format.headerRow ?? 1) - 1;
  const header = records[headerIndex];
  if (header === undefined) {
    throw new Failure("data", `${shown} has no row ${headerIndex + 1}, where the plan says the header is`);
  }
  return {
    header,
    headerRecords: [header],
    rows: records.slice(headerIndex + 1),
    received: new Map(),
    setAside: new Map(),
    lines: lines.subarray(headerIndex + 1),
    strayQuotes: new Set([...strayQuotes].map((record) => record - headerIndex - 1)),
    assumptions: [],
  };
}
