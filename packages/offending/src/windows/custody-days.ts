import { type Engine, overlapDays } from "@likewise/engine";
import {
  type Anchors,
  type Columns,
  columnsOf,
  dateColumn,
  integerColumn,
  integersOf,
  type WindowDefinition,
} from "@likewise/schema";
import { engineAnchors, type PersonObserved, unitsById } from "../events/people-observed.ts";
import { dayAt, valueAt } from "../events/read-cell.ts";

/**
 * Orders under which a person is not at liberty.
 *
 * @example
 * custodyKinds.includes("licence"); // false
 */
export const custodyKinds: readonly string[] = ["custody", "remand", "recall"];

/**
 * Days of each window a person spent in custody, of the part of it that was observed. Both end days are inside; days in
 * two spells count once; a spell without an end lasts until observation ends.
 *
 * @returns by window id and unit; 0 for everyone where the study brings no orders
 */
export async function custodyDays(
  engine: Engine,
  tables: Readonly<Record<string, Columns>>,
  anchors: Anchors,
  people: readonly PersonObserved[],
  windows: readonly WindowDefinition[],
): Promise<(windowId: string, unit: number) => number> {
  const spells = tables.orders === undefined ? null : observedSpells(tables.orders, anchors, people);
  if (spells === null || spells.numRows === 0) return () => 0;
  const distinct = [...new Map(windows.map((window) => [window.id, window])).values()];
  const days = await overlapDays(engine, {
    anchors: engineAnchors(people),
    spells,
    windows: distinct.map((window) => ({ as: window.id, window })),
  });
  const rowOf = new Map(Array.from(integersOf(days, "unit").values, (unit, row) => [unit, row]));
  return (windowId, unit) => Number(valueAt(days.columns[windowId], rowOf.get(unit)!) ?? 0);
}

/** Spells not at liberty of people analysed, each cut where their observation ends; one without an end lasts until then. */
export function observedSpells(orders: Columns, anchors: Anchors, people: readonly PersonObserved[]): Columns {
  const unitOf = unitsById(anchors);
  const lastDay = new Map(people.map(({ unit, to }) => [unit, to]));
  const { person, kind, from, to } = orders.columns;
  const spells: { unit: number; from: number; to: number }[] = [];
  for (let row = 0; row < orders.numRows; row++) {
    const unit = unitOf.get(String(valueAt(person, row)));
    const last = unit === undefined ? null : (lastDay.get(unit) ?? null);
    const first = dayAt(from, row);
    if (unit === undefined || last === null || first === null) continue;
    if (!custodyKinds.includes(String(valueAt(kind, row)))) continue;
    const end = Math.min(dayAt(to, row) ?? last, last);
    if (end >= first) spells.push({ unit, from: first, to: end });
  }
  return columnsOf({
    unit: integerColumn(spells.map((spell) => spell.unit)),
    from: dateColumn(spells.map((spell) => spell.from)),
    to: dateColumn(spells.map((spell) => spell.to)),
  });
}
