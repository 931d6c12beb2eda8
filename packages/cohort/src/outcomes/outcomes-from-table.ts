import {
  type Baseline,
  type Columns,
  cell,
  Failure,
  type MissingReason,
  numberColumn,
  type Outcome,
  type OutcomeStatus,
  type Outcomes,
  outcomesArtefact,
  readTruth,
  type StudyPlan,
  stackOutcomes,
  takeRows,
} from "@likewise/schema";
import { unitsOfIds } from "../observation/units-of-ids.ts";
import { textAt } from "../people/fields.ts";

/**
 * The plan's outcomes of table `outcomes`, worked out elsewhere: one row for each person analysed and outcome.
 *
 * A row is found by person and `outcome` (the outcome's own id where the plan names no other). `value` is 0/1 (or
 * yes/no, true/false) for binary and time-to-event outcomes, a whole number from 0 for counts, any number for scores.
 * Where rows of an event carry a time it is kept, in the one unit the rows use; a count's time is its exposure. A row
 * marked censored has status `censored`: its value is what was seen until observation ended, for use with the time or
 * the exposure and never as the value of the whole window.
 *
 * Missing rule: nobody is event-free by absence. No row, several rows, an empty value, one that cannot be read, an event
 * said to be censored and a missing time of a time-to-event outcome are missing, each with its reason.
 *
 * @returns ordered by unit, then by the outcome's place in the plan
 * @throws Failure (usage) when the plan has such an outcome and brings no outcomes table; Failure (data) when times of
 *   one outcome have several units, or not the unit the plan declares
 */
export function outcomesFromTable({
  plan,
  tables,
  baseline,
  madeFrom = [],
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  baseline: Baseline;
  madeFrom?: readonly string[];
}): Outcomes {
  const declared = plan.outcomes.filter((outcome) => outcome.from === "outcomes");
  const [first] = declared;
  if (first === undefined) return noOutcomes(baseline, madeFrom);
  const table = tables.outcomes;
  if (table === undefined) {
    throw new Failure("usage", `outcomes: ${first.id} comes from a table outcomes, and the plan brings none`);
  }
  for (const outcome of declared) requireOneTimeUnit(outcome, table);
  const rowsOf = rowsByUnitAndOutcome(table, baseline);
  const units = Array.from(baseline.table.columns.unit.values);
  return stackOutcomes(
    declared.map((outcome) => {
      const rows = units.map((unit) =>
        readRow(outcome, table, rowsOf.get(rowKey(unit, outcome.outcome ?? outcome.id)) ?? []),
      );
      return outcomesArtefact({
        units: baseline.table.columns,
        unitKind: baseline.unitKind,
        options: { outcomes: declared },
        madeFrom,
        outcome: outcome.id,
        window: outcome.window ?? null,
        value: numberColumn(rows.map((row) => row.value)),
        time: numberColumn(rows.map((row) => row.time)),
        exposureYears: numberColumn(rows.map((row) => row.exposureYears)),
        status: rows.map((row) => row.status),
        missingReason: rows.map((row) => row.missingReason),
      });
    }),
  );
}

interface ReadRow {
  readonly value: number | null;
  readonly time: number | null;
  readonly exposureYears: number | null;
  readonly status: OutcomeStatus;
  readonly missingReason: MissingReason | null;
}

function readRow(outcome: Outcome, { columns }: Columns, rows: readonly number[]): ReadRow {
  const [row] = rows;
  if (row === undefined) return missing("no-row");
  if (rows.length > 1) return missing("several-rows");
  const recorded = columns.value === undefined ? null : cell(columns.value, row);
  if (recorded === null) return missing("value-missing");
  const value = kinds[outcome.kind](recorded);
  if (value === null) return missing("value-not-usable");
  const time = numberAt(columns.time, row);
  if (outcome.kind === "time-to-event" && time === null) return missing("time-missing");
  const isEvent = outcome.kind === "binary" || outcome.kind === "time-to-event";
  const censored = textAt(columns.censored, row) === "true";
  if (censored && isEvent && value === 1) return missing("event-and-censored");
  return {
    value,
    time: isEvent ? time : null,
    exposureYears: outcome.kind === "count" ? yearsOf(time, textAt(columns.time_unit, row)) : null,
    status: censored ? "censored" : "observed",
    missingReason: null,
  };
}

function missing(missingReason: MissingReason): ReadRow {
  return { value: null, time: null, exposureYears: null, status: "missing", missingReason };
}

/** An artefact without rows, which may be stacked with others. */
function noOutcomes(baseline: Baseline, madeFrom: readonly string[]): Outcomes {
  return outcomesArtefact({
    units: takeRows(baseline.table, new Int32Array(0)).columns,
    unitKind: baseline.unitKind,
    madeFrom,
    outcome: "",
    window: null,
    value: numberColumn([]),
    status: [],
    missingReason: [],
  });
}

/** What each kind of outcome takes as a value; null when it cannot be one. */
const kinds: Readonly<Record<Outcome["kind"], (value: string | number | boolean) => number | null>> = {
  binary: event,
  "time-to-event": event,
  count: (value) => {
    const number = finite(value);
    return number !== null && number >= 0 && Number.isInteger(number) ? number : null;
  },
  continuous: finite,
};

function event(value: string | number | boolean): number | null {
  const truth = readTruth(value);
  return truth === null ? null : Number(truth);
}

function finite(value: string | number | boolean): number | null {
  if (typeof value === "boolean" || String(value).trim() === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** Years of one unit of time; a year is 365.25 days. */
const yearsOfUnit: ReadonlyMap<string, (time: number) => number> = new Map([
  ["day", (days) => days / 365.25],
  ["week", (weeks) => (weeks * 7) / 365.25],
  ["month", (months) => months / 12],
  ["year", (years) => years],
]);

function yearsOf(time: number | null, unit: string | null): number | null {
  return time === null || unit === null ? null : (yearsOfUnit.get(unit)?.(time) ?? null);
}

function numberAt(column: Columns["columns"][string] | undefined, row: number): number | null {
  const value = column === undefined ? null : cell(column, row);
  return typeof value === "number" ? value : null;
}

function requireOneTimeUnit(outcome: Outcome, table: Columns): void {
  const { outcome: outcomeColumn, time, time_unit } = table.columns;
  if (time === undefined || time_unit === undefined) return;
  const units = new Set<string>(outcome.timeUnit === undefined ? [] : [outcome.timeUnit]);
  for (let row = 0; row < table.numRows; row++) {
    if (textAt(outcomeColumn, row) !== (outcome.outcome ?? outcome.id) || numberAt(time, row) === null) continue;
    const unit = textAt(time_unit, row);
    if (unit !== null) units.add(unit);
  }
  if (units.size > 1) {
    throw new Failure(
      "data",
      `outcomes: times of ${outcome.id} must have one unit, found ${[...units].sort().join(", ")}`,
    );
  }
}

function rowsByUnitAndOutcome(table: Columns, baseline: Baseline): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  unitsOfIds(table, baseline).forEach((unit, row) => {
    const outcome = textAt(table.columns.outcome, row);
    if (unit < 0 || outcome === null) return;
    const key = rowKey(unit, outcome);
    const standing = rows.get(key);
    if (standing === undefined) rows.set(key, [row]);
    else standing.push(row);
  });
  return rows;
}

function rowKey(unit: number, outcome: string): string {
  return `${unit} ${outcome}`;
}
