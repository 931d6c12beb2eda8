import { requireResampled } from "@likewise/compare";
import type { ComparisonPlan } from "@likewise/schema";
import { randomStream } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, oracle } from "../support/oracle.ts";
import {
  compareLalonde,
  compareRows,
  estimate,
  lalonde,
  lalondeLayout,
  lalondeOutcomes,
  type Rows,
  reordered,
  selected,
} from "../support/studies.ts";

const inR = oracle("bootstrap");
const ratios = ["riskRatio", "oddsRatio"];

function compare(plan: Partial<ComparisonPlan>, rows: Rows = lalonde) {
  return compareLalonde(plan, { rows, tieDraws: 0 });
}

describe("with the same draws the bootstrap has R's standard errors and percentile limits", () => {
  const withoutRace = lalondeLayout.covariates!.filter((name) => name !== "race");
  it.each([
    ["att", "weighted", { method: "ipw", estimand: "att" }],
    ["ato", "weighted", { method: "overlap" }],
    ["trimmed", "weighted", { method: "ipw", estimand: "ate", trim: 0.05 }],
    ["matched", "matched", { method: "nearest" }],
  ] as const)("%s", (name, estimator, plan) => {
    const result = compare({ ...plan, bootstrap: 199 });
    for (const [measure, outcome] of [
      ["re78", "re78:meanDifference"],
      ["riskDifference", "emp78:riskDifference"],
      ["riskRatio", "emp78:riskRatio"],
      ["oddsRatio", "emp78:oddsRatio"],
    ] as const) {
      agrees(estimate(result, `${outcome}:${estimator}`), inR.results[`${name}.${measure}`], ratios.includes(measure));
    }
  });

  it("adjusted by least squares, and standardised risks", () => {
    const means = compare({ method: "none", bootstrap: 199, outcomes: ["re78"] });
    agrees(estimate(means, "re78:meanDifference:adjusted"), inR.results["adjusted.re78"], false);
    const risks = compare({
      method: "none",
      estimand: "ate",
      bootstrap: 199,
      outcomes: ["emp78"],
      covariates: withoutRace,
    });
    for (const measure of ["riskDifference", "riskRatio"] as const) {
      const found = estimate(risks, `emp78:${measure}:adjusted`);
      agrees(found, inR.results[`adjusted.${measure}`], measure === "riskRatio");
    }
  });

  function agrees(
    found: ReturnType<typeof estimate>,
    theirs: { se: number; lower: number; upper: number },
    ofLog: boolean,
  ) {
    const limit = (value: number) => (ofLog ? Math.exp(value) : value);
    expectClose(found.standardError, theirs.se, inR.tolerance);
    expectClose(found.bootstrap!.percentile[0], limit(theirs.lower), inR.tolerance);
    expectClose(found.bootstrap!.percentile[1], limit(theirs.upper), inR.tolerance);
    expect([found.bootstrap!.replicates, found.bootstrap!.failed]).toEqual([199, 0]);
  }
});

describe("the bootstrap", () => {
  it("comes near the stacked estimating equations where those are good", () => {
    // Monte Carlo error of a standard error from 2,000 resamples is 1.6 %; what formulas leave out is of order 1 / n.
    for (const id of ["re78:meanDifference:weighted", "emp78:riskDifference:weighted"]) {
      const byFormula = estimate(compare({ method: "overlap" }), id).standardError as number;
      const resampled = estimate(compare({ method: "overlap", bootstrap: 2000 }), id).standardError as number;
      expectClose(resampled, byFormula, 0.08);
    }
  });

  it("says what was drawn, and leaves estimates as they were", () => {
    const plain = estimate(compare({ method: "ipw" }), "re78:meanDifference:weighted");
    const drawn = estimate(compare({ method: "ipw", bootstrap: 199 }), "re78:meanDifference:weighted");
    expect(drawn.standardErrorKind).toBe("bootstrap of people, score and weights estimated again, 199 resamples");
    expect([drawn.estimate, drawn.df]).toEqual([plain.estimate, null]);
    const matched = estimate(compare({ method: "nearest", bootstrap: 199 }), "re78:meanDifference:matched");
    expect(matched.standardErrorKind).toBe("bootstrap of matched sets, 199 resamples");
  });

  it("does not depend on the order of rows", () => {
    const order = randomStream("rows").shuffle(Array.from({ length: 614 }, (_, row) => row));
    const plan = { method: "ipw", bootstrap: 199 } as const;
    const shuffled = compare(plan, reordered(lalonde, order)).comparison.estimates;
    expect(JSON.stringify(shuffled)).toBe(JSON.stringify(compare(plan).comparison.estimates));
  });

  it("draws declared clusters whole, and refuses to where they are few", () => {
    const inClusters = (count: number) => ({ ...lalonde, site: lalonde.re78!.map((_, row) => `s${row % count}`) });
    const id = "re78:meanDifference:weighted";
    const compareIn = (count: number) =>
      compareRows({
        rows: inClusters(count),
        layout: { ...lalondeLayout, cluster: "site" },
        outcomes: lalondeOutcomes,
        plan: { ...selected, method: "ipw", cluster: "site", bootstrap: 199 },
        tieDraws: 0,
      });
    expect(estimate(compareIn(40), id).standardErrorKind).toContain("bootstrap of clusters, score and weights");
    const { refusals, estimates } = compareIn(19).comparison;
    expect(estimates.some((one) => one.id === id)).toBe(false);
    expect(refusals.map((one) => one.id)).toContain(`bootstrap-few-units:${id}`);
  });

  it("refuses an effect that too many resamples do not have", () => {
    // By hand: with three treated people, a resample leaves all of them out with probability (1 − 3/n)^n, about 5 %.
    const rare = reordered(lalonde, [0, 7, 11, ...Array.from({ length: 429 }, (_, row) => 185 + row)]);
    const result = compareRows({
      rows: rare,
      layout: { ...lalondeLayout, covariates: ["age"] },
      outcomes: lalondeOutcomes,
      plan: { ...selected, method: "overlap", bootstrap: 500 },
      tieDraws: 0,
    });
    expect(result.comparison.refusals.map(({ id }) => id)).toContain("bootstrap:re78:meanDifference:weighted");
  });

  it.each([
    ["with replacement", { method: "nearest", replace: true }, /bootstrap: it is wrong where/],
    ["in strata", { method: "subclass" }, /bootstrap: no resampling of method subclass/],
    ["in full matching", { method: "full" }, /bootstrap: no resampling of method full/],
    ["of entropy weights", { method: "entropy" }, /bootstrap: no resampling of method entropy/],
    ["of a probit score", { method: "ipw", score: "probit" }, /bootstrap: does not go with score: probit/],
  ] as const)("is refused %s", (_, plan, message) => {
    expect(() => compare({ ...plan, bootstrap: 199 })).toThrow(message);
    // From the plan alone, as `check` does.
    expect(() => requireResampled({ ...selected, ...plan, bootstrap: 199 })).toThrow(message);
  });
});
