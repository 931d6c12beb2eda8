import { describe, expect, it } from "vitest";
import { expectClose, oracle } from "../support/oracle.ts";
import { compareRows, estimate, rossi, rossiLayout, rossiOutcomes, selected } from "../support/studies.ts";

const reference = oracle("standardised-risks");
const nobodyTreated = {
  ...rossi,
  arrest: rossi.arrest!.map((arrest, row) => (rossi.fin![row] === "yes" ? 0 : arrest)),
};
const compare = (rows = rossi, level = 0.95) =>
  compareRows({ rows, layout: rossiLayout, outcomes: rossiOutcomes, plan: { ...selected, level, estimand: "ate" } });

describe("risks standardised by one logistic regression", () => {
  it.each([
    ["of Rossi's trial", compare(), reference.plain, 1e-8],
    ["where nobody treated has the event", compare(nobodyTreated), reference.nobody_treated_has_the_event, 1e-6],
  ])("have the difference, ratio and limits that R has: %s", (_, result, theirs, tolerance) => {
    const difference = estimate(result, "arrest:riskDifference:adjusted");
    const ratio = estimate(result, "arrest:riskRatio:adjusted");
    expect(difference.primary).toBe(true);
    expectClose(difference.treated.value, theirs.risks[0], tolerance);
    expectClose(difference.comparison.value, theirs.risks[1], tolerance);
    expectClose(difference.estimate, theirs.difference, tolerance);
    expectClose(difference.standardError, theirs.standard_error, tolerance);
    expectClose(ratio.df, theirs.ratio_df, tolerance);
    for (const side of [0, 1]) {
      expectClose(difference.interval[side], theirs.interval[side], 10 * tolerance);
      expectClose(ratio.interval[side], theirs.ratio_interval[side], 10 * tolerance);
    }
  });

  it("are Firth's with as many events as were seen, where one regression has no finite answer, and say so", () => {
    const { comparison } = compare(nobodyTreated);
    expect(comparison.models.map(({ model }) => model)).toContain("logistic-firth");
    expect(comparison.assumptions.join()).toContain("the standardised risks are those of Firth's penalised likelihood");
    expect(comparison.refusals.filter(({ id }) => id.endsWith(":adjusted"))).toEqual([]);
  });

  it("have a p-value that is the level at which the interval touches no difference", () => {
    const { pValue } = estimate(compare(), "arrest:riskDifference:adjusted");
    const { interval } = estimate(compare(rossi, 1 - (pValue as number)), "arrest:riskDifference:adjusted");
    expect(interval[1]).toBeCloseTo(0, 10);
  });
});

/** 150 against 900 people whose number lies almost a deviation apart; the effect is alike for all, or turns with the number. */
function study(turns: number) {
  const rows = Array.from({ length: 1050 }, (_, k) => k);
  const isTreated = (k: number) => k < 150;
  const number = rows.map((k) => ((k * 37) % 150) / 37.5 - 2 + (isTreated(k) ? 1 : 0));
  // Not drawn at random: the event goes to whoever's risk is above a number that runs evenly from 0 to 1.
  const risk = rows.map((k) => 1 / (1 + Math.exp(-(0.3 * number[k]! + (isTreated(k) ? turns * number[k]! - 0.3 : 0)))));
  return {
    arm: rows.map((k) => (isTreated(k) ? 1 : 0)),
    number,
    y: rows.map((k) => ((((k * 89) % 150) + 0.5) / 150 < risk[k]! ? 1 : 0)),
  };
}

const warningsOf = (turns: number, estimand?: "ate" | "att") => {
  const result = compareRows({
    rows: study(turns),
    layout: { treatment: "arm", covariates: ["number"], outcomes: [{ id: "y", kind: "binary", column: "y" }] },
    outcomes: [{ id: "y", kind: "binary" }],
    plan: { ...selected, ...(estimand === undefined ? {} : { estimand }) },
  });
  const of = (id: string) => estimate(result, id).warnings?.map(({ code }) => code) ?? [];
  return { adjusted: of("y:riskDifference:adjusted"), crude: of("y:riskDifference:crude"), result };
};

describe("an effect that differs between people", () => {
  it("is warned of on the estimates that take it as one, by code and in words", () => {
    const { adjusted, crude, result } = warningsOf(1.5, "ate");
    expect(adjusted).toEqual(["effect-differs"]);
    expect(crude).toEqual([]);
    expect(result.comparison.assumptions.join()).toContain("may miss the average effect");
  });

  it("is not spoken of where one effect fits", () => {
    const { adjusted, result } = warningsOf(0, "ate");
    expect(adjusted).toEqual([]);
    expect(result.comparison.assumptions.join()).not.toContain("may miss the average effect");
  });

  it("does not move the default, the effect on those treated: their own risk is as observed (score equation of the arm)", () => {
    const { adjusted, result } = warningsOf(1.5);
    expect(adjusted).toEqual([]);
    const [first] = result.comparison.estimates.filter(({ id }) => id === "y:riskDifference:adjusted");
    const { treated, estimand } = first!;
    expect(estimand).toBe("ATT");
    expect(treated.value).toBeCloseTo((treated.events as number) / (treated.n as number), 9);
  });

  it("is about everybody in a trial", () => {
    const trial = compareRows({
      rows: study(0),
      layout: { treatment: "arm", covariates: ["number"], outcomes: [{ id: "y", kind: "binary", column: "y" }] },
      outcomes: [{ id: "y", kind: "binary" }],
      plan: { ...selected, assignment: "random", comparator: "randomised-control" },
    });
    expect(estimate(trial, "y:riskDifference:adjusted").estimand).toBe("ATE");
  });
});
