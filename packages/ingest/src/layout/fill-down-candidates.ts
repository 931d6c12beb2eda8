import { type Cells, isBlankCell, isBlankRecord } from "./cell-kinds.ts";

const lookedAt = 5000;

/**
 * Columns that look as if a blank repeats the cell above, as in a print that names a group once: the first row has a
 * value, at least a third of the rows have none, and no value stands twice in a row, since the second would be blank.
 * That is likely, never certain, so that only a plan can say it.
 *
 * @param rows rows of data
 */
export function fillDownCandidates(rows: readonly Cells[], header: Cells): readonly string[] {
  const data = rows.slice(0, lookedAt).filter((cells) => !isBlankRecord(cells));
  if (data.length < 3) return [];
  return header.filter((name, column) => {
    if (isBlankCell(name) || isBlankCell(data[0]![column])) return false;
    const blank = data.filter((cells) => isBlankCell(cells[column])).length;
    const filled = data.map((cells) => (cells[column] ?? "").trim());
    const again = filled.some((cell, row) => row > 0 && cell !== "" && cell === filled[row - 1]);
    return blank * 3 >= data.length && blank < data.length - 1 && !again;
  });
}
