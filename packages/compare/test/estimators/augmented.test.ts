import type { AnalysisSet } from "@likewise/compare";
import type { ComparisonPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { estimator } from "../support/effects-study.ts";
import { expectClose, oracle } from "../support/oracle.ts";
import {
  compareLalonde,
  compareRows,
  estimate,
  lalonde,
  lalondeLayout,
  lalondeOutcomes,
  type Rows,
  selected,
} from "../support/studies.ts";

const reference = oracle("lalonde");
const employment = oracle("augmented");

function compare(plan: Partial<ComparisonPlan>, rows: Rows = lalonde) {
  return compareLalonde(plan, { rows, tieDraws: 0 });
}

describe("augmented weighting of LaLonde", () => {
  it.each(["ate", "att"] as const)("has R's %s of earnings, and its standard error", (estimand) => {
    const ours = estimate(compare({ method: "ipw", estimand }), "re78:meanDifference:augmented");
    expectClose(ours.estimate, reference.aipw[estimand], 1e-7);
    expectClose(ours.standardError, reference.aipw[`${estimand}_se`], 1e-7);
    expect([ours.primary, ours.estimand, ours.adjustment]).toEqual([false, estimand.toUpperCase(), "weighting"]);
    expect(ours.adjustedFor).toEqual(lalondeLayout.covariates);
  });

  it.each(["ate", "att"] as const)("has R's %s of employment: risks by logistic regression in each arm", (estimand) => {
    const covariates = lalondeLayout.covariates!.filter((name) => name !== "race");
    const result = compare({ method: "ipw", estimand, covariates });
    const theirs = employment[estimand];
    const ours = estimate(result, "emp78:riskDifference:augmented");
    expectClose(ours.treated.value, theirs.treated, 1e-7);
    expectClose(ours.comparison.value, theirs.comparison, 1e-7);
    expectClose(ours.estimate, theirs.difference, 1e-6);
    expectClose(ours.standardError, theirs.se, 1e-7);
    const ratio = estimate(result, "emp78:riskRatio:augmented");
    expectClose(Math.log(ratio.estimate as number), theirs.logRatio, 1e-6);
    expectClose(ratio.standardError, theirs.logRatioSe, 1e-7);
  });

  it("the effect on the comparison people is that on the treated, turned round", () => {
    const turned = { ...lalonde, treat: lalonde.treat!.map((arm) => (arm === 1 ? 0 : 1)) };
    const att = estimate(compare({ method: "ipw", estimand: "att" }, turned), "re78:meanDifference:augmented");
    const atc = estimate(compare({ method: "ipw", estimand: "atc" }), "re78:meanDifference:augmented");
    expectClose(atc.estimate, -(att.estimate as number), 1e-8);
    expectClose(atc.standardError, att.standardError as number, 1e-8);
  });

  it("adds nothing to entropy weights, which meet every mean already", () => {
    const result = compare({ method: "entropy" });
    const weighted = estimate(result, "re78:meanDifference:weighted").estimate as number;
    expectClose(estimate(result, "re78:meanDifference:augmented").estimate, weighted, 1e-6);
  });

  it("counts every copy of a person as theirs when people come in clusters of two alike", () => {
    // By hand: with everybody twice, sums by cluster double and the sample doubles, so only n / (n − 1) differs.
    const twice = Object.fromEntries(Object.entries(lalonde).map(([name, cells]) => [name, [...cells, ...cells]]));
    const pair = Array.from({ length: 1228 }, (_, row) => `c${row % 614}`);
    const rows = { ...twice, id: pair.map((c, row) => `${c}-${row}`), pair };
    const layout = { ...lalondeLayout, covariates: [...lalondeLayout.covariates!, "pair"] };
    const covariates = [...lalondeLayout.covariates];
    const plan: ComparisonPlan = { ...selected, method: "ipw", covariates, cluster: "pair" };
    const doubled = compareRows({ rows, layout, outcomes: lalondeOutcomes, plan });
    const [a, b] = [doubled, compare({ method: "ipw" })].map((one) => estimate(one, "re78:meanDifference:augmented"));
    expectClose(a!.estimate, b!.estimate as number, 1e-8);
    expectClose(a!.standardError, b!.standardError as number, 1e-8);
    expect(a!.standardErrorKind).toContain("robust by cluster");
  });
});

const plans: Record<string, Partial<ComparisonPlan>> = {
  nn_1to1_largest: {},
  nn_1to1_smallest: { order: "smallest" },
  "nn_caliper_0.2_sd_of_score": { caliper: 0.2 },
  nn_ratio_2: { ratio: 2 },
  "nn_ratio_2_caliper_0.2": { ratio: 2, caliper: 0.2 },
  nn_exact_race: { exact: ["race"] },
  nn_replacement: { replace: true },
  "nn_replacement_caliper_0.2": { replace: true, caliper: 0.2 },
  subclass_5: { method: "subclass", subclasses: 5 },
  exact_race_married_nodegree: { method: "exact", exact: ["race", "married", "nodegree"] },
};

describe("g-computation in matched people", () => {
  it.each(Object.entries(plans))("has R's effect of earnings: %s", (name, plan) => {
    const theirs = reference.matching[name].effects.re78_adjusted_att;
    const ours = estimate(compare({ method: "nearest", ...plan }), "re78:meanDifference:matched-adjusted");
    expectClose(ours.estimate, theirs.estimate, 1e-7);
    expectClose(ours.standardError, theirs.se, 1e-7);
    expect(ours.standardErrorKind).toContain(theirs.vcov_used === "hc1" ? "HC1" : "CR1");
    expect(ours.adjustment).toBe("matching");
  });

  it("is the same where a covariate is counted from far away, as dates written as numbers are", () => {
    const far = { ...lalonde, age: lalonde.age!.map((age) => Number(age) + 20_230_000) };
    const plan: Partial<ComparisonPlan> = { method: "nearest", exact: ["race"] };
    for (const id of ["re78:meanDifference:matched-adjusted", "re78:meanDifference:matched"]) {
      const [near, shifted] = [lalonde, far].map((rows) => estimate(compare(plan, rows), id));
      expectClose(shifted!.estimate, Number(near!.estimate), 1e-7);
      expectClose(shifted!.standardError, Number(near!.standardError), 1e-7);
    }
  });

  it("has R's risks of employment, by logistic regression in each arm", () => {
    const theirs = employment.matched;
    const { effects } = estimator("matched-adjusted-risks").estimate(pairsWithoutRace(), {
      level: 0.95,
      standardiseOver: "treated",
    });
    const [difference, ratio] = effects;
    expectClose(difference!.treated.value, theirs.treated, 1e-7);
    expectClose(difference!.estimate, theirs.difference, 1e-6);
    expectClose(difference!.standardError, theirs.se, 1e-6);
    expectClose(ratio!.standardError, theirs.logRatioSe, 1e-6);
  });

  it("refuses a regression in which a level decides the outcome within an arm, naming it", () => {
    const { refusals } = compare({ method: "nearest" }).comparison;
    const refusal = refusals.find(({ id }) => id === "separation:emp78:riskDifference:matched-adjusted")!;
    expect(refusal.why).toContain("race (hispan)");
  });
});

/** MatchIt's pairs as stored, with the covariates but race. */
function pairsWithoutRace(): AnalysisSet {
  const pairs: number[][] = reference.matching.nn_1to1_largest.sets_row_numbers;
  const setOf = new Map(pairs.flatMap((pair, set) => pair.map((row) => [row - 1, set] as const)));
  const rows = Int32Array.from([...setOf.keys()].sort((a, b) => a - b));
  const take = (name: string) => Float64Array.from(rows, (row) => Number(lalonde[name]![row]));
  return {
    kind: "binary",
    rows,
    treated: Uint8Array.from(take("treat")),
    value: take("emp78"),
    exposureYears: null,
    time: null,
    covariates: ["age", "educ", "married", "nodegree", "re74", "re75"].map((name) => ({
      kind: "number",
      name,
      values: take(name),
    })),
    weights: new Float64Array(rows.length).fill(1),
    weightModel: null,
    clusters: { kind: "matched set", codes: Int32Array.from(rows, (row) => setOf.get(row)!) },
  };
}
