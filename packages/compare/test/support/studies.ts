import { type ComparedOutcome, type ComparisonResult, compareGroups } from "@likewise/compare";
import {
  artefactsFromTable,
  type Columns,
  type ComparisonPlan,
  categoryColumn,
  columnsOf,
  numberColumn,
  type TableLayout,
  textColumn,
} from "@likewise/schema";
import { oracle } from "./oracle.ts";

export type Cell = string | number | null;
export type Rows = Readonly<Record<string, readonly Cell[]>>;

const lalondeColumns = oracle("lalonde").data.columns as Record<string, Cell[]>;

/** LaLonde's rows with their usual ids, whose natural order is the order of the file: NSW1 … NSW185, PSID1 … PSID429. */
export const lalonde: Rows = {
  id: lalondeColumns.treat!.map((treat, row) => (treat === 1 ? `NSW${row + 1}` : `PSID${row - 184}`)),
  ...lalondeColumns,
  emp78: lalondeColumns.re78!.map((pounds) => (Number(pounds) > 0 ? 1 : 0)),
};

export const lalondeLayout: TableLayout = {
  id: "id",
  treatment: "treat",
  covariates: ["age", "educ", "race", "married", "nodegree", "re74", "re75"],
  outcomes: [
    { id: "re78", kind: "continuous", column: "re78" },
    { id: "emp78", kind: "binary", column: "emp78" },
  ],
};

export const lalondeOutcomes: readonly ComparedOutcome[] = [
  { id: "re78", kind: "continuous" },
  { id: "emp78", kind: "binary" },
];

/** Rossi's rows; the row number is the id. */
export const rossi: Rows = oracle("rossi").data.columns;

export const rossiLayout: TableLayout = {
  treatment: "fin",
  treatedValue: "yes",
  covariates: ["age", "race", "wexp", "mar", "paro", "prio"],
  outcomes: [{ id: "arrest", kind: "binary", column: "arrest", time: "week", event: "arrest" }],
};

export const rossiOutcomes: readonly ComparedOutcome[] = [
  { id: "arrest", label: "Arrested", kind: "binary", basis: "recorded-crime", timeUnit: "week", direction: "lower" },
];

export const selected: ComparisonPlan = { id: "headline", assignment: "selected", comparator: "concurrent-untreated" };
export const randomised: ComparisonPlan = { id: "headline", assignment: "random", comparator: "randomised-control" };

export interface Setting {
  readonly rows: Rows;
  readonly layout: TableLayout;
  readonly outcomes: readonly ComparedOutcome[];
  readonly plan: ComparisonPlan;
  readonly seed?: number;
  readonly tieDraws?: number;
}

/** A comparison straight from rows, as the command makes it. */
export function compareRows({ rows, layout, outcomes, plan, seed = 1, tieDraws = 20 }: Setting): ComparisonResult {
  return compareGroups({
    id: plan.id,
    label: "test",
    ...artefactsFromTable(tableOf(rows), layout),
    declarations: outcomes,
    plan,
    provenance: { inputs: [], seed, version: "0.0.0", options: null },
    tieDraws,
  });
}

/** LaLonde’s people compared by a plan; as they are unless other rows are given. */
export function compareLalonde(
  plan: Partial<ComparisonPlan>,
  { rows = lalonde, ...over }: Partial<Pick<Setting, "rows" | "seed" | "tieDraws">> = {},
): ComparisonResult {
  return compareRows({
    rows,
    layout: lalondeLayout,
    outcomes: lalondeOutcomes,
    plan: { ...selected, ...plan },
    ...over,
  });
}

/** Every so many rows a gap, by a rule that knows nothing of any column. */
export function withGaps(cells: readonly Cell[], percent: number): Cell[] {
  return cells.map((cell, row) => ((row * 7919) % 100 < percent ? null : cell));
}

/** LaLonde’s people, some of whom have no earnings, race or marriage on record. */
export const lalondeWithGaps: Rows = {
  ...lalonde,
  re74: withGaps(lalonde.re74!, 15),
  race: withGaps(lalonde.race!, 8),
  married: withGaps([...lalonde.married!].reverse(), 11).reverse(),
};

export function tableOf(rows: Rows): Columns {
  return columnsOf(Object.fromEntries(Object.entries(rows).map(([name, cells]) => [name, columnOf(name, cells)])));
}

function columnOf(name: string, cells: readonly Cell[]) {
  if (name === "id") return textColumn(cells as string[]);
  const isNumber = cells.every((cell) => cell === null || typeof cell === "number");
  return isNumber ? numberColumn(cells as (number | null)[]) : categoryColumn(cells as (string | null)[]);
}

/** The same rows in another order. */
export function reordered(rows: Rows, order: readonly number[]): Rows {
  return Object.fromEntries(Object.entries(rows).map(([name, cells]) => [name, order.map((row) => cells[row]!)]));
}

export function estimate({ comparison }: ComparisonResult, id: string) {
  const found = comparison.estimates.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no estimate ${id}; there are ${comparison.estimates.map((e) => e.id)}`);
  return found;
}
