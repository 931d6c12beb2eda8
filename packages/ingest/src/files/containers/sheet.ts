import { Failure } from "@likewise/schema";
import { type NumberFormat, numberFormat } from "./number-format.ts";
import { serialText } from "./serial-text.ts";

/** A rectangle of cells, from 0, ends included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet of a workbook, its cells as text. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** By row and column of the sheet, 0 for the first; a blank cell is "" or not there. */
  readonly cells: readonly (readonly string[] | undefined)[];
  readonly merges: readonly CellRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Some cells hold dates as dates. */
  readonly realDates: boolean;
  /** Cells whose number format adds leading zeros, which are kept. */
  readonly padded: number;
  /** Dates shown as month and year, of which the day stored is read. */
  readonly monthOnly: number;
}

/** Rows and columns a sheet can have. */
const lastRow = 1_048_576;
const lastColumn = 16_384;
/** Cells of one sheet that fit the memory as text. */
const mostCells = 30_000_000;

/** What is read where a formula's result was never stored: a spreadsheet would show its result, we cannot. */
export const uncalculated = "#UNCALCULATED!";

/** A sheet while it is read. */
export interface SheetBuilder {
  /** Refuses cells that are about to be set, before they fill the memory. */
  readonly requireRoom: (cells: number) => void;
  readonly setText: (row: number, column: number, text: string) => void;
  /** @param format the cell's number format, "General" where it has none */
  readonly setNumber: (row: number, column: number, value: number, format: string) => void;
  /** A date or a time already as text. */
  readonly setDate: (row: number, column: number, text: string) => void;
  readonly hideRow: (row: number, times?: number) => void;
  readonly hideColumns: (first: number, last: number) => void;
  readonly merge: (range: CellRange) => void;
  readonly built: () => Sheet;
}

/**
 * Collects the cells of a sheet. A number is written as JavaScript would, except where its format gives it another
 * meaning: a date, a time, a percentage (with its sign, as 0.2269 alone would be read as 0.2269%), or leading zeros.
 *
 * @throws Failure `data` when a cell stands where a sheet has none, or there are more than can be read
 */
export function sheetBuilder(
  shown: string,
  { name, hidden, from1904 }: { readonly name: string; readonly hidden: boolean; readonly from1904: boolean },
): SheetBuilder {
  const cells: string[][] = [];
  const merges: CellRange[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const formats = new Map<string, NumberFormat>();
  const counts = { cells: 0, dates: 0, padded: 0, monthOnly: 0 };
  const requireRoom = (more: number): void => {
    if (counts.cells + more <= mostCells) return;
    throw new Failure("data", `${shown}: sheet "${name}" has more than ${mostCells} cells; split it`);
  };
  const set = (row: number, column: number, text: string): void => {
    if (text === "") return;
    if (!(row >= 0 && row < lastRow && column >= 0 && column < lastColumn)) {
      throw new Failure("data", `${shown}: sheet "${name}" has a cell outside the ${lastRow} rows of a sheet`);
    }
    requireRoom(1);
    counts.cells++;
    cells[row] ??= [];
    cells[row][column] = text;
  };
  return {
    requireRoom,
    setText: set,
    setNumber: (row, column, value, code) => {
      const format = formats.get(code) ?? numberFormat(code);
      formats.set(code, format);
      const text = numberText(value, format, from1904);
      if (format.shows === "date") counts.dates++;
      if (format.monthOnly) counts.monthOnly++;
      if (format.shows === "zeros" && text !== String(value)) counts.padded++;
      set(row, column, text);
    },
    setDate: (row, column, text) => {
      counts.dates++;
      set(row, column, text);
    },
    hideRow: (row, times = 1) => {
      // Most hidden rows are the empty ones below a table.
      for (let index = row; index < Math.min(row + times, lastRow); index++) hiddenRows.add(index);
    },
    hideColumns: (first, last) => {
      for (let index = first; index <= Math.min(last, lastColumn); index++) hiddenColumns.add(index);
    },
    merge: (range) => merges.push(range),
    built: () => ({
      name,
      hidden,
      cells,
      merges,
      hiddenRows,
      hiddenColumns,
      realDates: counts.dates > 0,
      padded: counts.padded,
      monthOnly: counts.monthOnly,
    }),
  };
}

/** From here on a spreadsheet, which keeps 15 digits, may have rounded a whole number. */
const roundedFrom = 1e15;

function numberText(value: number, { shows, digits }: NumberFormat, from1904: boolean): string {
  if (shows === "date" || shows === "time" || shows === "elapsed") return serialText(value, shows, from1904);
  // The point is moved in the text, so that 0.2269 is 22.69 and not its neighbour.
  if (shows === "percent") return `${/e/.test(String(value)) ? value * 100 : Number(`${value}e2`)}%`;
  if (!Number.isInteger(value)) return String(value);
  if (shows === "zeros" && value >= 0) return String(value).padStart(digits, "0");
  // In scientific notation an id is refused and a quantity is still the same number.
  return Math.abs(value) >= roundedFrom ? value.toExponential() : String(value);
}
