import type { ComparisonPlan } from "@likewise/schema";
import { validateComparison } from "@likewise/schema";
import { randomStream } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, oracle } from "./support/oracle.ts";
import {
  compareLalonde,
  compareRows,
  estimate,
  lalonde,
  lalondeLayout,
  lalondeOutcomes,
  reordered,
  selected,
} from "./support/studies.ts";

const reference = oracle("lalonde");

const plans: Record<string, Partial<ComparisonPlan>> = {
  nn_1to1_largest: {},
  nn_1to1_smallest: { order: "smallest" },
  nn_1to1_data: { order: "data" },
  "nn_caliper_0.2_sd_of_score": { caliper: 0.2 },
  "nn_caliper_0.2_sd_of_logit": { caliper: 0.2, distance: "linear" },
  "nn_caliper_0.05_sd_of_score": { caliper: 0.05 },
  "nn_caliper_0.2_sd_of_score_data_order": { caliper: 0.2, order: "data" },
  nn_ratio_2: { ratio: 2 },
  "nn_ratio_2_caliper_0.2": { ratio: 2, caliper: 0.2 },
  nn_exact_race: { exact: ["race"] },
  "nn_exact_race_caliper_0.2": { exact: ["race"], caliper: 0.2 },
};

function compare(plan: Partial<ComparisonPlan>, rows = lalonde, tieDraws = 20) {
  return compareLalonde({ method: "nearest", ...plan }, { rows, tieDraws });
}

describe.each(Object.entries(plans))("LaLonde, %s", (name, plan) => {
  const expected = reference.matching[name];
  const result = compare(plan);
  const { comparison } = result;

  it("keeps the people MatchIt keeps, with its effective sample sizes", () => {
    const { matching } = comparison;
    expect(matching!.treatedMatched).toBe(expected.counts.treated_matched);
    expect(matching!.comparisonMatched).toBe(expected.counts.control_matched);
    expectClose(matching!.effectiveSampleSize.treated, expected.counts.ess_treated, 1e-12);
    expectClose(matching!.effectiveSampleSize.comparison, expected.counts.ess_control, 1e-12);
    expect(Object.values(matching!.constraintsChecked).map(({ broken }) => broken)).toEqual(
      Object.values(matching!.constraintsChecked).map(() => 0),
    );
  });

  it("has its balance before and after", () => {
    for (const [when, table] of Object.entries(expected.balance) as ["before" | "after", Record<string, Summary>][]) {
      for (const row of comparison.balance) {
        const theirs = table[`${row.covariate}${row.level ?? ""}`]!;
        const ours = row[when]!;
        expectClose(ours.treated, theirs.mean_treated, 1e-12);
        expectClose(ours.comparison, theirs.mean_control, 1e-12);
        expect(Math.abs((ours.standardisedMeanDifference as number) - theirs.smd)).toBeLessThan(1e-12);
        if (theirs.variance_ratio === undefined) expect(ours.varianceRatio).toBeNull();
        else expectClose(ours.varianceRatio, theirs.variance_ratio, 1e-10);
        expect(Math.abs((ours.ecdfMean as number) - theirs.ecdf_mean)).toBeLessThan(1e-12);
        expect(Math.abs((ours.ecdfMax as number) - theirs.ecdf_max)).toBeLessThan(1e-12);
      }
    }
  });

  it.each(["re78:meanDifference", "emp78:riskDifference"])("has its matched %s and CR1 standard error", (id) => {
    const theirs = expected.effects[id.split(":")[0]!];
    const ours = estimate(result, `${id}:matched`);
    expectClose(ours.estimate, theirs.difference, 1e-10);
    expectClose(ours.standardError, theirs.se_cluster_cr1, 1e-10);
    expect(ours.clusters).toBe(theirs.clusters);
    expect(ours.df).toBe(theirs.clusters - 1);
    expectClose(ours.treated.value, theirs.mean_treated, 1e-10);
    expectClose(ours.comparison.value, theirs.mean_control, 1e-10);
  });

  it("has its risk and odds ratios with clustered standard errors of the log", () => {
    const theirs = expected.effects.emp78_ratios;
    for (const [measure, value, standardError] of [
      ["riskRatio", theirs.risk_ratio, theirs.se_log_risk_ratio],
      ["oddsRatio", theirs.odds_ratio, theirs.se_log_odds_ratio],
    ]) {
      const ours = estimate(result, `emp78:${measure}:matched`);
      expectClose(ours.estimate, value, 1e-10);
      expectClose(ours.standardError, standardError, 1e-10);
    }
  });

  it("names the estimand after whom it kept", () => {
    const dropped = expected.counts.treated_matched < 185;
    expect(estimate(result, "re78:meanDifference:matched").estimand).toBe(dropped ? "ATM" : "ATT");
    expect(comparison.matching!.lost.length).toBe(dropped ? 9 : 0);
  });

  it("is a valid comparison", () => {
    expect(validateComparison(JSON.parse(JSON.stringify(comparison)))).toEqual(
      expect.not.objectContaining({ problems: expect.anything() }),
    );
  });
});

interface Summary {
  mean_treated: number;
  mean_control: number;
  smd: number;
  variance_ratio?: number;
  ecdf_mean: number;
  ecdf_max: number;
}

describe("LaLonde", () => {
  it("closest first stays inside what ties alone can do in MatchIt", () => {
    const { att_re78_min, att_re78_max } = reference.matching.nn_1to1_closest.tie_sensitivity;
    const { estimate: value } = estimate(compare({ order: "closest" }), "re78:meanDifference:matched");
    expect(value).toBeGreaterThanOrEqual(att_re78_min * (1 - 1e-12));
    expect(value).toBeLessThanOrEqual(att_re78_max * (1 + 1e-12));
  });

  it.each(["nn_caliper_0.2_sd_of_score", "nn_1to1_largest", "nn_ratio_2"])(
    "%s has the tie range of 300 permutations of the rows",
    (name) => {
      const { att_re78_min, att_re78_max } = reference.matching[name].tie_sensitivity;
      const [low, high] = compare(plans[name]!, lalonde, 300).comparison.matching!.tieRange.re78!;
      expectClose(low, att_re78_min, 1e-10);
      expectClose(high, att_re78_max, 1e-10);
    },
  );

  it("has the crude difference of Welch's test and the adjusted one of least squares with HC3", () => {
    const { re78 } = reference.unadjusted;
    const plan = { ...selected, method: "none" } as const;
    const result = compareRows({ rows: lalonde, layout: lalondeLayout, outcomes: lalondeOutcomes, plan });
    const crude = estimate(result, "re78:meanDifference:crude");
    expectClose(crude.estimate, re78.difference, 1e-10);
    expectClose(crude.standardError, re78.se_hc2, 1e-10);
    const adjusted = estimate(result, "re78:meanDifference:adjusted");
    expectClose(adjusted.estimate, reference.ols.coefficients.treat, 1e-9);
    expectClose(adjusted.standardError, reference.ols.se_hc3.treat, 1e-9);
    expect(adjusted.primary).toBe(true);
    const ratio = estimate(result, "emp78:riskRatio:crude");
    expectClose(ratio.estimate, reference.unadjusted.emp78_ratios.risk_ratio, 1e-10);
  });

  it("says who was lost to the caliper", () => {
    const { lost } = compare({ caliper: 0.2 }).comparison.matching!;
    expect(lost.find(({ level }) => level === "black")).toMatchObject({ covariate: "race", lost: 1 });
  });

  it("is the same to the last byte after a hundred shuffles of the rows", () => {
    const plan = { caliper: 0.2, ratio: 2, order: "random" } as const;
    const whole = (rows: typeof lalonde) => {
      const { comparison, matchedRows, jointCovariance } = compare(plan, rows, 3);
      return JSON.stringify([comparison, matchedRows.columns.id, matchedRows.columns.set, jointCovariance]);
    };
    const expected = whole(lalonde);
    const stream = randomStream("shuffles");
    const order = Array.from({ length: 614 }, (_, row) => row);
    for (let time = 0; time < 100; time++) {
      expect(whole(reordered(lalonde, stream.split(time).shuffle(order))) === expected).toBe(true);
    }
  });

  it("hands on the matched people with their set, weight and score, and the joint covariance of their outcomes", () => {
    const { comparison, matchedRows, jointCovariance } = compare({ caliper: 0.2 });
    expect(matchedRows.numRows).toBe(226);
    expect(Object.keys(matchedRows.columns)).toEqual(["unit", "id", "set", "weight", "score"]);
    const [identity, log] = jointCovariance;
    expect(identity!.keys.map(({ outcome, arm }) => `${outcome} ${arm}`)).toEqual([
      "re78 treated",
      "re78 comparison",
      "emp78 treated",
      "emp78 comparison",
    ]);
    // Var(t − c) from the joint covariance is the square of the standard error printed.
    const [tt, tc, ct, cc] = [0, 1, 4, 5].map((at) => identity!.covariance[at]!) as [number, number, number, number];
    const printed = comparison.estimates.find(({ id }) => id === "re78:meanDifference:matched")!
      .standardError as number;
    expectClose(tt - tc - ct + cc, printed ** 2, 1e-10);
    const logPrinted = comparison.estimates.find(({ id }) => id === "emp78:riskRatio:matched")!.standardError as number;
    const at = (row: number, column: number) => log!.covariance[4 * row + column]!;
    expectClose(at(2, 2) - 2 * at(2, 3) + at(3, 3), logPrinted ** 2, 1e-10);
  });
});
