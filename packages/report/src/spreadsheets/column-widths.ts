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

/** Lines that a text takes in a column, its words whole where the column holds them. */
export function linesIn(text: string, characters: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(" ")) {
    const isNext = used > 0 && used + 1 + word.length > characters;
    if (isNext) lines += 1;
    used = isNext || used === 0 ? word.length : used + 1 + word.length;
    lines += Math.max(0, Math.ceil(word.length / characters) - 1);
  }
  return lines;
}

/** A cell as a person reads it. */
export function cellText(cell: Cell): string {
  if (typeof cell === "string") return cell;
  return "text" in cell ? cell.text : shownNumber(cell);
}
