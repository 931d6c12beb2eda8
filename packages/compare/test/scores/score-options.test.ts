import { integersOf, numbersOf } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { expectClose, oracle } from "../support/oracle.ts";
import { compareRows, estimate, lalonde, lalondeLayout, lalondeOutcomes, selected } from "../support/studies.ts";

const { tolerance, squares, splines, stabilised, sampled, w } = oracle("scores");
const rows = { ...lalonde, w: w as number[] };
const layout = { ...lalondeLayout, covariates: [...lalondeLayout.covariates!, "w"] };
const covariates = [...lalondeLayout.covariates!];
const compare = (plan: object) =>
  compareRows({
    rows,
    layout,
    outcomes: lalondeOutcomes,
    plan: { ...selected, covariates, ...plan } as typeof selected,
  });
const usage = (plan: object) => () => compare(plan);

describe.each([
  ["squares", { scoreSquares: ["age", "educ"] }, squares, ["age squared", "educ squared"]],
  ["splines", { scoreSplines: ["age"] }, splines, ["age spline 2", "age spline 3"]],
] as const)("a score with %s", (_, terms, expected, names) => {
  it("has the coefficients of R's glm, and its names", () => {
    const [model] = compare({ method: "ipw", ...terms }).comparison.models;
    expect(model!.terms.slice(-2).map(({ term }) => term)).toEqual(names);
    model!.terms.forEach(({ estimate: one }, j) => {
      expectClose(one, expected.coefficients[j], 1e-7);
    });
  });

  it("weights people as R does", () => {
    for (const estimand of ["att", "ate"] as const) {
      const found = estimate(compare({ method: "ipw", estimand, ...terms }), "re78:meanDifference:weighted");
      expectClose(found.estimate, expected[estimand], tolerance);
    }
  });

  it("is what people are matched on", () => {
    const { matchedRows, comparison } = compare({ method: "nearest", caliper: 0.2, ...terms });
    const units = integersOf(matchedRows, "unit").values;
    const scores = numbersOf(matchedRows, "score").values;
    units.forEach((unit, at) => {
      // Ordinals follow the order of rows: NSW1 … NSW185, PSID1 … PSID429.
      expectClose(scores[at], expected.scores[unit], 1e-7);
    });
    expect(comparison.design).toMatchObject(terms);
  });

  it("leaves balance to the covariates as they are", () => {
    const names = compare({ method: "overlap", ...terms }).comparison.balance.map(({ covariate }) => covariate);
    expect(new Set(names)).toEqual(new Set(covariates));
  });
});

describe("what a score cannot be made of", () => {
  it.each([
    [
      "a factor",
      { method: "ipw", scoreSquares: ["race"] },
      'scoreSquares: "race" must be one of the covariates that are',
    ],
    [
      "a spline of few values",
      { method: "ipw", scoreSplines: ["married"] },
      'scoreSplines: "married" has so few values',
    ],
    ["both at once", { method: "ipw", scoreSplines: ["age"], scoreSquares: ["age"] }, '"age" is a spline already'],
    ["no score at all", { method: "entropy", scoreSquares: ["age"] }, "scoreSquares: method entropy has no propensity"],
    [
      "a distance without one",
      { method: "nearest", distance: "mahalanobis", scoreSplines: ["age"] },
      "scoreSplines: distance mahalanobis uses no propensity score",
    ],
  ])("%s is refused", (_, plan, message) => {
    expect(usage(plan)).toThrow(message);
  });
});

describe("stabilised weights", () => {
  const plan = { method: "ipw", estimand: "ate" } as const;
  const plain = compare(plan);
  const steady = compare({ ...plan, stabilise: true });

  it("leave every weighted mean and its error as they are", () => {
    for (const id of ["re78:meanDifference:weighted", "emp78:riskDifference:weighted", "emp78:riskRatio:weighted"]) {
      const [a, b] = [estimate(steady, id), estimate(plain, id)];
      expectClose(a.estimate, b.estimate as number, 1e-10);
      expectClose(a.standardError, b.standardError as number, 1e-10);
    }
    expectClose(estimate(steady, "re78:meanDifference:weighted").estimate, stabilised.difference, tolerance);
  });

  it("have the effective numbers of R's", () => {
    const { effectiveSampleSize } = steady.comparison.weighting!;
    expectClose(effectiveSampleSize.treated, stabilised.essTreated, tolerance);
    expectClose(effectiveSampleSize.comparison, stabilised.essComparison, tolerance);
    expect(steady.comparison.design.stabilise).toBe(true);
  });

  it("bring no augmented estimate, and go with inverse probability weights alone", () => {
    expect(steady.comparison.estimates.map(({ id }) => id)).not.toContain("re78:meanDifference:augmented");
    expect(usage({ method: "overlap", stabilise: true })).toThrow("stabilise: goes with method ipw; method is overlap");
  });
});

describe("sampling weights", () => {
  const samplingWeights = "w";

  it.each([
    ["ipw", { method: "ipw" }, sampled.ipw, "re78:meanDifference:weighted"],
    ["ipw for everyone", { method: "ipw", estimand: "ate" }, sampled.ate, "re78:meanDifference:weighted"],
    ["overlap", { method: "overlap" }, sampled.overlap, "re78:meanDifference:weighted"],
    ["ipw of an event", { method: "ipw" }, sampled.emp, "emp78:riskDifference:weighted"],
  ] as const)("enter score, estimate and error as in R: %s", (_, plan, expected, id) => {
    const result = compare({ ...plan, samplingWeights });
    const found = estimate(result, id);
    expectClose(found.estimate, expected.difference, tolerance);
    expectClose(found.standardError, expected.standardError, 1e-5);
    result.comparison.models[0]!.terms.forEach(({ estimate: one }, j) => {
      expectClose(one, expected.coefficients[j], 1e-7);
    });
    expectClose(result.comparison.weighting!.effectiveSampleSize.comparison, expected.essComparison, tolerance);
  });

  it("weigh the arms as they are, with the error of a survey's means", () => {
    const result = compare({ method: "none", samplingWeights });
    const found = estimate(result, "re78:meanDifference:weighted");
    expectClose(found.estimate, sampled.none.difference, 1e-10);
    expectClose(found.standardError, sampled.none.standardError, 1e-10);
    expect(found.primary).toBe(true);
    expect(result.comparison.estimates.map(({ id }) => id)).not.toContain("re78:meanDifference:crude");
  });

  it("weigh balance before and after", () => {
    const { balance } = compare({ method: "ipw", samplingWeights }).comparison;
    const before = (name: string, level: string | null) =>
      balance.find((row) => row.covariate === name && row.level === level)!.before;
    for (const [row, expected] of [
      [before("age", null), sampled.balance.age],
      [before("race", "black"), sampled.balance.black],
    ] as const) {
      expectClose(row.treated, expected[0], 1e-10);
      expectClose(row.comparison, expected[1], 1e-10);
    }
  });

  it("of one for everybody change no weighted estimate", () => {
    const ones = { ...rows, w: rows.w.map(() => 1) };
    const plan = { ...selected, covariates, method: "ipw", samplingWeights } as const;
    const same = compareRows({ rows: ones, layout, outcomes: lalondeOutcomes, plan });
    const without = compare({ method: "ipw" });
    const id = "re78:meanDifference:weighted";
    expectClose(estimate(same, id).estimate, estimate(without, id).estimate as number, 1e-12);
    expectClose(estimate(same, id).standardError, estimate(without, id).standardError as number, 1e-12);
  });

  it("are refused where they would not be kept to, and where they are not above 0", () => {
    expect(usage({ method: "nearest", samplingWeights })).toThrow("samplingWeights: method nearest does not take them");
    const zero = { ...rows, w: rows.w.map((one, row) => (row === 3 ? 0 : one)) };
    const plan = { ...selected, covariates, method: "ipw", samplingWeights } as const;
    expect(() => compareRows({ rows: zero, layout, outcomes: lalondeOutcomes, plan })).toThrow(
      'samplingWeights "w": every weight must be a number above 0',
    );
  });
});
