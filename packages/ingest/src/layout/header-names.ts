import { type Cells, isBlankCell } from "./cell-kinds.ts";

/**
 * One name for each column of a header: as received where it is one record; stacked, the names from top to bottom with a
 * space between. A merged cell, which stands in the first of its columns, is carried right as far as the columns below
 * it have names of their own and no cell above begins.
 */
export function headerNames(records: readonly Cells[]): readonly string[] {
  if (records.length === 1) return records[0]!;
  const width = Math.max(0, ...records.map((record) => record.length));
  const carried = records.map((record, level) =>
    carriedRight(record, records.slice(0, level), records.slice(level + 1)),
  );
  return Array.from({ length: width }, (_, column) =>
    carried
      .map((record) => (record[column] ?? "").trim().replace(/\s+/g, " "))
      .filter((part) => part !== "")
      .join(" "),
  );
}

function carriedRight(record: Cells, above: readonly Cells[], below: readonly Cells[]): readonly string[] {
  if (below.length === 0) return record;
  const width = Math.max(record.length, ...below.map((cells) => cells.length));
  const carried: string[] = [];
  let current = "";
  for (let column = 0; column < width; column++) {
    const cell = record[column] ?? "";
    if (!isBlankCell(cell)) current = cell;
    else if (above.some((cells) => !isBlankCell(cells[column]))) current = "";
    const named = below.some((cells) => !isBlankCell(cells[column]));
    carried.push(isBlankCell(cell) && !named ? "" : current);
  }
  return carried;
}
