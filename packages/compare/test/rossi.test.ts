import { validateComparison } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { expectClose, oracle } from "./support/oracle.ts";
import { compareRows, estimate, randomised, rossi, rossiLayout, rossiOutcomes, selected } from "./support/studies.ts";

const reference = oracle("rossi");
const trial = { rows: rossi, layout: rossiLayout, outcomes: rossiOutcomes, plan: randomised };
const result = compareRows(trial);
const { comparison } = result;

describe("Rossi, assigned at random", () => {
  it("counts 48 of 216 against 66 of 216, with Newcombe's interval from -16.5 to -0.015 points", () => {
    const { treated, comparison: other, interval, pValue } = estimate(result, "arrest:riskDifference:crude");
    expect([treated.events, treated.n, other.events, other.n]).toEqual([48, 216, 66, 216]);
    expect((interval[0] as number) * 100).toBeCloseTo(-16.5, 1);
    expect((interval[1] as number) * 100).toBeCloseTo(-0.015, 3);
    expectClose(pValue, oracle("effects").newcombe[0].p, 1e-9);
  });

  it("makes the crude difference the one primary, and says it did so by default", () => {
    expect(comparison.estimates.filter(({ primary }) => primary).map(({ id }) => id)).toEqual([
      "arrest:riskDifference:crude",
    ]);
    expect(comparison.design.primaryByDefault).toEqual(["arrest"]);
  });

  it("has the standardised risks of logistic regression, whose difference includes zero", () => {
    const theirs = reference.standardised_risks_from_logistic;
    const difference = estimate(result, "arrest:riskDifference:adjusted");
    expectClose(difference.estimate, theirs.risk_difference, 1e-7);
    expectClose(difference.standardError, theirs.se_risk_difference, 1e-7);
    expectClose(difference.treated.value, theirs.risk_yes, 1e-7);
    expectClose(difference.comparison.value, theirs.risk_no, 1e-7);
    expect(difference.interval[1]).toBeGreaterThan(0);
    const ratio = estimate(result, "arrest:riskRatio:adjusted");
    expectClose(ratio.estimate, theirs.risk_ratio, 1e-7);
    expectClose(ratio.standardError, theirs.se_log_risk_ratio, 1e-7);
    expect(difference.adjustedFor).toEqual(["age", "race", "wexp", "mar", "paro", "prio"]);
  });

  it("has the log-rank test", () => {
    expect(comparison.tests.map(({ test }) => test)).toEqual([
      "log-rank",
      "proportional hazards of the arms",
      "proportional hazards of the arms, given the covariates",
    ]);
    expectClose(comparison.tests[0]!.statistic, reference.log_rank.log_rank_fin.chisq, 1e-10);
    expectClose(comparison.tests[0]!.pValue, reference.log_rank.log_rank_fin.p, 1e-10);
  });

  it.each([
    ["treated", "fin=yes"],
    ["comparison", "fin=no"],
  ])("has the Kaplan–Meier curve of the %s arm with log-log limits", (arm, stratum) => {
    const theirs = reference.kaplan_meier.by_fin[stratum];
    const curve = comparison.curves.find((one) => one.arm === arm)!;
    expect(curve.timeUnit).toBe("week");
    expect(curve.points[0]).toEqual({ time: 0, atRisk: 216, events: 0, value: 1, interval: [1, 1] });
    expect(curve.points.at(-1)!.time).toBe(52);
    theirs.weeks.forEach((week: number, k: number) => {
      const point = curve.points.filter(({ time }) => time <= week).at(-1)!;
      expectClose(point.value, theirs.survival[k], 1e-10);
      expectClose(point.interval[0], theirs.ci95.loglog.lower[k], 1e-10);
      expectClose(point.interval[1], theirs.ci95.loglog.upper[k], 1e-10);
    });
  });

  it("has the Cox regressions with Efron's ties, every coefficient with its reference level", () => {
    for (const [id, fit] of [
      ["arrest:hazardRatio:crude", reference.cox.fin_only_efron],
      ["arrest:hazardRatio:adjusted", reference.cox.efron],
    ]) {
      const ours = estimate(result, id);
      expectClose(Math.log(ours.estimate as number), fit.coefficients.finyes, 1e-7);
      expectClose(ours.standardError, fit.standard_errors.finyes, 1e-7);
    }
    const model = comparison.models.find(({ model, terms }) => model === "cox-efron" && terms.length === 7)!;
    const { coefficients, standard_errors } = reference.cox.efron;
    for (const [ours, theirs, sign] of [
      ["treated", "finyes", 1],
      ["age", "age", 1],
      ["race=other", "raceother", 1],
      ["wexp=yes", "wexpyes", 1],
      ["mar=not married", "marnot married", 1],
      ["paro=yes", "paroyes", 1],
      ["prio", "prio", 1],
    ] as const) {
      const term = model.terms.find((one) => one.term === ours)!;
      expectClose(term.estimate, sign * coefficients[theirs], 1e-7);
      expectClose(term.standardError, standard_errors[theirs], 1e-7);
    }
    expect(model.terms.find(({ term }) => term === "mar=not married")!.reference).toBe("married");
  });

  it("has balance for every number and every level, with no after", () => {
    expect(comparison.balance.map(({ covariate, level }) => `${covariate} ${level}`)).toHaveLength(10);
    expect(comparison.balance.every(({ after }) => after === null)).toBe(true);
    expect(comparison.balance.every(({ adjusted }) => adjusted)).toBe(true);
  });

  it("gives every ratio an E-value, 1 where the interval includes no effect", () => {
    const adjusted = estimate(result, "arrest:hazardRatio:adjusted").sensitivity.eValue!;
    expect(adjusted.interval).toBeGreaterThan(1);
    const ratio = estimate(result, "arrest:riskRatio:crude");
    // By hand: 1 / RR = 1.375.
    expectClose(ratio.sensitivity.eValue!.estimate, 1.375 + Math.sqrt(1.375 * 0.375), 1e-12);
    expect(ratio.sensitivity.eValue!.interval).toBe(1);
  });

  it("is a valid comparison that survives JSON", () => {
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
    expect(validateComparison(comparison)).toEqual(expect.not.objectContaining({ problems: expect.anything() }));
  });

  it("turns round when the arms are swapped", () => {
    const swapped = compareRows({ ...trial, layout: { ...rossiLayout, treatedValue: "no" } });
    for (const { id, measure, estimate: value, interval, pValue } of comparison.estimates) {
      const other = estimate(swapped, id);
      const turn = measure.endsWith("Ratio") ? (x: number) => 1 / x : (x: number) => -x;
      expectClose(other.estimate, turn(value as number), 1e-9);
      expectClose(other.interval[0], turn(interval[1] as number), 1e-7);
      expectClose(other.interval[1], turn(interval[0] as number), 1e-7);
      expectClose(other.pValue, pValue as number, 1e-8);
    }
  });

  it("would make the adjusted difference primary had people been selected", () => {
    const chosen = compareRows({ ...trial, plan: selected });
    expect(chosen.comparison.estimates.find(({ primary }) => primary)!.id).toBe("arrest:riskDifference:adjusted");
  });

  it("does as the plan declares", () => {
    const declared = { ...rossiOutcomes[0]!, measure: "hazardRatio", estimator: "adjusted", level: 0.9 } as const;
    const { comparison } = compareRows({ ...trial, outcomes: [declared] });
    const [primary, ...others] = comparison.estimates.filter((one) => one.primary);
    expect(others).toEqual([]);
    expect(primary).toMatchObject({ id: "arrest:hazardRatio:adjusted", level: 0.9 });
    expect(comparison.design.primaryByDefault).toEqual([]);
    expect(() => compareRows({ ...trial, outcomes: [{ ...rossiOutcomes[0]!, measure: "rateRatio" }] })).toThrow(
      "primary must be one of riskDifference:crude",
    );
  });
});
