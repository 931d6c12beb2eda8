import type { Cell, Dimension, Table } from "@likewise/schema";
import { shareOf, studentTQuantile } from "@likewise/stats";

/** Id of the level that is the total of a dimension whose levels add up. */
export const total = "total";

export type Level = { readonly id: string; readonly label: string };

/** A dimension of a table; with a total where everybody is in exactly one level. */
export function dimensionOf(id: string, label: string, levels: readonly Level[], withTotal = false): Dimension {
  const own = levels.map((level) => ({ id: level.id, label: level.label }));
  const all = withTotal ? [...own, { id: total, label: "Total" }] : own;
  return { id, label, levels: all, total: withTotal ? total : null };
}

export function levelsOf(ids: readonly string[]): Level[] {
  return ids.map((id) => ({ id, label: id }));
}

export function countCell(at: Cell["at"], numerator: number, name?: string): Cell {
  return named({ at, numerator, denominator: null, value: null, interval: null }, name);
}

/** A share with Wilson's interval. */
export function shareCell(at: Cell["at"], numerator: number, denominator: number, of?: Cell["of"]): Cell {
  return { at, ...shareOf(numerator, denominator), ...(of === undefined ? {} : { of }) };
}

/** A number worked out of the scores of so many people. */
export function valueCell(
  at: Cell["at"],
  people: number,
  value: number | null,
  interval: readonly [number, number] | null,
  name?: string,
): Cell {
  const limits = interval === null ? null : ([interval[0], interval[1]] as [number, number]);
  return named({ at, numerator: people, denominator: null, value, interval: limits }, name);
}

/** A mean with its interval by Student's t; none of one person. */
export function meanCell(
  at: Cell["at"],
  people: number,
  spread: { readonly mean: number; readonly sd: number | null } | null,
  level: number,
  name?: string,
): Cell {
  if (spread === null) return valueCell(at, people, null, null, name);
  if (spread.sd === null) return valueCell(at, people, spread.mean, null, name);
  const reach = (studentTQuantile((1 + level) / 2, people - 1) * spread.sd) / Math.sqrt(people);
  return valueCell(at, people, spread.mean, [spread.mean - reach, spread.mean + reach], name);
}

function named(cell: Cell, numerator: string | undefined): Cell {
  return numerator === undefined ? cell : { ...cell, of: { numerator } };
}

/** A table of people without what every one has in common. */
export function tableOf(
  id: string,
  title: string,
  definition: string,
  dimensions: readonly Dimension[],
  cells: readonly Cell[],
): Table {
  return {
    id,
    title,
    unit: "person",
    definition,
    window: null,
    dimensions: [...dimensions],
    cells: [...cells],
    linked: [],
  };
}
