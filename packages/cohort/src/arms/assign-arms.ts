import type { Cohort, Columns, Issue } from "@likewise/schema";
import { Failure } from "@likewise/schema";
import { cohortIssue } from "../cohort-issues.ts";
import { dateColumnOf, type Field, fieldOf, textAt } from "../people/fields.ts";
import { type People, unitsOfRows } from "../people/people.ts";
import { rowOrder } from "../people/row-order.ts";

export type ArmState = "treated" | "comparison" | "both-arms" | "arm-not-compared" | "no-arm-decision";

/** Which arm each person is in, and the row that says so. */
export interface ArmDecisions {
  /** By unit. */
  readonly state: readonly ArmState[];
  /** By unit: the deciding row of `field.table`; -1 where there is none. */
  readonly row: Int32Array;
  /** null when the plan has no arms: everyone is followed as treated. */
  readonly field: Field | null;
  /** By row of `field.table`: the unit it is about, -1 for strangers. */
  readonly units: Int32Array;
  readonly issues: readonly Issue[];
}

/**
 * The arm of each person.
 *
 * A row qualifies when its value is one of the plan's treated or comparison values. Of several qualifying rows the
 * first by date decides (rows without a date come last; of one day the first by natural order of the value); a person whose qualifying rows are of both arms is in
 * neither, because either choice could be made with the outcome in view.
 *
 * @throws Failure (usage) when a value stands for both arms or the field does not exist
 */
export function assignArms(
  arms: Cohort["arms"],
  tables: Readonly<Record<string, Columns>>,
  people: People,
  indexDate: string | null,
): ArmDecisions {
  const n = people.ids.length;
  if (arms === undefined) {
    return { state: new Array(n).fill("treated"), row: people.rows, field: null, units: new Int32Array(0), issues: [] };
  }
  const shared = arms.treated.filter((value) => arms.comparison.includes(value));
  if (shared.length > 0) throw new Failure("usage", "cohort.arms: a value must stand for one arm, not for both");

  const field = fieldOf(tables, arms.from, "cohort.arms.from");
  const units = unitsOfRows(field.table, people);
  const armOf = new Map<string, ArmState>([
    ...arms.treated.map((value) => [value, "treated"] as const),
    ...arms.comparison.map((value) => [value, "comparison"] as const),
  ]);
  const order = rowOrder(field.table, decisionDates(field, tables, indexDate), field.column);
  const state = new Array<ArmState>(n).fill("no-arm-decision");
  const row = new Int32Array(n).fill(-1);
  for (let candidate = 0; candidate < units.length; candidate++) {
    const unit = units[candidate]!;
    if (unit < 0) continue;
    const value = textAt(field.column, candidate);
    if (value === null) continue;
    const arm = armOf.get(value) ?? "arm-not-compared";
    state[unit] = joined(state[unit]!, arm);
    if (arm !== "arm-not-compared" && (row[unit]! < 0 || order(candidate, row[unit]!) < 0)) row[unit] = candidate;
  }
  const issues = state.flatMap((s, unit) =>
    s === "both-arms" ? [cohortIssue("person_in_both_arms", { ...field, row: row[unit]!, column: field.name })] : [],
  );
  return { state, row, field, units, issues };
}

function joined(before: ArmState, next: ArmState): ArmState {
  if (before === "no-arm-decision" || before === "arm-not-compared") return next;
  if (next === "arm-not-compared" || next === before) return before;
  return "both-arms";
}

/** Decisions are ordered by the index date where that is in the same table, else by the table's own date. */
function decisionDates(field: Field, tables: Readonly<Record<string, Columns>>, indexDate: string | null) {
  if (indexDate?.startsWith(`${field.tableName}.`)) {
    return fieldOf(tables, indexDate, "cohort.indexDate").column;
  }
  return dateColumnOf(field.tableName, field.table);
}
