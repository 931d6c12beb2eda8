import {
  type Baseline,
  type Columns,
  type Courses,
  categoryColumn,
  columnsOf,
  integerColumn,
  isPresent,
  numberColumn,
  type Refusal,
  type StudyPlan,
  type TargetTrialPlan,
  type TargetTrialStrategy,
} from "@likewise/schema";
import { type Cases, readCases } from "../pathway/cases.ts";
import { notInData } from "../pathway/cells.ts";
import { completionByRule } from "../pathway/completion.ts";
import { type CompletionRule, completionRulesOf } from "../pathway/completion-rules.ts";
import { type Session, sessionsByUnit } from "./session-data.ts";

type Source = { readonly plan: StudyPlan; readonly tables: Readonly<Record<string, Columns>> };

/** When somebody reached a milestone, or why that cannot be said; a day of null is a milestone not reached. */
type Milestone = { readonly day: number | null } | { readonly unknown: string };

/** The milestone of each unit, or what the data lack. */
type MilestoneOf = ((unit: number) => Milestone) | { readonly refusals: readonly Refusal[] };

/**
 * When each person of the treated arm completed by the rule of a strategy, or had its number of sessions, and when they
 * left for good, in days after their index date: the courses a target trial compares.
 *
 * By a rule of sessions the milestone is reached at the session that makes up its share; where the rule asks for a planned
 * end, or counts against each person's own sessions (of which nobody knows the number before the end), at the end if that
 * is later. Missing rule: as for completion, nobody is taken to have failed for want of a record. A milestone that was
 * reached on no recorded day, sessions whose attendance could decide it, and somebody without an index date are unknown.
 *
 * @param trial of a comparison of the plan
 * @returns no courses, and why, where sessions, completions or their days are not in the data
 */
export function coursesOf({
  baseline,
  trial,
  ...source
}: Source & { readonly baseline: Baseline; readonly trial: TargetTrialPlan }): {
  readonly courses: Courses | null;
  readonly refusals: readonly Refusal[];
} {
  const cases = readCases(source);
  const { unit, arm, indexDate } = baseline.table.columns;
  const rows = Array.from(unit.values, (_, row) => row).filter((row) => arm.values[row] === 1);
  const refusals: Refusal[] = [];
  const courses = trial.strategies.flatMap((strategy) => {
    const milestoneOf = milestones(strategy, source, cases);
    if ("refusals" in milestoneOf) {
      refusals.push(...milestoneOf.refusals);
      return [];
    }
    const found = rows.map((row) => {
      const zero = isPresent(indexDate, row) ? indexDate.values[row]! : null;
      const milestone: Milestone = zero === null ? { unknown: "no-index-date" } : milestoneOf(unit.values[row]!);
      const left = cases.departure(unit.values[row]!)?.day ?? null;
      const after = (day: number | null) => (day === null || zero === null ? null : day - zero);
      return {
        unit: unit.values[row]!,
        strategy: strategy.id,
        reachedDay: "unknown" in milestone ? null : after(milestone.day),
        leftDay: after(left),
        unknown: "unknown" in milestone ? milestone.unknown : null,
      };
    });
    if (found.some(({ reachedDay }) => reachedDay !== null)) return found;
    refusals.push(
      nobodyReached(
        strategy,
        found.some(({ unknown }) => unknown === withoutDay),
      ),
    );
    return [];
  });
  if (refusals.length > 0) return { courses: null, refusals };
  return {
    courses: columnsOf({
      unit: integerColumn(courses.map((one) => one.unit)),
      strategy: categoryColumn(courses.map((one) => one.strategy)),
      reachedDay: numberColumn(courses.map((one) => one.reachedDay)),
      leftDay: numberColumn(courses.map((one) => one.leftDay)),
      unknown: categoryColumn(courses.map((one) => one.unknown)),
    }),
    refusals,
  };
}

const withoutDay = "day-not-recorded";

function nobodyReached({ id }: TargetTrialStrategy, someWithoutDay: boolean): Refusal {
  return someWithoutDay
    ? {
        id: `milestone-without-days:${id}`,
        what: `the strategy ${id}`,
        why: "what it asks for is recorded without the day it was reached on",
        unlocks: "the days of sessions and of completion",
      }
    : {
        id: `milestone-of-nobody:${id}`,
        what: `the strategy ${id}`,
        why: "nobody in the programme is recorded to have got to what it asks for",
        unlocks: "records of sessions and of completion, or a milestone that people reached",
      };
}

function milestones(strategy: TargetTrialStrategy, source: Source, cases: Cases): MilestoneOf {
  if (strategy.sessions !== undefined) return bySessions(strategy.sessions, strategy, source, cases);
  const rule = completionRulesOf(source.plan).find(({ id }) => id === strategy.completed)!;
  return byRule(rule, source, cases);
}

/** The day of the session that makes the number full. */
function bySessions(needed: number, { id }: TargetTrialStrategy, { tables }: Source, cases: Cases): MilestoneOf {
  const sessions = sessionsByUnit(tables.sessions, cases.people, cases.asAt);
  if (sessions === null) return { refusals: [notInData("no-sessions", `the strategy ${id}`, "sessions")] };
  return (unit) => {
    const own = sessions.get(unit);
    if (own === undefined) {
      return cases.reached.get("started")?.has(unit) ? { unknown: "sessions-not-recorded" } : { day: null };
    }
    const attended = own.filter((session) => session.attended === true);
    if (attended.length >= needed) return dayOf(dayAttended(attended, needed));
    const perhaps = own.filter((session) => session.attended === null).length;
    return attended.length + perhaps >= needed ? { unknown: "attendance-not-recorded" } : { day: null };
  };
}

/** The day on which everything the rule asks for was there. */
function byRule(rule: CompletionRule, source: Source, cases: Cases): MilestoneOf {
  const { people, refusals } = completionByRule({ ...source, rule });
  if (refusals.length > 0) return { refusals };
  const completionOf = new Map(people.map((person) => [person.unit, person]));
  const sessions = sessionsByUnit(source.tables.sessions, cases.people, cases.asAt);
  return (unit) => {
    const person = completionOf.get(unit);
    if (person?.status === "unknown") return { unknown: "completion-not-known" };
    if (person?.status !== "completed") return { day: null };
    const recorded = cases.reached.get("completed")?.get(unit)?.day ?? null;
    if (rule.leastShare === null) return dayOf(recorded);
    const needed = Math.max(1, Math.ceil(Math.round(rule.leastShare * person.planned! * 1e9) / 1e9));
    const attended = (sessions?.get(unit) ?? []).filter((one) => one.attended === true && counts(one, rule));
    const full = dayAttended(attended, needed);
    if (!rule.plannedEnd && rule.sessionsPlanned !== null) return dayOf(full);
    const end = recorded ?? cases.departure(unit)?.day ?? null;
    return dayOf(full === null || end === null ? null : Math.max(full, end));
  };
}

function counts({ component }: Session, rule: CompletionRule): boolean {
  return rule.component === null || component === rule.component;
}

/** Sessions without a day stand last: with one of them, nobody knows which session made the number full. */
function dayAttended(attended: readonly Session[], needed: number): number | null {
  return attended.at(-1)?.day == null ? null : (attended[needed - 1]?.day ?? null);
}

function dayOf(day: number | null): Milestone {
  return day === null ? { unknown: withoutDay } : { day };
}
