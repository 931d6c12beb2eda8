import type { Cell, Dimension, Figure, Refusal } from "@likewise/schema";
import { shareOf } from "@likewise/stats";

/** Id of the level that is the total of a dimension whose levels add up. */
export const total = "total";

/** What a person without the field is counted under: never left out, never guessed. */
export const notRecorded = "not-recorded";

export type Level = { readonly id: string; readonly label: string };

/** A dimension of a table; with a total where every unit is in exactly one level. */
export function dimensionOf(id: string, label: string, levels: readonly Level[], withTotal: boolean): Dimension {
  const named = levels.map((level) => ({ id: level.id, label: level.label }));
  const all = withTotal ? [...named, { id: total, label: "Total" }] : named;
  return { id, label, levels: all, total: withTotal ? total : null };
}

/** A dimension of months, which disclosure control may merge into quarters and years: counts add up, a stock is the last. */
export function monthsOf(
  id: string,
  label: string,
  months: readonly string[],
  withTotal: boolean,
  coarsen: "sum" | "last" = "sum",
): Dimension {
  return { ...dimensionOf(id, label, levelsOf(months), withTotal), coarsen };
}

export function levelsOf(ids: readonly string[]): Level[] {
  return ids.map((id) => ({ id, label: wordsOf(id) }));
}

/** A cell that is a share of units, with its 95 % Wilson interval; no share of nobody. */
export function shareCell(at: Cell["at"], numerator: number, denominator: number): Cell {
  return { at, ...shareOf(numerator, denominator) };
}

export function countCell(at: Cell["at"], numerator: Figure): Cell {
  return { at, numerator, denominator: null, value: null, interval: null };
}

/** A cell whose value is a mean, a median or a sum over `numerator` units, of `denominator` who could have one. */
export function figureCell(
  at: Cell["at"],
  numerator: number,
  denominator: number | null,
  value: number | null,
  interval: Cell["interval"] = null,
): Cell {
  return { at, numerator, denominator, value, interval };
}

/** What is refused where a table or field an analysis needs is not in the data. */
export function notInData(id: string, what: string, needed: string): Refusal {
  return { id, what, why: `${needed} is not in the data`, unlocks: `Map ${needed} in data.tables` };
}

/** "one-to-one" stays; "not-recorded" reads "Not recorded". */
function wordsOf(id: string): string {
  return id === notRecorded ? "Not recorded" : id;
}
