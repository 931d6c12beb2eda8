import type { Dimension, Table } from "@likewise/schema";

/** Two linked tables of one group of people, and the same when more have come. */
export interface RandomSet {
  readonly first: readonly Table[];
  readonly second: readonly Table[];
  readonly dimensions: number;
  /** Share of small counts among the inner cells of the first table that are not empty. */
  readonly small: number;
}

type Person = Readonly<Record<string, string>>;

/**
 * A set drawn from a seed: a table of two to four dimensions with 20 to 60 % small cells, a second that shares one of
 * them, and a second release in which between one and thirty people more are counted.
 */
export function randomSet(seed: number): RandomSet {
  let state = 1 + ((seed * 7919) % 2_147_483_646);
  const draw = (n: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
  for (let i = 0; i < 5; i++) draw(2);
  const many = 2 + draw(3);
  const sizes = Array.from({ length: many }, () => (many === 4 ? 2 : 2 + draw(many === 2 ? 4 : 2)));
  const dimensions = sizes.map((size, d) => dimensionOf(`d${d}`, size));
  const extra = dimensionOf("extra", 2 + draw(3));
  const share = 20 + draw(41);
  const people: Person[] = [];
  const cells = places(dimensions);
  let small = 0;
  let filled = 0;
  for (const cell of cells) {
    const count = draw(100) < share ? 1 + draw(4) : draw(10) === 0 ? 0 : 5 + draw(35);
    filled += Number(count > 0);
    small += Number(count > 0 && count < 5);
    for (let i = 0; i < count; i++) people.push({ ...cell, extra: `extra${draw(draw(extra.levels.length - 1) + 1)}` });
  }
  const later = [...people];
  const more = 1 + draw(30);
  for (let i = 0; i < more; i++)
    later.push({ ...cells[draw(cells.length)]!, extra: `extra${draw(extra.levels.length - 1)}` });
  const tables = (of: readonly Person[]) => [
    tableOf("wide", dimensions, of, ["linked"]),
    tableOf("linked", [dimensions[0]!, extra], of, ["wide"]),
  ];
  return { first: tables(people), second: tables(later), dimensions: many, small: filled === 0 ? 0 : small / filled };
}

function dimensionOf(id: string, size: number): Dimension {
  const levels = [...Array.from({ length: size }, (_, i) => `${id}${i}`), "all"];
  return { id, label: id, levels: levels.map((level) => ({ id: level, label: level })), total: "all" };
}

/** Every combination of levels; with the totals, every cell of the table. */
function places(dimensions: readonly Dimension[], withTotals = false): Person[] {
  return dimensions.reduce<Person[]>(
    (found, { id, levels, total }) =>
      found.flatMap((at) =>
        levels.filter((level) => withTotals || level.id !== total).map((level) => ({ ...at, [id]: level.id })),
      ),
    [{}],
  );
}

function tableOf(id: string, dimensions: readonly Dimension[], people: readonly Person[], linked: string[]): Table {
  return {
    id,
    title: id,
    unit: "person",
    definition: "reached",
    window: null,
    dimensions: [...dimensions],
    cells: places(dimensions, true).map((at) => ({
      at: { ...at },
      numerator: people.filter((person) =>
        dimensions.every((one) => at[one.id] === one.total || at[one.id] === person[one.id]),
      ).length,
      denominator: null,
      value: null,
      interval: null,
    })),
    linked,
  };
}
