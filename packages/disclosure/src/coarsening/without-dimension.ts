import type { Dimension, Table } from "@likewise/schema";
import { titleWithout } from "./title-without.ts";

/** A table as its total over one dimension. */
export function withoutDimension(table: Table, dimension: Dimension): Table {
  const { id, total } = dimension;
  return {
    ...table,
    title: titleWithout(table.title, dimension),
    dimensions: table.dimensions.filter((one) => one.id !== id),
    cells: table.cells
      .filter(({ at }) => at[id] === total)
      .map((cell) => ({ ...cell, at: Object.fromEntries(Object.entries(cell.at).filter(([name]) => name !== id)) })),
  };
}
