/** Cells as one line of CSV: commas, quotes only where needed, no line end. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(quoted).join(",");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
