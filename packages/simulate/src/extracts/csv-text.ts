/**
 * Rows as CSV text: commas, a line feed after every row, quotes only where needed.
 *
 * @param rows the header first; every cell as it should be read
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(",")}\n`).join("");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
