import { type ComparisonPlan, type Test, validateComparison } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { expectClose, oracle } from "../support/oracle.ts";
import {
  type Cell,
  compareRows,
  estimate,
  lalonde,
  lalondeLayout,
  lalondeOutcomes,
  type Rows,
  randomised,
  rossi,
  rossiLayout,
  rossiOutcomes,
  selected,
} from "../support/studies.ts";

const theirs = oracle("subgroups");
const nearest = { ...selected, method: "nearest" } as const;
const earnings = lalondeOutcomes.slice(0, 1);

function compare(plan: ComparisonPlan, rows: Rows = lalonde, outcomes = earnings) {
  return compareRows({ rows, layout: lalondeLayout, outcomes, plan });
}

const interactions = ({ comparison }: ReturnType<typeof compareRows>, name: string) =>
  comparison.tests.filter(({ asks, subgroup }) => asks === "interaction" && subgroup === name);

const refused = ({ comparison }: ReturnType<typeof compareRows>) => comparison.refusals.map(({ id }) => id);

describe("subgroups of matched people", () => {
  const result = compare({ ...nearest, subgroups: ["race", "married"] });

  it.each([
    ["race", "black"],
    ["race", "hispan"],
    ["race", "white"],
    ["married", "0"],
    ["married", "1"],
  ])("have the effects R finds within pairs by the treated person's level: %s %s", (name, level) => {
    const found = estimate(result, `re78:meanDifference:matched:${name}=${level}`);
    const expected = theirs.matched[name].levels[level];
    expectClose(found.estimate, expected.estimate, 1e-9);
    expectClose(found.standardError, expected.se, 1e-9);
    expect(found.df).toBe(expected.df);
    expect([found.primary, found.subgroup, found.precision]).toEqual([false, `${name}=${level}`, null]);
    expect(found.population).toContain("exploratory");
  });

  it.each(["race", "married"])("are compared with each other first: %s", (name) => {
    const expected = theirs.matched[name];
    const [overall, ...rest] = interactions(result, name) as [Test, ...Test[]];
    const contrasts = expected.contrasts.length === 1 ? [overall] : rest;
    expectClose(overall.statistic, expected.statistic, 1e-8);
    expectClose(overall.pValue, expected.p, 1e-8);
    expectClose(overall.adjustedPValue, theirs.matched.holm[name], 1e-8);
    expect(contrasts).toHaveLength(expected.contrasts.length);
    contrasts.forEach((contrast, k) => {
      expectClose(contrast.estimate, expected.contrasts[k].estimate, 1e-8);
      expectClose(contrast.pValue, expected.contrasts[k].p, 1e-8);
      expectClose(contrast.interval![0], expected.contrasts[k].lower, 1e-8);
      expectClose(contrast.interval![1], expected.contrasts[k].upper, 1e-8);
    });
  });

  it("are called exploratory, and leave the primary estimate as it was", () => {
    expect(result.comparison.assumptions.join()).toContain("subgroups are exploratory");
    const alone = compare(nearest).comparison.estimates;
    expect(result.comparison.estimates.filter(({ subgroup }) => subgroup === null)).toEqual(alone);
    expect(result.comparison.estimates.filter(({ primary }) => primary)).toHaveLength(1);
    expect(validateComparison(result.comparison)).toHaveProperty("comparison");
  });
});

describe("subgroups by other methods", () => {
  it.each(["0", "1"])("adjusted: a regression of its own in each level (nodegree %s)", (level) => {
    const result = compare({ ...selected, estimand: "ate", subgroups: ["nodegree"] });
    const found = estimate(result, `re78:meanDifference:adjusted:nodegree=${level}`);
    expectClose(found.estimate, theirs.adjusted[level].estimate, 1e-8);
    expectClose(found.standardError, theirs.adjusted[level].se, 1e-8);
    const [test] = interactions(result, "nodegree");
    const [low, high] = [theirs.adjusted[0], theirs.adjusted[1]];
    expectClose(test!.estimate, high.estimate - low.estimate, 1e-8);
    expectClose(test!.statistic, (high.estimate - low.estimate) ** 2 / (high.se ** 2 + low.se ** 2), 1e-7);
  });

  it("hazard ratios: the ratio of two, on the log scale", () => {
    const result = compareRows({
      rows: rossi,
      layout: rossiLayout,
      outcomes: [{ ...rossiOutcomes[0]!, measure: "hazardRatio", estimator: "crude" }],
      plan: { ...randomised, subgroups: ["wexp"] },
    });
    const [test] = interactions(result, "wexp");
    const [expected] = theirs.hazards.contrasts;
    expectClose(Math.log(test!.estimate as number), expected.estimate, 1e-7);
    expectClose(Math.log(test!.interval![0] as number), expected.lower, 1e-7);
    expectClose(test!.pValue, theirs.hazards.p, 1e-7);
    expectClose(
      Math.log(estimate(result, "arrest:hazardRatio:crude:wexp=no").estimate as number),
      theirs.hazards.levels.no.estimate,
      1e-7,
    );
  });

  it.each(["ipw", "overlap", "entropy", "subclass", "full", "exact", "optimal", "matching-weights"] as const)(
    "%s: the interaction is given before the levels are",
    (method) => {
      const result = compare({
        ...selected,
        method,
        exact: method === "exact" ? ["race", "married"] : [],
        subgroups: ["married"],
      });
      const levels = result.comparison.estimates.filter(({ subgroup }) => subgroup !== null);
      expect(levels.map(({ subgroup }) => subgroup)).toEqual(["married=0", "married=1"]);
      const [test] = interactions(result, "married");
      expectClose(test!.estimate, (levels[1]!.estimate as number) - (levels[0]!.estimate as number), 1e-10);
      expect(validateComparison(result.comparison)).toHaveProperty("comparison");
    },
  );

  it("weighted levels that share a model of the weights are not taken as independent", () => {
    const result = compare({ ...selected, method: "ipw", subgroups: ["married"] });
    const levels = result.comparison.estimates.filter(({ subgroup }) => subgroup !== null);
    const [test] = interactions(result, "married");
    const apart = levels.reduce((sum, { standardError }) => sum + (standardError as number) ** 2, 0);
    const squared = (test!.estimate as number) ** 2 / (test!.statistic as number);
    expect(Math.abs(squared / apart - 1)).toBeGreaterThan(1e-3);
    expect(Math.abs(squared / apart - 1)).toBeLessThan(0.5);
  });
});

describe("subgroups that cannot be had", () => {
  it("a level of few people is refused by its name, without a count", () => {
    const few: Cell[] = lalonde.race!.map((race, row) => (row < 4 || row > 609 ? "other" : race));
    const result = compare({ ...nearest, subgroups: ["race"] }, { ...lalonde, race: few });
    const refusal = result.comparison.refusals.find(({ id }) => id.startsWith("subgroup-level"))!;
    expect(refusal.what).toBe("subgroup race=other of re78");
    expect(`${refusal.why} ${refusal.unlocks}`).not.toMatch(/\d/);
    expect(interactions(result, "race")).toHaveLength(3);
  });

  it("a number of many values is no subgroup", () => {
    expect(refused(compare({ ...nearest, subgroups: ["age"] }))).toContain("subgroup-of-numbers:age");
  });

  it("where everybody has one level there is nothing to compare, and no effect within it either", () => {
    const same = lalonde.race!.map((): Cell => "any");
    const result = compare({ ...nearest, subgroups: ["race"] }, { ...lalonde, race: same });
    expect(refused(result)).toContain("subgroup-one-level:re78:meanDifference:matched:race");
    expect(result.comparison.estimates.every(({ subgroup }) => subgroup === null)).toBe(true);
  });

  it("a column that is not there is a failure of use", () => {
    expect(() => compare({ ...nearest, subgroups: ["colour"] })).toThrow('subgroup "colour" must be a baseline column');
  });
});
