import { textAt } from "../people/fields.ts";
import { unitsOfRows } from "../people/people.ts";
import { readOnce } from "../people/read-once.ts";
import type { ArmCheckRule } from "./arm-check-rule.ts";
import type { CheckData, Member } from "./check-data.ts";
import { shareOfMembers } from "./share-of-members.ts";

/** How far the people of each arm got: groups formed by what people did after they came show here. */
export const pathwayChecks: readonly ArmCheckRule[] = [
  {
    id: "completed",
    label: "Completed the programme",
    of: "people",
    count: (data, arm) =>
      knowsHowItEnded(data)
        ? shareOfMembers(
            data.arms[arm],
            ({ unit }) => reached(data, unit, "completed") || closedFor(data, unit, finished),
          )
        : null,
  },
  {
    id: "left-early",
    label: "Began, and left before the end",
    of: "people",
    count: (data, arm) =>
      knowsHowItEnded(data) ? shareOfMembers(data.arms[arm], ({ unit }) => leftEarly(data, unit)) : null,
  },
  {
    id: "declined",
    label: "Were offered a place and did not take it up",
    of: "people",
    count: (data, arm) =>
      data.tables.referrals === undefined && !data.stages.has("offered")
        ? null
        : shareOfMembers(data.arms[arm], ({ unit }) => closedFor(data, unit, declined) || offeredInVain(data, unit)),
  },
  {
    id: "index-on-completion",
    label: "Are followed from the day they completed or left",
    of: "people",
    count: (data, arm) =>
      shareOfMembers(
        data.arms[arm],
        ({ unit, indexDay }) => ends.some((stage) => near(data.stages.get(stage)?.get(unit)?.day ?? null, indexDay)),
        dated,
      ),
  },
  {
    id: "event-before-milestone",
    label: "Had an event before the milestone that marks the treated, or in as much time",
    of: "people",
    count: eventsBeforeMilestone,
  },
];

/** Reasons a referral is closed, by what they say of the person. */
const finished: readonly string[] = ["completed"];
const left: readonly string[] = ["disengaged", "removed-for-conduct", "removed-for-risk", "dropped-out", "withdrew"];
const declined: readonly string[] = ["declined", "refused"];

/** Stages at which a programme ends. */
const ends: readonly string[] = ["completed", "exit", "closed"];

/** Stages one has to stay for, the furthest first. */
const milestones: readonly string[] = ["completed", "full-engagement", "engaged"];

function knowsHowItEnded(data: CheckData): boolean {
  return data.stages.has("completed") || data.tables.referrals?.columns.closure_reason !== undefined;
}

function reached(data: CheckData, unit: number, stage: string): boolean {
  return data.stages.get(stage)?.has(unit) ?? false;
}

function leftEarly(data: CheckData, unit: number): boolean {
  if (reached(data, unit, "completed") || closedFor(data, unit, finished)) return false;
  return closedFor(data, unit, left) || (data.stages.has("completed") && reached(data, unit, "started"));
}

function offeredInVain(data: CheckData, unit: number): boolean {
  return reached(data, unit, "offered") && !reached(data, unit, "accepted") && !reached(data, unit, "started");
}

function closedFor(data: CheckData, unit: number, reasons: readonly string[]): boolean {
  return (
    closures(data)
      .get(unit)
      ?.some((reason) => reasons.includes(reason)) ?? false
  );
}

const closures = readOnce((data: CheckData): ReadonlyMap<number, readonly string[]> => {
  const { referrals } = data.tables;
  const found = new Map<number, string[]>();
  if (referrals === undefined) return found;
  unitsOfRows(referrals, data.people).forEach((unit, row) => {
    const reason = textAt(referrals.columns.closure_reason, row);
    if (unit >= 0 && reason !== null) found.set(unit, [...(found.get(unit) ?? []), reason]);
  });
  return found;
});

/** A clock set at the end of a programme may start some days off. */
const sameWeek = 7;

function near(day: number | null, indexDay: number | null): boolean {
  return day !== null && indexDay !== null && Math.abs(day - indexDay) <= sameWeek;
}

function dated({ indexDay }: Member): boolean {
  return indexDay !== null;
}

/** A milestone that all treated people reached, and reached later than a month in. */
const nearlyAll = 0.9;
const aMonth = 30;

/**
 * Where nearly all treated people reached a milestone well after their clock started: how many of them had an event on the
 * way there. None, where others had some in as much time, is time they had to be free of events to be counted as treated.
 */
function eventsBeforeMilestone(data: CheckData, arm: "treated" | "comparison") {
  const { events } = data;
  const treated = data.arms.treated.filter(dated);
  if (events === null) return null;
  for (const stage of milestones) {
    const days = treated.flatMap(({ unit, indexDay }) => {
      const day = data.stages.get(stage)?.get(unit)?.day ?? null;
      return day === null ? [] : [day - indexDay!];
    });
    if (days.length === 0 || days.length < nearlyAll * treated.length) continue;
    const usual = [...days].sort((a, b) => a - b)[Math.floor(days.length / 2)]!;
    if (usual <= aMonth) continue;
    const until = ({ unit, indexDay }: Member) =>
      arm === "comparison" ? indexDay! + usual : (data.stages.get(stage)?.get(unit)?.day ?? indexDay! + usual);
    return shareOfMembers(
      data.arms[arm],
      (member) => (events.get(member.unit) ?? []).some(({ day }) => day > member.indexDay! && day <= until(member)),
      dated,
    );
  }
  return null;
}
