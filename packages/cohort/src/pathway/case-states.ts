import { type Columns, naturalOrder, parseIsoDate, type StudyPlan } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";
import { type People, unitsOfRows } from "../people/people.ts";
import { compareMissingLast } from "../people/row-order.ts";
import type { StagesReached } from "./stages-reached.ts";

/** Why someone left, or null while their case is open. */
export type LeavingReason = (unit: number) => string | null;

/** Why and on which day someone left (null where no day is recorded), or null while their case is open. */
export type Departure = (unit: number) => { readonly reason: string; readonly day: number | null } | null;

/**
 * Who has left, and why, as at the extract date. A person has left when an exit is recorded, when every referral of
 * theirs is closed, or when a referral did not meet the criteria. The reason is the exit's, else the last closure's (of
 * one day the first by natural order), else why they were not eligible; a leaver without any has `not-recorded`. Everyone else is open: censored, not lost.
 */
export function departures(
  plan: StudyPlan,
  tables: Readonly<Record<string, Columns>>,
  people: People,
  reached: StagesReached,
): Departure {
  const asAt = plan.data.asAt === undefined ? null : parseIsoDate(plan.data.asAt);
  const happened = (day: number | null) => day !== null && (asAt === null || day <= asAt);
  const closures = closuresByUnit(tables.referrals, people, happened);
  return (unit) => {
    const exit = reached.get("exit")?.get(unit);
    const closure = closures.get(unit);
    if (exit !== undefined && (exit.day === null || happened(exit.day))) {
      const reason = textAt(exit.table.columns.reason, exit.row) ?? closure?.reason ?? "not-recorded";
      return { reason, day: exit.day };
    }
    if (closure === undefined || closure.open) return null;
    return {
      reason: closure.reason ?? "not-recorded",
      day: Number.isFinite(closure.lastDay) ? closure.lastDay : null,
    };
  };
}

/** Why someone left; see `departures`. */
export function leavingReasons(...source: Parameters<typeof departures>): LeavingReason {
  const departure = departures(...source);
  return (unit) => departure(unit)?.reason ?? null;
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
