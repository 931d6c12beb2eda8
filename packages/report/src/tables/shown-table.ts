import type { Cell, Dimension, Results, Table } from "@likewise/schema";
import type { DataTable } from "../charts/chart.ts";
import { cellText, intervalText } from "../figures.ts";
import { formatCount } from "../wording/formats.ts";
import { capital } from "../wording/sentence-case.ts";
import { windowName } from "../wording/window-name.ts";
import { levelName } from "./level-names.ts";
import { tableValue } from "./table-values.ts";

/** A wide table is not read on a page: more levels than these stand one below another. */
const mostColumns = 5;

/**
 * A table of results as a page shows it. Plain counts of two dimensions or more have the last short one as columns; what
 * has a denominator, a value or an interval has them as columns, one row a cell.
 */
export function shownTable(table: Table, results: Results): DataTable {
  const across = isOfCounts(table) ? acrossOf(table) : null;
  return {
    caption: `${capital(table.title)} (${unitNames[table.unit]}; ${definitionText(table, results)})`,
    ...(across === null ? listed(table, results) : crossed(table, across, results)),
  };
}

const unitNames: Readonly<Record<Table["unit"], string>> = {
  person: "people",
  dyad: "pairs of people",
  family: "families",
  "area-month": "areas and months",
  record: "records",
  service: "services, calls and activities",
};

/** An outcome by what the plan calls it, anything else by its id. */
function definitionText({ definition, window }: Table, { study }: Results): string {
  const parts = definition.split(":");
  const outcome = study.outcomes.find(({ id }) => parts.includes(id));
  const named = outcome === undefined ? `definition ${definition}` : outcome.label;
  return window === null || window === "six-month-blocks" || window === "horizons"
    ? named
    : `${named}; ${windowName(window)}`;
}

function isOfCounts({ cells }: Table): boolean {
  return cells.every(({ denominator, value, interval }) => denominator === null && value === null && interval === null);
}

function acrossOf({ dimensions }: Table): Dimension | null {
  if (dimensions.length < 2) return null;
  return dimensions.findLast(({ levels }) => levels.length <= mostColumns) ?? null;
}

function crossed({ cells, dimensions }: Table, across: Dimension, results: Results): Omit<DataTable, "caption"> {
  const down = dimensions.filter((dimension) => dimension !== across);
  const keyOf = (cell: Cell) => JSON.stringify(down.map(({ id }) => cell.at[id]));
  const rows = new Map<string, Cell[]>();
  for (const cell of inOrder(cells, down)) rows.set(keyOf(cell), [...(rows.get(keyOf(cell)) ?? []), cell]);
  return {
    head: [...down.map(({ label }) => label), ...across.levels.map(({ id }) => levelName(across, id, results))],
    rows: [...rows.values()].map((row) => [
      ...down.map((dimension) => levelName(dimension, row[0]!.at[dimension.id] ?? "", results)),
      ...across.levels.map(({ id }) => numberText(row.find(({ at }) => at[across.id] === id)?.numerator)),
    ]),
  };
}

function numberText(figure: Cell["numerator"] | undefined): string {
  return figure === undefined ? "[z]" : cellText(figure, formatCount);
}

function listed(table: Table, results: Results): Omit<DataTable, "caption"> {
  const { cells, dimensions, unit } = table;
  const { head, format, counted, limits = "95% interval", always = false } = tableValue(table);
  const has = {
    of: cells.some(({ denominator }) => denominator !== null),
    value: always || cells.some(({ value }) => value !== null),
    interval: cells.some(({ interval }) => interval !== null),
  };
  const lead = dimensions.length === 0 ? ["Who"] : dimensions.map(({ label }) => label);
  return {
    head: [
      ...lead,
      counted ?? capital(unitNames[unit]),
      ...(has.of ? ["Of"] : []),
      ...(has.value ? [head] : []),
      ...(has.interval ? [limits] : []),
    ],
    rows: inOrder(cells, dimensions).map((cell) => [
      ...(dimensions.length === 0
        ? ["Everyone"]
        : dimensions.map((dimension) => levelName(dimension, cell.at[dimension.id] ?? "", results))),
      cellText(cell.numerator, formatCount),
      ...(has.of ? [cell.denominator === null ? "[z]" : cellText(cell.denominator, formatCount)] : []),
      ...(has.value ? [cell.value === null ? "[x]" : cellText(cell.value, (value) => format(value, cell))] : []),
      ...(has.interval ? [intervalText(cell.interval, (value) => format(value, cell))] : []),
    ]),
  };
}

/** Cells by the order of the levels, the first dimension outermost. */
function inOrder(cells: readonly Cell[], dimensions: readonly Dimension[]): Cell[] {
  const places = dimensions.map(({ id, levels }) => ({
    id,
    at: new Map(levels.map((level, place) => [level.id, place])),
  }));
  const placeOf = (cell: Cell, index: number) => places[index]!.at.get(cell.at[places[index]!.id] ?? "") ?? -1;
  return [...cells].sort((a, b) => {
    for (let index = 0; index < places.length; index++) {
      const order = placeOf(a, index) - placeOf(b, index);
      if (order !== 0) return order;
    }
    return 0;
  });
}
