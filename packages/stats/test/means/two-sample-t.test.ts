import { designMatrix, fitLeastSquares, robustCovariance, twoSampleT } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle } from "../support.ts";

const { tolerance, welch } = readOracle<{
  tolerance: number;
  welch: Record<string, { first: number[]; second: number[]; level: number } & Record<string, number>>;
}>("two-groups.json");

describe("Welch's t", () => {
  it.each(Object.entries(welch))("agrees with R: %s", (_, { first, second, level, ...expected }) => {
    const found = twoSampleT({ first, second, level });
    for (const key of ["difference", "standardError", "df", "statistic", "pValue", "lower", "upper"] as const)
      expectClose(found[key], expected[key], tolerance);
  });

  it("has the HC2 standard error of the regression on group", () => {
    const { first, second } = welch.unequal!;
    const design = designMatrix([[...first.map(() => 1), ...second.map(() => 0)]]);
    const fit = fitLeastSquares({ design, outcome: [...first, ...second] });
    expectClose(
      twoSampleT({ first, second }).standardError,
      robustCovariance({ design, fit, kind: "HC2" }).standardErrors[1],
      1e-12,
    );
  });

  it("flips its sign when the groups are swapped", () => {
    const { first, second } = welch.counts!;
    const here = twoSampleT({ first, second });
    const there = twoSampleT({ first: second, second: first });
    expectClose([there.difference, there.lower, there.upper], [-here.difference, -here.upper, -here.lower], 1e-14);
    expect(there.pValue).toBe(here.pValue);
  });

  it("refuses groups too small or without variation", () => {
    expect(() => twoSampleT({ first: [1], second: [1, 2] })).toThrow(
      "twoSampleT: first must hold at least 2 values, got 1",
    );
    expect(() => twoSampleT({ first: [1, 1], second: [2, 2] })).toThrow(
      "twoSampleT: values must vary within at least one group",
    );
    expect(() => twoSampleT({ first: [1, Number.NaN], second: [2, 3] })).toThrow(
      "twoSampleT: first must be finite with none missing, row 1 (from 0) is not",
    );
  });
});
