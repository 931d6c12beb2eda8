import type { SetAsideReason } from "../files/flat-file.ts";
import { type Cells, filledCells, isBlankRecord } from "./cell-kinds.ts";
import { type DataAboveRow, type FooterRows, findFooter } from "./find-footer.ts";
import { findOtherTable } from "./find-other-table.ts";
import { isPageTitle } from "./is-page-title.ts";
import { repeatsHeader } from "./repeats-header.ts";

/** Rows below a header that are not data, and what was seen of them. */
export interface DetectedSetAside {
  readonly rows: ReadonlyMap<number, SetAsideReason>;
  /** Row in which another table begins; null where none does. */
  readonly otherTable: number | null;
  readonly repeatedHeaders: number;
  /** Null where the plan says where the data end. */
  readonly footer: FooterRows | null;
}

/**
 * Tells data from what is not: the header again, a footer, a further table. A row is taken out only when it is clearly
 * none of the data; whatever is in doubt stays a row.
 *
 * @param rows    everything below the header
 * @param headers the records of the header
 * @param above   the records above it
 * @param end     number of rows up to where the plan says the data end; null where it does not
 * @param dataAbove what stands above a row, where `rows` has only some of them
 */
export function detectSetAside(
  rows: readonly Cells[],
  headers: readonly Cells[],
  above: readonly Cells[],
  end: number | null,
  dataAbove?: DataAboveRow,
): DetectedSetAside {
  const setAside = new Map<number, SetAsideReason>();
  const otherTable = end === null ? findOtherTable(rows, headers, above) : null;
  const dataEnd = end ?? otherTable ?? rows.length;
  for (let row = dataEnd; row < rows.length; row++) {
    if (!isBlankRecord(rows[row]!)) setAside.set(row, end === null ? "other_table" : "footer_row");
  }
  let repeatedHeaders = 0;
  const keys = headers.filter((header) => !isBlankRecord(header));
  for (let row = 0; row < dataEnd; row++) {
    if (!keys.some((header) => repeatsHeader(rows[row]!, header))) continue;
    setAside.set(row, "repeated_header");
    repeatedHeaders++;
    for (let title = row - 1; title >= 0 && isTitle(rows[title]!, above); title--)
      setAside.set(title, "repeated_header");
  }
  const footer = end === null ? findFooter(rows.slice(0, dataEnd), setAside, dataAbove) : null;
  for (const row of footer?.rows ?? []) setAside.set(row, "footer_row");
  return { rows: setAside, otherTable, repeatedHeaders, footer };
}

/** A title of a page, of one cell or two. */
function isTitle(cells: Cells, above: readonly Cells[]): boolean {
  return !isBlankRecord(cells) && filledCells(cells).length <= 2 && isPageTitle(cells, above);
}
