import {
  type Covariate,
  comparisonMethod,
  type MatchedSet,
  matchingOrders,
  type People,
  propensityScore,
} from "@likewise/compare";
import type { ComparisonPlan } from "@likewise/schema";
import { randomStream, sampleStandardDeviation } from "@likewise/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { selected } from "../support/studies.ts";

/** People with many ties: ages in years, few levels, sites. */
function drawnPeople(seed: number, count: number, asked: { exact: boolean; antiExact: boolean }): People {
  const stream = randomStream(seed);
  const factor = (name: string, levels: string[]) => ({
    kind: "factor" as const,
    name,
    levels,
    codes: Int32Array.from({ length: count }, (_, row) =>
      row < levels.length ? row : stream.integer(0, levels.length - 1),
    ),
  });
  const age = Float64Array.from({ length: count }, () => 20 + stream.integer(0, 12));
  const prior = Float64Array.from({ length: count }, () => stream.integer(0, 5) ** 2);
  const risk = factor("risk", ["high", "low", "medium"]);
  const site = factor("site", ["a", "b"]);
  return {
    numRows: count,
    units: Int32Array.from(age, (_, row) => row),
    ids: Array.from(age, (_, row) => `P${row}`),
    treated: Uint8Array.from(age, (years, row) =>
      row % 7 === 0 ? 1 : row % 7 === 1 ? 0 : Number(stream.bernoulli(1 / (1 + Math.exp((years - 24) / 6)))),
    ),
    covariates: [{ kind: "number", name: "age", values: age }, { kind: "number", name: "prior", values: prior }, risk],
    exact: asked.exact ? [risk] : [],
    antiExact: asked.antiExact ? [site] : [],
    clusters: null,
  };
}

const setting = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  count: fc.integer({ min: 30, max: 90 }),
  method: fc.constantFrom("nearest", "nearest", "nearest", "radius"),
  distance: fc.constantFrom("probability", "linear", "odds", "mahalanobis", "robust-mahalanobis"),
  caliper: fc.constantFrom(undefined, 0.05, 0.3, 1),
  scoreCaliper: fc.constantFrom(undefined, 0.1, 0.5),
  ageCaliper: fc.constantFrom(undefined, 0, 0.3, 1),
  priorCaliper: fc.constantFrom(undefined, 0.5),
  exact: fc.boolean(),
  antiExact: fc.boolean(),
  ratio: fc.integer({ min: 1, max: 3 }),
  replace: fc.boolean(),
  order: fc.constantFrom(...matchingOrders),
  commonSupport: fc.constantFrom("none", "treated", "comparison", "both"),
} as const);
type Setting = typeof setting extends fc.Arbitrary<infer Drawn> ? Drawn : never;

function planOf(asked: Setting): ComparisonPlan {
  const { method, caliper, commonSupport } = asked;
  const inSpace = method === "nearest" && asked.distance.endsWith("mahalanobis");
  const distance = method === "radius" && asked.distance.endsWith("mahalanobis") ? "probability" : asked.distance;
  const scoreCaliper = inSpace ? asked.scoreCaliper : undefined;
  const hasScore = !inSpace || scoreCaliper !== undefined || commonSupport !== "none";
  const byScore = asked.order === "largest" || asked.order === "smallest";
  // An age caliper of 0 stands for one under a year.
  const age = asked.ageCaliper === 0 ? 0.01 : asked.ageCaliper;
  const calipers = { age, prior: asked.priorCaliper };
  const given = Object.entries(calipers).filter(([, sd]) => sd !== undefined);
  return {
    ...selected,
    method,
    distance,
    commonSupport,
    ...(given.length === 0 ? {} : { covariateCalipers: Object.fromEntries(given) as Record<string, number> }),
    ...(asked.exact ? { exact: ["risk"] } : {}),
    ...(asked.antiExact ? { antiExact: ["site"] } : {}),
    ...(scoreCaliper === undefined ? {} : { scoreCaliper }),
    ...(method === "radius"
      ? { caliper: caliper ?? 0.2 }
      : {
          ...(caliper === undefined ? {} : { caliper }),
          ratio: asked.ratio,
          replace: asked.replace,
          order: byScore && !hasScore ? "data" : asked.order,
        }),
  };
}

type Factor = Extract<Covariate, { kind: "factor" }>;

/** Everything asked for, looked at again here from the people and the plan alone. */
function broken(people: People, plan: ComparisonPlan, sets: readonly MatchedSet[]): string[] {
  const { treated } = people;
  const pairs = sets.flatMap((set) => set.comparison.map((other) => [set.treated[0]!, other] as const));
  const score = propensityScore(people.covariates, treated);
  const onLine = {
    probability: score.probability,
    linear: score.linear,
    odds: score.probability.map((p) => p / (1 - p)),
  }[plan.distance as string];
  const apart =
    (values: Float64Array) =>
    ([t, c]: readonly [number, number]) =>
      Math.abs(values[t]! - values[c]!);
  const width = (values: Float64Array, sd: number) => sd * sampleStandardDeviation(values);
  const number = (name: string) =>
    (people.covariates.find((one) => one.name === name) as { values: Float64Array }).values;
  const found: string[] = [];
  const require = (name: string, holds: boolean) => {
    if (!holds) found.push(name);
  };
  if (onLine !== undefined && plan.caliper !== undefined)
    require("caliper", pairs.every((pair) => apart(onLine)(pair) <= width(onLine, plan.caliper!)));
  if (plan.scoreCaliper !== undefined)
    require("scoreCaliper", pairs.every(
      (pair) => apart(score.probability)(pair) <= width(score.probability, plan.scoreCaliper!),
    ));
  for (const [name, sd] of Object.entries(plan.covariateCalipers ?? {}))
    require(`caliper of ${name}`, pairs.every((pair) => apart(number(name))(pair) <= width(number(name), sd)));
  for (const { codes } of people.exact as readonly Factor[])
    require("exact", pairs.every(([t, c]) => codes[t] === codes[c]));
  for (const { codes } of people.antiExact as readonly Factor[])
    require("antiExact", pairs.every(([t, c]) => codes[t] !== codes[c]));
  const rangeOf = (arm: number) => {
    const scores = Array.from(score.probability).filter((_, row) => treated[row] === arm);
    return [Math.min(...scores), Math.max(...scores)] as const;
  };
  const inside = (row: number, [least, most]: readonly [number, number]) =>
    score.probability[row]! >= least && score.probability[row]! <= most;
  if (plan.commonSupport === "treated" || plan.commonSupport === "both")
    require("support of the treated", pairs.every(([t]) => inside(t, rangeOf(0))));
  if (plan.commonSupport === "comparison" || plan.commonSupport === "both")
    require("support of the comparison", pairs.every(([, c]) => inside(c, rangeOf(1))));
  require("arms", pairs.every(([t, c]) => treated[t] === 1 && treated[c] === 0));
  if (plan.method === "nearest") require("ratio", sets.every(({ comparison }) => comparison.length <= plan.ratio!));
  const isRepeated = (rows: readonly number[]) => new Set(rows).size < rows.length;
  require("one set a treated person", !isRepeated(sets.map((set) => set.treated[0]!)));
  require("nobody twice in a set", !sets.some(({ comparison }) => isRepeated(comparison)));
  if (plan.method === "nearest" && plan.replace !== true)
    require("used once", !isRepeated(sets.flatMap(({ comparison }) => comparison)));
  return found;
}

describe("whatever is asked for together", () => {
  it("is kept to by every pair, and said to have been checked", () => {
    let formedGroups = 0;
    fc.assert(
      fc.property(setting, (asked) => {
        const people = drawnPeople(asked.seed, asked.count, asked);
        const plan = planOf(asked);
        const formed = comparisonMethod(plan.method!).form(people, { plan, seed: asked.seed });
        if ("refusal" in formed) return;
        formedGroups++;
        const { sets, matching, estimand } = formed.group;
        expect(broken(people, plan, sets!)).toEqual([]);
        const { constraintsChecked, treatedUnmatched, lost } = matching!;
        expect(Object.values(constraintsChecked).every(({ checked, broken }) => checked > 0 && broken === 0)).toBe(
          true,
        );
        const named = Object.keys(constraintsChecked);
        for (const name of Object.keys(plan.covariateCalipers ?? {})) expect(named).toContain(`caliper:${name}`);
        if (asked.exact) expect(named).toContain("exact:risk");
        if (asked.antiExact) expect(named).toContain("antiExact:site");
        if (plan.caliper !== undefined) expect(named).toContain("caliper");
        if (plan.scoreCaliper !== undefined) expect(named).toContain("caliper:score");
        if (plan.commonSupport !== "none") expect(named).toContain("commonSupport");
        expect(named).toContain(plan.replace === true || plan.method === "radius" ? "onceInASet" : "usedOnce");
        expect(estimand).toBe((treatedUnmatched as number) > 0 ? "ATM" : "ATT");
        expect(lost.length > 0).toBe((treatedUnmatched as number) > 0);
      }),
      { numRuns: 400 },
    );
    expect(formedGroups).toBeGreaterThan(200);
  });
});
