import type { ComparisonPlan } from "@likewise/schema";
import { validateComparison } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { expectClose, oracle } from "../support/oracle.ts";
import { compareLalonde, estimate } from "../support/studies.ts";

const reference = oracle("lalonde");

const strata: Record<string, Partial<ComparisonPlan>> = {
  subclass_5: { method: "subclass", subclasses: 5 },
  subclass_6_default: { method: "subclass", subclasses: 6 },
  exact_race_married_nodegree: { method: "exact", exact: ["race", "married", "nodegree"] },
  cem_sturges: { method: "cem" },
};

describe.each(Object.entries(strata))("LaLonde, %s", (name, plan) => {
  const expected = reference.matching[name];
  const result = compareLalonde(plan);
  const { matching } = result.comparison;

  it("keeps the people MatchIt keeps, with its effective sample sizes", () => {
    expect(matching!.treatedMatched).toBe(expected.counts.treated_matched);
    expect(matching!.comparisonMatched).toBe(expected.counts.control_matched);
    expectClose(matching!.effectiveSampleSize.treated, expected.counts.ess_treated, 1e-9);
    expectClose(matching!.effectiveSampleSize.comparison, expected.counts.ess_control, 1e-9);
    expect(Object.values(matching!.constraintsChecked).every(({ broken }) => broken === 0)).toBe(true);
  });

  it("has its balance and its effects", () => {
    expect(Object.keys(expected.balance.after).length).toBeGreaterThan(1);
    for (const row of result.comparison.balance) {
      const theirs = expected.balance.after[`${row.covariate}${row.level ?? ""}`];
      // After exact matching R reports the columns matched on alone.
      if (theirs === undefined) continue;
      expect(Math.abs((row.after!.standardisedMeanDifference as number) - theirs.smd)).toBeLessThan(1e-9);
    }
    expectClose(estimate(result, "re78:meanDifference:matched").estimate, expected.effects.re78.difference, 1e-9);
    expectClose(estimate(result, "emp78:riskDifference:matched").estimate, expected.effects.emp78.difference, 1e-9);
  });

  it("names the effect after whom it kept, and is a valid comparison", () => {
    const { estimand } = estimate(result, "re78:meanDifference:matched");
    expect(estimand).toBe(expected.counts.treated_matched < 185 ? "ATM" : "ATT");
    expect(validateComparison(JSON.parse(JSON.stringify(result.comparison)))).toEqual(
      expect.not.objectContaining({ problems: expect.anything() }),
    );
  });
});

describe("LaLonde, optimal", () => {
  it.each([
    ["optimal_pair", { method: "optimal" }, 39.692799],
    ["full_logit", { method: "full" }, 2.141616],
  ] as const)("%s: the total distance is the exact optimum, below what optmatch stopped at", (name, plan, exact) => {
    const { comparison } = compareLalonde(plan);
    const total = comparison.design.totalDistance as number;
    expect(total).toBeLessThanOrEqual(reference.matching[name].sum_abs_score_distance);
    // As the reference has it from an independent linear program.
    expect(total).toBeCloseTo(exact, 5);
    expect(comparison.matching!.treatedMatched).toBe(185);
    expect(Object.values(comparison.matching!.constraintsChecked).every(({ broken }) => broken === 0)).toBe(true);
  });

  it("full_probit: the total distance is no more than what optmatch stopped at", () => {
    const { comparison } = compareLalonde({ method: "full", score: "probit" });
    expect(comparison.design.totalDistance).toBeLessThanOrEqual(reference.matching.full_probit.sum_abs_score_distance);
  });

  it("full matching loses nobody and balances whomever it is to balance", () => {
    for (const estimand of ["att", "ate", "atc"] as const) {
      const { comparison } = compareLalonde({ method: "full", estimand });
      expect(comparison.estimates.find(({ primary }) => primary)!.estimand).toBe(estimand.toUpperCase());
      expect(comparison.matching!.treatedUnmatched).toBe(0);
      expect(comparison.matching!.comparisonMatched).toBe(429);
    }
  });

  it("within exact columns every set agrees on them", () => {
    const { comparison } = compareLalonde({ method: "full", exact: ["race", "married"] });
    expect(comparison.matching!.constraintsChecked["exact:race"]).toMatchObject({ broken: 0 });
  });
});
