import type { AnalysisSet } from "@likewise/compare";
import { describe, expect, it } from "vitest";
import { effects, effectsTable, estimator, matchedPeople, people } from "../support/effects-study.ts";
import { expectClose } from "../support/oracle.ts";

const table = effectsTable() as Record<string, number[]>;
const everyone = { level: 0.95, standardiseOver: "everyone" } as const;

function effect(
  id: string,
  measure: string,
  set: AnalysisSet,
  options: Parameters<ReturnType<typeof estimator>["estimate"]>[1] = everyone,
) {
  const found = estimator(id)
    .estimate(set, options)
    .effects.find((one) => one.measure === measure)!;
  expect(found, `${id} ${measure}`).toBeDefined();
  return found;
}

describe("estimators against R, on a table with ties, unequal arms and exposures", () => {
  it("crude rates have person-level standard errors, and their ratio Welch–Satterthwaite degrees of freedom", () => {
    const theirs = effects.crudeRates;
    const set = people("count", table.count!);
    const difference = effect("crude-rates", "rateDifference", set);
    expectClose(difference.treated.value, theirs.treated, 1e-10);
    expectClose(difference.comparison.value, theirs.comparison, 1e-10);
    expectClose(difference.estimate, theirs.difference, 1e-10);
    expectClose(difference.standardError, theirs.differenceSe, 1e-10);
    const ratio = effect("crude-rates", "rateRatio", set);
    expectClose(ratio.estimate, theirs.ratio, 1e-10);
    expectClose(ratio.standardError, theirs.logRatioSe, 1e-10);
    expectClose(ratio.df, theirs.logRatioDf, 1e-10);
  });

  it("adjusted rates are Poisson predictions at one year, with HC1", () => {
    const theirs = effects.adjustedRates;
    const set = people("count", table.count!);
    const difference = effect("adjusted-rates", "rateDifference", set);
    expectClose(difference.treated.value, theirs.treated, 1e-7);
    expectClose(difference.estimate, theirs.difference, 1e-7);
    expectClose(difference.standardError, theirs.differenceSe, 1e-7);
    const ratio = effect("adjusted-rates", "rateRatio", set);
    expectClose(ratio.estimate, theirs.ratio, 1e-7);
    expectClose(ratio.standardError, theirs.logRatioSe, 1e-7);
  });

  it.each([
    ["everyone", "adjustedRisks"],
    ["treated", "adjustedRisksAtt"],
  ] as const)("adjusted risks over %s (%s)", (standardiseOver, key) => {
    const theirs = effects[key];
    const set = people("binary", table.event!);
    const options = { level: 0.95, standardiseOver };
    const difference = effect("adjusted-risks", "riskDifference", set, options);
    expectClose(difference.treated.value, theirs.treated, 1e-7);
    expectClose(difference.estimate, theirs.difference, 1e-7);
    expectClose(difference.standardError, theirs.differenceSe, 1e-7);
    expect(difference.df).toBeNull();
    const ratio = effect("adjusted-risks", "riskRatio", set, options);
    expectClose(ratio.estimate, theirs.ratio, 1e-7);
    expectClose(ratio.standardError, theirs.logRatioSe, 1e-7);
  });

  it("means are Welch's, or least squares with HC3", () => {
    const crude = effect("crude-means", "meanDifference", people("continuous", table.score!));
    expectClose(crude.estimate, effects.crudeMeans.estimate, 1e-10);
    expectClose(crude.standardError, effects.crudeMeans.se, 1e-10);
    expectClose(crude.df, effects.crudeMeans.df, 1e-10);
    expectClose(crude.pValue, effects.crudeMeans.p, 1e-9);
    expectClose(crude.interval[0], effects.crudeMeans.interval[0], 1e-9);
    const adjusted = effect("adjusted-means", "meanDifference", people("continuous", table.score!));
    expectClose(adjusted.estimate, effects.adjustedMeans.estimate, 1e-9);
    expectClose(adjusted.standardError, effects.adjustedMeans.hc3, 1e-9);
  });

  it.each([
    ["crude-hazards", "crude", false],
    ["adjusted-hazards", "adjusted", false],
    ["adjusted-hazards", "clustered", true],
  ] as const)("%s (%s)", (id, key, clustered) => {
    const ours = effect(id, "hazardRatio", people("binary", table.event!, clustered));
    expectClose(Math.log(ours.estimate), effects.hazards[key].log, 1e-7);
    expectClose(ours.standardError, effects.hazards[key].se, 1e-7);
  });

  it("matched sets of unequal size: differences with CR1 by set, and a weighted Cox regression", () => {
    const { event, score, hazard } = effects.matched;
    const risks = effect("matched-risks", "riskDifference", matchedPeople("binary", table.event!));
    expectClose(risks.estimate, event.difference, 1e-10);
    expectClose(risks.standardError, event.se, 1e-10);
    const means = effect("matched-means", "meanDifference", matchedPeople("continuous", table.score!));
    expectClose(means.estimate, score.difference, 1e-10);
    expectClose(means.standardError, score.se, 1e-10);
    const hazards = effect("matched-hazards", "hazardRatio", matchedPeople("binary", table.event!));
    expectClose(Math.log(hazards.estimate), hazard.log, 1e-7);
    expectClose(hazards.standardError, hazard.se, 1e-7);
  });
});

describe("Newcombe's difference", () => {
  it.each(effects.newcombe as { counts: number[]; p: number }[])(
    "has the p-value at which its interval touches 0: $counts",
    ({ counts, p }) => {
      const [a, n, b, m] = counts as [number, number, number, number];
      expectClose(effect("crude-risks", "riskDifference", proportions(a, n, b, m)).pValue, p, 1e-9);
    },
  );

  it("has p = 1 for equal proportions, and agrees with its interval at the border", () => {
    expect(effect("crude-risks", "riskDifference", proportions(3, 9, 5, 15)).pValue).toBe(1);
    const set = proportions(9, 10, 3, 10);
    const { pValue } = effect("crude-risks", "riskDifference", set);
    const [lower] = effect("crude-risks", "riskDifference", set, { ...everyone, level: 1 - pValue }).interval;
    expect(Math.abs(lower)).toBeLessThan(1e-9);
  });
});

function proportions(a: number, n: number, b: number, m: number): AnalysisSet {
  const arm = (events: number, total: number) => Array.from({ length: total }, (_, row) => (row < events ? 1 : 0));
  return {
    ...people("binary", []),
    rows: Int32Array.from({ length: n + m }, (_, row) => row),
    treated: Uint8Array.from({ length: n + m }, (_, row) => (row < n ? 1 : 0)),
    value: Float64Array.from([...arm(a, n), ...arm(b, m)]),
    exposureYears: null,
    time: null,
    covariates: [],
  };
}
