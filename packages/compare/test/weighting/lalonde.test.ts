import type { ComparisonPlan } from "@likewise/schema";
import { validateComparison } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { expectClose, oracle } from "../support/oracle.ts";
import { compareLalonde, estimate } from "../support/studies.ts";

const reference = oracle("lalonde");

const plans: Record<string, Partial<ComparisonPlan>> = {
  iptw_att: { method: "ipw", estimand: "att" },
  iptw_atc: { method: "ipw", estimand: "atc" },
  iptw_ate: { method: "ipw", estimand: "ate" },
  // Stabilised weights are these times a number by arm, which no weighted mean sees.
  iptw_ate_stabilised: { method: "ipw", estimand: "ate" },
  overlap_ato: { method: "overlap" },
  matching_weights_atm: { method: "matching-weights" },
  entropy_balancing_att: { method: "entropy" },
};

/** n − 1 effective people of each arm, and the parameters of the score, as the standard error allows for. */
function correction(ess: number, parameters: number): number {
  return (ess / (ess - 1)) * (614 / (614 - parameters));
}

describe.each(Object.entries(plans))("LaLonde, %s", (name, plan) => {
  const expected = reference.weighting[name];
  const result = compareLalonde(plan);

  it.each([
    ["re78", "meanDifference"],
    ["emp78", "riskDifference"],
  ])("has the weighted means of %s and their difference", (outcome, measure) => {
    const theirs = expected.effects[outcome];
    const ours = estimate(result, `${outcome}:${measure}:weighted`);
    // Iterative fits: relative 1e-7.
    expectClose(ours.treated.value, theirs.mean_treated, 1e-7);
    expectClose(ours.comparison.value, theirs.mean_control, 1e-7);
    expect(Math.abs((ours.estimate as number) - theirs.difference)).toBeLessThan(1e-7 * theirs.mean_treated);
    expect(ours.primary).toBe(true);
  });

  it("has its risk and odds ratio", () => {
    const theirs = expected.effects.emp78_ratios;
    expectClose(estimate(result, "emp78:riskRatio:weighted").estimate, theirs.risk_ratio, 1e-7);
    expectClose(estimate(result, "emp78:oddsRatio:weighted").estimate, theirs.odds_ratio, 1e-7);
  });

  it("has its effective sample sizes", () => {
    const { effectiveSampleSize } = result.comparison.weighting!;
    expectClose(effectiveSampleSize.comparison, expected.ess_control, 1e-6);
    if (expected.ess_treated !== undefined) expectClose(effectiveSampleSize.treated, expected.ess_treated, 1e-6);
  });

  it("has its standardised differences afterwards, by the treated's deviation or the pooled one", () => {
    if (expected.smd_treated_sd === undefined) return;
    const table = plan.estimand === "ate" ? expected.smd_pooled_sd : expected.smd_treated_sd;
    for (const { covariate, level, after } of result.comparison.balance) {
      expect(Math.abs((after!.standardisedMeanDifference as number) - table[level ?? covariate])).toBeLessThan(1e-6);
    }
  });

  it("is a valid comparison", () => {
    expect(validateComparison(JSON.parse(JSON.stringify(result.comparison)))).toEqual(
      expect.not.objectContaining({ problems: expect.anything() }),
    );
  });
});

describe("standard errors of weighted estimates", () => {
  it.each(["iptw_att", "iptw_ate", "overlap_ato"])(
    "%s: the stacked estimating equations, before correction",
    (name) => {
      const expected = reference.weighting[name];
      const result = compareLalonde(plans[name]!);
      const { effectiveSampleSize } = result.comparison.weighting!;
      const { standardError } = estimate(result, "re78:meanDifference:weighted");
      // The two arms' corrections differ; the sandwich without one lies between those of either.
      const corrected = [effectiveSampleSize.treated, effectiveSampleSize.comparison].map(
        (ess) => expected.re78_se_m_estimation_hc0 * Math.sqrt(correction(ess as number, 9)),
      );
      expect(standardError).toBeGreaterThan(Math.min(...corrected) * (1 - 1e-5));
      expect(standardError).toBeLessThan(Math.max(...corrected) * (1 + 1e-5));
    },
  );

  it("entropy balancing leaves no difference in means", () => {
    for (const { after } of compareLalonde({ method: "entropy" }).comparison.balance) {
      expect(Math.abs(after!.standardisedMeanDifference as number)).toBeLessThan(1e-9);
    }
  });
});

describe("trimming", () => {
  const { comparison } = compareLalonde({ method: "ipw", estimand: "ate", trim: 0.1 });

  it("leaves out people by their score, says who, and names another estimand", () => {
    const { trimmed, lost } = comparison.weighting!;
    expect(trimmed.comparison).toBeGreaterThan(100);
    expect(lost.length).toBeGreaterThan(0);
    expect(comparison.estimates.find(({ primary }) => primary)!.estimand).toBe("ATM");
    expect(comparison.estimates.find(({ primary }) => primary)!.population).toContain("0.1 from 0 and from 1");
  });
});

describe("the score", () => {
  const expected = reference.propensity_probit;

  it("can be a probit, as R fits it", () => {
    const { comparison } = compareLalonde({ method: "ipw", score: "probit" });
    const model = comparison.models.find(({ outcome }) => outcome === null)!;
    expect(model.model).toBe("propensity-probit");
    const named: Record<string, string> = { "race=hispan": "racehispan", "race=white": "racewhite" };
    for (const { term, estimate: ours, standardError } of model.terms) {
      expectClose(ours, expected.coefficients[named[term] ?? term], 1e-6);
      // R's glm stops early: its standard errors are off by up to 5e-5.
      expectClose(standardError, expected.standard_errors[named[term] ?? term], 1e-3);
    }
  });
});
