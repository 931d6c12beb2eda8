import { Failure } from "@likewise/schema";
import type { SetAsideReason } from "../files/flat-file.ts";
import { type Cells, isBlankCell, isBlankRecord } from "./cell-kinds.ts";

/** Rows with the blanks of some columns filled, and how those rows were received. */
export interface FilledDown {
  readonly rows: readonly Cells[];
  readonly received: ReadonlyMap<number, Cells>;
}

/**
 * Fills the blanks of columns from the last row of data above that has a value there. Blank rows and rows that are not
 * data neither give nor take.
 *
 * @param columns headers, as the plan names them
 * @throws Failure `usage` when there is no such column
 */
export function fillDown(
  rows: readonly Cells[],
  header: Cells,
  columns: readonly string[],
  aside: ReadonlyMap<number, SetAsideReason>,
  shown: string,
): FilledDown {
  const positions = fillDownPositions(header, columns, shown);
  const received = new Map<number, Cells>();
  if (positions.length === 0) return { rows, received };
  const above = new Map<number, string>();
  const filled = rows.map((cells, row) => {
    if (aside.has(row) || isBlankRecord(cells)) return cells;
    let changed: string[] | null = null;
    for (const position of positions) {
      const cell = cells[position];
      if (!isBlankCell(cell)) above.set(position, cell!);
      else if (cell !== undefined && above.has(position)) {
        changed ??= [...cells];
        changed[position] = above.get(position)!;
      }
    }
    if (changed === null) return cells;
    received.set(row, cells);
    return changed;
  });
  return { rows: filled, received };
}

/**
 * Where the columns to fill down are.
 *
 * @throws Failure `usage` when there is no such column
 */
export function fillDownPositions(header: Cells, columns: readonly string[], shown: string): number[] {
  return columns.map((name) => {
    const position = header.findIndex((cell) => cell.trim() === name.trim());
    if (position === -1) throw new Failure("usage", `${shown} has no column "${name}", named in format.fillDown`);
    return position;
  });
}
