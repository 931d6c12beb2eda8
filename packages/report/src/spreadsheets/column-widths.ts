import { type Cell, shownNumber } from "./cell.ts";
import type { SheetTable } from "./workbook.ts";

/** A column of text wraps beyond this; one of short texts is never narrower than the least. */
const mostCharacters = 48;
const leastCharacters = 10;

/** Widths of the columns of a table in characters: the longest text, and of a name its longest word. */
export function columnWidths({ head, rows }: SheetTable): number[] {
  return head.map((name, column) => {
    const ofName = Math.max(Math.ceil(name.length / 3), ...name.split(" ").map((word) => word.length));
    const ofCells = rows.reduce((longest, row) => Math.max(longest, cellText(row[column]!).length), 0);
    return Math.min(mostCharacters, Math.max(leastCharacters, ofName, ofCells)) + 2;
  });
}

/** A cell as a person reads it. */
export function cellText(cell: Cell): string {
  if (typeof cell === "string") return cell;
  return "text" in cell ? cell.text : shownNumber(cell);
}
