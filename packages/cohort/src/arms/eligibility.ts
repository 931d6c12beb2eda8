import type { Account, CellValue, ColumnData } from "@likewise/schema";
import {
  type Baseline,
  type Cohort,
  type Columns,
  cell,
  Failure,
  isPresent,
  rowsWhere,
  takeRows,
} from "@likewise/schema";
import { countReasons } from "../people/account.ts";
import { dateColumnOf, dayAt, fieldOf } from "../people/fields.ts";
import { type People, unitsOfRows } from "../people/people.ts";
import type { ArmDecisions } from "./assign-arms.ts";
import type { IndexDates } from "./index-dates.ts";

type Rule = NonNullable<Cohort["eligibility"]>[number];

/**
 * Why a person does not meet the first rule they fail, or null for those who meet all.
 *
 * A rule on people reads the person's row; on the table that says the arm, the deciding row; on any other table, the
 * last row dated on or before the index date (the first row where rows or people have no date). A value that is not
 * recorded does not meet the rule and has a reason of its own. Rules on covariates worked out from events wait for
 * `eligibleOnEvents`.
 *
 * @param covariates covariates already known by unit, under their plain names (age, index_quarter)
 * @throws Failure (usage) when a rule names nothing that exists
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
        ? arms.row
        : lastRowsBefore(field.table, dateColumnOf(field.tableName, field.table), people, index);
  return (unit) => (rows[unit]! < 0 ? null : cell(field.column, rows[unit]!));
}

function lastRowsBefore(table: Columns, dates: ColumnData | undefined, people: People, index: IndexDates): Int32Array {
  const last = new Int32Array(people.ids.length).fill(-1);
  const units = unitsOfRows(table, people);
  for (let row = 0; row < units.length; row++) {
    const unit = units[row]!;
    if (unit < 0) continue;
    const indexDay = index.day[unit]!;
    const day = dayAt(dates, row);
    if (indexDay !== null && day !== null && day > indexDay) continue;
    const standing = last[unit]!;
    if (
      standing < 0 ||
      (dates !== undefined && isPresent(dates, standing) && (day ?? -Infinity) > dayAt(dates, standing)!)
    ) {
      last[unit] = row;
    }
  }
  return last;
}
