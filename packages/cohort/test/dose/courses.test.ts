import { coursesOf } from "@likewise/cohort";
import {
  type Baseline,
  booleanColumn,
  type Cohort,
  type Columns,
  type Courses,
  categoryColumn,
  cell,
  columnsOf,
  dateColumn,
  integerColumn,
  type TargetTrialPlan,
  textColumn,
} from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { peopleOf, referred } from "../cases.ts";
import { day, planOf, tableOf } from "../study.ts";

const ids = ["a", "b", "c", "d", "e", "f"];
const zero = day("2024-01-01");

/** Everybody of the programme but f, indexed on 1 January; nobody knows the day of e. */
const baseline: Baseline = {
  kind: "likewise/baseline",
  version: 1,
  unitKind: "person",
  options: {},
  seed: null,
  madeFrom: [],
  imputation: 0,
  covariates: [],
  table: columnsOf({
    unit: integerColumn(ids.map((_, unit) => unit)),
    id: textColumn(ids),
    cluster: categoryColumn(ids.map(() => null)),
    role: categoryColumn(ids.map(() => null)),
    arm: booleanColumn(ids.map((id) => id !== "f")),
    indexDate: dateColumn(ids.map((id) => (id === "e" ? null : zero))),
  }),
};

function trialOf(strategy: { completed: string } | { sessions: number }): TargetTrialPlan {
  return {
    strategies: [
      { id: "reached", ...strategy },
      { id: "not", ...strategy, not: true },
    ],
    graceDays: 90,
    timeZero: "selections.decision_date",
    horizonDays: 365,
  };
}

const sessions = tableOf(
  ["person", "session_date", "attended"],
  ["a", "2024-01-08", true],
  ["a", "2024-01-15", false],
  ["a", "2024-01-22", true],
  ["a", "2024-01-29", true],
  ["b", "2024-01-08", true],
  ["b", "2024-01-15", null],
  ["b", "2024-01-22", true],
  ["c", "2024-01-08", true],
  ["e", "2024-01-08", true],
);

const stages = tableOf(
  ["person", "stage", "date"],
  ["a", "started", "2024-01-08"],
  ["a", "completed", "2024-02-05"],
  ["b", "started", "2024-01-08"],
  ["b", "completed", null],
  ["c", "started", "2024-01-08"],
  ["c", "exit", "2024-01-31"],
  ["d", "started", "2024-01-08"],
  ["e", "started", "2024-01-08"],
  ["e", "completed", "2024-02-05"],
);

function coursesFrom(
  strategy: Parameters<typeof trialOf>[0],
  tables: Record<string, Columns> = { stages, sessions },
  cohort: Cohort = {},
) {
  const given = { people: peopleOf(...ids), referrals: referred(...ids), ...tables };
  return coursesOf({ plan: planOf({ cohort }), tables: given, baseline, trial: trialOf(strategy) });
}

/** Reached, left and unknown of each person under the first strategy. */
function read({ numRows, columns }: Courses): Record<string, unknown> {
  const rows = Array.from({ length: numRows }, (_, row) => row).filter(
    (row) => cell(columns.strategy, row) === "reached",
  );
  return Object.fromEntries(
    rows.map((row) => [
      ids[columns.unit.values[row]!],
      [cell(columns.reachedDay, row), cell(columns.leftDay, row), cell(columns.unknown, row)],
    ]),
  );
}

describe("the courses of people", () => {
  it("are the days of completion and of leaving after time zero, of the treated alone", () => {
    expect(read(coursesFrom({ completed: "service-rule" }).courses!)).toEqual({
      a: [35, null, null],
      b: [null, null, "day-not-recorded"],
      c: [null, 30, null],
      d: [null, null, null],
      e: [null, null, "no-index-date"],
    });
  });

  it("are the day of the k-th session attended; what no record decides is unknown, and no session is absence", () => {
    // b had two of three for certain; of d, who started, there is no session on record.
    expect(read(coursesFrom({ sessions: 3 }).courses!)).toEqual({
      a: [28, null, null],
      b: [null, null, "attendance-not-recorded"],
      c: [null, 30, null],
      d: [null, null, "sessions-not-recorded"],
      e: [null, null, "no-index-date"],
    });
    expect((read(coursesFrom({ sessions: 2 }).courses!) as { b: unknown }).b).toEqual([21, null, null]);
  });

  it("of a rule by sessions are the session that makes it up, or the end where that is asked for too", () => {
    const byRule = (plannedEnd: boolean) =>
      coursesFrom(
        { completed: "half" },
        { stages, sessions },
        { completion: [{ id: "half", label: "Half of four", sessionsPlanned: 4, leastShare: 0.5, plannedEnd }] },
      ).courses!;
    // a: the second attended of the four planned is that of 22 January; completion is on record on 5 February.
    expect(read(byRule(false))).toMatchObject({ a: [21, null, null], c: [null, 30, null] });
    expect(read(byRule(true))).toMatchObject({ a: [35, null, null], c: [null, 30, null] });
  });

  it("are refused by name where sessions, completions or their days are not in the data", () => {
    expect(coursesFrom({ sessions: 2 }, { stages })).toMatchObject({
      courses: null,
      refusals: [{ id: "no-sessions" }, { id: "no-sessions" }],
    });
    expect(coursesFrom({ sessions: 9 }).refusals.map(({ id }) => id)).toEqual([
      "milestone-of-nobody:reached",
      "milestone-of-nobody:not",
    ]);
    const undated = tableOf(["person", "stage", "date"], ["a", "started", "2024-01-08"], ["a", "completed", null]);
    expect(coursesFrom({ completed: "service-rule" }, { stages: undated }).refusals[0]).toMatchObject({
      id: "milestone-without-days:reached",
      unlocks: "the days of sessions and of completion",
    });
  });
});
