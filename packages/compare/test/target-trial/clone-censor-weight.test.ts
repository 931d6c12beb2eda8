import {
  type CloneCensorWeight,
  type CloneCensorWeightInput,
  cloneCensorWeight,
  type Strategy,
} from "@likewise/compare";
import { kaplanMeier, type Refused, randomStream, survivalAt } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, oracle } from "../support/oracle.ts";

type Days = readonly (number | null)[];

const both = (milestoneDay: Days, leftDay?: Days): [Strategy, Strategy] => [
  { id: "completed", label: "Complete", kind: "reach", milestoneDay, ...(leftDay && { leftDay }) },
  { id: "not", label: "Do not complete", kind: "avoid", milestoneDay },
];

function answer(input: CloneCensorWeightInput): CloneCensorWeight {
  const found = cloneCensorWeight({ replicates: 1, ...input });
  if ("refused" in found) throw new Error(found.refused.why);
  return found;
}

/** Four people, followed by hand in the comments. */
const four: CloneCensorWeightInput = {
  time: [9, 4, 1, 9],
  event: [0, 1, 1, 0],
  strategies: both([2, 2, null, null]),
  graceDays: 3,
  horizonDays: 8,
  seed: 1,
};

const stream = randomStream("people of a programme");
const many = 60;
const sometimes = Array.from({ length: many }, () => (stream.bernoulli(0.6) ? stream.integer(1, 25) : null));
const time = Array.from({ length: many }, () => stream.integer(5, 80));
const event = Array.from({ length: many }, () => (stream.bernoulli(0.5) ? 1 : 0));
const age = Float64Array.from({ length: many }, () => stream.integer(18, 60));
const study: CloneCensorWeightInput = {
  time,
  event,
  strategies: both(sometimes.map((day, i) => (day !== null && day <= time[i]! ? day : null))),
  graceDays: 28,
  horizonDays: 60,
  intervalDays: 7,
  covariates: [{ kind: "number", name: "age", values: age }],
  seed: 7,
};

describe("clone, censor, weight", () => {
  it("is what four people come to by hand", () => {
    const { strategies } = answer(four);
    // Reach: of the three followed past day 3 one has not completed, so two stand for three from then on, and one of
    // the two has the event on day 4: 3/4 · 1/2. Avoid: two of three complete on day 2, so the one left stands for three.
    expect(strategies[0].curve.time).toEqual([1, 4]);
    expectClose(strategies[0].curve.survival[1], 0.375, 1e-14);
    expectClose(strategies[0].largestWeight, 1.5, 1e-14);
    expect(strategies[0].deviated).toBe(1);
    expect(strategies[1].curve.survival).toEqual([0.75]);
    expectClose(strategies[1].largestWeight, 3, 1e-14);
    expect([strategies[1].deviated, strategies[1].kept]).toEqual([2, 1]);
  });

  it("counts an event on the day of a deviation or of the deadline before either", () => {
    const milestoneDay = [2, null, null, 3, 3];
    const { strategies } = answer({
      ...four,
      time: [2, 3, 9, 9, 9],
      event: [1, 1, 0, 0, 0],
      strategies: both(milestoneDay),
    });
    expect(strategies[1].curve.time).toEqual([2, 3]);
    expect(strategies[1].curve.events[0]).toBe(1);
    expect(strategies[0].curve.events).toEqual([1, 1]);
  });

  it("is the plain difference of Kaplan–Meier curves where nobody deviates", () => {
    const done = time.map((_, i) => (i % 3 === 0 ? 0 : null));
    const { strategies, naive, riskDifference } = answer({
      ...study,
      strategies: both(done),
      graceDays: 0,
      replicates: 99,
    });
    const plain = [0, null].map((group) => {
      const rows = time.map((_, i) => i).filter((i) => done[i] === group);
      const curve = kaplanMeier({ time: rows.map((i) => time[i]!), event: rows.map((i) => event[i]!) });
      return 1 - survivalAt(curve, 60).survival;
    });
    expect(strategies.map(({ deviated }) => deviated)).toEqual([0, 0]);
    expectClose((riskDifference as { estimate: number }).estimate, plain[0]! - plain[1]!, 1e-12);
    expectClose((naive.riskDifference as { estimate: number }).estimate, plain[0]! - plain[1]!, 1e-12);
  });

  it("lets those who keep to a strategy stand for everybody", () => {
    const late = time.map(() => 90);
    const all = time.map(() => 1);
    const { strategies } = answer({ ...study, time: late, event: all, horizonDays: 90, covariates: [] });
    for (const { curve } of strategies) {
      expect(curve.time).toEqual([90]);
      expectClose(curve.atRisk[0], many, 1e-12);
    }
  });

  it("swaps its sign with the strategies", () => {
    const [first, second] = study.strategies;
    const here = answer({ ...study, replicates: 199 }).riskDifference as { estimate: number; percentile: object };
    const there = answer({ ...study, strategies: [second, first], replicates: 199 });
    expectClose((there.riskDifference as { estimate: number }).estimate, -here.estimate, 1e-12);
  });

  it("is the same bits for one seed, does not follow a change of unit, and leaves its input alone", () => {
    const first = JSON.stringify(answer({ ...study, replicates: 99 }));
    expect(JSON.stringify(answer({ ...study, replicates: 99 }))).toBe(first);
    expect(first).not.toContain("Infinity");
    const inMonths = age.map((years) => years * 12 + 5);
    const other = answer({ ...study, covariates: [{ kind: "number", name: "age", values: inMonths }] });
    const here = answer(study);
    other.strategies.forEach(({ curve }, s) => {
      curve.survival.forEach((value, k) => {
        expectClose(value, here.strategies[s]!.curve.survival[k]!, 1e-9);
      });
    });
  });

  it("takes a covariate that repeats another for nothing", () => {
    const twice = answer({
      ...study,
      covariates: [
        { kind: "number", name: "age", values: age },
        { kind: "number", name: "months", values: age.map((years) => 12 * years) },
        { kind: "number", name: "constant", values: new Float64Array(many).fill(3) },
      ],
    });
    const once = answer(study);
    expectClose(twice.strategies[0].largestWeight, once.strategies[0].largestWeight, 1e-7);
    expectClose(twice.strategies[1].curve.survival.at(-1), once.strategies[1].curve.survival.at(-1)!, 1e-7);
  });
});

describe("what clone, censor, weight refuses", () => {
  const refusal = (input: CloneCensorWeightInput) => (cloneCensorWeight(input) as Refused).refused;

  it("a strategy nobody could have followed, or followed to the horizon", () => {
    const allAtOnce = refusal({ ...study, strategies: both(time.map(() => 0)) });
    expect(allAtOnce.what).toBe("risk under not");
    const nobody = refusal({ ...study, strategies: both(time.map(() => null)) });
    expect(nobody).toMatchObject({
      what: "risk under completed",
      why: "nobody who kept to this strategy was followed to the horizon",
    });
    expect(refusal({ ...study, horizonDays: 81 }).unlocks).toContain("a nearer horizon");
  });

  it("covariates that decide who leaves", () => {
    const milestone = (study.strategies[0].milestoneDay as Days).map((day) => (day === null ? 0 : 1));
    const { why } = refusal({
      ...study,
      covariates: [{ kind: "number", name: "told", values: Float64Array.from(milestone) }],
    });
    expect(why).toContain("leaving this strategy is certain given the covariates");
  });

  it("intervals from too few people, and ratios without events", () => {
    const { riskDifference } = answer(four);
    expect("refused" in riskDifference).toBe(true);
    const quiet = answer({ ...study, event: event.map(() => 0), replicates: 99 });
    expect("refused" in quiet.riskRatio).toBe(true);
    expect("refused" in quiet.riskDifference).toBe(true);
  });

  it("wrong calls", () => {
    const wrong = (input: Partial<CloneCensorWeightInput>) => () => cloneCensorWeight({ ...study, ...input });
    expect(wrong({ event: [1] })).toThrow("cloneCensorWeight: event must have length 60 (people), got 1");
    expect(wrong({ event: event.map(() => 2) })).toThrow("event must be 0 or 1, person 0 (from 0) is not");
    expect(wrong({ time: time.map(() => -1) })).toThrow("time must be >= 0 and finite (days), person 0");
    expect(wrong({ intervalDays: 5 })).toThrow("intervalDays must be a whole number >= 1 that divides graceDays");
    expect(wrong({ deadlineWindowDays: 29 })).toThrow("deadlineWindowDays must be above 0 and at most graceDays");
    expect(wrong({ horizonDays: 0 })).toThrow("horizonDays must be > 0 (days), got 0");
    expect(wrong({ changing: [{ name: "stress", person: [0], day: [0], value: [1] }] })).toThrow(
      "stress must have a value at time zero, person 1 (from 0) has none",
    );
    expect(wrong({ changing: [{ name: "stress", person: [0, 0], day: [3, 3], value: [1, 2] }] })).toThrow(
      "stress must have one value a day and person",
    );
  });
});

const r = oracle("clone-censor-weight");

describe("clone, censor, weight against R's glm and survfit", () => {
  const { people, horizonDays, tolerance } = r;
  const numbers = (name: string) => ({ kind: "number" as const, name, values: Float64Array.from(people[name]) });
  const rows = people.time.length as number;
  const stress = {
    name: "stress",
    person: [...people.time.keys(), ...people.time.keys()],
    day: [...people.time.map(() => 0), ...people.again],
    value: [...people.stress0, ...people.stress1],
  };

  it.each(r.cases as Record<string, never>[])("$name", (one) => {
    const { graceDays, intervalDays, deadlineWindowDays, useLeft, covariates, arms } = one as never as Record<
      string,
      // biome-ignore lint/suspicious/noExplicitAny: the oracle's own shape
      any
    >;
    const names: string[] = covariates;
    const found = answer({
      time: people.time,
      event: people.event,
      strategies: both(people.milestone, useLeft ? people.left : undefined),
      graceDays,
      intervalDays,
      deadlineWindowDays,
      horizonDays,
      covariates: names.filter((name) => name !== "stress").map(numbers),
      changing: names.includes("stress") ? [stress] : [],
      seed: 1,
    });
    expect(found.people).toBe(rows);
    found.strategies.forEach(({ curve, deviated, kept, effectiveSampleSize, largestWeight }, s) => {
      const expected = arms[s];
      expect({ deviated, kept }).toEqual({ deviated: expected.deviated, kept: expected.kept });
      expect(curve.time).toEqual(expected.time);
      expectClose(largestWeight, expected.largestWeight, tolerance);
      expectClose(effectiveSampleSize, expected.effectiveSampleSize, tolerance);
      curve.survival.forEach((value, k) => {
        expectClose(value, expected.survival[k], tolerance);
      });
    });
  });
});
