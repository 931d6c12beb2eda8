import { cell, isPresent } from "../columns/cell.ts";
import { categoryColumn, dateColumn, integerColumn, numberColumn, textColumn } from "../columns/column-constructors.ts";
import { columnNamed } from "../columns/column-named.ts";
import type { ColumnData, Columns, NumberColumn } from "../columns/columns.ts";
import { columnsOf } from "../columns/columns-of.ts";
import { gather } from "../columns/gather.ts";
import { stackColumns } from "../columns/stack-columns.ts";
import { takeRows } from "../columns/take-rows.ts";
import { Failure } from "../issues/failures.ts";
import { naturalOrder } from "../order/natural-order.ts";
import type { Baseline, Outcomes, UnitColumns, UnitKind } from "./artefacts.ts";
import { readArms } from "./read-arms.ts";
import { readOutcomeNumbers } from "./read-outcome-numbers.ts";

/** How one outcome stands in a flat table: the names of its columns. */
export interface TableOutcome {
  readonly id: string;
  readonly kind: "binary" | "count" | "continuous" | "time-to-event";
  /** Of a time-to-event outcome: whether the event happened. */
  readonly column: string;
  /** Time to the event or to the end of observation, any one unit. */
  readonly time?: string | undefined;
  /** Whether the event happened at `time`; of a binary outcome its own column. */
  readonly event?: string | undefined;
  /** Time at risk; rates are per unit of it. */
  readonly exposure?: string | undefined;
}

/** Which columns of a flat table are what. */
export interface TableLayout {
  /** Column of ids; without it the row number, 1 for the first, is the id. */
  readonly id?: string | undefined;
  readonly treatment: string;
  readonly treatedValue?: string | undefined;
  /** Leave out for every other value. */
  readonly comparisonValue?: string | undefined;
  readonly covariates: readonly string[];
  readonly outcomes: readonly TableOutcome[];
  readonly cluster?: string | undefined;
  readonly unitKind?: UnitKind | undefined;
}

/** rowsRead = rows of the baseline + the sum of rows excluded. */
export interface TableArtefacts {
  readonly baseline: Baseline;
  readonly outcomes: Outcomes;
  readonly labels: { readonly treated: string; readonly comparison: string };
  readonly rowsRead: number;
  readonly exclusions: readonly { readonly reason: string; readonly rows: number }[];
}

/**
 * Baseline and outcomes of one flat table with one row per unit, for `likewise compare FILE`.
 *
 * Missing rule: a row without id or arm is excluded and counted, as is every row of an id that repeats (which of them
 * stands is not ours to choose). Missing covariates stay missing. A missing outcome value is an outcome with status
 * `missing`.
 *
 * @param table  the columns as read
 * @param layout which columns are what
 * @returns artefacts whose rows are ordered by natural order of id
 * @throws Failure `usage` when the layout does not say enough, `data` when the columns cannot be what it says
 */
export function artefactsFromTable(table: Columns, layout: TableLayout): TableArtefacts {
  requireLayout(layout);
  const arms = readArms(columnNamed("artefactsFromTable", table, layout.treatment), layout);
  const ids = readIds(table, layout.id);
  const { rows, exclusions } = keepRows(ids, arms.arm, layout);
  const units = unitColumns(
    ids,
    rows,
    layout.cluster === undefined ? null : columnNamed("artefactsFromTable", table, layout.cluster),
  );
  const header = {
    version: 1,
    unitKind: layout.unitKind ?? "person",
    options: { ...layout },
    seed: null,
    madeFrom: [],
    imputation: 0,
  } as const;
  return {
    baseline: {
      kind: "likewise/baseline",
      ...header,
      covariates: layout.covariates,
      table: columnsOf({
        ...units,
        arm: gather(arms.arm, rows),
        indexDate: dateColumn(Array.from(rows, () => null)),
        ...Object.fromEntries(
          layout.covariates.map((name) => [name, covariate(columnNamed("artefactsFromTable", table, name), rows)]),
        ),
      }),
    },
    outcomes: {
      kind: "likewise/outcomes",
      ...header,
      table: byUnit(
        layout.outcomes.map((outcome) => outcomeTable(table, outcome, units, rows)),
        rows.length,
      ),
    },
    labels: arms.labels,
    rowsRead: table.numRows,
    exclusions,
  };
}

const takenNames = ["unit", "id", "cluster", "role", "arm", "indexDate"];

function requireLayout({ treatment, covariates, outcomes }: TableLayout): void {
  if (outcomes.length === 0) throw new RangeError("artefactsFromTable: outcomes must be at least one, got none");
  for (const name of covariates) {
    if (takenNames.includes(name)) {
      throw new Failure("usage", `covariate must have a name other than ${takenNames.join(", ")}, got "${name}"`);
    }
    if (name === treatment || outcomes.some(({ column, event }) => name === column || name === event)) {
      throw new Failure(
        "usage",
        `covariate must be known before treatment, got "${name}", a treatment or outcome here`,
      );
    }
  }
  requireOnce("covariate", covariates);
  requireOnce(
    "outcome",
    outcomes.map(({ id }) => id),
  );
}

function requireOnce(what: string, names: readonly string[]): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new Failure("usage", `${what} must be named once, got "${repeated}" again`);
}

function readIds(table: Columns, name: string | undefined): (string | null)[] {
  if (name === undefined) return Array.from({ length: table.numRows }, (_, row) => String(row + 1));
  const column = columnNamed("artefactsFromTable", table, name);
  return Array.from({ length: table.numRows }, (_, row) => {
    const value = cell(column, row);
    return value === null || value === "" ? null : String(value);
  });
}

/** The rows that stand, by natural order of id, and how many do not, by the first reason that applies. */
function keepRows(ids: readonly (string | null)[], arm: ColumnData, layout: TableLayout) {
  const seen = new Map<string, number>();
  for (const id of ids) if (id !== null) seen.set(id, (seen.get(id) ?? 0) + 1);
  const reasons = new Map<string, number>();
  const kept: { id: string; row: number }[] = [];
  ids.forEach((id, row) => {
    const reason =
      id === null
        ? `${layout.id} missing`
        : seen.get(id)! > 1
          ? `${layout.id} repeated`
          : isPresent(arm, row)
            ? null
            : layout.comparisonValue === undefined
              ? `${layout.treatment} missing`
              : `${layout.treatment} missing or neither arm`;
    if (id !== null && reason === null) kept.push({ id, row });
    else if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  });
  kept.sort((a, b) => naturalOrder(a.id, b.id));
  return {
    rows: Int32Array.from(kept, ({ row }) => row),
    exclusions: Array.from(reasons, ([reason, rows]) => ({ reason, rows })).sort((a, b) =>
      naturalOrder(a.reason, b.reason),
    ),
  };
}

function unitColumns(ids: readonly (string | null)[], rows: Int32Array, cluster: ColumnData | null): UnitColumns {
  const none = categoryColumn(Array.from(rows, () => null));
  return {
    unit: integerColumn(Int32Array.from(rows, (_, unit) => unit)),
    id: textColumn(Array.from(rows, (row) => ids[row]!)),
    cluster: cluster === null ? none : categoryColumn(Array.from(rows, (row) => textAt(cluster, row))),
    role: none,
  };
}

/** Text is grouped, everything else stays what it is. */
function covariate(column: ColumnData, rows: Int32Array): ColumnData {
  if (column.type !== "text") return gather(column, rows);
  return categoryColumn(Array.from(rows, (row) => textAt(column, row)));
}

function textAt(column: ColumnData, row: number): string | null {
  const value = cell(column, row);
  return value === null ? null : String(value);
}

function outcomeTable(table: Columns, outcome: TableOutcome, units: UnitColumns, rows: Int32Array): Outcomes["table"] {
  const numbers = readOutcomeNumbers(table, outcome);
  const value = gather(numbers.value, rows);
  const time = optional(numbers.time, rows);
  const status = Array.from(rows, (_, i) => {
    if (!isPresent(value, i)) return "missing";
    if (outcome.kind !== "time-to-event") return "observed";
    if (!isPresent(time, i)) return "missing";
    return value.values[i] === 1 ? "observed" : "censored";
  });
  return columnsOf({
    ...units,
    outcome: categoryColumn(status.map(() => outcome.id)),
    window: categoryColumn(status.map(() => null)),
    value,
    time,
    exposureYears: optional(numbers.exposure, rows),
    status: categoryColumn(status, ["observed", "censored", "missing"]),
    missingReason: categoryColumn(status.map((one) => (one === "missing" ? "blank" : null))),
  });
}

/** Rows by unit, and for each unit the outcomes in the order asked for. */
function byUnit(tables: readonly Outcomes["table"][], units: number): Outcomes["table"] {
  const order = Int32Array.from({ length: units * tables.length }, (_, i) => {
    return (i % tables.length) * units + Math.floor(i / tables.length);
  });
  return takeRows(stackColumns(tables), order);
}

function optional(column: NumberColumn | null, rows: Int32Array): NumberColumn {
  return column === null ? numberColumn(Array.from(rows, () => null)) : gather(column, rows);
}
