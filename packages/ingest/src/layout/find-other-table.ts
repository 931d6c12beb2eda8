import { type Cells, filledCells, isBlankCell, isBlankRecord, isLabel, isValue } from "./cell-kinds.ts";
import { isPageTitle } from "./is-page-title.ts";
import { repeatsHeader } from "./repeats-header.ts";

const titleRows = 3;

/**
 * Row in which a further table begins: after a blank row, a title of its own or none, and then a header: that of the
 * first table again under another title, or other names where the first table has only numbers, amounts or dates.
 *
 * The header again without a title, or under the title of the first table, is a new page of the same table.
 */
export function findOtherTable(
  rows: readonly Cells[],
  headers: readonly Cells[],
  above: readonly Cells[],
): number | null {
  for (let row = 1; row + 1 < rows.length; row++) {
    if (!isBlankRecord(rows[row - 1]!) || isBlankRecord(rows[row]!)) continue;
    const head = headerBelow(rows, row);
    if (head === null) continue;
    const again = headers.some((header) => repeatsHeader(rows[head]!, header));
    const titled = rows.slice(row, head).some((cells) => !isBlankRecord(cells) && !isPageTitle(cells, above));
    if (again ? head > row && titled : otherNames(rows[head]!, rows.slice(0, row), headers)) return row;
  }
  return null;
}

/** Rows below a blank one that say whether a table may begin there. */
export const openingRows = titleRows + 2;

/** The first row of several names from a row on, past titles of one cell; null where data come first. */
function headerBelow(rows: readonly Cells[], from: number): number | null {
  for (let row = from; row <= Math.min(from + titleRows, rows.length - 2); row++) {
    const filled = filledCells(rows[row]!);
    if (filled.length >= 2) {
      const names = filled.every((column) => isLabel(rows[row]![column]!));
      return names && !isBlankRecord(rows[row + 1]!) ? row : null;
    }
    if (filled.length === 1 && !isLabel(rows[row]![filled[0]!]!)) return null;
  }
  return null;
}

/** At least two rows of data whose columns of values are headed by words. */
function otherNames(names: Cells, data: readonly Cells[], headers: readonly Cells[]): boolean {
  const rows = data
    .slice(0, 1000)
    .filter((cells) => !isBlankRecord(cells) && !headers.some((header) => repeatsHeader(cells, header)));
  if (rows.length < 2) return false;
  return filledCells(names).some((column) => {
    const cells = rows.map((row) => row[column] ?? "").filter((cell) => !isBlankCell(cell));
    return cells.length >= 2 && cells.every(isValue);
  });
}
