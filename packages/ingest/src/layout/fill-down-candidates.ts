import { type Cells, isBlankCell, isBlankRecord } from "./cell-kinds.ts";

const lookedAt = 5000;

/**
 * Columns that look as if a blank repeats the cell above, as in a print that names a group once: they are the leftmost,
 * the first row has a value, at least a third of the rows have none, and no value stands twice in a row, since the second
 * would be blank. That is likely, never certain, so that only a plan can say it.
 *
 * @param rows rows of data
 */
export function fillDownCandidates(rows: readonly Cells[], header: Cells): readonly string[] {
  const data = rows.slice(0, lookedAt).filter((cells) => !isBlankRecord(cells));
  if (data.length < 3) return [];
  const other = header.findIndex((name, column) => isBlankCell(name) || !namesGroups(data, column));
  return header.slice(0, other === -1 ? 0 : other);
}

function namesGroups(data: readonly Cells[], column: number): boolean {
  const cells = data.map((row) => (row[column] ?? "").trim());
  const blank = cells.filter((cell) => cell === "").length;
  const again = cells.some((cell, row) => row > 0 && cell !== "" && cell === cells[row - 1]);
  return cells[0] !== "" && blank * 3 >= data.length && !again;
}
