import { countName, type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, levelsOf, monthsOf, total } from "./cells.ts";
import type { PathwayLevel, PathwayResult } from "./pathway.ts";
import { labelOf } from "./pathway-tables.ts";

/**
 * How far everyone referred came and where their case stands, for each breakdown: the pathway in the form that can be
 * published. Every person is in one cell and every total is the sum of its levels, so disclosure control sees all there
 * is to subtract; the tables of `pathwayTables` print the same people several times over, as counts in, counts out and
 * denominators.
 *
 * @returns one table for everyone and one for each breakdown, linked
 */
export function furthestTables({ overall, breakdowns }: PathwayResult): Table[] {
  if (overall.referred === 0) return [];
  const step = dimensionOf(
    "furthest",
    "Furthest step",
    overall.furthest.map((row) => ({ id: row.step, label: row.label })),
    true,
  );
  const now = dimensionOf(
    "now",
    "Case",
    [
      { id: "completed", label: "Completed" },
      { id: "open", label: "Still open" },
      { id: "left", label: "Left" },
    ],
    true,
  );
  const base = { unit: "person" as const, definition: "furthest-step", window: null };
  const tables = [
    {
      ...base,
      id: tableId("pathway-furthest"),
      title: "How far people referred came",
      dimensions: [step, now],
      cells: cellsOf(overall, {}),
    },
    ...breakdowns.map(({ by, levels }) => ({
      ...base,
      id: tableId("pathway-furthest-by-*", by.replace(".", "-").replaceAll("_", "-")),
      title: `How far people referred came, by ${labelOf(by).toLowerCase()}`,
      dimensions: [step, now, breakdown(by, levels)],
      cells: [...levels.flatMap((level) => cellsOf(level, { [by]: level.id })), ...cellsOf(overall, { [by]: total })],
    })),
  ];
  const ids = tables.map(({ id }) => id);
  return tables.map((table) => ({ ...table, linked: ids.filter((id) => id !== table.id) }));
}

function breakdown(by: string, levels: readonly PathwayLevel[]) {
  const ids = levels.map(({ id }) => id);
  return by === "referral-month"
    ? monthsOf(by, labelOf(by), ids, true)
    : dimensionOf(by, labelOf(by), levelsOf(ids), true);
}

function cellsOf({ furthest, referred }: PathwayLevel, at: Readonly<Record<string, string>>) {
  const states = ["completed", "open", "left"] as const;
  const sumOf = (state: (typeof states)[number]) => furthest.reduce((sum, row) => sum + row[state], 0);
  return [
    ...furthest.flatMap((row) => [
      ...states.map((state) => countCell({ furthest: row.step, now: state, ...at }, row[state])),
      countCell({ furthest: row.step, now: total, ...at }, row.completed + row.open + row.left),
    ]),
    ...states.map((state) => ({
      ...countCell({ furthest: total, now: state, ...at }, sumOf(state)),
      of: { numerator: nameOf(`case ${state}`, at) },
    })),
    { ...countCell({ furthest: total, now: total, ...at }, referred), of: { numerator: nameOf("step referred", at) } },
  ];
}

/** As other tables of the same people name them; the total of a breakdown is everyone. */
function nameOf(who: string, at: Readonly<Record<string, string>>): string {
  return countName(who, Object.fromEntries(Object.entries(at).filter(([, level]) => level !== total)));
}
