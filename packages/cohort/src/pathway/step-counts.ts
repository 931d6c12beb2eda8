import type { ReasonCount } from "@likewise/schema";
import { countReasons } from "../people/account.ts";
import type { LeavingReason } from "./case-states.ts";
import type { PathwayStep } from "./funnel-steps.ts";
import type { StageRecord, StagesReached } from "./stages-reached.ts";

/** What became, at one step, of the people referred and of those recorded at the step before. */
export interface StepCounts {
  /** Recorded here, of everyone referred. */
  readonly count: number;
  /** Everyone referred, without those still open before this step. */
  readonly known: number;
  /** Recorded at the step before; null at the first step. */
  readonly countIn: number | null;
  /** Of them: recorded here, still open, or gone. */
  readonly passed: number;
  readonly openOfPrevious: number;
  readonly leaving: readonly ReasonCount[];
  /** Days from the step before, ascending units, of those with both days in order. */
  readonly gaps: readonly number[];
}

/**
 * Counts one step: passed, open or left, and why; a person recorded only at a later step left this one as
 * `recorded-at-a-later-step`.
 */
export function stepCounts(
  steps: readonly PathwayStep[],
  position: number,
  isFirst: boolean,
  reached: StagesReached,
  leavingReason: LeavingReason,
  members: readonly number[],
): StepCounts {
  const here = recordsOf(reached, steps[position]!);
  const before = isFirst ? null : recordsOf(reached, steps[position - 1]!);
  const later = steps.slice(position + 1).map((step) => reached.get(step.stage));
  const fateOf = (unit: number) =>
    here.has(unit)
      ? "passed"
      : later.some((records) => records?.has(unit))
        ? "recorded-at-a-later-step"
        : (leavingReason(unit) ?? "open");

  const fates = members.map(fateOf);
  const count = fates.filter((fate) => fate === "passed").length;
  const open = fates.filter((fate) => fate === "open").length;
  const ofPrevious = members.flatMap((unit, i) => (before?.has(unit) ? [fates[i]!] : []));
  return {
    count,
    known: members.length - open,
    countIn: before === null ? null : ofPrevious.length,
    passed: ofPrevious.filter((fate) => fate === "passed").length,
    openOfPrevious: ofPrevious.filter((fate) => fate === "open").length,
    leaving: countReasons(ofPrevious.filter((fate) => fate !== "passed" && fate !== "open")),
    gaps: before === null ? [] : gapsInOrder(members, before, here),
  };
}

/** Days between two records of one person, where both have a day and the second is not before the first. */
export function gapsInOrder(
  units: readonly number[],
  before: ReadonlyMap<number, StageRecord>,
  here: ReadonlyMap<number, StageRecord>,
): number[] {
  return units.flatMap((unit) => {
    const from = before.get(unit)?.day ?? null;
    const to = here.get(unit)?.day ?? null;
    return from === null || to === null || to < from ? [] : [to - from];
  });
}

function recordsOf(reached: StagesReached, step: PathwayStep): ReadonlyMap<number, StageRecord> {
  return reached.get(step.stage) ?? new Map();
}
