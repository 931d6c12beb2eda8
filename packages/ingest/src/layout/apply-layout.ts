import { Failure } from "@likewise/schema";
import type { TableFormat } from "../files/file-reader.ts";
import type { FlatFile } from "../files/flat-file.ts";
import type { Records } from "../files/parse-records.ts";
import type { Cells } from "./cell-kinds.ts";
import { detectLayout } from "./detect-layout.ts";
import { fillDown } from "./fill-down.ts";
import type { DataAboveRow } from "./find-footer.ts";
import { headerNames } from "./header-names.ts";

/** One table found among records. */
export interface Layout
  extends Pick<
    FlatFile,
    "header" | "headerRecords" | "rows" | "received" | "setAside" | "strayQuotes" | "assumptions"
  > {
  readonly lines: Int32Array;
}

/**
 * Takes one table out of the records of a file or sheet: header, data, and what is neither. What the plan says of the
 * layout is taken as said; the rest is read off the records and listed in `assumptions`.
 *
 * @param records every record, the first of the file or range first
 * @param shown   the file as the user wrote it
 * @param dataAbove what stands above a row below the header, where `records` has only some of those
 * @throws Failure `data` when there is no row where the plan says the header is; `usage` when a column to fill down is
 *   not there
 */
export function applyLayout(
  { records, lines, strayQuotes }: Records,
  format: TableFormat,
  shown: string,
  dataAbove?: DataAboveRow,
): Layout {
  const layout = detectLayout(records, format, dataAbove);
  const { headerIndex, headerCount, setAside } = layout;
  const headerRecords: readonly Cells[] = records.slice(headerIndex, headerIndex + headerCount);
  if (headerRecords.length < headerCount) {
    throw new Failure("data", `${shown} has no row ${headerIndex + headerCount}, where the plan says the header is`);
  }
  const start = headerIndex + headerCount;
  const header = headerNames(headerRecords);
  return {
    header,
    headerRecords,
    ...fillDown(records.slice(start), header, format.fillDown ?? [], setAside, shown),
    setAside,
    lines: lines.subarray(start),
    strayQuotes: new Set([...strayQuotes].map((record) => record - start).filter((row) => row >= 0)),
    assumptions: layout.assumptions,
  };
}
