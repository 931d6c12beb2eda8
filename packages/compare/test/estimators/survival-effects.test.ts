import { describe, expect, it } from "vitest";
import { effectsTable, estimator, matchedPeople } from "../support/effects-study.ts";
import { expectClose, oracle } from "../support/oracle.ts";
import {
  type Cell,
  compareRows,
  estimate,
  type Rows,
  randomised,
  rossi,
  rossiLayout,
  rossiOutcomes,
  selected,
} from "../support/studies.ts";

const reference = oracle("survival-effects");
const table = effectsTable() as Record<string, number[]>;

function compare(plan: object, rows: Rows = rossi) {
  return compareRows({ rows, layout: rossiLayout, outcomes: rossiOutcomes, plan: { ...randomised, ...plan } });
}

describe("difference in mean time without the event", () => {
  it.each([
    [52, {}],
    [26, { horizon: 26 }],
  ])("up to week %i, with Greenwood's standard error", (horizon, plan) => {
    const theirs = reference.restrictedMeans[horizon];
    const ours = estimate(compare(plan), "arrest:restrictedMeanSurvivalTimeDifference:crude");
    expectClose(ours.treated.value, theirs.treated, 1e-10);
    expectClose(ours.comparison.value, theirs.comparison, 1e-10);
    expectClose(ours.estimate, theirs.difference, 1e-9);
    expectClose(ours.standardError, theirs.se, 1e-10);
    expect(ours.estimator).toContain(`up to ${horizon} (week)`);
    expect([ours.df, ours.primary]).toEqual([null, false]);
  });

  it("of matched people with weights has R's infinitesimal jackknife by set", () => {
    const { horizon, treated, comparison, se } = reference.matched;
    const [ours] = estimator("matched-restricted-means").estimate(matchedPeople("binary", table.event!), {
      level: 0.95,
      standardiseOver: "everyone",
      horizon,
    }).effects;
    expectClose(ours!.treated.value, treated, 1e-10);
    expectClose(ours!.comparison.value, comparison, 1e-10);
    expectClose(ours!.standardError, se, 1e-9);
  });

  it("can be the primary estimate, of weighted people too", () => {
    const outcomes = [{ ...rossiOutcomes[0]!, measure: "restrictedMeanSurvivalTimeDifference" }] as const;
    const plan = { ...selected, method: "ipw" } as const;
    const result = compareRows({ rows: rossi, layout: rossiLayout, outcomes, plan });
    const found = estimate(result, "arrest:restrictedMeanSurvivalTimeDifference:weighted");
    expect(found.primary).toBe(true);
    expect(found.standardErrorKind).toContain("through the weights");
    expect(result.jointCovariance[0]!.keys).toHaveLength(2);
  });

  it("beyond everybody's follow-up is refused", () => {
    expect(compare({ horizon: 53 }).comparison.refusals.map(({ id }) => id)).toContain(
      "horizon-beyond-follow-up:arrest:restrictedMeanSurvivalTimeDifference:crude",
    );
  });
});

describe("beside a hazard ratio", () => {
  const { comparison } = compare({});

  it.each([
    ["crude", "proportional hazards of the arms"],
    ["adjusted", "proportional hazards of the arms, given the covariates"],
  ])("stands a test of proportional hazards (%s), which is no test of an effect", (key, name) => {
    const test = comparison.tests.find((one) => one.test === name)!;
    expectClose(test.statistic, reference.proportional[key].statistic, 1e-7);
    expectClose(test.pValue, reference.proportional[key].p, 1e-7);
    expect(test.asks).toBe("assumption");
  });

  it.each(["crude", "adjusted"])("stands the concordance of its model (%s)", (key) => {
    const model = comparison.models.filter(({ model }) => model === "cox-efron")[key === "crude" ? 0 : 1]!;
    expectClose(model.concordance!.value, reference.concordance[key].value, 1e-10);
    expectClose(model.concordance!.standardError, reference.concordance[key].se, 1e-8);
  });
});

describe("strata", () => {
  it("have hazards of their own in the ratio and in the log-rank test", () => {
    const result = compare({ strata: ["wexp", "mar"] });
    const ours = estimate(result, "arrest:hazardRatio:crude");
    expectClose(Math.log(ours.estimate as number), reference.stratified.log, 1e-7);
    expectClose(ours.standardError, reference.stratified.se, 1e-7);
    const test = result.comparison.tests.find((one) => one.test === "stratified log-rank")!;
    expectClose(test.statistic, reference.stratified.logRank, 1e-9);
  });

  it("must be levels", () => {
    expect(() => compare({ strata: ["age"] })).toThrow('strata: "age" is a number of many values');
  });
});

/** Rossi's rows with nobody of one kind arrested. */
function without(events: (row: number) => boolean): Rows {
  return { ...rossi, arrest: rossi.arrest!.map((arrest, row): Cell => (events(row) ? 0 : arrest)) };
}

describe("where the likelihood has no maximum", () => {
  const noneTreated = compare(
    {},
    without((row) => rossi.fin![row] === "yes"),
  );
  const noneMarried = compare(
    {},
    without((row) => rossi.mar![row] === "married"),
  );

  it.each([
    ["an arm without events", noneTreated],
    ["a level without events", noneMarried],
  ])("a hazard ratio is Firth's, with profile limits, and says so: %s", (_, result) => {
    const ratio = estimate(result, "arrest:hazardRatio:adjusted");
    expect(ratio.estimator).toContain("Firth");
    expect(ratio.test).toContain("penalised likelihood ratio");
    expect(result.comparison.assumptions.join()).toContain("Firth's penalised estimate");
    const [lower, upper] = ratio.interval as readonly number[];
    expect(lower! < (ratio.estimate as number) && (ratio.estimate as number) < upper!).toBe(true);
  });

  it("nothing absurd is printed: no ratio above a thousand or below a thousandth", () => {
    for (const result of [noneTreated, noneMarried]) {
      const ratios = result.comparison.estimates.filter(({ measure }) => measure.endsWith("Ratio"));
      expect(ratios.length).toBeGreaterThan(0);
      for (const { estimate: ratio } of ratios)
        expect(Math.abs(Math.log(ratio as number))).toBeLessThan(Math.log(1000));
      for (const { terms } of result.comparison.models)
        for (const { estimate: term } of terms) expect(Math.abs(term as number)).toBeLessThan(10);
    }
  });

  it("an odds ratio given the covariates and the standardised risks are Firth's too", () => {
    const odds = estimate(noneMarried, "arrest:oddsRatio:adjusted");
    expect(odds.estimator).toContain("Firth");
    expect(odds.population).toContain("conditional on the covariates");
    expect(estimate(noneMarried, "arrest:riskDifference:adjusted").treated.value).toBeGreaterThan(0);
    expect(noneMarried.comparison.assumptions.join()).toContain("those of Firth's penalised likelihood");
  });

  it("matched and weighted people are refused, as the penalty knows no weights", () => {
    const rows = without((row) => rossi.fin![row] === "yes");
    for (const method of ["nearest", "ipw"] as const) {
      const { refusals } = compare({ ...selected, method }, rows).comparison;
      expect(refusals.some(({ id }) => id.startsWith("no-events:arrest:hazardRatio"))).toBe(true);
    }
  });
});
