import { poolImputations } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle } from "../support.ts";

const { tolerance, sets } = readOracle<{
  tolerance: number;
  sets: {
    estimates: number[];
    variances: number[];
    completeDf: number | null;
    estimate: number;
    within: number;
    between: number;
    total: number;
    df: number;
    fractionMissing: number;
  }[];
}>("imputation.json");

describe("Rubin's rules", () => {
  it.each(sets)("are those of mice, set %#", ({ estimates, variances, completeDf, ...expected }) => {
    const pooled = poolImputations(estimates, variances, completeDf === null ? {} : { completeDf });
    for (const key of ["estimate", "within", "between", "total", "df", "fractionMissing"] as const) {
      expectClose(pooled[key], expected[key], tolerance);
    }
    expect(pooled.standardError).toBe(Math.sqrt(pooled.total));
  });

  it("are worked by hand for two data sets", () => {
    // mean 2, variance between (1 + 1) / 1 = 2, within 1; total 1 + 1.5 × 2 = 4; df (2 − 1) / (3/4)² = 16/9
    const pooled = poolImputations([1, 3], [1, 1]);
    expect(pooled).toMatchObject({ estimate: 2, within: 1, between: 2, total: 4, standardError: 2 });
    expect(pooled.df).toBeCloseTo(16 / 9, 14);
  });

  it("leave an estimate alone that is the same in every data set", () => {
    expect(poolImputations([2, 2, 2], [4, 4, 4])).toMatchObject({ estimate: 2, total: 4, between: 0, df: Infinity });
  });

  it("refuse one data set, and variances that are not above 0", () => {
    expect(() => poolImputations([1], [1])).toThrow("estimates must be at least 2, got 1");
    expect(() => poolImputations([1, 2], [1])).toThrow("variances must be as many as estimates (2), got 1");
    expect(() => poolImputations([1, 2], [1, 0])).toThrow("variances must be > 0 and finite, got 0 at index 1");
    expect(() => poolImputations([1, 2], [1, 1], { completeDf: 0 })).toThrow("completeDf must be > 0, got 0");
  });
});
