import { type Columns, naturalOrder, parseIsoDate, type StudyPlan } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";
import { type People, unitsOfRows } from "../people/people.ts";
import { compareMissingLast } from "../people/row-order.ts";
import type { StagesReached } from "./stages-reached.ts";

/** Why someone left, or null while their case is open. */
export type LeavingReason = (unit: number) => string | null;

/**
 * Who has left, and why, as at the extract date. A person has left when an exit is recorded, when every referral of
 * theirs is closed, or when a referral did not meet the criteria. The reason is the exit's, else the last closure's (of
 * one day the first by natural order), else why they were not eligible; a leaver without any has `not-recorded`. Everyone else is open: censored, not lost.
 */
export function leavingReasons(
  plan: StudyPlan,
  tables: Readonly<Record<string, Columns>>,
  people: People,
  reached: StagesReached,
): LeavingReason {
  const asAt = plan.data.asAt === undefined ? null : parseIsoDate(plan.data.asAt);
  const happened = (day: number | null) => day !== null && (asAt === null || day <= asAt);
  const closures = closuresByUnit(tables.referrals, people, happened);
  return (unit) => {
    const exit = reached.get("exit")?.get(unit);
    if (exit !== undefined && (exit.day === null || happened(exit.day))) {
      return textAt(exit.table.columns.reason, exit.row) ?? closures.get(unit)?.reason ?? "not-recorded";
    }
    const closure = closures.get(unit);
    return closure === undefined || closure.open ? null : (closure.reason ?? "not-recorded");
  };
}

interface Closure {
  open: boolean;
  lastDay: number;
  reason: string | null;
}

function closuresByUnit(
  referrals: Columns | undefined,
  people: People,
  happened: (day: number | null) => boolean,
): Map<number, Closure> {
  const closures = new Map<number, Closure>();
  if (referrals === undefined) return closures;
  const { closed_date, closure_reason, eligible, reason_not_eligible } = referrals.columns;
  const units = unitsOfRows(referrals, people);
  for (let row = 0; row < units.length; row++) {
    const unit = units[row]!;
    if (unit < 0) continue;
    const closure = closures.get(unit) ?? { open: false, lastDay: Number.NEGATIVE_INFINITY, reason: null };
    closures.set(unit, closure);
    const closedDay = dayAt(closed_date, row);
    const turnedDown = textAt(eligible, row) === "false";
    if (!happened(closedDay) && !turnedDown) {
      closure.open = true;
      continue;
    }
    const day = closedDay ?? Number.NEGATIVE_INFINITY;
    const reason =
      (turnedDown ? textAt(reason_not_eligible, row) : null) ??
      textAt(closure_reason, row) ??
      (turnedDown ? "not-eligible" : null);
    const isFirst = compareMissingLast(reason, closure.reason, naturalOrder) < 0;
    if (day > closure.lastDay || (day === closure.lastDay && isFirst)) Object.assign(closure, { lastDay: day, reason });
  }
  return closures;
}
