import { comparisonMethod, type MatchedSet, matchMahalanobis, propensityScore } from "@likewise/compare";
import { type ComparisonPlan, validateComparison } from "@likewise/schema";
import { cholesky, randomStream, solveCholesky } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { lalondePeople } from "../support/lalonde-people.ts";
import { expectClose, oracle } from "../support/oracle.ts";
import { pooledCovariance } from "../support/pooled-covariance.ts";
import { compareLalonde, estimate, lalonde, reordered, selected } from "../support/studies.ts";

const reference = oracle("lalonde");

const replacement: Record<string, Partial<ComparisonPlan>> = {
  nn_replacement: { replace: true },
  "nn_replacement_caliper_0.2": { replace: true, caliper: 0.2 },
};
const mahalanobis = { distance: "mahalanobis" } as const;
const withinCaliper: Partial<ComparisonPlan> = {
  distance: "mahalanobis",
  distanceCovariates: ["age", "educ", "re74", "re75"],
  scoreCaliper: 0.2,
};
const others: Record<string, Partial<ComparisonPlan>> = {
  "nn_mahalanobis_within_caliper_0.2": withinCaliper,
  nn_common_support_both: { commonSupport: "both" },
};

function planOf(plan: Partial<ComparisonPlan>): ComparisonPlan {
  return { ...selected, method: "nearest", ...plan };
}

function compare(plan: Partial<ComparisonPlan>, rows = lalonde, tieDraws = 20) {
  return compareLalonde(planOf(plan), { rows, tieDraws });
}

function setsOf(plan: Partial<ComparisonPlan>): readonly MatchedSet[] {
  const formed = comparisonMethod("nearest").form(lalondePeople, { plan: planOf(plan), seed: 1 });
  if ("refusal" in formed) throw new Error(formed.refusal.why);
  return formed.group.sets!;
}

const rowNumbers = (sets: readonly MatchedSet[]) =>
  sets.map(({ treated, comparison }) => [treated[0]! + 1, ...comparison.map((row) => row + 1)]);

const score = propensityScore(lalondePeople.covariates, lalondePeople.treated).probability;
const scoreDistances = (sets: readonly MatchedSet[]) =>
  sets.reduce((sum, { treated, comparison }) => sum + Math.abs(score[treated[0]!]! - score[comparison[0]!]!), 0);

describe.each(Object.entries({ ...replacement, ...others }))("LaLonde, %s", (name, plan) => {
  const expected = reference.matching[name];
  const result = compare(plan);
  const { matching, balance } = result.comparison;

  it("keeps the people MatchIt keeps, with its effective sample sizes and no constraint broken", () => {
    expect(matching!.treatedMatched).toBe(expected.counts.treated_matched);
    expect(matching!.comparisonMatched).toBe(expected.counts.control_matched);
    expectClose(matching!.effectiveSampleSize.treated, expected.counts.ess_treated, 1e-12);
    expectClose(matching!.effectiveSampleSize.comparison, expected.counts.ess_control, 1e-12);
    expect(Object.values(matching!.constraintsChecked).every(({ broken }) => broken === 0)).toBe(true);
    // The stored totals are of scores from a fit that stopped early (they add up to 185.0000002, not 185), which shows where
    // the distances are small; the sets themselves are compared below.
    const tolerance = plan.replace === true ? 5e-8 : 1e-8;
    expectClose(scoreDistances(setsOf(plan)), expected.sum_abs_score_distance, tolerance);
  });

  it("has its balance, distributions among it, and its effects", () => {
    for (const row of balance) {
      const theirs = expected.balance.after[`${row.covariate}${row.level ?? ""}`];
      const ours = row.after!;
      expectClose(ours.comparison, theirs.mean_control, 1e-11);
      expect(Math.abs((ours.standardisedMeanDifference as number) - theirs.smd)).toBeLessThan(1e-11);
      if (theirs.variance_ratio !== undefined) expectClose(ours.varianceRatio, theirs.variance_ratio, 1e-10);
      expect(Math.abs((ours.ecdfMean as number) - theirs.ecdf_mean)).toBeLessThan(1e-11);
      expect(Math.abs((ours.ecdfMax as number) - theirs.ecdf_max)).toBeLessThan(1e-11);
    }
    const { re78, emp78 } = expected.effects;
    expectClose(estimate(result, "re78:meanDifference:matched").estimate, re78.difference, 1e-10);
    const risk = estimate(result, "emp78:riskDifference:matched").estimate as number;
    expect(Math.abs(risk - emp78.difference)).toBeLessThan(1e-12);
  });

  it("names the estimand after whom it kept, says who was lost, and is a valid comparison", () => {
    const isCut = expected.counts.treated_matched < 185;
    expect(estimate(result, "re78:meanDifference:matched").estimand).toBe(isCut ? "ATM" : "ATT");
    expect(matching!.lost.length).toBe(isCut ? 9 : 0);
    expect(validateComparison(JSON.parse(JSON.stringify(result.comparison)))).toEqual(
      expect.not.objectContaining({ problems: expect.anything() }),
    );
  });
});

describe("LaLonde with replacement", () => {
  it.each(Object.entries(replacement))("%s has MatchIt's sets, all of them", (name, plan) => {
    expect(rowNumbers(setsOf(plan))).toEqual(reference.matching[name].sets_row_numbers);
  });

  it.each(Object.entries(replacement))("%s: what ties can do is what they could do in MatchIt", (name, plan) => {
    const { att_re78_min, att_re78_max } = reference.matching[name].tie_sensitivity;
    const [low, high] = compare(plan, lalonde, 300).comparison.matching!.tieRange.re78 as [number, number];
    const [least, most] = extremesOverTies(setsOf(plan));
    // Nobody waits for anybody, so every choice among equals goes with every other: random draws stay inside, far apart.
    for (const value of [low, high, att_re78_min, att_re78_max]) {
      expect(value).toBeGreaterThanOrEqual(least - 1e-9);
      expect(value).toBeLessThanOrEqual(most + 1e-9);
    }
    expect(high - low).toBeGreaterThan(0.8 * (att_re78_max - att_re78_min));
  });

  it("counts each comparison person once, with a weight, and has no sets to cluster by", () => {
    const result = compare({ replace: true });
    const effect = estimate(result, "re78:meanDifference:matched");
    expect([effect.treated.n, effect.comparison.n, effect.clusters]).toEqual([185, 82, null]);
    expect(effect.standardErrorKind).toContain("Abadie and Imbens");
    expect(result.matchedRows.numRows).toBe(267);
    expect(result.matchedRows.columns.set!.valid!.filter((known) => known === 0).length).toBe(42);
  });
});

/** Least and greatest effect over every choice among comparison people at the same distance. */
function extremesOverTies(sets: readonly MatchedSet[]): [number, number] {
  const earnings = lalonde.re78 as number[];
  const comparisons = Array.from(score, (_, row) => row).filter((row) => lalondePeople.treated[row] === 0);
  let [least, most] = [0, 0];
  for (const { treated } of sets) {
    const row = treated[0]!;
    const distance = (other: number) => Math.abs(score[row]! - score[other]!);
    const nearest = Math.min(...comparisons.map(distance));
    const effects = comparisons
      .filter((other) => distance(other) <= nearest + 1e-14)
      .map((other) => earnings[row]! - earnings[other]!);
    least += Math.min(...effects);
    most += Math.max(...effects);
  }
  return [least / sets.length, most / sets.length];
}

describe("LaLonde by Mahalanobis distance", () => {
  it("has MatchIt's total distance, most of its sets and an effect near its own", () => {
    // The definition's tolerances: distances tie but for rounding, so implementations differ.
    const expected = reference.matching.nn_mahalanobis;
    const result = compare(mahalanobis);
    const theirs = new Set(expected.sets_row_numbers.map(String));
    expect(rowNumbers(setsOf(mahalanobis)).filter((set) => theirs.has(String(set))).length).toBeGreaterThanOrEqual(175);
    const ours = estimate(result, "re78:meanDifference:matched").estimate as number;
    expect(Math.abs(ours - expected.effects.re78.difference)).toBeLessThan(100);
    expect(result.comparison.matching!.treatedMatched).toBe(185);
    expectClose(totalDistance(setsOf(mahalanobis)), expected.sum_mahalanobis_distance, 0.005);
    expect(matchMahalanobis(lalondePeople.covariates, lalondePeople.treated)).toEqual(setsOf(mahalanobis));
  });

  it("within a score caliper pairs the same people as MatchIt, and differs where distances are equal alone", () => {
    const expected: [number, number][] = reference.matching["nn_mahalanobis_within_caliper_0.2"].sets_row_numbers;
    const ours = rowNumbers(setsOf(withinCaliper));
    expect(ours.flat().sort()).toEqual(expected.flat().sort());
    const theirs = new Set(expected.map(String));
    expect(ours.filter((set) => theirs.has(String(set))).length).toBeGreaterThanOrEqual(105);
  });

  it("within common support has MatchIt's sets", () => {
    expect(rowNumbers(setsOf({ commonSupport: "both" }))).toEqual(
      reference.matching.nn_common_support_both.sets_row_numbers,
    );
    const result = compare({ commonSupport: "both" });
    expectClose(
      estimate(result, "re78:meanDifference:matched").standardError,
      reference.matching.nn_common_support_both.effects.re78.se_cluster_cr1,
      1e-10,
    );
  });
});

/** Straight from the covariance within arms. */
function totalDistance(sets: readonly MatchedSet[]): number {
  const columns = lalondePeople.covariates.flatMap((covariate) =>
    covariate.kind === "number"
      ? [covariate.values]
      : [1, 2].map((level) => Float64Array.from(covariate.codes, (code) => (code === level ? 1 : 0))),
  );
  const factor = cholesky(pooledCovariance(columns, lalondePeople.treated));
  return sets.reduce((sum, { treated, comparison }) => {
    const apart = Float64Array.from(columns, (values) => values[treated[0]!]! - values[comparison[0]!]!);
    const solved = solveCholesky(factor, apart);
    return sum + Math.sqrt(apart.reduce((square, value, j) => square + value * solved[j]!, 0));
  }, 0);
}

const everyWay: Record<string, Partial<ComparisonPlan>> = {
  replacement: { replace: true, ratio: 2, caliper: 0.3, antiExact: ["married"] },
  "Mahalanobis, closest first": { distance: "mahalanobis", order: "closest", covariateCalipers: { age: 0.5 } },
  "Mahalanobis of ranks in a score caliper": { distance: "robust-mahalanobis", scoreCaliper: 0.2, exact: ["race"] },
  radius: { method: "radius", caliper: 0.1, commonSupport: "treated" },
  "preset jdl": { method: "radius", preset: "jdl" },
};

describe.each(Object.entries(everyWay))("%s", (_, plan) => {
  it("is the same to the last byte after a hundred shuffles of the rows", () => {
    const whole = (rows: typeof lalonde) => {
      const { comparison, matchedRows, jointCovariance } = compare(plan, rows, 1);
      return JSON.stringify([comparison, matchedRows.columns.id, matchedRows.columns.set, jointCovariance]);
    };
    const expected = whole(lalonde);
    const stream = randomStream("shuffles");
    const order = Array.from({ length: 614 }, (_, row) => row);
    for (let time = 0; time < 100; time++) {
      expect(whole(reordered(lalonde, stream.split(time).shuffle(order))) === expected).toBe(true);
    }
  });
});
