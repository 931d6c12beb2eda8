import { type AnalysisSet, effectEstimators } from "@likewise/compare";
import { abadieImbens, studentTQuantile } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose } from "../support/oracle.ts";
import { compareRows, estimate, type Rows, selected } from "../support/studies.ts";

/**
 * Five treated people and three comparison people a, b, c, who serve once, three times and once (evaluation standards,
 * section 6.2). Of a comparison person the nearest other is given: a and c have b, b has a.
 */
function fivePeople(value: readonly number[], kind: AnalysisSet["kind"] = "continuous"): AnalysisSet {
  const [a, b, c] = [5, 6, 7];
  return {
    kind,
    rows: Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7),
    treated: Uint8Array.of(1, 1, 1, 1, 1, 0, 0, 0),
    value: Float64Array.from(value),
    exposureYears: new Float64Array(8).fill(2),
    time: null,
    covariates: [],
    weights: Float64Array.of(1, 1, 1, 1, 1, 0.6, 1.8, 0.6),
    weightModel: null,
    clusters: null,
    reused: {
      sets: [a, b, c, b, b].map((comparison, treated) => ({ treated: [treated], comparison: [comparison] })),
      nearestOther: Int32Array.of(-1, -1, -1, -1, -1, b, a, b),
    },
  };
}

const run = (id: string, people: AnalysisSet) =>
  effectEstimators.find((one) => one.id === id)!.estimate(people, { level: 0.95, standardiseOver: "everyone" });

describe("people who serve more than once", () => {
  const value = [3, 1, 2, 6, 4, 2, 1, 5];

  it("have Abadie and Imbens's variance, worked by hand", () => {
    // Differences 3 − 2, 1 − 1, 2 − 5, 6 − 1, 4 − 1 = 1, 0, −3, 5, 3: mean 1.2, squares about it 36.8. b serves three times:
    // 3 · 2 times half the square of b − a, 1 / 2. Variance (36.8 + 3) / 25.
    const [effect] = run("matched-means", fivePeople(value)).effects;
    expectClose(effect!.estimate, 1.2, 1e-12);
    expectClose(effect!.standardError, Math.sqrt(39.8 / 25), 1e-12);
    expect(effect!.clusters).toBeNull();
    // The comparison arm is worth (5 · 0.6)² … of 0.6, 1.8, 0.6: 9 / 3.96 people.
    expectClose(effect!.df, 9 / 3.96 - 1, 1e-12);
    const reach = studentTQuantile(0.025, 9 / 3.96 - 1, { upper: true }) * Math.sqrt(39.8 / 25);
    expectClose(effect!.interval[1], 1.2 + reach, 1e-9);
    expect([effect!.treated.n, effect!.comparison.n]).toEqual([5, 3]);
  });

  it("without another to be held against have the variance of one outcome from the differences within sets", () => {
    const people = fivePeople(value);
    const alone = { ...people, reused: { ...people.reused!, nearestOther: new Int32Array(8).fill(-1) } };
    const [effect] = run("matched-means", alone).effects;
    const comparison = [2, 1, 5, 1, 1];
    const { variance } = abadieImbens({ values: value.slice(0, 5), partners: comparison, timesUsed: [1, 3, 1] });
    expectClose(variance, 36.8 / 10, 1e-12);
    expectClose(effect!.standardError, Math.sqrt((36.8 + 6 * variance) / 25), 1e-12);
  });

  it("move rates by their years, and ratios by the delta method of the same influences", () => {
    const counts = fivePeople([3, 1, 2, 6, 4, 2, 1, 5], "count");
    const { effects, armInfluence } = run("matched-rates", counts);
    const ratio = effects.find(({ measure }) => measure === "rateRatio")!;
    const { treated, comparison } = armInfluence!;
    // Two years for everybody halve every rate and change no ratio.
    expectClose(treated.value, 3.2 / 2, 1e-12);
    expectClose(comparison.value, 2 / 2, 1e-12);
    expectClose(ratio.estimate, 1.6, 1e-12);
    const onLog = treated.influence.map((one, i) => one / treated.value - comparison.influence[i]! / comparison.value);
    expectClose(ratio.standardError, Math.sqrt(onLog.reduce((sum, one) => sum + one * one, 0)), 1e-12);
  });

  it("have a joint covariance that gives back the standard error printed", () => {
    const { effects, armInfluence } = run("matched-means", fivePeople(value));
    const { treated, comparison } = armInfluence!;
    const variance = treated.influence.reduce((sum, one, i) => sum + (one - comparison.influence[i]!) ** 2, 0);
    expectClose(effects[0]!.standardError, Math.sqrt(variance), 1e-12);
  });

  it("who all serve once have the variance of paired differences", () => {
    const people = fivePeople(value);
    const once: AnalysisSet = {
      ...people,
      rows: Int32Array.of(0, 1, 2, 3, 4, 5),
      treated: Uint8Array.of(1, 1, 1, 0, 0, 0),
      value: Float64Array.of(3, 1, 2, 2, 1, 5),
      weights: new Float64Array(6).fill(1),
      reused: {
        sets: [0, 1, 2].map((row) => ({ treated: [row], comparison: [row + 3] })),
        nearestOther: Int32Array.of(-1, -1, -1, 4, 3, 3),
      },
    };
    // Differences 1, 0, −3: mean −2 / 3, squares about it 26 / 3.
    expectClose(run("matched-means", once).effects[0]!.standardError, Math.sqrt(26 / 3 / 9), 1e-12);
  });
});

describe("a comparison with replacement", () => {
  // One comparison person near every treated person, another far away: everybody takes the first.
  const rows: Rows = {
    arm: [1, 1, 1, 1, 0, 0, 0, 0],
    x: [5, 6, 7, 8, 6.5, 1, 2, 9],
    y: [1, 0, 1, 1, 0, 0, 1, 1],
  };
  const layout = {
    treatment: "arm",
    covariates: ["x"],
    outcomes: [{ id: "y", kind: "binary", column: "y" }],
  } as const;

  it("leaves out a set whose comparison person's outcome is not known, with everybody in it", () => {
    const outcomes = [{ id: "y", kind: "binary" }] as const;
    const plan = { ...selected, method: "nearest", replace: true } as const;
    const whole = compareRows({ rows, layout, outcomes, plan });
    const { comparisonMatched } = whole.comparison.matching!;
    expect(comparisonMatched).toBeLessThan(4);
    const missing = { ...rows, y: [1, 0, 1, 1, null, 0, 1, 1] };
    const left = compareRows({ rows: missing, layout, outcomes, plan });
    const found = left.comparison.estimates.find(({ id }) => id === "y:riskDifference:matched");
    if (found === undefined) expect(left.comparison.refusals.length).toBeGreaterThan(0);
    else expect(found.estimand).toBe("ATM");
    expect(estimate(whole, "y:riskDifference:matched").estimand).toBe("ATT");
  });
});
