import type { Dimension, Table } from "@likewise/schema";

/** A table as its total over one dimension. */
export function withoutDimension(table: Table, { id, total }: Dimension): Table {
  return {
    ...table,
    dimensions: table.dimensions.filter((dimension) => dimension.id !== id),
    cells: table.cells
      .filter(({ at }) => at[id] === total)
      .map((cell) => ({ ...cell, at: Object.fromEntries(Object.entries(cell.at).filter(([name]) => name !== id)) })),
  };
}
