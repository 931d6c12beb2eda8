import { cloneCensorWeight, compareGroups } from "@likewise/compare";
import {
  artefactsFromTable,
  type Courses,
  categoryColumn,
  columnsOf,
  integerColumn,
  numberColumn,
  type TargetTrialPlan,
} from "@likewise/schema";
import { randomStream } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { selected, tableOf } from "../support/studies.ts";

const stream = randomStream("courses of a comparison");
const numTreated = 60;
const numPeople = 100;
const everybody = Array.from({ length: numPeople }, (_, person) => ({
  id: `P${person + 1}`,
  arm: person < numTreated ? 1 : 0,
  age: stream.integer(18, 60),
  time: stream.integer(5, 90),
  event: stream.bernoulli(0.5) ? 1 : 0,
  reached: stream.bernoulli(0.6) ? stream.integer(1, 25) : null,
}));

const trial: TargetTrialPlan = {
  strategies: [
    { id: "completed", label: "Complete", completed: "service-rule" },
    { id: "not", label: "Do not complete", completed: "service-rule", not: true },
  ],
  graceDays: 28,
  timeZero: "stages.started",
  horizonDays: 60,
  intervalDays: 7,
};

type Course = { readonly reached: number | null; readonly unknown?: string };

function coursesOf(people: readonly (Course & { unit: number })[]): Courses {
  const rows = trial.strategies.flatMap(({ id }) => people.map((person) => ({ ...person, strategy: id })));
  return columnsOf({
    unit: integerColumn(rows.map(({ unit }) => unit)),
    strategy: categoryColumn(rows.map(({ strategy }) => strategy)),
    reachedDay: numberColumn(rows.map(({ reached }) => reached)),
    leftDay: numberColumn(rows.map(() => null)),
    unknown: categoryColumn(rows.map(({ unknown }) => unknown ?? null)),
  });
}

function compared(change: (person: (typeof everybody)[number], index: number) => Course, timeUnit = "day") {
  const columns = Object.fromEntries(
    (["id", "arm", "age", "time", "event"] as const).map((name) => [name, everybody.map((person) => person[name])]),
  );
  const artefacts = artefactsFromTable(tableOf(columns), {
    id: "id",
    treatment: "arm",
    covariates: ["age"],
    outcomes: [{ id: "event", kind: "binary", column: "event", time: "time", event: "event" }],
  });
  // Units are places in natural order of ids, which is the order of the rows here.
  const treated = everybody.slice(0, numTreated).map((person, unit) => ({ ...change(person, unit), unit }));
  return compareGroups({
    id: "completion",
    label: "test",
    ...artefacts,
    declarations: [{ id: "event", kind: "binary", timeUnit }],
    plan: { ...selected, targetTrial: trial },
    courses: coursesOf(treated),
    provenance: { inputs: [], seed: 5, version: "0.0.0", options: null },
    tieDraws: 0,
  }).comparison;
}

describe("a target trial of a comparison", () => {
  it("is what clone, censor, weight says of its treated people, whoever they are compared with", () => {
    const [answer] = compared(({ reached }) => ({ reached })).targetTrial!.outcomes;
    const treated = everybody.slice(0, numTreated);
    const milestoneDay = treated.map(({ reached }) => reached);
    const result = cloneCensorWeight({
      time: treated.map(({ time }) => time),
      event: treated.map(({ event }) => event),
      strategies: [
        { id: "completed", label: "Complete", kind: "reach", milestoneDay },
        { id: "not", label: "Do not complete", kind: "avoid", milestoneDay },
      ],
      graceDays: 28,
      horizonDays: 60,
      intervalDays: 7,
      covariates: [{ kind: "number", name: "age", values: Float64Array.from(treated, ({ age }) => age) }],
      seed: 5,
    });
    if ("refused" in result || "refused" in result.riskDifference || "refused" in result.naive.riskDifference)
      throw new Error("refused");
    expect(answer!.rows).toEqual({ read: numTreated, used: numTreated, excluded: [] });
    const [fair, naive] = answer!.contrasts;
    expect(fair!.riskDifference.estimate).toBe(result.riskDifference.estimate);
    expect(fair!.riskDifference.interval).toEqual(Object.values(result.riskDifference.percentile));
    expect(naive!.riskDifference.estimate).toBe(result.naive.riskDifference.estimate);
    expect(fair!.strategies.map(({ people }) => people)).toEqual([numTreated, numTreated]);
    // Of people as they turned out, shares by hand: nobody's observation ends before the horizon in this reading.
    expect(naive!.strategies.map(({ people, events }) => [people, events])).toEqual(
      result.naive.people.map((people, s) => [people, result.naive.events[s]]),
    );
  });

  it("leaves out who could follow one strategy only, or of whom it is not known, and counts them by reason", () => {
    const comparison = compared(({ reached }, index) => {
      if (index < 3) return { reached: 0 };
      if (index < 5) return { reached: null, unknown: "day-not-recorded" };
      return { reached };
    });
    expect(comparison.targetTrial!.outcomes[0]!.rows).toEqual({
      read: numTreated,
      used: numTreated - 5,
      excluded: [
        { reason: "day-not-recorded", rows: 2 },
        { reason: "reached-by-time-zero", rows: 3 },
      ],
    });
  });

  it("decides nothing: the answer of the comparison is the same with and without it", () => {
    const { estimates, targetTrial } = compared(({ reached }) => ({ reached }));
    expect(estimates.some(({ id }) => id.includes("clone"))).toBe(false);
    expect(targetTrial!.outcomes[0]!.contrasts.every(({ grades }) => grades.length === 0)).toBe(true);
  });

  it("is refused where times are not days, or everybody had got there by time zero", () => {
    const why = (comparison: ReturnType<typeof compared>) => comparison.refusals.map(({ id }) => id.split(":")[0]);
    expect(why(compared(({ reached }) => ({ reached }), "week"))).toContain("without-days");
    expect(why(compared(() => ({ reached: 0 })))).toContain("nobody");
  });
});
