import { clusterCovariance, designMatrix, fitLeastSquares, type Matrix, robustCovariance } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, listed, readOracle, rowsOf, shuffled } from "../support.ts";

interface LeastSquaresOracle {
  coefficients: (number | null)[];
  standardErrors: (number | null)[];
  robust: Record<"HC0" | "HC1" | "HC2" | "HC3" | "CR0" | "CR1", (number | null)[]>;
  sigma: number;
  df: number;
  rSquared: number;
}

const oracle = readOracle<{
  tolerance: { closedForm: number };
  columns: Record<string, number[]>;
  outcome: number[];
  site: number[];
  weights: number[];
  balancing: number[];
  leastSquares: Record<"unweighted" | "weighted" | "balancing", LeastSquaresOracle>;
  longley: {
    columns: number[][];
    outcome: number[];
    coefficients: number[];
    standardErrors: number[];
    sigma: number;
    rSquared: number;
  };
}>("regression.json");
const tolerance = oracle.tolerance.closedForm;

const names = Object.keys(oracle.columns);
const design = designMatrix(Object.values(oracle.columns), { intercept: false });
const { outcome, site } = oracle;

const cases = {
  unweighted: undefined,
  weighted: oracle.weights,
  balancing: oracle.balancing,
} as const;

describe.each(Object.keys(cases) as (keyof typeof cases)[])(
  "least squares on awkward columns, %s, agrees with R in",
  (name) => {
    const weights = cases[name];
    const expected = oracle.leastSquares[name];
    const fit = fitLeastSquares({ design, outcome, names, ...(weights ? { weights } : {}) });

    it("coefficients, null for what is aliased", () => {
      expectClose(fit.coefficients, expected.coefficients, tolerance);
      expect(fit.aliased.map((j) => names[j])).toEqual(["third", "always", "twice"]);
    });

    it("classic standard errors, residual spread, degrees of freedom and R squared", () => {
      expectClose(fit.standardErrors, expected.standardErrors, tolerance);
      expectClose(fit.residualStandardDeviation, expected.sigma, tolerance);
      expect(fit.residualDf).toBe(expected.df);
      expectClose(fit.rSquared, expected.rSquared, tolerance);
    });

    it.each(["HC0", "HC1", "HC2", "HC3"] as const)("%s", (kind) => {
      expectClose(robustCovariance({ design, fit, kind }).standardErrors, expected.robust[kind], tolerance);
    });

    it.each(["CR0", "CR1"] as const)("%s with unequal clusters", (kind) => {
      const robust = clusterCovariance({ design, fit, clusters: site, kind });
      expectClose(robust.standardErrors, expected.robust[kind], tolerance);
      expect(robust.clusters).toBe(7);
    });
  },
);

describe("least squares on LaLonde's data agrees with R", () => {
  const lalonde = readOracle<{
    columns: Record<string, number[]> & { race: string[] };
    leastSquares: Record<string, Record<string, number>> & { sigma: number; r_squared: number };
    matchedPairs: {
      rows: number[][];
      difference: number;
      se_hc1: number;
      se_cluster_cr0: number;
      se_cluster_cr1: number;
    };
    differenceInDifferences: Record<string, number>;
  }>("lalonde.json");
  const c = lalonde.columns;
  const race = (level: string) => c.race.map((value) => Number((value as unknown as string) === level));
  const columns = [c.treat!, c.age!, c.educ!, race("hispan"), race("white"), c.married!, c.nodegree!, c.re74!, c.re75!];
  const expected = lalonde.leastSquares;

  it("in every coefficient and standard error", () => {
    const X = designMatrix(columns);
    const fit = fitLeastSquares({ design: X, outcome: c.re78! });
    expectClose(fit.coefficients, listed(expected.coefficients!), tolerance);
    expectClose(fit.standardErrors, listed(expected.standard_errors!), tolerance);
    expectClose(fit.residualStandardDeviation, expected.sigma, tolerance);
    expectClose(fit.rSquared, expected.r_squared, tolerance);
    for (const kind of ["HC0", "HC1", "HC2", "HC3"] as const) {
      const key = `se_${kind.toLowerCase()}`;
      expectClose(robustCovariance({ design: X, fit, kind }).standardErrors, listed(expected[key]!), tolerance);
    }
  });

  it("in the difference of matched pairs with standard errors by pair", () => {
    const { rows, difference, se_hc1, se_cluster_cr0, se_cluster_cr1 } = lalonde.matchedPairs;
    const used = rows.flat().map((row) => row - 1);
    const pair = rows.flatMap((_, i) => [i, i]);
    const X = designMatrix([rowsOf(c.treat!, used)]);
    const fit = fitLeastSquares({ design: X, outcome: rowsOf(c.re78!, used) });
    expectClose(fit.coefficients[1], difference, tolerance);
    expectClose(robustCovariance({ design: X, fit, kind: "HC1" }).standardErrors[1], se_hc1, tolerance);
    expectClose(
      clusterCovariance({ design: X, fit, clusters: pair, kind: "CR0" }).standardErrors[1],
      se_cluster_cr0,
      tolerance,
    );
    expectClose(clusterCovariance({ design: X, fit, clusters: pair }).standardErrors[1], se_cluster_cr1, tolerance);
  });

  it("in a difference in differences with standard errors by person", () => {
    const n = c.treat!.length;
    const both = (column: number[]) => [...column, ...column];
    const after = [...new Array(n).fill(0), ...new Array(n).fill(1)];
    const treat = both(c.treat!);
    const X = designMatrix([treat, after, treat.map((value, i) => value * after[i]!)]);
    const fit = fitLeastSquares({ design: X, outcome: [...c.re75!, ...c.re78!] });
    const person = both(c.treat!.map((_, i) => i));
    const d = lalonde.differenceInDifferences;
    expectClose(fit.coefficients[3], d.estimate, tolerance);
    expectClose(fit.standardErrors[3], d.se_ols, tolerance);
    expectClose(
      clusterCovariance({ design: X, fit, clusters: person, kind: "CR0" }).standardErrors[3],
      d.se_cluster_id_cr0,
      tolerance,
    );
    expectClose(
      clusterCovariance({ design: X, fit, clusters: person }).standardErrors[3],
      d.se_cluster_id_cr1,
      tolerance,
    );
  });
});

describe("least squares", () => {
  it("agrees with NIST's certified values on Longley's collinear series", () => {
    const { longley } = oracle;
    const fit = fitLeastSquares({ design: designMatrix(longley.columns), outcome: longley.outcome });
    expectClose(fit.coefficients, longley.coefficients, 1e-11);
    expectClose(fit.standardErrors, longley.standardErrors, 1e-11);
    expectClose(fit.residualStandardDeviation, longley.sigma, 1e-12);
    expectClose(fit.rSquared, longley.rSquared, 1e-13);
  });

  it("does not depend on the order of rows", () => {
    const order = shuffled(design.rows);
    const moved = rearranged(design, order);
    const there = fitLeastSquares({ design: moved, outcome: rowsOf(outcome, order) });
    const here = fitLeastSquares({ design, outcome });
    expectClose(there.coefficients, here.coefficients, 1e-11);
    expectClose(
      clusterCovariance({ design: moved, fit: there, clusters: rowsOf(site, order) }).standardErrors,
      clusterCovariance({ design, fit: here, clusters: site }).standardErrors,
      1e-11,
    );
  });

  it("turns a change of unit into the same change of the coefficient", () => {
    const columns = [oracle.columns.group!, oracle.columns.dollars!];
    const pounds = [oracle.columns.group!, oracle.columns.dollars!.map((value) => value / 1000)];
    const here = fitLeastSquares({ design: designMatrix(columns), outcome });
    const there = fitLeastSquares({ design: designMatrix(pounds), outcome });
    expectClose(there.coefficients[2], here.coefficients[2]! * 1000, 1e-12);
    expectClose(there.coefficients[1], here.coefficients[1], 1e-12);
  });

  it("flips the sign when the groups are swapped", () => {
    const swapped = oracle.columns.group!.map((value) => 1 - value);
    const here = fitLeastSquares({ design: designMatrix([oracle.columns.group!]), outcome });
    const there = fitLeastSquares({ design: designMatrix([swapped]), outcome });
    expectClose(there.coefficients[1], -here.coefficients[1]!, 1e-13);
    expectClose(there.standardErrors[1], here.standardErrors[1], 1e-13);
  });

  it("with weight 2 has the coefficients of the rows twice, and of a person clustered with themselves the standard errors", () => {
    const once = designMatrix([oracle.columns.group!, oracle.columns.dollars!]);
    const twice = designMatrix([
      [...oracle.columns.group!, ...oracle.columns.group!],
      [...oracle.columns.dollars!, ...oracle.columns.dollars!],
    ]);
    const person = outcome.map((_, i) => i);
    const weighted = fitLeastSquares({ design: once, outcome, weights: outcome.map(() => 2) });
    const repeated = fitLeastSquares({ design: twice, outcome: [...outcome, ...outcome] });
    expectClose(weighted.coefficients, repeated.coefficients, 1e-12);
    expectClose(
      clusterCovariance({ design: once, fit: weighted, clusters: person, kind: "CR0" }).standardErrors,
      clusterCovariance({ design: twice, fit: repeated, clusters: [...person, ...person], kind: "CR0" }).standardErrors,
      1e-12,
    );
  });

  it("treats rows of weight 0 as absent", () => {
    const used = [...oracle.balancing.keys()].filter((i) => oracle.balancing[i]! > 0);
    const all = fitLeastSquares({ design, outcome, weights: oracle.balancing });
    const some = rearranged(design, used);
    const only = fitLeastSquares({
      design: some,
      outcome: rowsOf(outcome, used),
      weights: rowsOf(oracle.balancing, used),
    });
    expect(all.rows).toBe(used.length);
    expectClose(all.coefficients, only.coefficients, 1e-12);
    expectClose(
      robustCovariance({ design, fit: all, kind: "HC3" }).standardErrors,
      robustCovariance({ design: some, fit: only, kind: "HC3" }).standardErrors,
      1e-11,
    );
  });

  it("loses no digits to a covariate far from 0", () => {
    const near = oracle.columns.year!.map((value) => Math.round((value - 5) * 100));
    const far = near.map((value) => value + 2 ** 40);
    const nearDesign = designMatrix([near]);
    const farDesign = designMatrix([far]);
    const here = fitLeastSquares({ design: nearDesign, outcome });
    const there = fitLeastSquares({ design: farDesign, outcome });
    expectClose(there.coefficients[1], here.coefficients[1], 1e-12);
    expectClose(there.standardErrors[1], here.standardErrors[1], 1e-12);
    expectClose(
      robustCovariance({ design: farDesign, fit: there, kind: "HC3" }).standardErrors[1],
      robustCovariance({ design: nearDesign, fit: here, kind: "HC3" }).standardErrors[1],
      1e-12,
    );
  });

  it("leaves its inputs untouched", () => {
    const values = design.values.slice();
    const given = Float64Array.from(outcome);
    fitLeastSquares({ design, outcome: given, weights: Float64Array.from(oracle.weights) });
    expect(design.values).toEqual(values);
    expect(Array.from(given)).toEqual(outcome);
  });

  it("refuses wrong calls, naming the argument", () => {
    const small = designMatrix([[0, 1, 1]]);
    expect(() => fitLeastSquares({ design: small, outcome: [1, 2] })).toThrow(
      "fitLeastSquares: outcome must have length 3, got 2",
    );
    expect(() => fitLeastSquares({ design: small, outcome: [1, 2, Number.NaN] })).toThrow(
      "fitLeastSquares: outcome must be finite with none missing, row 2 (from 0) is not",
    );
    expect(() => fitLeastSquares({ design: small, outcome: [1, 2, 3], weights: [1, -1, 1] })).toThrow(
      "fitLeastSquares: weights must be >= 0, row 1 (from 0) is not",
    );
    expect(() => fitLeastSquares({ design: designMatrix([[0, 1]]), outcome: [1, 2] })).toThrow(
      "fitLeastSquares: rows of weight > 0 must outnumber the 2 coefficients, got 2",
    );
    const fit = fitLeastSquares({ design: small, outcome: [1, 2, 4] });
    expect(() => robustCovariance({ design: small, fit, kind: "HC3" })).toThrow(
      "robustCovariance: kind HC3 needs every leverage below 1, row 0 (from 0) has 1",
    );
    expect(() => clusterCovariance({ design: small, fit, clusters: [1, 1, 1] })).toThrow(
      "clusterCovariance: clusters must number at least 2, got 1",
    );
    expect(() => robustCovariance({ design: designMatrix([[0, 1]]), fit })).toThrow(
      "robustCovariance: design must be the one that was fitted (3 by 2), got 2 by 2",
    );
  });
});

function rearranged({ rows, columns, values }: Matrix, order: readonly number[]): Matrix {
  return designMatrix(
    Array.from({ length: columns }, (_, j) => order.map((i) => values[j * rows + i]!)),
    { intercept: false },
  );
}
