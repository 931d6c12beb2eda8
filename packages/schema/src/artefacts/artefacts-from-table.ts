import { cell, isPresent } from "../columns/cell.ts";
import { categoryColumn, dateColumn, integerColumn, textColumn } from "../columns/column-constructors.ts";
import { columnNamed } from "../columns/column-named.ts";
import type { BooleanColumn, CategoryColumn, ColumnData, Columns } from "../columns/columns.ts";
import { columnsOf } from "../columns/columns-of.ts";
import { gather } from "../columns/gather.ts";
import { Failure } from "../issues/failures.ts";
import { artefactNames } from "../records/covariate-names.ts";
import type { Baseline, Outcomes, UnitColumns, UnitKind } from "./artefacts.ts";
import { outcomesArtefact, stackOutcomes } from "./outcomes-artefact.ts";
import { readArms } from "./read-arms.ts";
import { readOutcomeNumbers } from "./read-outcome-numbers.ts";
import { rowsThatStand, type StandingRows } from "./rows-that-stand.ts";

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
  /** Needed where there are more than two values; rows with neither are left out. */
  readonly comparisonValue?: string | undefined;
  /** Nobody is compared with: an empty comparison arm is no fault, and a single value is that of the treated. */
  readonly onlyTreated?: boolean | undefined;
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
  const standing = rowsThatStand(table, arms.arm, layout);
  const { rows, exclusions } = standing;
  const arm = gather(arms.arm, rows);
  requireBothArms(arm, layout);
  const clusters = layout.cluster === undefined ? null : columnNamed("artefactsFromTable", table, layout.cluster);
  const units = unitColumns(standing, clusters);
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
        arm,
        indexDate: dateColumn(Array.from(rows, () => null)),
        ...Object.fromEntries(
          layout.covariates.map((name) => [name, covariate(columnNamed("artefactsFromTable", table, name), rows)]),
        ),
      }),
    },
    outcomes: {
      ...stackOutcomes(layout.outcomes.map((outcome) => outcomeOf(table, outcome, units, rows))),
      ...header,
    },
    labels: arms.labels,
    rowsRead: table.numRows,
    exclusions,
  };
}

function requireLayout({ treatment, covariates, outcomes }: TableLayout): void {
  if (outcomes.length === 0) throw new RangeError("artefactsFromTable: outcomes must be at least one, got none");
  for (const name of covariates) {
    if (artefactNames.includes(name)) {
      throw new Failure("usage", `covariate must have a name other than ${artefactNames.join(", ")}, got "${name}"`);
    }
    if (name === treatment || outcomes.some(({ column, event }) => name === column || name === event)) {
      throw new Failure(
        "usage",
        `covariate must be known before treatment, got "${name}", a treatment or outcome here`,
      );
    }
    if (outcomes.some(({ time, exposure }) => name === time || name === exposure)) {
      throw new Failure("usage", `covariate must be known before treatment, got "${name}", a time of follow-up here`);
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

/** After exclusions, so that an arm made up of rows that do not stand is caught too. */
function requireBothArms(arm: BooleanColumn, layout: TableLayout): void {
  if (arm.values.includes(1) && (arm.values.includes(0) || layout.onlyTreated)) return;
  const empty = arm.values.includes(1) ? "comparison" : "treated";
  throw new Failure(
    "data",
    `treatment "${layout.treatment}" must leave people in both arms, found none in the ${empty} arm`,
  );
}

function unitColumns(standing: StandingRows, cluster: ColumnData | null): UnitColumns {
  const none = categoryColumn(standing.ids.map(() => null));
  return {
    unit: integerColumn(Int32Array.from(standing.rows, (_, unit) => unit)),
    id: textColumn(standing.ids),
    cluster: cluster === null ? none : grouped(cluster, standing.rows),
    role: none,
  };
}

/** Text is grouped, everything else stays what it is. */
function covariate(column: ColumnData, rows: Int32Array): ColumnData {
  return column.type === "text" ? grouped(column, rows) : gather(column, rows);
}

function grouped(column: ColumnData, rows: Int32Array): CategoryColumn {
  const texts = Array.from(rows, (row) => cell(column, row));
  return categoryColumn(texts.map((value) => (value === null ? null : String(value))));
}

function outcomeOf(table: Columns, outcome: TableOutcome, units: UnitColumns, rows: Int32Array): Outcomes {
  const numbers = readOutcomeNumbers(table, outcome);
  const value = gather(numbers.value, rows);
  const status = Array.from(rows, (_, i) => {
    if (!isPresent(value, i)) return "missing";
    return outcome.kind === "time-to-event" && value.values[i] === 0 ? "censored" : "observed";
  });
  return outcomesArtefact({
    units,
    outcome: outcome.id,
    window: null,
    value,
    time: numbers.time && gather(numbers.time, rows),
    exposureYears: numbers.exposure && gather(numbers.exposure, rows),
    status,
    missingReason: status.map((one) => (one === "missing" ? "blank" : null)),
  });
}
