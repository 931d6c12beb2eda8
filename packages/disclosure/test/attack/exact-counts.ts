import type { Cell, Table } from "@likewise/schema";

type Part = "numerator" | "denominator";

/** A count of a published table, by the numbers of its table and cell. */
export function placeId(table: number, cell: number, part: Part): string {
  return `${table}/${cell}/${part}`;
}

/**
 * The exact count at each place of published tables. A table may have been published with fewer dimensions, or by quarter
 * or year: the count is then the total over what went, or what its months come to.
 *
 * @param exact tables of the working edition; a place it has no count for is left out
 */
export function exactCounts(exact: readonly Table[], published: readonly Table[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [index, table] of published.entries()) {
    const source = exact.find(({ id }) => id === table.id);
    if (source === undefined) continue;
    const cells = new Map(source.cells.map((cell) => [keyOf(source, cell.at), cell]));
    for (const [place, { at }] of table.cells.entries()) {
      const behind = levelsBehind(source, at).map((one) => cells.get(keyOf(source, one)));
      for (const part of ["numerator", "denominator"] as const) {
        const figures = behind.map((cell) => cell?.[part]);
        if (figures.length > 0 && figures.every((figure) => typeof figure === "number"))
          counts.set(
            placeId(index, place, part),
            figures.reduce((sum: number, figure) => sum + (figure as number), 0),
          );
      }
    }
  }
  return counts;
}

/** Levels of the exact cells a published one is made of. */
function levelsBehind({ dimensions }: Table, at: Cell["at"]): Cell["at"][] {
  return dimensions.reduce<Cell["at"][]>(
    (all, { id, total, levels, coarsen }) => {
      const level = at[id] ?? total;
      if (level === null) return [];
      const months = levels.map((one) => one.id);
      const [first, last] = level.split(" to ");
      const within = months.includes(level) ? [level] : months.filter((one) => one >= first! && one <= (last ?? ""));
      return all.flatMap((one) =>
        (coarsen === "last" ? within.slice(-1) : within).map((month) => ({ ...one, [id]: month })),
      );
    },
    [{}],
  );
}

function keyOf({ dimensions }: Table, at: Cell["at"]): string {
  return JSON.stringify(dimensions.map(({ id }) => at[id]));
}
