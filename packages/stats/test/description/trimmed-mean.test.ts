import { trimmedMean } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, listed, readOracle } from "../support.ts";

const { trimmed } = readOracle<{ trimmed: { values: number | number[]; trim: number; mean: number }[] }>("counts.json");

describe("the trimmed mean", () => {
  it.each(trimmed)("agrees with R's mean(trim = $trim)", ({ values, trim, mean }) => {
    expectClose(trimmedMean(listed(values), trim), mean, 1e-14);
  });

  it("without trimming is the mean", () => {
    expect(trimmedMean([1, 2, 6], 0)).toBe(3);
  });

  it("refuses no values, half of them, and values that are none", () => {
    expect(() => trimmedMean([])).toThrow("trimmedMean: values must not be empty");
    expect(() => trimmedMean([1], 0.5)).toThrow("trim must be from 0 to below 0.5 (share at each end), got 0.5");
    expect(() => trimmedMean([1, Number.NaN])).toThrow("row 1 (from 0) is not");
  });
});
