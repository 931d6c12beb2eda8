import { existsSync } from "node:fs";
import { designMatrix, fitLinearMixed, type LinearMixedFit } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle, rowsOf, shuffled } from "../support.ts";
import { rowsOfFile, shared } from "./shared-rows.ts";

interface Expected {
  coefficients: number[];
  standardErrors: number[];
  residual: number;
  group: number[][];
  logLikelihood: number;
  df: number[];
}
interface Drawn {
  id: number[];
  time: number[];
  arm: number[];
  y: number[];
}
const oracle = readOracle<{
  claus: { rows: number; people: number; intercept: Expected; full: Expected };
  hamd: { rows: number; people: number; intercept: Expected; slope: Expected };
  drawn: { data: Drawn; intercept: Expected; slope: Expected; full: Expected };
  singular: { data: Omit<Drawn, "arm"> } & Omit<Expected, "group">;
}>("mixed-models.json");

/** @param tolerance of variances; lme stops when its likelihood no longer changes, which leaves them fewer digits than the rest */
function expectFit(fit: LinearMixedFit, expected: Expected, tolerance = 1e-5) {
  expectClose(fit.coefficients, expected.coefficients, tolerance, 1);
  expectClose(fit.standardErrors, expected.standardErrors, tolerance);
  expectClose(fit.residualStandardDeviation, expected.residual, tolerance);
  expectClose(fit.groupCovariance, expected.group, tolerance, 1);
  expectClose(fit.logLikelihood, expected.logLikelihood, 1e-9);
  const unit = (j: number) => fit.coefficients.map((_, a) => Number(a === j));
  expectClose(
    fit.coefficients.map((_, j) => fit.contrast(unit(j)).df),
    expected.df,
    1e-5,
  );
}

describe.skipIf(!existsSync(shared))("real trials, as nlme::lme has them (skipped: no shared data)", () => {
  it("four waves with leavers, random intercepts, both criteria", () => {
    const rows = rowsOfFile("claus-2020/claus_2020.csv").filter(({ bdi }) => bdi !== "");
    const of = (test: (row: Record<string, string>) => boolean) => rows.map((row) => Number(test(row)));
    const waves = ["2", "3", "4"].map((wave) => of(({ time }) => time === wave));
    const pa = of(({ treatment }) => treatment === "PA");
    const input = {
      design: designMatrix([...waves, pa, ...waves.map((wave) => wave.map((one, i) => one * pa[i]!))]),
      outcome: rows.map(({ bdi }) => Number(bdi)),
      groups: rows.map(({ id }) => Number(id)),
    };
    const fit = fitLinearMixed(input);
    expect([fit.rows, fit.groups]).toEqual([oracle.claus.rows, oracle.claus.people]);
    expectFit(fit, oracle.claus.intercept);
    expectFit(fitLinearMixed({ ...input, method: "full" }), oracle.claus.full);
  });

  it("absent visits, random intercepts and slopes", () => {
    const rows = rowsOfFile("antidepressant-hamd/antidepressant_data.csv");
    const week = rows.map(({ VISIT }) => [1, 2, 4, 6][Number(VISIT) - 4]!);
    const drug = rows.map(({ THERAPY }) => Number(THERAPY === "DRUG"));
    const base = rows.map(({ BASVAL }) => Number(BASVAL));
    const input = {
      design: designMatrix([base, week, drug, week.map((one, i) => one * drug[i]!)]),
      outcome: rows.map(({ CHANGE }) => Number(CHANGE)),
      groups: rows.map(({ PATIENT }) => Number(PATIENT)),
    };
    const fit = fitLinearMixed(input);
    expect([fit.rows, fit.groups]).toEqual([oracle.hamd.rows, oracle.hamd.people]);
    expectFit(fit, oracle.hamd.intercept);
    expectFit(fitLinearMixed({ ...input, random: designMatrix([week]) }), oracle.hamd.slope);
  });
});

describe("people with one to four waves", () => {
  const { data } = oracle.drawn;
  const columns = (rows: Drawn) => [rows.time, rows.arm, rows.time.map((one, i) => one * rows.arm[i]!)];
  const input = { design: designMatrix(columns(data)), outcome: data.y, groups: data.id };

  it("intercepts, slopes, and both criteria are those of nlme::lme", () => {
    expectFit(fitLinearMixed(input), oracle.drawn.intercept);
    expectFit(fitLinearMixed({ ...input, random: designMatrix([data.time]) }), oracle.drawn.slope, 2e-5);
    expectFit(fitLinearMixed({ ...input, random: designMatrix([data.time]), method: "full" }), oracle.drawn.full, 2e-5);
  });

  it("the order of rows, the names of people and the unit of time do not matter", () => {
    const order = shuffled(data.y.length);
    const rows: Drawn = {
      id: rowsOf(data.id, order).map((one) => 1000 - 7 * one),
      time: rowsOf(data.time, order).map((one) => one * 30.4375),
      arm: rowsOf(data.arm, order),
      y: rowsOf(data.y, order),
    };
    const days = fitLinearMixed({
      design: designMatrix(columns(rows)),
      outcome: rows.y,
      groups: rows.id,
      random: designMatrix([rows.time]),
    });
    const months = fitLinearMixed({ ...input, random: designMatrix([data.time]) });
    expectClose(days.coefficients[3]! * 30.4375, months.coefficients[3]!, 1e-7);
    const atThreeMonths = (fit: LinearMixedFit, three: number) => {
      const { estimate, standardError, df, interval, pValue } = fit.contrast([0, 0, 1, three]);
      return [estimate, standardError, df, ...interval, pValue];
    };
    expectClose(atThreeMonths(days, 3 * 30.4375), atThreeMonths(months, 3), 1e-5);
    expectClose(days.groupCovariance[1]![1]! * 30.4375 ** 2, months.groupCovariance[1]![1]!, 1e-6);
  });

  it("where time is counted from changes nothing but what is said of time 0", () => {
    const years: Drawn = { ...data, time: data.time.map((one) => one + 2000) };
    const months = fitLinearMixed({ ...input, random: designMatrix([data.time]) });
    const late = fitLinearMixed({ ...input, design: designMatrix(columns(years)), random: designMatrix([years.time]) });
    expect(late.converged).toBe(true);
    expectClose(late.logLikelihood, months.logLikelihood, 1e-10);
    expectClose(late.residualStandardDeviation, months.residualStandardDeviation, 1e-8);
    const said = (fit: LinearMixedFit, weights: readonly number[]) => {
      const { estimate, standardError, df } = fit.contrast(weights);
      return [estimate, standardError, df];
    };
    for (const [weights, moved] of [
      [
        [0, 1, 0, 0],
        [0, 1, 0, 0],
      ],
      [
        [0, 0, 0, 1],
        [0, 0, 0, 1],
      ],
      [
        [1, 3, 0, 0],
        [1, 2003, 0, 0],
      ],
      [
        [0, 0, 1, 3],
        [0, 0, 1, 2003],
      ],
    ] as const) {
      expectClose(said(late, moved), said(months, weights), 1e-6);
    }
    // A deviation at month m is u + m v: its covariances at months 0 and 3 must be those at 2000 and 2003.
    const spreads = ({ groupCovariance: [first, second] }: LinearMixedFit, from: number) =>
      [0, 3].map((month) => first![0]! + 2 * (from + month) * first![1]! + (from + month) ** 2 * second![1]!);
    expectClose(spreads(late, 2000), spreads(months, 0), 1e-5);
    expectClose(late.groupCovariance[1]![1]!, months.groupCovariance[1]![1]!, 1e-6);
  });

  it("a column said twice is set aside, and has no contrast", () => {
    const twice = fitLinearMixed({ ...input, design: designMatrix([...columns(data), data.arm]) });
    expect(twice.aliased).toEqual([4]);
    expectClose(twice.coefficients.slice(0, 4), oracle.drawn.intercept.coefficients, 1e-5, 1);
    expect(() => twice.contrast([0, 0, 0, 0, 1])).toThrow("contrast: column 4 cannot be estimated");
  });
});

it("says when people differ by no more than chance, and is then least squares with its degrees of freedom", () => {
  const { data, coefficients, standardErrors, residual, logLikelihood } = oracle.singular;
  const fit = fitLinearMixed({ design: designMatrix([data.time]), outcome: data.y, groups: data.id });
  expect(fit.singular).toBe(true);
  expectClose(fit.coefficients, coefficients, 1e-7);
  expectClose(fit.standardErrors, standardErrors, 1e-7);
  expectClose(fit.residualStandardDeviation, residual, 1e-7);
  expectClose(fit.logLikelihood, logLikelihood, 1e-9);
  expectClose(fit.contrast([0, 1]).df, 22, 1e-6);
});

it("balanced pairs are the paired t test: 3, standard error √(1/2), 3 degrees of freedom", () => {
  // Differences 3, 2, 2, 5: mean 3, variance 2; by hand, √(2/4).
  const fit = fitLinearMixed({
    design: designMatrix([[0, 1, 0, 1, 0, 1, 0, 1]]),
    outcome: [10, 13, 20, 22, 31, 33, 41, 46],
    groups: [1, 1, 2, 2, 3, 3, 4, 4],
  });
  const { estimate, standardError, df, interval } = fit.contrast([0, 1]);
  expectClose([estimate, standardError, df], [3, Math.SQRT1_2, 3], 1e-6);
  // t of 3 degrees of freedom, 97.5 %: 3.182446 (tables).
  expectClose(interval[1] - estimate, 3.182446 * Math.SQRT1_2, 1e-6);
});

it("refuses what it cannot be: lengths, missing values, one row a person, more coefficients than rows", () => {
  const design = designMatrix([[0, 1, 0, 1]]);
  const outcome = [1, 2, 3, 5];
  const fit = (input: object) => () => fitLinearMixed({ design, outcome, groups: [1, 1, 2, 2], ...input });
  expect(fit({ groups: [1, 2, 3, 4] })).toThrow("fitLinearMixed: at least 2 groups must have 2 rows, got 0");
  expect(fit({ outcome: [1, 2, Number.NaN, 5] })).toThrow("outcome must be finite");
  expect(fit({ groups: [1, 1, 2] })).toThrow("groups");
  expect(fit({ random: { rows: 4, columns: 1, values: new Float64Array(4) } })).toThrow("must not be 0 throughout");
  expect(fit({ random: designMatrix([[3, 3, 3, 3]]) })).toThrow(
    "column 1 of random must not be 0 throughout or repeat",
  );
  expect(
    fit({
      design: designMatrix([
        [0, 1, 0, 1],
        [0, 0, 1, 1],
        [0, 0, 0, 1],
      ]),
    }),
  ).toThrow("rows must outnumber");
  expect(() => fit({})().contrast([1])).toThrow("weights must be one a column (2), got 1");
});
