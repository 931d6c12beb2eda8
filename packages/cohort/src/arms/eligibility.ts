import type { Account, CellValue, ColumnData } from "@likewise/schema";
import { type Baseline, type Cohort, type Columns, cell, Failure, rowsWhere, takeRows } from "@likewise/schema";
import { countReasons } from "../people/account.ts";
import { dateColumnOf, type Field, fieldOf, latestDayAt } from "../people/fields.ts";
import { type People, unitsOfRows } from "../people/people.ts";
import { rowOrder } from "../people/row-order.ts";
import type { ArmDecisions } from "./assign-arms.ts";
import type { IndexDates } from "./index-dates.ts";

type Rule = NonNullable<Cohort["eligibility"]>[number];

/**
 * Why a person does not meet the first rule they fail, or null for those who meet all.
 *
 * A rule on people reads the person's row; on the table that says the arm, the deciding row; on any other table, the
 * last row dated on or before the index date, of one day the first by natural order of the value. Rows dated later, or
 * not dated, were not known then and are not read. A value that is not recorded does not meet the rule and has a reason
 * of its own. Rules on covariates worked out from events wait for `eligibleOnEvents`.
 *
 * @param covariates covariates already known by unit, under their plain names (age, index_quarter)
 * @throws Failure (usage) when a rule names nothing that exists, or a table whose rows have no date
 */
export function reasonsNotEligible(
  cohort: Cohort,
  tables: Readonly<Record<string, Columns>>,
  people: People,
  arms: ArmDecisions,
  index: IndexDates,
  covariates: Readonly<Record<string, ColumnData>>,
): (unit: number) => string | null {
  const fromEvents = new Set((cohort.baseline ?? []).map((item) => item.id));
  const tests = (cohort.eligibility ?? [])
    .filter((rule) => !fromEvents.has(rule.field))
    .map((rule) => {
      const readValue = rule.field.includes(".")
        ? valueFromTable(rule, tables, people, arms, index)
        : valueFromCovariate(rule, covariates);
      return (unit: number) => reasonFor(rule, readValue(unit));
    });
  return (unit) => {
    for (const test of tests) {
      const reason = test(unit);
      if (reason !== null) return reason;
    }
    return null;
  };
}

/**
 * Applies the eligibility rules on covariates worked out from events, once `baseline` holds them.
 *
 * @returns the baseline of those who meet the rules, and the account of those who do not; null when there is no such rule
 * @throws RangeError when the baseline lacks a covariate that a rule names
 */
export function eligibleOnEvents({ plan, baseline }: { plan: { readonly cohort: Cohort }; baseline: Baseline }): {
  readonly baseline: Baseline;
  readonly account: Account | null;
} {
  const fromEvents = new Set((plan.cohort.baseline ?? []).map((item) => item.id));
  const rules = (plan.cohort.eligibility ?? []).filter((rule) => fromEvents.has(rule.field));
  if (rules.length === 0) return { baseline, account: null };
  const columns = baseline.table.columns as Readonly<Record<string, ColumnData>>;
  const reasons = Array.from({ length: baseline.table.numRows }, (_, row) => {
    for (const rule of rules) {
      const column = columns[rule.field];
      if (column === undefined) {
        throw new RangeError(`eligibleOnEvents: baseline must have the covariate ${rule.field}, got none`);
      }
      const reason = reasonFor(rule, cell(column, row));
      if (reason !== null) return reason;
    }
    return null;
  });
  const kept = rowsWhere(baseline.table, (row) => reasons[row] === null);
  return {
    baseline: { ...baseline, table: takeRows(baseline.table, kept) },
    account: {
      stage: "cohort-events",
      table: "baseline",
      file: null,
      rowsIn: reasons.length,
      rowsUsed: kept.length,
      rowsRejected: reasons.length - kept.length,
      reasons: countReasons(reasons),
      notes: [],
    },
  };
}

function reasonFor(rule: Rule, value: CellValue): string | null {
  if (value === null) return `${rule.reason} (not recorded)`;
  if (rule.in !== undefined && !rule.in.some((allowed) => String(allowed) === String(value))) return rule.reason;
  if (rule.min === undefined && rule.max === undefined) return null;
  if (typeof value !== "number") {
    throw new Failure("usage", `cohort.eligibility: min and max need a number, ${rule.field} is not one`);
  }
  return value < (rule.min ?? value) || value > (rule.max ?? value) ? rule.reason : null;
}

function valueFromCovariate(rule: Rule, covariates: Readonly<Record<string, ColumnData>>): (unit: number) => CellValue {
  const column = Object.hasOwn(covariates, rule.field) ? covariates[rule.field] : undefined;
  if (column === undefined) {
    const known = Object.keys(covariates).join(", ");
    throw new Failure("usage", `cohort.eligibility: ${rule.field} must be table.field or a covariate (${known})`);
  }
  return (unit) => cell(column, unit);
}

function valueFromTable(
  rule: Rule,
  tables: Readonly<Record<string, Columns>>,
  people: People,
  arms: ArmDecisions,
  index: IndexDates,
): (unit: number) => CellValue {
  const field = fieldOf(tables, rule.field, "cohort.eligibility");
  const rows =
    field.tableName === "people"
      ? people.rows
      : field.tableName === arms.field?.tableName
        ? knownRows(field, arms.row, index)
        : lastRowsBefore(field, people, index);
  return (unit) => (rows[unit]! < 0 ? null : cell(field.column, rows[unit]!));
}

/** The deciding rows, but those dated after the index date: of a partial date by its last day. */
function knownRows(field: Field, deciding: Int32Array, index: IndexDates): Int32Array {
  if (index.field === null) return deciding;
  const dates = datesOfRows(field, index);
  return deciding.map((row, unit) => (row >= 0 && isKnown(latestDayAt(dates, row), index.day[unit]!) ? row : -1));
}

function lastRowsBefore(field: Field, people: People, index: IndexDates): Int32Array {
  const dates = datesOfRows(field, index);
  const order = rowOrder(field.table, undefined, field.column);
  const last = new Int32Array(people.ids.length).fill(-1);
  const units = unitsOfRows(field.table, people);
  for (let row = 0; row < units.length; row++) {
    const unit = units[row]!;
    const day = latestDayAt(dates, row);
    if (unit < 0 || !isKnown(day, index.day[unit]!)) continue;
    const standing = last[unit]! < 0 ? null : latestDayAt(dates, last[unit]!)!;
    if (standing === null || day! > standing || (day === standing && order(row, last[unit]!) < 0)) last[unit] = row;
  }
  return last;
}

function isKnown(day: number | null, indexDay: number | null): boolean {
  return day !== null && indexDay !== null && day <= indexDay;
}

/** The days by which rows count as known; where the index date is of the same table, that is the day of its rows. */
function datesOfRows({ tableName, table }: Field, index: IndexDates): ColumnData {
  const refuse = (why: string): Failure => new Failure("usage", `cohort.eligibility: a rule on ${tableName} ${why}`);
  if (index.field === null) throw refuse("needs cohort.indexDate, by which its rows count as known before");
  const dates = index.field.tableName === tableName ? index.field.column : dateColumnOf(tableName, table);
  if (dates === undefined) throw refuse("needs rows with a mapped date of their own, so that later ones are not read");
  return dates;
}
