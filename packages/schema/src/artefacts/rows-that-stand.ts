import { cell, isPresent } from "../columns/cell.ts";
import { columnNamed } from "../columns/column-named.ts";
import type { BooleanColumn, Columns } from "../columns/columns.ts";
import { naturalOrder } from "../order/natural-order.ts";

/** Rows by natural order of id, with their ids, and how many rows do not stand, by reason. */
export interface StandingRows {
  readonly rows: Int32Array;
  readonly ids: readonly string[];
  readonly exclusions: readonly { readonly reason: string; readonly rows: number }[];
}

/** The rows of a flat table that are one unit in one arm each. Every other row is counted under one reason. */
export function rowsThatStand(
  table: Columns,
  arm: BooleanColumn,
  names: {
    readonly id?: string | undefined;
    readonly treatment: string;
    readonly comparisonValue?: string | undefined;
  },
): StandingRows {
  const ids = readIds(table, names.id);
  const noArm = names.comparisonValue === undefined ? "missing" : "missing or neither arm";
  const timesSeen = new Map<string, number>();
  for (const id of ids) if (id !== null) timesSeen.set(id, (timesSeen.get(id) ?? 0) + 1);
  const standing: { id: string; row: number }[] = [];
  const counts = new Map<string, number>();
  const exclude = (reason: string) => counts.set(reason, (counts.get(reason) ?? 0) + 1);
  ids.forEach((id, row) => {
    if (id === null) exclude(`${names.id} missing`);
    else if (timesSeen.get(id)! > 1) exclude(`${names.id} repeated`);
    else if (!isPresent(arm, row)) exclude(`${names.treatment} ${noArm}`);
    else standing.push({ id, row });
  });
  standing.sort((a, b) => naturalOrder(a.id, b.id));
  return {
    rows: Int32Array.from(standing, ({ row }) => row),
    ids: standing.map(({ id }) => id),
    exclusions: Array.from(counts, ([reason, rows]) => ({ reason, rows })).sort((a, b) =>
      naturalOrder(a.reason, b.reason),
    ),
  };
}

function readIds(table: Columns, name: string | undefined): (string | null)[] {
  if (name === undefined) return Array.from({ length: table.numRows }, (_, row) => String(row + 1));
  const column = columnNamed("artefactsFromTable", table, name);
  return Array.from({ length: table.numRows }, (_, row) => {
    const value = cell(column, row);
    return value === null || value === "" ? null : String(value);
  });
}
