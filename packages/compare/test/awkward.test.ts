import type { ComparedOutcome } from "@likewise/compare";
import { Failure, validateComparison } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { expectClose, oracle } from "./support/oracle.ts";
import { type Cell, compareRows, estimate, type Rows, randomised, selected } from "./support/studies.ts";

const binary = [{ id: "y", kind: "binary" }] as const;
const layout = { treatment: "arm", covariates: ["x"], outcomes: [{ id: "y", kind: "binary", column: "y" }] } as const;

/** Two arms with so many events each; x differs between people but not between arms. */
function twoArms(treated: number, of: number, comparison: number, ofOthers: number): Rows {
  const n = of + ofOthers;
  const row = <T>(value: (row: number) => T) => Array.from({ length: n }, (_, k) => value(k));
  return {
    arm: row((k) => (k < of ? 1 : 0)),
    x: row((k) => (k < of ? k : k - of) % 5),
    y: row((k) => ((k < of ? k < treated : k - of < comparison) ? 1 : 0)),
  };
}

const compare = (rows: Rows, more: Partial<Parameters<typeof compareRows>[0]> = {}) =>
  compareRows({ rows, layout, outcomes: binary, plan: randomised, ...more });

const refused = ({ comparison }: ReturnType<typeof compareRows>) => comparison.refusals.map(({ id }) => id);

function failure(run: () => unknown): Failure {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("events everywhere or nowhere", () => {
  it.each([
    ["nobody", 0, 0],
    ["everybody", 20, 30],
  ])("gives the risk difference when %s has the event, and refuses every ratio", (_, a, b) => {
    const result = compare(twoArms(a, 20, b, 30));
    const { estimate: difference, interval, pValue, primary } = estimate(result, "y:riskDifference:crude");
    expect([difference, pValue, primary]).toEqual([0, 1, true]);
    expect(interval[0]).toBeLessThan(0);
    expect(interval[1]).toBeGreaterThan(0);
    expect(result.comparison.estimates).toHaveLength(1);
    expect(refused(result)).toEqual([
      "zero-cell:y:riskRatio:crude",
      "zero-cell:y:oddsRatio:crude",
      "same-outcome:y:riskDifference:adjusted",
      "same-outcome:y:riskRatio:adjusted",
      "same-outcome:y:oddsRatio:adjusted",
    ]);
    expect(validateComparison(result.comparison)).toHaveProperty("comparison");
  });

  it("lets the crude difference stand in for an adjusted primary with nothing to adjust, and says so", () => {
    const result = compare(twoArms(0, 20, 0, 30), { plan: selected });
    expect(estimate(result, "y:riskDifference:crude").primary).toBe(true);
    expect(result.comparison.assumptions.join()).toContain("stands in for the adjusted one");
  });

  it("gives matched people without any event Newcombe's interval, not one of no width", () => {
    const result = compare(twoArms(0, 20, 0, 30), { plan: { ...selected, method: "nearest" } });
    const { interval, standardError, test, primary } = estimate(result, "y:riskDifference:matched");
    expect(primary).toBe(true);
    expect(standardError).toBeNull();
    expect(test).toContain("Newcombe");
    expect((interval[1] as number) - (interval[0] as number)).toBeGreaterThan(0.1);
  });

  it("does not claim certainty when every matched pair agrees", () => {
    const rows = { arm: [1, 1, 1, 1, 0, 0, 0, 0], x: [1, 2, 3, 4, 1, 2, 3, 4], y: [1, 0, 1, 0, 1, 0, 1, 0] };
    const result = compare(rows, { plan: { ...selected, method: "nearest" } });
    const { estimate: difference, standardError, interval } = estimate(result, "y:riskDifference:matched");
    expect([difference, standardError]).toEqual([0, null]);
    expect((interval[1] as number) - (interval[0] as number)).toBeGreaterThan(0.5);
    expect(refused(result)).toContain("zero-cell:y:riskRatio:matched");
    expect(refused(result)).toContain("no-variation:y:riskDifference:matched-adjusted");
  });

  it("refuses survival ratios and test without events, and still draws the curves", () => {
    const rows = { ...twoArms(0, 20, 0, 30), week: Array.from({ length: 50 }, () => 52) };
    const timed = { ...layout, outcomes: [{ id: "y", kind: "time-to-event", column: "y", time: "week" }] } as const;
    const result = compareRows({
      rows,
      layout: timed,
      outcomes: [{ id: "y", kind: "time-to-event" }],
      plan: randomised,
    });
    expect(result.comparison.estimates).toEqual([]);
    expect(refused(result)).toEqual([
      "no-events:y:hazardRatio:crude",
      "no-events:y:hazardRatio:adjusted",
      "no-variation:y:restrictedMeanSurvivalTimeDifference:crude",
    ]);
    expect(result.comparison.curves.map(({ points }) => points.at(-1)!.value)).toEqual([1, 1]);
    expect(result.comparison.tests).toEqual([]);
  });

  it("keeps the uncertainty of a matched arm without events", () => {
    // By hand: 0 of 6 against 5 of 6 pairs; CR1 would give the treated arm no spread at all.
    const rows = { arm: [1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0], x: [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6] };
    const y = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0];
    const result = compare({ ...rows, y }, { plan: { ...selected, method: "nearest" } });
    const matched = estimate(result, "y:riskDifference:matched");
    expect(matched.standardError).toBeNull();
    const crude = estimate(result, "y:riskDifference:crude").interval;
    expectClose(matched.interval[0], crude[0] as number, 1e-12);
    expectClose(matched.interval[1], crude[1] as number, 1e-12);
    expect(refused(result)).toContain("zero-cell:y:riskRatio:matched");
  });

  it("refuses the crude ratio, keeps the difference and adjusts by Firth when one arm has no events", () => {
    const result = compare(twoArms(0, 20, 12, 30), { plan: selected });
    expect(estimate(result, "y:riskDifference:crude").estimate).toBe(-0.4);
    expect(refused(result)).toContain("zero-cell:y:riskRatio:crude");
    const adjusted = estimate(result, "y:riskDifference:adjusted");
    expect(adjusted.primary).toBe(true);
    expect(adjusted.estimate).toBeGreaterThan(-0.4);
    expect(adjusted.interval[1]).toBeLessThan(0);
  });

  it("keeps the crude difference and refuses the adjusted one with fewer events than terms, all in one arm", () => {
    const result = compare(twoArms(0, 20, 2, 30), { plan: selected });
    expect(estimate(result, "y:riskDifference:crude").test).toContain("Newcombe");
    expect(refused(result)[0]).toBe("separation:y:riskDifference:adjusted");
    expect(result.comparison.estimates.some(({ primary }) => primary)).toBe(false);
  });
});

describe("arms", () => {
  it("that are empty are a failure of the data", () => {
    const rows = { ...twoArms(3, 10, 3, 10), x: Array.from({ length: 20 }, (_, k): Cell => (k < 10 ? null : k)) };
    const { kind, message } = failure(() => compare(rows));
    expect([kind, message]).toEqual(["data", "the treated arm is empty: nobody in it has every covariate used"]);
  });

  it("that nobody is compared with, where the plan says so, have every effect refused and nothing estimated", () => {
    const plan = { id: "headline", assignment: "selected", comparator: "none" } as const;
    const result = compare({ arm: [1, 1, 1, 0], x: [1, 2, null, null], y: [1, 0, 1, 1] }, { plan });
    expect(validateComparison(JSON.parse(JSON.stringify(result.comparison)))).not.toHaveProperty("problems");
    const { arms, rows, estimates, refusals } = result.comparison;
    expect([arms.treated, arms.comparison, rows.read, rows.used]).toEqual([2, 0, 4, 2]);
    expect(estimates).toEqual([]);
    expect(refusals).toMatchObject([{ id: "no-comparison-group:y", what: "y" }]);
  });

  it("of one person each have a difference with an interval, and nothing that needs a spread", () => {
    const result = compare({ arm: [1, 0], x: [1, 2], y: [1, 0] });
    expect(estimate(result, "y:riskDifference:crude").estimate).toBe(1);
    expect(result.comparison.estimates).toHaveLength(1);
  });

  it("in which everybody scores the same have no difference in means: it would count as known exactly", () => {
    const means = { ...layout, outcomes: [{ id: "y", kind: "continuous", column: "y" }] } as const;
    const rows = {
      arm: [1, 1, 1, 1, 0, 0, 0, 0],
      x: [1, 2, 3, 4, 1, 2, 3, 4],
      y: [10.1, 10.1, 10.1, 10.1, 12, 9, 14, 11],
    };
    for (const plan of [randomised, { ...selected, method: "nearest" } as const]) {
      const run = compareRows({ rows, layout: means, outcomes: [{ id: "y", kind: "continuous" }], plan });
      expect(run.comparison.estimates).toEqual([]);
      expect(new Set(refused(run).map((id) => id.split(":")[0]))).toEqual(new Set(["arm-without-spread"]));
    }
  });

  it("of one person have no difference in means", () => {
    const means = { ...layout, outcomes: [{ id: "y", kind: "continuous", column: "y" }] } as const;
    const run = compareRows({
      rows: { arm: [1, 0, 0, 0], x: [1, 2, 3, 3], y: [4, 1, 2, 2] },
      layout: means,
      outcomes: [{ id: "y", kind: "continuous" }],
      plan: randomised,
    });
    expect(refused(run)).toContain("one-person:y:meanDifference:crude");
  });
});

describe("covariates", () => {
  it("that do not vary are left out of models and named, and are not called adjusted", () => {
    const rows = { ...twoArms(5, 20, 12, 30), site: Array.from({ length: 50 }, () => "north") };
    const result = compare(rows, { layout: { ...layout, covariates: ["x", "site"] } });
    const { comparison } = result;
    expect(comparison.models.find(({ model }) => model === "logistic")!.notes.join()).toContain(
      "site left out: it does not vary",
    );
    expect(estimate(result, "y:riskDifference:adjusted").adjustedFor).toEqual(["x"]);
    expect(comparison.balance.find(({ covariate }) => covariate === "site")).toMatchObject({ adjusted: false });
    expect(comparison.balance.at(-1)!.before.standardisedMeanDifference).toBeNull();
  });

  it("that repeat each other change nothing", () => {
    const rows = twoArms(5, 20, 12, 30);
    const twice = compare(
      { ...rows, again: rows.x!.map((x) => 3 * Number(x) + 1) },
      { layout: { ...layout, covariates: ["x", "again"] } },
    );
    expectClose(
      estimate(twice, "y:riskDifference:adjusted").estimate,
      estimate(compare(rows), "y:riskDifference:adjusted").estimate as number,
      1e-8,
    );
  });

  it("that repeat the arm leave nothing to adjust, and no matched group", () => {
    const rows = { ...twoArms(5, 20, 12, 30), team: Array.from({ length: 50 }, (_, k) => (k < 20 ? "a" : "b")) };
    const both = { ...layout, covariates: ["x", "team"] };
    expect(refused(compare(rows, { layout: both }))).toContain("arm-is-covariate:y:riskDifference:adjusted");
    const matched = compare(rows, { layout: both, plan: { ...selected, method: "nearest" } });
    expect(refused(matched)[0]).toBe("no-overlap:y:riskDifference:matched");
    expect(matched.comparison.matching).toBeNull();
    expect(matched.comparison.estimates.some(({ primary }) => primary)).toBe(false);
    expect(estimate(matched, "y:riskDifference:crude")).toBeDefined();
  });

  it("none of which varies cannot match", () => {
    const rows = { ...twoArms(5, 20, 12, 30), x: Array.from({ length: 50 }, () => 7) };
    expect(refused(compare(rows, { plan: { ...selected, method: "nearest" } }))[0]).toBe(
      "no-covariate-varies:y:riskDifference:matched",
    );
  });

  it("more than events are warned of", () => {
    const rows = twoArms(1, 20, 1, 30);
    const noise = (by: number) => Array.from({ length: 50 }, (_, k) => (k * by) % 7);
    const wide = compare(
      { ...rows, a: noise(2), b: noise(3), c: noise(5) },
      { layout: { ...layout, covariates: ["x", "a", "b", "c"] } },
    );
    const warned = wide.comparison.assumptions.join().includes("more terms than there are events");
    expect(warned || refused(wide).some((id) => id.startsWith("separation"))).toBe(true);
  });

  it("not in the table are a failure of usage that names those that are", () => {
    const { kind, message } = failure(() =>
      compare(twoArms(5, 20, 12, 30), { plan: { ...randomised, covariates: ["y"] } }),
    );
    expect([kind, message]).toEqual(["usage", 'covariate "y" must be a baseline column; there are x']);
  });
});

describe("clusters", () => {
  const rows = { ...twoArms(5, 20, 12, 30), team: Array.from({ length: 50 }, (_, k) => `team ${(k * 3) % 7}`) };
  const clustered = { ...layout, cluster: "team" };

  it("need not be a covariate", () => {
    const result = compare(rows, { layout: clustered, plan: { ...selected, cluster: "team" } });
    const { clusters, standardErrorKind } = estimate(result, "y:riskDifference:crude");
    expect(clusters).toBe(7);
    expect(standardErrorKind).toContain("cluster-robust by cluster (CR2)");
    expect(result.comparison.balance.map(({ covariate }) => covariate)).toEqual(["x"]);
  });

  const ofArm = (perTreated: number, perOther: number) =>
    Array.from({ length: 50 }, (_, k) => (k < 20 ? `t${k % perTreated}` : `c${(k - 20) % perOther}`));

  it.each([
    ["one in an arm", 1, 6],
    ["one in each arm", 1, 1],
  ])("refuse every estimate that rests on them with %s", (_, inTreated, inComparison) => {
    const few = {
      ...rows,
      team: ofArm(inTreated, inComparison),
      n: twoArms(5, 20, 12, 30).y!,
      week: Array.from({ length: 50 }, (_w, k) => 1 + ((k * 7) % 40)),
    };
    const wide = {
      ...clustered,
      outcomes: [
        { id: "y", kind: "binary", column: "y", time: "week", event: "y" },
        { id: "n", kind: "continuous", column: "n" },
      ],
    } as const;
    const result = compareRows({
      rows: few,
      layout: wide,
      outcomes: [...binary, { id: "n", kind: "continuous" }],
      plan: { ...selected, cluster: "team" },
    });
    expect(result.comparison.estimates).toEqual([]);
    expect(refused(result)).toHaveLength(11);
    expect(refused(result).every((id) => /^(few|one)-cluster/.test(id))).toBe(true);
  });

  it("have few degrees of freedom when an arm has few of them, and say so", () => {
    const few = { ...rows, team: ofArm(3, 12) };
    const result = compare(few, { layout: clustered, plan: { ...selected, cluster: "team" } });
    for (const id of ["y:riskDifference:crude", "y:riskDifference:adjusted"]) {
      const { clusters, df } = estimate(result, id);
      expect(clusters).toBe(15);
      // Satterthwaite's lie between those of the smaller arm alone and those of all clusters.
      expect(df).toBeGreaterThanOrEqual(2);
      expect(df).toBeLessThan(14);
    }
    expect(result.comparison.assumptions.join()).toContain("few treated clusters");
  });

  it("that are many and of one size have those of Welch's test of their means, and are no worry", () => {
    const many = { ...rows, team: ofArm(10, 15) };
    const result = compare(many, { layout: clustered, plan: { ...randomised, cluster: "team" } });
    // By hand: clusters of two in both arms, variances taken to be equal: (1/10 + 1/15)² / (1/(10² · 9) + 1/(15² · 14)).
    expectClose(estimate(result, "y:riskDifference:crude").df, (1 / 6) ** 2 / (1 / 900 + 1 / 3150), 1e-9);
    expect(result.comparison.assumptions.join()).not.toContain("clusters");
  });

  it("nobody of whom has an event count once each", () => {
    // By hand: Newcombe of 0 of 4 clusters against 0 of 5; Wilson's upper limits z² / (n + z²).
    const none = { ...twoArms(0, 20, 0, 30), team: ofArm(4, 5) };
    const result = compare(none, { layout: clustered, plan: { ...randomised, cluster: "team" } });
    const { interval, standardError } = estimate(result, "y:riskDifference:crude");
    const squared = 1.959963984540054 ** 2;
    expect(standardError).toBeNull();
    expectClose(interval[0], -squared / (5 + squared), 1e-10);
    expectClose(interval[1], squared / (4 + squared), 1e-10);
  });

  it("nobody has are a failure of usage", () => {
    expect(failure(() => compare(rows, { plan: { ...randomised, cluster: "team" } })).kind).toBe("usage");
  });

  it("are said not to be allowed for in matched estimates", () => {
    const plan = { ...selected, method: "nearest", cluster: "team" } as const;
    expect(compare(rows, { layout: clustered, plan }).comparison.assumptions.join()).toContain(
      "people of one team being alike",
    );
  });
});

describe("missing values", () => {
  it("of a covariate leave a person out of the comparison, counted once", () => {
    const rows = twoArms(5, 20, 12, 30);
    const x = rows.x!.map((value, k) => (k % 10 === 0 ? null : value));
    const { comparison } = compare({ ...rows, x });
    expect(comparison.rows).toEqual({ read: 50, used: 45, excluded: [{ reason: "x missing", rows: 5 }] });
    expect(comparison.arms).toMatchObject({ treated: 18, comparison: 27 });
  });

  it("of an outcome leave a person out of that outcome alone", () => {
    const rows = twoArms(5, 20, 12, 30);
    const result = compare({ ...rows, y: rows.y!.map((value, k) => (k < 3 ? null : value)) });
    expect(result.comparison.rows.used).toBe(50);
    expect(estimate(result, "y:riskDifference:crude").treated).toEqual({ n: 17, events: 2, value: 2 / 17 });
    expect(result.comparison.design.outcomeRows).toEqual([{ outcome: "y", excluded: [{ reason: "blank", rows: 3 }] }]);
    expect(result.comparison.assumptions.join()).toContain("not known are taken to be like");
  });

  it("of an outcome break a matched set whole", () => {
    const rows = twoArms(5, 20, 12, 30);
    const plan = { ...selected, method: "nearest" } as const;
    const result = compare({ ...rows, y: rows.y!.map((value, k) => (k === 0 ? null : value)) }, { plan });
    expect(result.comparison.matching!.treatedMatched).toBe(20);
    const { treated, comparison, clusters } = estimate(result, "y:riskDifference:matched");
    expect([treated.n, comparison.n, clusters]).toEqual([19, 19, 19]);
    const { estimand, population } = estimate(result, "y:riskDifference:matched");
    expect([estimand, population]).toEqual(["ATM", "all treated people, in matched sets whose outcomes are all known"]);
    expect(estimate(result, "y:riskDifference:crude").population).toBe("everyone in both arms whose outcome is known");
  });

  it("are imputed so many times only where they are imputed", () => {
    const asked = () => compare(twoArms(5, 20, 12, 30), { plan: { ...randomised, imputations: 5 } });
    expect(failure(asked).message).toBe("imputations: goes with missing: impute");
  });
});

describe("counts", () => {
  const counts = { ...layout, outcomes: [{ id: "n", kind: "count", column: "n", exposure: "years" }] } as const;
  const outcomes: ComparedOutcome[] = [{ id: "n", kind: "count" }];
  const rows = (n: number[], years: number[]) => ({ arm: n.map((_, k) => k % 2), x: n.map((_, k) => k % 3), n, years });

  it("are compared per person-year, the rate difference being primary", () => {
    // By hand: treated 2, 0, 1 in 1 + 0.5 + 1 years = 1.2 a year; comparison 0, 3, 3 in 1 + 1 + 2 = 1.5.
    const result = compareRows({
      rows: rows([0, 2, 3, 0, 3, 1], [1, 1, 1, 0.5, 2, 1]),
      layout: counts,
      outcomes,
      plan: randomised,
    });
    const difference = estimate(result, "n:rateDifference:crude");
    expect(difference.primary).toBe(true);
    expectClose(difference.treated.value, 1.2, 1e-14);
    expectClose(difference.comparison.value, 1.5, 1e-14);
    expect([difference.treated.n, difference.treated.events]).toEqual([3, 3]);
    expectClose(estimate(result, "n:rateRatio:crude").estimate, 0.8, 1e-14);
    expectClose(estimate(result, "n:meanDifference:crude").estimate, -1, 1e-14);
  });

  it("of equal exposure have the interval of Welch's test of the counts", () => {
    const result = compareRows({
      rows: rows([0, 2, 3, 0, 3, 1, 4, 4], [1, 1, 1, 1, 1, 1, 1, 1]),
      layout: counts,
      outcomes,
      plan: randomised,
    });
    expect(estimate(result, "n:rateDifference:crude").interval).toEqual(
      estimate(result, "n:meanDifference:crude").interval,
    );
  });

  it("without events anywhere have no interval worth giving; with none in one arm, no ratio", () => {
    const none = compareRows({ rows: rows([0, 0, 0, 0], [1, 1, 1, 1]), layout: counts, outcomes, plan: randomised });
    expect(none.comparison.estimates).toEqual([]);
    expect(refused(none)[0]).toBe("no-variation:n:rateDifference:crude");
    const one = compareRows({
      rows: rows([1, 0, 2, 0, 4, 0], [1, 1, 1, 1, 1, 1]),
      layout: counts,
      outcomes,
      plan: randomised,
    });
    expect(estimate(one, "n:rateDifference:crude").estimate).toBeLessThan(0);
    expect(refused(one)).toContain("no-events:n:rateRatio:crude");
  });

  it("without time at risk are compared by their means", () => {
    const without = { ...counts, outcomes: [{ id: "n", kind: "count", column: "n" }] } as const;
    const result = compareRows({
      rows: rows([0, 2, 3, 0, 3, 1], [1, 1, 1, 1, 1, 1]),
      layout: without,
      outcomes,
      plan: randomised,
    });
    expect(result.comparison.estimates.find(({ primary }) => primary)!.id).toBe("n:meanDifference:crude");
  });

  it("that are negative or broken are a failure of the data", () => {
    expect(
      failure(() =>
        compareRows({ rows: rows([0, 2.5, 3, 0], [1, 1, 1, 1]), layout: counts, outcomes, plan: randomised }),
      ).kind,
    ).toBe("data");
  });
});

describe("times", () => {
  const timed = { ...layout, outcomes: [{ id: "y", kind: "time-to-event", column: "y", time: "week" }] } as const;
  const outcomes: ComparedOutcome[] = [{ id: "y", kind: "time-to-event" }];

  it("to an event make the hazard ratio primary and keep the censored", () => {
    const rows = { ...twoArms(5, 20, 12, 30), week: Array.from({ length: 50 }, (_, k) => 1 + ((k * 7) % 40)) };
    const result = compareRows({ rows, layout: timed, outcomes, plan: randomised });
    expect(estimate(result, "y:hazardRatio:crude").primary).toBe(true);
    expect(estimate(result, "y:hazardRatio:crude").treated).toEqual({ n: 20, events: 5, value: null });
    expect(result.comparison.design.outcomeRows).toEqual([{ outcome: "y", excluded: [] }]);
  });

  it("that run out of people say their last limits do not exist", () => {
    const rows = { arm: [1, 1, 1, 0, 0, 0], x: [1, 2, 3, 1, 2, 3], y: [1, 1, 1, 1, 0, 0], week: [1, 2, 3, 2, 4, 5] };
    const { comparison } = compareRows({ rows, layout: timed, outcomes, plan: randomised });
    const last = comparison.curves.find(({ arm }) => arm === "treated")!.points.at(-1)!;
    expect(last).toMatchObject({ value: 0, interval: [{ unbounded: "below" }, { unbounded: "above" }] });
  });
});

describe("what so many people could show", () => {
  // Published table of the smallest detectable reduction at 80 % power (evaluation standards, section 6.4).
  it.each([
    [60, 18, 60, 0.202],
    [100, 150, 500, 0.132],
    [30, 300, 1500, 0.171],
    [500, 100, 500, 0.066],
  ])("%i treated against %i of %i", (treated, events, others, detectable) => {
    const result = compare(twoArms(Math.round(treated / 4), treated, events, others), {
      outcomes: [{ id: "y", kind: "binary", direction: "lower" }],
    });
    const { detectableDifference } = estimate(result, "y:riskDifference:crude").precision!;
    expect(detectableDifference).toBeCloseTo(detectable, 3);
  });

  it("says when even the largest reduction could not be shown", () => {
    const result = compare(twoArms(3, 30, 6, 30));
    expect(estimate(result, "y:riskDifference:crude").precision!.detectableDifference).toBeNull();
  });

  it.each(oracle("count-differences").peopleNeeded as { counts: number[]; needed: number | null }[])(
    "says how many treated people Newcombe's interval would need: $counts",
    ({ counts, needed }) => {
      const [events, treated, others, comparison] = counts as [number, number, number, number];
      const result = compare(twoArms(events, treated, others, comparison));
      expect(estimate(result, "y:riskDifference:crude").precision!.peopleNeeded).toBe(needed);
    },
  );

  it("never says that fewer people are needed than an unclear difference had", () => {
    for (let sets = 4; sets <= 9; sets++) {
      for (let events = 0; events < sets; events++) {
        const pairs = Array.from(
          { length: sets },
          (_, set) => [set < events ? 1 : 0, set >= events - 1 ? 1 : 0] as const,
        );
        const rows: Rows = {
          arm: [...pairs.map(() => 1), ...pairs.map(() => 0)],
          x: [...pairs.map((_, set) => set), ...pairs.map((_, set) => set)],
          y: [...pairs.map(([y]) => y), ...pairs.map(([, y]) => y)],
        };
        const result = compare(rows, { plan: { ...selected, method: "nearest" } });
        const { precision, interval, treated } = estimate(result, "y:riskDifference:matched");
        const isClear = (interval[0] as number) > 0 || (interval[1] as number) < 0;
        if (isClear || treated.value === 0) expect(precision!.peopleNeeded).toBeNull();
        else if (precision!.peopleNeeded !== null) expect(precision!.peopleNeeded).toBeGreaterThan(sets);
      }
    }
  });
});

it("with nothing but a constant covariate the adjusted difference is the crude one", () => {
  const result = compare({ ...twoArms(5, 20, 12, 30), x: new Array<Cell>(50).fill(7) });
  const [crude, adjusted] = ["crude", "adjusted"].map((one) => estimate(result, `y:riskDifference:${one}`));
  expectClose(adjusted!.estimate, Number(crude!.estimate), 1e-9);
});

describe("plans that ask for what is not there", () => {
  it.each([
    [{ method: "radius" }, "caliper: method radius needs one"],
    [{ method: "radius", caliper: 0.1, replace: false }, "replace: method radius is with replacement"],
    [{ method: "radius", caliper: 0.1, ratio: 2 }, "ratio: method radius takes everybody"],
    [{ method: "radius", caliper: 0.1, order: "data" }, "order: with a radius nobody chooses before"],
    [{ method: "radius", caliper: 0.1, distance: "mahalanobis" }, "available: probability, linear, odds"],
    [{ method: "optimal", order: "data" }, "order: nobody chooses first in method optimal"],
    [{ method: "full", ratio: 2 }, "ratio: method full does not keep to it"],
    [{ method: "exact" }, "exact: method exact needs at least one column to agree on"],
    [{ method: "nearest", distance: "mahalanobis", order: "largest" }, "available: closest, data, random"],
    [{ method: "nearest", scoreCaliper: 0.2 }, "scoreCaliper: goes with a Mahalanobis distance"],
    [{ method: "nearest", distanceCovariates: ["x"] }, "distanceCovariates: goes with a Mahalanobis distance"],
    [{ method: "nearest", distance: "mahalanobis", distanceCovariates: ["z"] }, '"z" must be one of the covariates: x'],
    [{ method: "nearest", covariateCalipers: { z: 1 } }, '"z" must be one of the covariates; numbers are x'],
    [{ method: "nearest", exact: ["x"], antiExact: ["x"] }, 'antiExact: "x" must not be an exact column too'],
    [{ method: "nearest", antiExact: ["z"] }, 'antiExact "z" must be a baseline column'],
    [{ method: "nearest", replace: true, bootstrap: 999 }, "bootstrap: it is wrong where comparison people serve"],
    [{ method: "ipw", replace: true }, "replace: method ipw does not keep to it"],
    [{ method: "subclass", covariateCalipers: { x: 1 } }, "covariateCalipers: method subclass does not keep to it"],
    [{ method: "none", commonSupport: "both" }, "commonSupport: method none does not keep to it"],
    [{ method: "ipw", caliper: 0.1 }, "caliper: method ipw does not keep to it; leave it out, or use nearest, radius"],
    [{ method: "cem", distance: "linear" }, "distance: method cem does not keep to it"],
    [{ method: "nearest", trim: 0.1 }, "trim: method nearest does not keep to it; leave it out, or use ipw, overlap"],
    [{ method: "ipw", subclasses: 7 }, "subclasses: method ipw does not keep to it; leave it out, or use subclass"],
    [{ method: "exact", exact: ["x"], bins: 4 }, "bins: method exact does not keep to it; leave it out, or use cem"],
    [{ method: "overlap", ratio: 2 }, "ratio: method overlap does not keep to it"],
    [{ method: "subclass", order: "data" }, "order: method subclass does not keep to it"],
    [{ method: "none", score: "probit" }, "score: method none has no propensity score"],
    [{ method: "nearest", estimand: "ate" }, "available: att"],
    [{ method: "nearest", covariates: [] }, "needs at least one"],
    [{ preset: "jdl", method: "nearest" }, "method: preset jdl sets radius, got nearest"],
    [{ preset: "jdl", distance: "linear" }, "distance: preset jdl sets odds, got linear"],
    [{ outcomes: ["z"] }, '"z" is not declared; there are y'],
    [{ exact: ["z"] }, 'exact "z" must be a baseline column'],
  ] as const)("%j", (asked, message) => {
    const found = failure(() => compare(twoArms(5, 20, 12, 30), { plan: { ...selected, ...asked } as never }));
    expect(found.kind).toBe("usage");
    expect(found.message).toContain(message);
  });

  it("refuses levels of subgroups nobody can learn from as data, not by failing", () => {
    const result = compare(twoArms(5, 20, 12, 30), { plan: { ...randomised, subgroups: ["x"] } });
    expect(refused(result)).toContain("subgroup-level:y:riskDifference:crude:x=0");
    expect(refused(result)).toContain("subgroup-one-level:y:riskDifference:crude:x");
  });
});
