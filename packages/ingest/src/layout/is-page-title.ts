import { type Cells, isBlankCell } from "./cell-kinds.ts";

/**
 * Whether a row above a repeated header is the title of the file again, or the number of a page: what stands above the
 * first header, numbers aside, since pages and times of printing change.
 *
 * @param above the records above the first header
 */
export function isPageTitle(cells: Cells, above: readonly Cells[]): boolean {
  const words = wordsOf(cells);
  if (!/\p{L}/u.test(words)) return false;
  return /^\W*page\b/i.test(words) || above.some((record) => wordsOf(record) === words);
}

function wordsOf(cells: Cells): string {
  return cells
    .filter((cell) => !isBlankCell(cell))
    .map((cell) => cell.trim().replace(/\d+/g, ""))
    .join(" ");
}
