import type { Columns, ReasonCount, Refusal, StudyPlan } from "@likewise/schema";
import { median, type Share, shareOf } from "@likewise/stats";
import { byLevel, type Cases, levelReader, readCases } from "./cases.ts";
import { notInData, notRecorded } from "./cells.ts";
import { gapsInOrder, stepCounts } from "./step-counts.ts";

/** One step for one group of people. countIn = countOut + open + left. */
export interface PathwayRow {
  readonly step: string;
  readonly label: string;
  /** Recorded at this step, whether or not at the one before. */
  readonly count: number;
  /** Recorded at the step before; null at the first step. */
  readonly countIn: number | null;
  /** Of them, recorded here. */
  readonly countOut: number | null;
  /** Of them, cases still open as at the extract: censored, not gone. */
  readonly open: number | null;
  /** Of them, gone. */
  readonly left: number | null;
  readonly leaving: readonly ReasonCount[];
  /** Of those who came in and are no longer open. */
  readonly shareOfPrevious: Share | null;
  /** Of everyone referred, without those still open before this step. */
  readonly shareOfReferrals: Share | null;
  /** From the step before, among `daysKnown` people with both days in order. */
  readonly medianDays: number | null;
  readonly daysKnown: number;
}

/** People by the last step recorded of them: completed, case open, or left. Everyone referred is in one of them. */
export interface Furthest {
  readonly step: string;
  readonly label: string;
  readonly completed: number;
  readonly open: number;
  readonly left: number;
}

export interface PathwayLevel {
  readonly id: string;
  readonly referred: number;
  readonly furthest: readonly Furthest[];
  readonly rows: readonly PathwayRow[];
}

export interface PathwayResult {
  readonly kind: "likewise/pathway";
  readonly definition: "recorded-stages";
  readonly options: { readonly by: readonly string[] };
  readonly asAt: number | null;
  /** Everyone; steps before the referral too. */
  readonly overall: PathwayLevel;
  /** From the referral on; every person is in exactly one level of each. */
  readonly breakdowns: readonly { readonly by: string; readonly levels: readonly PathwayLevel[] }[];
  readonly refusals: readonly Refusal[];
}

/** What the pathway is shown by where the data have it. */
export const pathwayBreakdowns = [
  "referral-month",
  "referrals.source",
  "referrals.provider",
  "referrals.area",
  "referrals.mandated",
] as const;

/**
 * The pathway of everyone referred, and the same by month of referral, source, provider (under the name it has now),
 * area, setting and any field of people or referrals.
 *
 * Cohorts are those of the month a person was first referred in; what happened to them later stays with that month. Cases
 * open at the extract are censored: in neither denominator, never among those who left. Missing rule: a step counts only
 * where it is recorded, and a person without the field of a breakdown is in its level `not-recorded`.
 *
 * @param by `referral-month`, `people.field` or `referrals.field`; default: those of `pathwayBreakdowns` in the data and
 *           `cohort.breakdowns`. One asked for that is not in the data is refused
 */
export function pathway({
  plan,
  tables,
  by,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  by?: readonly string[];
}): PathwayResult {
  const cases = readCases({ plan, tables });
  const asked = by ?? plan.cohort.breakdowns ?? [];
  const wanted = [...new Set([...(by === undefined ? pathwayBreakdowns : []), ...asked])];
  const refusals: Refusal[] = [];
  const breakdowns = wanted.flatMap((field) => {
    const levelOf = levelReader(cases, field);
    if (levelOf === null) {
      if (asked.includes(field)) refusals.push(notInData("breakdown-not-in-data", `the pathway by ${field}`, field));
      return [];
    }
    const levels = [...byLevel(cases.members, levelOf)].map(([level, members]) => levelFrom(cases, level, members));
    return [{ by: field, levels }];
  });
  return {
    kind: "likewise/pathway",
    definition: "recorded-stages",
    options: { by: wanted },
    asAt: cases.asAt,
    overall: {
      ...levelFrom(cases, "all", cases.members),
      rows: [...rowsBefore(cases), ...rowsFrom(cases, cases.members)],
    },
    breakdowns,
    refusals,
  };
}

function levelFrom(cases: Cases, level: string | null, members: readonly number[]): PathwayLevel {
  return {
    id: level ?? notRecorded,
    referred: members.length,
    furthest: furthestOf(cases, members),
    rows: rowsFrom(cases, members),
  };
}

function furthestOf(cases: Cases, members: readonly number[]): Furthest[] {
  const steps = cases.steps.slice(firstStep(cases));
  const { reached, departure } = cases;
  const last = members.map((unit) => steps.findLastIndex(({ stage }) => reached.get(stage)?.has(unit)));
  const now = members.map((unit) =>
    reached.get("completed")?.has(unit) ? "completed" : departure(unit) === null ? "open" : "left",
  );
  return steps.map(({ stage, label }, position) => {
    const count = (state: string) => now.filter((one, i) => one === state && Math.max(last[i]!, 0) === position).length;
    return { step: stage, label, completed: count("completed"), open: count("open"), left: count("left") };
  });
}

function rowsFrom(cases: Cases, members: readonly number[]): PathwayRow[] {
  const steps = cases.steps.slice(firstStep(cases));
  const leavingReason = (unit: number) => cases.departure(unit)?.reason ?? null;
  return steps.map(({ stage, label }, position) => {
    const counts = stepCounts(steps, position, position === 0, cases.reached, leavingReason, members);
    const { countIn, passed, openOfPrevious } = counts;
    return {
      step: stage,
      label,
      count: counts.count,
      countIn,
      countOut: countIn === null ? null : passed,
      open: countIn === null ? null : openOfPrevious,
      left: countIn === null ? null : countIn - passed - openOfPrevious,
      leaving: counts.leaving,
      shareOfPrevious: countIn === null ? null : shareOf(passed, countIn - openOfPrevious),
      shareOfReferrals: shareOf(counts.count, counts.known),
      medianDays: counts.gaps.length === 0 ? null : median(counts.gaps),
      daysKnown: counts.gaps.length,
    };
  });
}

/** Before the referral there is no case: nobody is open, and why people went no further is not recorded. */
function rowsBefore(cases: Cases): PathwayRow[] {
  const { steps, reached } = cases;
  return steps.slice(0, firstStep(cases)).map(({ stage, label }, position) => {
    const here = reached.get(stage) ?? new Map();
    const before = position === 0 ? null : (reached.get(steps[position - 1]!.stage) ?? new Map());
    const came = [...(before?.keys() ?? [])];
    const passed = came.filter((unit) => here.has(unit));
    const gaps = before === null ? [] : gapsInOrder(passed, before, here);
    return {
      step: stage,
      label,
      count: here.size,
      countIn: before === null ? null : came.length,
      countOut: before === null ? null : passed.length,
      open: before === null ? null : 0,
      left: before === null ? null : came.length - passed.length,
      leaving: [],
      shareOfPrevious: before === null ? null : shareOf(passed.length, came.length),
      shareOfReferrals: null,
      medianDays: gaps.length === 0 ? null : median(gaps),
      daysKnown: gaps.length,
    };
  });
}

function firstStep({ steps }: Cases): number {
  return Math.max(
    0,
    steps.findIndex(({ stage }) => stage === "referred"),
  );
}
