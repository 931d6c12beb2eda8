import { poolImputations, randomStream, studentTCdf, studentTQuantile } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import {
  compareLalonde,
  compareRows,
  estimate,
  lalonde,
  lalondeWithGaps,
  type Rows,
  randomised,
  reordered,
  rossi,
  rossiLayout,
  rossiOutcomes,
  selected,
  withGaps,
} from "../support/studies.ts";

const compare = (plan: object, rows: Rows = lalondeWithGaps, seed = 1) => compareLalonde(plan, { rows, seed });
const imputed = { missing: "impute", imputations: 6 } as const;

describe("imputed covariates", () => {
  const result = compare({ method: "nearest", caliper: 0.2, ...imputed });
  const { comparison, matchedRows } = result;

  it("keep everybody and say how many data sets there were", () => {
    expect(comparison.rows.used).toBe(614);
    expect(comparison.design).toMatchObject({ missing: "impute", imputations: 6 });
    expect(comparison.assumptions.join()).toContain("imputed from the other covariates and the arm");
    expect(comparison.assumptions.join()).toContain("imputed values know nothing of outcomes");
  });

  it("leave alone what no covariate bears on", () => {
    const crude = compare({ method: "none", missing: "indicator" });
    for (const id of ["re78:meanDifference:crude", "emp78:riskRatio:crude"]) {
      expect(estimate(result, id)).toMatchObject({
        estimate: estimate(crude, id).estimate,
        interval: estimate(crude, id).interval,
        imputations: null,
      });
    }
  });

  it("have a group in each data set, by number in the private rows", () => {
    const numbers = Array.from(matchedRows.columns.imputation!.values as Int32Array);
    expect([...new Set(numbers)]).toEqual([1, 2, 3, 4, 5, 6]);
    const smallest = Math.min(...[1, 2, 3, 4, 5, 6].map((i) => numbers.filter((one) => one === i).length));
    expect(comparison.matching!.treatedMatched).toBe(smallest / 2);
    expect(comparison.matching!.constraintsChecked.caliper).toEqual({ checked: numbers.length / 2, broken: 0 });
  });

  it("are pooled by Rubin's rules, from the values of each data set", () => {
    // Each data set's mean difference again from its pairs, with the pair-clustered standard error of equal weights.
    const rowOf = new Map(lalonde.id!.map((id, row) => [id, row]));
    const { imputation, id, set } = matchedRows.columns as Record<string, { values: ArrayLike<number | string> }>;
    const found = [1, 2, 3, 4, 5, 6].map((number) => {
      const bySet = new Map<number, number>();
      Array.from(imputation!.values).forEach((one, at) => {
        if (one !== number) return;
        const row = rowOf.get(id!.values[at] as string)!;
        const sign = lalonde.treat![row] === 1 ? 1 : -1;
        const code = set!.values[at] as number;
        bySet.set(code, (bySet.get(code) ?? 0) + sign * (lalonde.re78![row] as number));
      });
      const pairs = [...bySet.values()];
      const g = pairs.length;
      const difference = pairs.reduce((sum, one) => sum + one, 0) / g;
      const squares = pairs.reduce((sum, one) => sum + (one - difference) ** 2, 0);
      // CR1: G / (G − 1) · (N − 1) / (N − 2) with N = 2 G.
      return { difference, variance: (squares / g ** 2) * (g / (g - 1)) * ((2 * g - 1) / (2 * g - 2)), df: g - 1 };
    });
    const pooled = poolImputations(
      found.map(({ difference }) => difference),
      found.map(({ variance }) => variance),
      { completeDf: Math.min(...found.map(({ df }) => df)) },
    );
    const reach = studentTQuantile(0.975, pooled.df) * pooled.standardError;
    const found78 = estimate(result, "re78:meanDifference:matched");
    expect(found78.estimate).toBeCloseTo(pooled.estimate, 6);
    expect(found78.standardError).toBeCloseTo(pooled.standardError, 6);
    expect(found78.df).toBeCloseTo(pooled.df, 8);
    expect(found78.interval[0]).toBeCloseTo(pooled.estimate - reach, 5);
    expect(found78.interval[1]).toBeCloseTo(pooled.estimate + reach, 5);
    expect(found78.pValue).toBeCloseTo(
      2 * studentTCdf(Math.abs(pooled.estimate) / pooled.standardError, pooled.df, { upper: true }),
      10,
    );
    expect(found78.imputations).toMatchObject({ count: 6, scale: "natural" });
    expect(found78.imputations!.fractionMissing).toBeCloseTo(pooled.fractionMissing, 10);
  });

  it("print balance on average and at its worst", () => {
    for (const row of comparison.balance) {
      const after = Math.abs(row.after!.standardisedMeanDifference as number);
      expect(Math.abs(row.worstImputed as number)).toBeGreaterThanOrEqual(after - 1e-12);
    }
  });

  it("give no range over ties, and say what unlocks it", () => {
    expect(comparison.matching!.tieRange).toEqual({ re78: null, emp78: null });
    expect(comparison.refusals.find(({ id }) => id === "imputed-tie-range")!.unlocks).toContain(
      "missing: indicator or drop",
    );
  });

  it("are the same from one seed and in any order of rows, and others from another", () => {
    const plan = { method: "ipw", ...imputed };
    const backwards = reordered(
      lalondeWithGaps,
      Array.from({ length: 614 }, (_, k) => 613 - k),
    );
    const first = JSON.stringify(compare(plan).comparison.estimates);
    expect(JSON.stringify(compare(plan, backwards).comparison.estimates)).toBe(first);
    expect(JSON.stringify(compare(plan, lalondeWithGaps, 2).comparison.estimates)).not.toBe(first);
  });

  it("pool the joint covariance of arm values with the estimate", () => {
    const weighted = compare({ method: "ipw", ...imputed });
    const [identity] = weighted.jointCovariance;
    const { estimate: difference, standardError } = estimate(weighted, "re78:meanDifference:weighted");
    const [t, c] = ["treated", "comparison"].map((arm) =>
      identity!.keys.findIndex((key) => key.outcome === "re78" && key.arm === arm),
    ) as [number, number];
    const k = identity!.keys.length;
    const at = (a: number, b: number) => identity!.covariance[a * k + b]!;
    expect(identity!.estimates[t]! - identity!.estimates[c]!).toBeCloseTo(difference as number, 6);
    expect(Math.sqrt(at(t, t) + at(c, c) - 2 * at(t, c))).toBeCloseTo(standardError as number, 6);
  });
});

describe("risk differences with score limits", () => {
  // Ten treated people of 210, one event or none; three comparison people lack a number that has next to nothing to do with
  // arm or outcome. Identity: with next to nothing imputed, the pooled interval is that of the same people fully known.
  const n = 210;
  const s = randomStream("few events");
  const rowsOf = (events: number): Rows => ({
    arm: Array.from({ length: n }, (_, i) => (i < 10 ? 1 : 0)),
    x: Array.from({ length: n }, () => s.normal()),
    y: Array.from({ length: n }, (_, i) => (i < 10 ? (i < events ? 1 : 0) : i % 5 < 2 ? 1 : 0)),
  });
  const answerOf = (rows: Rows) =>
    estimate(
      compareRows({
        rows,
        layout: { treatment: "arm", covariates: ["x"], outcomes: [{ id: "y", kind: "binary", column: "y" }] },
        outcomes: [{ id: "y", kind: "binary" }],
        plan: { ...selected, method: "none", ...imputed },
      }),
      "y:riskDifference:adjusted",
    );

  it.each([0, 1])("keep them where hardly anything is imputed, %i events among ten treated", (events) => {
    const rows = rowsOf(events);
    const known = answerOf(rows);
    const pooled = answerOf({ ...rows, x: rows.x!.map((cell, row) => (row > 206 ? null : cell)) });
    expect(pooled.imputations).toMatchObject({ scale: "atanh" });
    for (const side of [0, 1] as const) {
      expect(Math.abs((pooled.interval[side] as number) - (known.interval[side] as number))).toBeLessThan(0.01);
    }
    const [lower, upper] = pooled.interval as [number, number];
    expect(lower <= 0 && upper >= 0).toBe((pooled.pValue as number) >= 0.05);
  });
});

describe("curves and tests", () => {
  const rows = { ...rossi, prio: withGaps(rossi.prio!, 20) };
  const one = (plan: object) =>
    compareRows({ rows, layout: rossiLayout, outcomes: rossiOutcomes, plan: { ...randomised, ...imputed, ...plan } });

  it("of the arms as they are stay", () => {
    const { comparison } = one({ method: "none" });
    expect(comparison.curves).toHaveLength(2);
    expect(comparison.tests.map(({ test }) => test)).toContain("log-rank");
  });

  it("of weighted people are refused, and the hazard ratio is pooled on the log scale", () => {
    const result = one({ method: "ipw", estimand: "ate" });
    expect(result.comparison.refusals.map(({ id }) => id)).toContain("imputed-curves");
    expect(result.comparison.curves).toEqual([]);
    const { imputations, interval, estimate: ratio } = estimate(result, "arrest:hazardRatio:weighted");
    expect(imputations!.scale).toBe("log");
    const [lower, upper] = interval as [number, number];
    expect(Math.log(upper) - Math.log(ratio as number)).toBeCloseTo(Math.log(ratio as number) - Math.log(lower), 10);
  });
});

describe("what imputing does not go with", () => {
  it("checks of sensitivity, which are refused as data", () => {
    const { comparison } = compare({ method: "nearest", ...imputed, sensitivity: { calipers: [0.1] } });
    expect(comparison.refusals.map(({ id }) => id)).toContain("imputed-sensitivity");
    expect(comparison.sensitivity).toBeUndefined();
  });

  it("too few people to read a covariate from", () => {
    const few: Rows = {
      id: ["a", "b", "c", "d", "e", "f"],
      treat: [1, 1, 1, 0, 0, 0],
      x: [1, null, null, null, null, 4],
      y: [1, 2, 3, 4, 5, 6],
    };
    const layout = {
      id: "id",
      treatment: "treat",
      covariates: ["x"],
      outcomes: [{ id: "y", kind: "continuous", column: "y" }],
    } as const;
    const run = () =>
      compareRows({
        rows: few,
        layout,
        outcomes: [{ id: "y", kind: "continuous" }],
        plan: { ...selected, covariates: ["x"], ...imputed },
      });
    expect(run).toThrow('"x" is known of too few people to be imputed');
  });
});

describe("simulated gaps that go by what is known", () => {
  // x drives treatment and outcome, with an effect of exactly 1 for everybody. z = x + noise is always known; x is missing
  // more often where z is high and the person treated.
  const studies = 40;
  const estimates: number[] = [];
  const root = randomStream(77);
  for (let study = 0; study < studies; study++) {
    const s = root.split(study);
    const n = 300;
    const x = Array.from({ length: n }, () => s.normal());
    const z = x.map((value) => value + 0.7 * s.normal());
    const arm = x.map((value) => (s.bernoulli(1 / (1 + Math.exp(0.4 - value))) ? 1 : 0));
    const y = x.map((value, i) => value + arm[i]! + s.normal());
    const seen = x.map((value, i) => (s.bernoulli(1 / (1 + Math.exp(1.2 - z[i]! - arm[i]!))) ? null : value));
    const result = compareRows({
      rows: { arm, x: seen, z, y },
      layout: { treatment: "arm", covariates: ["x", "z"], outcomes: [{ id: "y", kind: "continuous", column: "y" }] },
      outcomes: [{ id: "y", kind: "continuous" }],
      plan: { ...selected, method: "none", missing: "impute", imputations: 5 },
      seed: study + 1,
    });
    const found = estimate(result, "y:meanDifference:adjusted");
    estimates.push(found.estimate as number);
  }
  const mean = estimates.reduce((sum, one) => sum + one, 0) / studies;
  const deviation = Math.sqrt(estimates.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (studies - 1));

  it("are filled without outcomes, so that the effect is a little off, in the direction said", () => {
    // A confounder filled without the outcome explains less of it: part of its difference stays in the effect, upwards here.
    expect(mean).toBeGreaterThan(1 - 3 * (deviation / Math.sqrt(studies)));
    expect(mean).toBeLessThan(1.35);
  });

  it("and filled by chance, where treatment does not depend on the covariate, bring the effect back", () => {
    const found: number[] = [];
    let holds = 0;
    for (let study = 0; study < studies; study++) {
      const s = root.split(`random ${study}`);
      const x = Array.from({ length: 200 }, () => s.normal());
      const arm = x.map(() => (s.bernoulli(0.5) ? 1 : 0));
      const y = x.map((value, i) => value + arm[i]! + s.normal());
      const seen = x.map((value) => (s.bernoulli(0.3) ? null : value));
      const result = compareRows({
        rows: { arm, x: seen, y },
        layout: { treatment: "arm", covariates: ["x"], outcomes: [{ id: "y", kind: "continuous", column: "y" }] },
        outcomes: [{ id: "y", kind: "continuous" }],
        plan: { ...selected, method: "none", missing: "impute", imputations: 5 },
        seed: study + 1,
      });
      const one = estimate(result, "y:meanDifference:adjusted");
      found.push(one.estimate as number);
      const [lower, upper] = one.interval as [number, number];
      if (lower <= 1 && upper >= 1) holds++;
    }
    const average = found.reduce((sum, one) => sum + one, 0) / studies;
    const spread = Math.sqrt(found.reduce((sum, one) => sum + (one - average) ** 2, 0) / (studies - 1));
    expect(Math.abs(average - 1)).toBeLessThan(3.5 * (spread / Math.sqrt(studies)));
    // 40 studies: fewer than 33 would be rarer than one in a thousand at 95 %.
    expect(holds).toBeGreaterThanOrEqual(33);
  });
});
