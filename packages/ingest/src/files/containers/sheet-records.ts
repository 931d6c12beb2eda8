import { Failure } from "@likewise/schema";
import type { Assumption } from "../assumption.ts";
import type { Records } from "../parse-records.ts";
import type { CellRange, Sheet } from "./sheet.ts";
import { rangeOf } from "./xlsx-sheets.ts";

export interface SheetRecords {
  readonly records: Records;
  /** Rows as received, by their line, where merged cells have filled blanks. */
  readonly received: ReadonlyMap<number, readonly string[]>;
  readonly assumptions: readonly Assumption[];
}

/** Cells that fit the memory once every row is as wide as the widest. */
const mostCells = 60_000_000;

/**
 * The cells of a sheet as records, all of one width: from the first row of the sheet (or of the range) to the last that
 * holds anything, from the first column that holds anything to the last. A merged cell says what it says in each of its
 * rows; hidden rows and columns are read. Both are listed as assumptions.
 *
 * @param range of the plan, such as A4:H200; the whole sheet when there is none
 * @throws Failure `usage` when the range holds nothing, `data` when the cells stand too far apart to be a table
 */
export function sheetRecords(sheet: Sheet, range: string | undefined, shown: string): SheetRecords {
  const wanted = range === undefined ? wholeSheet : rangeOf(range);
  if (wanted === null) throw new Failure("usage", `format.range must be like A4:H200, got ${range}`);
  const extent = extentOf(sheet, wanted);
  if (extent === null) {
    throw new Failure("usage", `${shown}: nothing stands in ${range ?? "the sheet"} of sheet "${sheet.name}"`);
  }
  const width = extent.right - extent.left + 1;
  const blank: readonly string[] = Array.from({ length: width }, () => "");
  const records: (readonly string[])[] = [];
  let filled = 0;
  for (let row = extent.top; row <= extent.bottom; row++) {
    const cells = sheet.cells[row];
    if (cells === undefined) records.push(blank);
    else {
      filled += width;
      if (filled > mostCells) {
        throw new Failure(
          "data",
          `${shown}: sheet "${sheet.name}" is too wide and long; give format.range or split it`,
        );
      }
      records.push(Array.from({ length: width }, (_, column) => cells[extent.left + column] ?? ""));
    }
  }
  const received = new Map<number, readonly string[]>();
  const merged = fillMerges(records, sheet, extent, received);
  return {
    records: {
      records,
      lines: Int32Array.from(records, (_, index) => extent.top + index + 1),
      strayQuotes: new Set(),
    },
    received,
    assumptions: [...mergedAssumption(merged), ...shownAssumptions(sheet, extent)],
  };
}

const wholeSheet: CellRange = { top: 0, left: 0, bottom: Number.POSITIVE_INFINITY, right: Number.POSITIVE_INFINITY };

/** What of a range holds anything; rows count from its first, so that `headerRow` means what the user sees. */
function extentOf({ cells }: Sheet, { top, left, bottom, right }: CellRange): CellRange | null {
  let [first, last, lowest] = [Number.POSITIVE_INFINITY, -1, -1];
  for (let row = top; row <= Math.min(bottom, cells.length - 1); row++) {
    // Only the columns that hold something are visited.
    for (const key in cells[row]) {
      const column = Number(key);
      if (column < left || column > right || cells[row]![column]!.trim() === "") continue;
      lowest = row;
      if (column < first) first = column;
      if (column > last) last = column;
    }
  }
  return lowest === -1 ? null : { top, bottom: lowest, left: first, right: last };
}

/**
 * Repeats a merged cell in the rows it spans, and in the columns where others stand beside it: a heading over several
 * columns says the same of each, while a title across the sheet says it once.
 *
 * @returns how many cells were filled
 */
function fillMerges(
  records: (readonly string[])[],
  { merges }: Sheet,
  extent: CellRange,
  received: Map<number, readonly string[]>,
): number {
  let filled = 0;
  for (const merge of merges) {
    const [top, left] = [merge.top - extent.top, merge.left - extent.left];
    const text = records[top]?.[left] ?? "";
    if (top < 0 || left < 0 || text === "") continue;
    const right = Math.min(merge.right, extent.right) - extent.left;
    const alone = records[top]!.every((cell, column) => cell === "" || (column >= left && column <= right));
    const lastColumn = alone ? left : right;
    for (let row = top; row <= Math.min(merge.bottom, extent.bottom) - extent.top; row++) {
      const record = records[row]!;
      const blanks = record.slice(left, lastColumn + 1).filter((cell) => cell === "").length;
      if (blanks === 0) continue;
      filled += blanks;
      const line = extent.top + row + 1;
      if (!received.has(line)) received.set(line, record);
      records[row] = record.map((cell, column) =>
        column >= left && column <= lastColumn && cell === "" ? text : cell,
      );
    }
  }
  return filled;
}

function mergedAssumption(filled: number): readonly Assumption[] {
  if (filled === 0) return [];
  const evidence = `${filled} cells lie under a merged cell`;
  return [{ what: "mergedCells", value: "as in the merged cell", evidence, fix: "unmerge them in the workbook" }];
}

function shownAssumptions(sheet: Sheet, extent: CellRange): readonly Assumption[] {
  const assumptions: Assumption[] = [];
  const inside = (hidden: ReadonlySet<number>, first: number, last: number) =>
    [...hidden].filter((index) => index >= first && index <= last).length;
  const rows = inside(sheet.hiddenRows, extent.top, extent.bottom);
  if (rows > 0) {
    const evidence = `${rows} of ${extent.bottom - extent.top + 1} rows of sheet "${sheet.name}" are hidden or filtered out`;
    assumptions.push({
      what: "hiddenRows",
      value: "read",
      evidence,
      fix: "delete them from the workbook if they are not meant",
    });
  }
  const columns = inside(sheet.hiddenColumns, extent.left, extent.right);
  if (columns > 0) {
    const evidence = `${columns} columns of sheet "${sheet.name}" are hidden`;
    assumptions.push({
      what: "hiddenColumns",
      value: "read where mapped",
      evidence,
      fix: "leave them out of the mapping",
    });
  }
  if (sheet.padded > 0) {
    const evidence = `${sheet.padded} whole numbers of sheet "${sheet.name}" are formatted with leading zeros`;
    assumptions.push({
      what: "leadingZeros",
      value: "kept",
      evidence,
      fix: "format the cells as text in the workbook",
    });
  }
  if (sheet.monthOnly > 0) {
    const evidence = `${sheet.monthOnly} dates of sheet "${sheet.name}" are shown as month and year`;
    assumptions.push({
      what: "monthDates",
      value: "the day stored",
      evidence,
      fix: "show the days in the workbook to check them",
    });
  }
  return assumptions;
}
