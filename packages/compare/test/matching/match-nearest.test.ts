import { checkConstraints, matchingOrders, matchNearest, type NearestMatch, propensityScore } from "@likewise/compare";
import { sampleStandardDeviation } from "@likewise/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose, oracle } from "../support/oracle.ts";

const lalonde = oracle("lalonde");
const columns = lalonde.data.columns;
const treated = Uint8Array.from(columns.treat as number[]);
const raceLevels = ["black", "hispan", "white"];
const raceCodes = Int32Array.from(columns.race as string[], (race) => raceLevels.indexOf(race));
const score = propensityScore(
  [
    { kind: "number", name: "age", values: Float64Array.from(columns.age) },
    { kind: "number", name: "educ", values: Float64Array.from(columns.educ) },
    { kind: "factor", name: "race", levels: raceLevels, codes: raceCodes },
    ...["married", "nodegree", "re74", "re75"].map((name) => ({
      kind: "number" as const,
      name,
      values: Float64Array.from(columns[name]),
    })),
  ],
  treated,
);

const settings = {
  nn_1to1_largest: {},
  nn_1to1_smallest: { order: "smallest" },
  nn_1to1_data: { order: "data" },
  "nn_caliper_0.2_sd_of_score": { caliperSd: 0.2 },
  "nn_caliper_0.2_sd_of_logit": { caliperSd: 0.2, linear: true },
  "nn_caliper_0.05_sd_of_score": { caliperSd: 0.05 },
  "nn_caliper_0.2_sd_of_score_data_order": { caliperSd: 0.2, order: "data" },
  nn_ratio_2: { ratio: 2 },
  "nn_ratio_2_caliper_0.2": { ratio: 2, caliperSd: 0.2 },
  nn_exact_race: { exact: [raceCodes] },
  "nn_exact_race_caliper_0.2": { exact: [raceCodes], caliperSd: 0.2 },
} as const;

const rowNumbers = ({ sets }: NearestMatch) =>
  sets.map((set) => [...set.treated, ...set.comparison].map((row) => row + 1));
const distances = (sets: NearestMatch["sets"], scores: ArrayLike<number>) =>
  sets.flatMap((set) => set.comparison.map((row) => Math.abs(scores[set.treated[0]!]! - scores[row]!)));

describe("propensity score of LaLonde", () => {
  it("has the coefficients and standard errors of a fully converged fit in R", () => {
    const { coefficients_converged, standard_errors_converged } = lalonde.propensity_logit;
    for (const { term, estimate, standardError } of score.terms) {
      const name = term.replace("race=", "race");
      expectClose(estimate, coefficients_converged[name], 1e-7);
      expectClose(standardError, standard_errors_converged[name], 1e-7);
    }
  });

  it("names the reference level beside each level", () => {
    expect(score.terms.find(({ term }) => term === "race=white")?.reference).toBe("black");
  });

  it("sums to the number treated", () => {
    expectClose(
      score.probability.reduce((sum, p) => sum + p, 0),
      185,
      1e-12,
    );
  });
});

describe("greedy matching of LaLonde", () => {
  it.each(Object.entries(settings))("%s gives the sets of MatchIt", (name, setting) => {
    const { linear, ...options } = { linear: false, ...setting };
    const scores = linear ? score.linear : score.probability;
    const match = matchNearest(scores, treated, options);
    const expected = lalonde.matching[name];
    expect(rowNumbers(match)).toEqual(expected.sets_row_numbers);
    const apart = distances(match.sets, scores);
    expectClose(
      apart.reduce((sum, distance) => sum + distance, 0),
      expected.sum_abs_score_distance,
      1e-8,
    );
    if (expected.caliper_absolute) expectClose(match.caliperWidth, expected.caliper_absolute, 1e-7);
  });

  it("closest first has MatchIt's total distance and counts, its own ties being broken by id", () => {
    const match = matchNearest(score.probability, treated, { order: "closest" });
    const expected = lalonde.matching.nn_1to1_closest;
    expect(match.sets.length).toBe(expected.matched_sets);
    const total = distances(match.sets, score.probability).reduce((sum, distance) => sum + distance, 0);
    expectClose(total, expected.sum_abs_score_distance, 1e-8);
  });
});

describe("matchNearest", () => {
  it("lets nobody have a second comparison before everybody has a first", () => {
    // By hand: 0.9 takes 0.85, 0.5 takes 0.8 (the nearest left); in the second round 0.9 takes 0.1, and nobody is left.
    const { sets } = matchNearest([0.9, 0.5, 0.85, 0.8, 0.1], [1, 1, 0, 0, 0], { ratio: 2 });
    expect(sets).toEqual([
      { treated: [0], comparison: [2, 4] },
      { treated: [1], comparison: [3] },
    ]);
  });

  it("allows a pair exactly at the caliper and none beyond", () => {
    const scores = [0, 4, 8, 9];
    const inclusive = 4 / sampleStandardDeviation(scores);
    expect(matchNearest(scores, [1, 0, 0, 0], { caliperSd: inclusive }).sets).toHaveLength(1);
    expect(matchNearest(scores, [1, 0, 0, 0], { caliperSd: inclusive * (1 - 1e-12) }).sets).toHaveLength(0);
  });

  it("gives an equal distance to the comparison fewest places away, then to the lower side", () => {
    // 0.5 stands between 0.25 (one place down) and 0.75 (two places up, past a treated 0.6).
    expect(matchNearest([0.5, 0.25, 0.75, 0.6], [1, 0, 0, 1], { order: "smallest" }).sets[0]!.comparison).toEqual([1]);
    expect(matchNearest([0.5, 0.25, 0.75], [1, 0, 0]).sets[0]!.comparison).toEqual([1]);
    expect(matchNearest([0.5, 0.25, 0.75, 0.4], [1, 0, 0, 1], { order: "largest" }).sets[0]!.comparison).toEqual([2]);
  });

  it("gives equal scores to the first row", () => {
    expect(matchNearest([0.5, 0.5, 0.5, 0.5], [1, 1, 0, 0]).sets).toEqual([
      { treated: [0], comparison: [2] },
      { treated: [1], comparison: [3] },
    ]);
  });

  it("matches one person with one person, and nobody with nobody", () => {
    expect(matchNearest([0.3, 0.7], [1, 0]).sets).toEqual([{ treated: [0], comparison: [1] }]);
    expect(matchNearest([0.3, 0.7], [1, 1]).sets).toEqual([]);
    expect(matchNearest([], []).sets).toEqual([]);
  });

  it("keeps its random order for a seed, and another for another", () => {
    const scores = Float64Array.from({ length: 200 }, (_, row) => ((row * 7919) % 1009) / 1009);
    const arm = scores.map((_, row) => (row % 3 === 0 ? 1 : 0));
    const run = (seed: number) => JSON.stringify(matchNearest(scores, arm, { order: "random", seed }).sets);
    expect(run(1)).toBe(run(1));
    expect(run(1)).not.toBe(run(2));
  });

  it.each([
    [{ caliperSd: -0.2 }, "caliperSd must be > 0"],
    [{ ratio: 0 }, "ratio must be a whole number >= 1"],
    [{ ratio: 1.5 }, "ratio must be a whole number >= 1"],
    [{ order: "tallest" as "largest" }, "order must be one of"],
    [{ exact: [[0]] }, "must have 2 entries"],
  ])("refuses %j", (options, message) => {
    expect(() => matchNearest([0.1, 0.2], [1, 0], options)).toThrow(message);
  });

  it("breaks no constraint under any setting", () => {
    const settings = fc.record({
      people: fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.boolean(), fc.integer({ min: 0, max: 2 })), {
        minLength: 2,
        maxLength: 60,
      }),
      caliperSd: fc.option(fc.double({ min: 0.01, max: 2, noNaN: true })),
      ratio: fc.integer({ min: 1, max: 4 }),
      order: fc.constantFrom(...matchingOrders),
      exact: fc.boolean(),
    });
    fc.assert(
      fc.property(settings, ({ people, caliperSd, ratio, order, exact }) => {
        const scores = people.map(([value]) => value / 30);
        const arm = people.map(([, isTreated]) => (isTreated ? 1 : 0));
        const strata = people.map(([, , stratum]) => stratum);
        const match = matchNearest(scores, arm, { caliperSd, ratio, order, exact: exact ? [strata] : [] });
        const checks = checkConstraints(match.sets, {
          scores,
          treated: arm,
          caliperWidth: match.caliperWidth,
          ratio,
          exact: exact ? { stratum: strata } : {},
        });
        expect(Object.values(checks).every(({ broken }) => broken === 0)).toBe(true);
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it("gives the sets of a search that looks at every comparison each time", () => {
    const people = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(
        people,
        fc.constantFrom("largest", "smallest", "data"),
        fc.integer({ min: 1, max: 3 }),
        (rows, order, ratio) => {
          const scores = rows.map(([value]) => value / 16);
          const arm = rows.map(([, isTreated]) => (isTreated ? 1 : 0));
          expect(matchNearest(scores, arm, { order, ratio }).sets).toEqual(exhaustive(scores, arm, order, ratio));
        },
      ),
      { numRuns: 400, seed: 11 },
    );
  });
});

/** The tie rule as it is written down, by looking at everybody: no lists of who is free, no score line to walk. */
function exhaustive(scores: number[], arm: number[], order: "largest" | "smallest" | "data", ratio: number) {
  const rows = scores.map((_, row) => row);
  const line = [...rows].sort((a, b) => scores[a]! - scores[b]! || a - b);
  const place = rows.map((row) => line.indexOf(row));
  const queue = rows
    .filter((row) => arm[row] === 1)
    .sort((a, b) => (order === "data" ? 0 : (order === "largest" ? -1 : 1) * (scores[a]! - scores[b]!)) || a - b);
  const free = new Set(rows.filter((row) => arm[row] === 0));
  const chosen = new Map<number, number[]>();
  for (let round = 0; round < ratio; round++) {
    for (const row of queue) {
      const [best] = [...free].sort(
        (a, b) =>
          Math.abs(scores[row]! - scores[a]!) - Math.abs(scores[row]! - scores[b]!) ||
          Math.abs(place[row]! - place[a]!) - Math.abs(place[row]! - place[b]!) ||
          place[a]! - place[b]!,
      );
      if (best === undefined) continue;
      free.delete(best);
      chosen.set(row, [...(chosen.get(row) ?? []), best]);
    }
  }
  return rows.filter((row) => chosen.has(row)).map((row) => ({ treated: [row], comparison: chosen.get(row)! }));
}
