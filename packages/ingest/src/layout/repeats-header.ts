import { type Cells, isBlankCell } from "./cell-kinds.ts";

/** Cell for cell the header, spaces aside. A header of one name could be a value, and never counts. */
export function repeatsHeader(cells: Cells, header: Cells): boolean {
  const width = Math.max(cells.length, header.length);
  let named = 0;
  for (let column = 0; column < width; column++) {
    const cell = cells[column] ?? "";
    const name = header[column] ?? "";
    if (cell !== name && cell.trim() !== name.trim()) return false;
    if (!isBlankCell(name)) named++;
  }
  return named >= 2;
}
