import { readMoney } from "../values/read-money.ts";
import { readNumber } from "../values/read-number.ts";
import { readPercent } from "../values/read-percent.ts";

export type Cells = readonly string[];

export function isBlankCell(cell: string | undefined): boolean {
  return cell === undefined || cell === "" || cell.trim() === "";
}

export function isBlankRecord(cells: Cells): boolean {
  for (const cell of cells) if (!isBlankCell(cell)) return false;
  return true;
}

/** Positions of the cells that hold something. */
export function filledCells(cells: Cells): number[] {
  const filled: number[] = [];
  for (let column = 0; column < cells.length; column++) if (!isBlankCell(cells[column])) filled.push(column);
  return filled;
}

/** What could only be a value, not a name of a column: a number, an amount, a percentage or a date. */
export function isValue(cell: string): boolean {
  const text = cell.trim();
  if (text === "") return false;
  return amountOf(text) !== null || readPercent(text) !== null || writtenDate.test(text);
}

const writtenDate = /^\d{1,4}([-/. ])(\d{1,2}|[a-z]{3,9})\1\d{2,4}([ T]\d{1,2}:\d{2}.*)?$/i;

/** What could be a name of a column: it has a letter and is no value. */
export function isLabel(cell: string): boolean {
  return /\p{L}/u.test(cell) && !isValue(cell);
}

/** The number in a cell, as a number or an amount in pounds; null where there is none. */
export function amountOf(cell: string): number | null {
  const text = cell.trim();
  return readNumber(text) ?? readMoney(text);
}
