import {
  clusterCovariance,
  designMatrix,
  fitLeastSquares,
  fitLogistic,
  fitPoisson,
  type LeastSquaresFit,
  type RegressionFit,
  robustCovariance,
  satterthwaiteClusterCovariance,
  twoWayClusterCovariance,
  type WildClusterBootstrap,
  wildClusterBootstrap,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle, rowsOf, shuffled } from "../support.ts";

interface Few {
  coefficients: number[];
  covariance: number[][];
  standardErrors: number[];
  df: number[];
}
interface Wild {
  estimate: number;
  t: number;
  nulls: number[];
  p: number[];
  alpha: number;
  lower: number | null;
  upper: number | null;
}
type Column = "site" | "wave" | "group" | "dollars" | "second" | "weights" | "times" | "y" | "hit" | "count";
const oracle = readOracle<{
  tolerance: { closedForm: number; iterative: number; bisection: number };
  rows: Record<Column, number>[];
  block: number[];
  cr2: Record<"plain" | "weighted" | "weightedInverse" | "fixedEffects" | "logistic" | "poisson", Few>;
  twoWay: Record<"leastSquares" | "logistic", Record<"CR0" | "CR1" | "fixed", number[][]>>;
  counted: Record<"leastSquares" | "leastSquaresWeighted" | "poisson", Record<string, number[]> & { rows: number }>;
  wild: Record<"rademacher" | "weighted" | "webb" | "threeClusters", Wild>;
}>("clusters.json");
const { tolerance } = oracle;
const column = (name: Column) => oracle.rows.map((row) => row[name]);
const [site, group, dollars, second, weights, y] = (
  ["site", "group", "dollars", "second", "weights", "y"] as const
).map(column) as [number[], number[], number[], number[], number[], number[]];

const three = designMatrix([group, dollars, second]);
const two = designMatrix([group, second]);
const sites = designMatrix([2, 3, 4, 5, 6, 7].map((one) => site.map((own) => Number(own === one))).concat([dollars]));
const plain = fitLeastSquares({ design: three, outcome: y });
const weighted = fitLeastSquares({ design: three, outcome: y, weights });

describe("CR2 agrees with clubSandwich in covariance and Satterthwaite's degrees of freedom", () => {
  const cases: [keyof typeof oracle.cr2, RegressionFit, typeof three, "inverse weights"?][] = [
    ["plain", plain, three],
    ["weighted", weighted, three],
    ["weightedInverse", weighted, three, "inverse weights"],
    ["fixedEffects", fitLeastSquares({ design: sites, outcome: y }), sites],
    ["logistic", fitLogistic({ design: two, outcome: column("hit") }), two],
    ["poisson", fitPoisson({ design: two, outcome: column("count") }), two],
  ];
  it.each(cases)("%s", (name, fit, design, working) => {
    const expected = oracle.cr2[name];
    const allowed = name === "logistic" || name === "poisson" ? tolerance.iterative : tolerance.closedForm;
    const found = satterthwaiteClusterCovariance({ design, fit, clusters: site, ...(working ? { working } : {}) });
    expectClose(fit.coefficients, expected.coefficients, allowed);
    const largest = Math.max(...expected.covariance.flat().map(Math.abs));
    expectClose(found.covariance, expected.covariance, allowed, largest * 1e-3);
    expectClose(found.standardErrors, expected.standardErrors, allowed);
    // With a level for each site the contrasts all vary through the last column alone, so their degrees of freedom are
    // its own; clubSandwich divides rounding by rounding there, and gives some below 1, which cannot be.
    const df = name === "fixedEffects" ? expected.df.map(() => expected.df.at(-1)!) : expected.df;
    expectClose(found.df, df, allowed);
  });
});

describe("CR2", () => {
  it("of clusters of one row is HC2", () => {
    const each = site.map((_, i) => i);
    const found = satterthwaiteClusterCovariance({ design: three, fit: plain, clusters: each });
    expectClose(
      found.standardErrors,
      robustCovariance({ design: three, fit: plain, kind: "HC2" }).standardErrors,
      1e-11,
    );
  });

  it("of a mean has the closed form of its cluster means and sizes", () => {
    // The residuals of cluster g (n rows of N) add up to n(mean − overall), and are corrected by 1 / √(1 − n / N).
    const ones = designMatrix([y.map(() => 1)], { intercept: false });
    const fit = fitLeastSquares({ design: ones, outcome: y });
    const sizes = [1, 2, 3, 4, 5, 7, 8];
    const N = 30;
    const overall = y.reduce((sum, value) => sum + value, 0) / N;
    const departures = sizes.map((_, g) =>
      y.reduce((sum, value, i) => sum + (site[i] === g + 1 ? value - overall : 0), 0),
    );
    const variance = departures.reduce((sum, total, g) => sum + total ** 2 / (1 - sizes[g]! / N), 0) / N ** 2;
    // Corrected totals q = n / √(1 − n / N) have variances n and, through the overall mean, covariances −q q / N.
    const q = sizes.map((n) => n / Math.sqrt(1 - n / N));
    const matrix = sizes.map((n, g) => sizes.map((_, h) => (g === h ? n : (-q[g]! * q[h]!) / N)));
    const trace = matrix.reduce((sum, row, g) => sum + row[g]!, 0);
    const squares = matrix.flat().reduce((sum, value) => sum + value ** 2, 0);
    const found = satterthwaiteClusterCovariance({ design: ones, fit, clusters: site });
    expectClose(found.covariance[0]![0], variance, 1e-11);
    expectClose(found.df[0], trace ** 2 / squares, 1e-11);
  });

  it("of two arms of equal clusters has Welch's degrees of freedom for the cluster means", () => {
    const arm = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1];
    const outcome = [1, 3, 2, 4, 2, 2, 5, 9, 7, 7, 8, 6, 4, 11];
    const clusters = arm.map((_, i) => Math.floor(i / 2));
    const design = designMatrix([arm]);
    const fit = fitLeastSquares({ design, outcome });
    // 3 and 4 clusters with one variance: (1/3 + 1/4)² / ((1/3)² / 2 + (1/4)² / 3).
    const { df } = satterthwaiteClusterCovariance({ design, fit, clusters });
    expectClose(df[1], (1 / 3 + 1 / 4) ** 2 / ((1 / 3) ** 2 / 2 + (1 / 4) ** 2 / 3), 1e-11);
  });

  it("does not depend on the order of rows, the names of clusters or the unit of a column", () => {
    const order = shuffled(y.length);
    const moved = rowsOf(site, order).map((one) => 100 - 3 * one);
    const design = designMatrix([group, dollars.map((value) => value * 1e6), second].map((one) => rowsOf(one, order)));
    const fit = fitLeastSquares({ design, outcome: rowsOf(y, order) });
    const found = satterthwaiteClusterCovariance({ design, fit, clusters: moved });
    const before = satterthwaiteClusterCovariance({ design: three, fit: plain, clusters: site });
    expectClose(found.df, before.df, 1e-9);
    expectClose(found.standardErrors[1], before.standardErrors[1], 1e-9);
    expectClose(found.standardErrors[2]! * 1e6, before.standardErrors[2], 1e-9);
  });

  it("leaves out aliased terms and rows of weight 0", () => {
    const some = weights.map((weight, i) => (i % 5 === 2 ? 0 : weight));
    const used = [...some.keys()].filter((i) => some[i]! > 0);
    const again = designMatrix([group, group, dollars]);
    const all = fitLeastSquares({ design: again, outcome: y, weights: some });
    const onlyDesign = designMatrix([rowsOf(group, used), rowsOf(dollars, used)]);
    const only = fitLeastSquares({ design: onlyDesign, outcome: rowsOf(y, used), weights: rowsOf(some, used) });
    const found = satterthwaiteClusterCovariance({ design: again, fit: all, clusters: site });
    const expected = satterthwaiteClusterCovariance({ design: onlyDesign, fit: only, clusters: rowsOf(site, used) });
    expect(found.df[2]).toBe(null);
    expect(found.standardErrors[2]).toBe(null);
    expectClose(
      [0, 1, 3].map((j) => found.df[j]),
      expected.df,
      1e-9,
    );
    expectClose(
      [0, 1, 3].map((j) => found.standardErrors[j]),
      expected.standardErrors,
      1e-9,
    );
  });

  it("takes two clusters, and refuses one", () => {
    const halves = site.map((one) => Number(one > 5));
    const found = satterthwaiteClusterCovariance({ design: three, fit: plain, clusters: halves });
    expect(found.clusters).toBe(2);
    for (const df of found.df) expect(df).toBeGreaterThanOrEqual(1 - 1e-9);
    expect(() => satterthwaiteClusterCovariance({ design: three, fit: plain, clusters: site.map(() => 4) })).toThrow(
      "satterthwaiteClusterCovariance: clusters must number at least 2, got 1",
    );
  });
});

describe("two-way clusters", () => {
  const logit = fitLogistic({ design: two, outcome: column("hit") });
  const found = (kind: "CR0" | "CR1", fit: RegressionFit, design: typeof three) =>
    twoWayClusterCovariance({ design, fit, first: site, second: column("wave"), kind });

  it("agree with sandwich where the result is a covariance", () => {
    const { covariance, repaired, df, clusters } = found("CR1", logit, two);
    expectClose(covariance, oracle.twoWay.logistic.CR1, tolerance.iterative);
    expectClose(found("CR0", logit, two).covariance, oracle.twoWay.logistic.CR0, tolerance.iterative);
    expect({ repaired, df, clusters }).toEqual({ repaired: false, df: 3, clusters: [7, 4] });
  });

  it("are repaired as sandwich does where it is none, and say so", () => {
    const { covariance, repaired, standardErrors } = found("CR1", plain, three);
    const expected = oracle.twoWay.leastSquares.fixed;
    expect(repaired).toBe(true);
    expectClose(covariance, expected, tolerance.closedForm, Math.max(...expected.flat().map(Math.abs)));
    expectClose(
      standardErrors,
      expected.map((row, j) => Math.sqrt(row[j]!)),
      tolerance.closedForm,
    );
  });

  it("are one-way clusters when both memberships are the same", () => {
    const both = twoWayClusterCovariance({ design: three, fit: plain, first: site, second: site });
    expectClose(both.covariance, clusterCovariance({ design: three, fit: plain, clusters: site }).covariance, 1e-11, 1);
  });
});

describe("rows that stand for several people", () => {
  const frequencies = column("times");
  const cases = {
    leastSquares: fitLeastSquares({ design: two, outcome: y, frequencies }),
    leastSquaresWeighted: fitLeastSquares({ design: two, outcome: y, frequencies, weights }),
    poisson: fitPoisson({ design: two, outcome: column("count"), frequencies, weights }),
  };
  it.each(Object.entries(cases))("%s gives what R gives for the rows written out", (name, fit) => {
    const expected = oracle.counted[name as keyof typeof cases];
    const allowed = name === "poisson" ? tolerance.iterative : tolerance.closedForm;
    expect(fit.rows).toBe(expected.rows);
    expectClose(fit.coefficients, expected.coefficients, allowed);
    expectClose(fit.standardErrors, expected.standardErrors, allowed);
    for (const kind of ["HC0", "HC1", "HC2", "HC3"] as const) {
      expectClose(robustCovariance({ design: two, fit, kind }).standardErrors, expected[kind], allowed);
    }
    expectClose(clusterCovariance({ design: two, fit, clusters: site }).standardErrors, expected.CR1, allowed);
  });

  it("refuses frequencies that are not whole, and rows written once in CR2", () => {
    const half = frequencies.map((times, i) => (i === 3 ? 0.5 : times));
    expect(() => fitPoisson({ design: two, outcome: column("count"), frequencies: half })).toThrow(
      "fitPoisson: frequencies must be whole numbers from 0 (rows), row 3 (from 0) is not",
    );
    expect(() => satterthwaiteClusterCovariance({ design: two, fit: cases.leastSquares, clusters: site })).toThrow(
      "fit must have no frequencies",
    );
  });

  it("with frequency 0 are absent", () => {
    const some = frequencies.map((times, i) => (i % 4 === 1 ? 0 : times));
    const used = [...some.keys()].filter((i) => some[i]! > 0);
    const all = fitLeastSquares({ design: two, outcome: y, frequencies: some });
    const onlyDesign = designMatrix([rowsOf(group, used), rowsOf(second, used)]);
    const only = fitLeastSquares({ design: onlyDesign, outcome: rowsOf(y, used), frequencies: rowsOf(some, used) });
    expectClose(all.standardErrors, only.standardErrors, 1e-11);
    for (const kind of ["HC1", "HC3"] as const) {
      expectClose(
        robustCovariance({ design: two, fit: all, kind }).standardErrors,
        robustCovariance({ design: onlyDesign, fit: only, kind }).standardErrors,
        1e-11,
      );
    }
  });
});

describe("wild cluster bootstrap, all combinations, agrees with every fit done anew in R", () => {
  const block = oracle.block;
  const narrow = designMatrix([group]);
  const cases: [keyof typeof oracle.wild, LeastSquaresFit, typeof three, number[], number, "rademacher" | "webb"][] = [
    ["rademacher", plain, three, site, 1, "rademacher"],
    ["weighted", weighted, three, site, 1, "rademacher"],
    ["webb", plain, three, block, 3, "webb"],
    [
      "threeClusters",
      fitLeastSquares({ design: narrow, outcome: y }),
      narrow,
      site.map((one) => Math.ceil(one / 3)),
      1,
      "rademacher",
    ],
  ];
  it.each(cases)("%s", (name, fit, design, clusters, at, kind) => {
    const expected = oracle.wild[name];
    const run = (value: number) =>
      wildClusterBootstrap({
        design,
        fit,
        clusters,
        column: at,
        seed: 1,
        null: value,
        weights: kind,
        level: 1 - expected.alpha,
      }) as WildClusterBootstrap;
    const first = run(0);
    expect(first.exhaustive).toBe(true);
    expectClose([first.estimate], [expected.estimate], tolerance.closedForm);
    expectClose(
      expected.nulls.map((value) => run(value).pValue),
      expected.p,
      1e-12,
    );
    expectClose([first.lower, first.upper], [expected.lower, expected.upper], tolerance.bisection);
  });
});

describe("wild cluster bootstrap", () => {
  const run = (options: object = {}) =>
    wildClusterBootstrap({
      design: three,
      fit: plain,
      clusters: site.map((_, i) => i),
      column: 1,
      seed: 7,
      replications: 999,
      ...options,
    }) as WildClusterBootstrap;

  it("draws at random where there are too many combinations, the same for the same seed", () => {
    const found = run();
    expect(found.exhaustive).toBe(false);
    expect(found.replications).toBe(999);
    expect(run()).toEqual(found);
    expect(run({ seed: 8 }).lower).not.toBe(found.lower);
    expect(found.pValue).toBeGreaterThanOrEqual(1 / 1000);
  });

  it("has the p-value of its level at the ends of its interval, and 1 at the estimate", () => {
    const found = run();
    for (const [end, out] of [
      [found.lower!, -1],
      [found.upper!, 1],
    ] as const) {
      expect(run({ null: end + out * 1e-6 }).pValue).toBeLessThanOrEqual(0.05);
      expect(run({ null: end - out * 1e-6 }).pValue).toBeGreaterThan(0.05);
    }
    expect(run({ null: found.estimate }).pValue).toBe(1);
  });

  it("takes Webb's six values below 11 clusters unless told otherwise", () => {
    expect(run({ clusters: site }).weights).toBe("webb");
    expect(run().weights).toBe("rademacher");
  });

  it("with t of the CR1 standard error", () => {
    const error = clusterCovariance({ design: three, fit: plain, clusters: site }).standardErrors[1]!;
    expectClose(run({ clusters: site }).t, plain.coefficients[1]! / error, 1e-10);
  });

  it("does not follow the order of rows when every combination is used", () => {
    const order = shuffled(y.length);
    const design = designMatrix([group, dollars, second].map((one) => rowsOf(one, order)));
    const fit = fitLeastSquares({ design, outcome: rowsOf(y, order) });
    const moved = run({ design, fit, clusters: rowsOf(site, order), weights: "rademacher" });
    const still = run({ clusters: site, weights: "rademacher" });
    expect(moved.pValue).toBe(still.pValue);
    expectClose([moved.lower, moved.upper], [still.lower, still.upper], 1e-9);
  });

  it("refuses a coefficient that its clusters determine exactly, and a column that was not estimated", () => {
    const own = designMatrix([site.map((one) => Number(one > 3))]);
    const fit = fitLeastSquares({ design: own, outcome: y });
    const halves = site.map((one) => Number(one > 3));
    expect(wildClusterBootstrap({ design: own, fit, clusters: halves, column: 1, seed: 1 })).toHaveProperty("refused");
    expect(() => run({ column: 9 })).toThrow("wildClusterBootstrap: column must be one that was estimated");
  });
});
