import {
  formatCount,
  formatMeasured,
  formatNumber,
  formatP,
  formatPer100,
  formatPercent,
  formatRatio,
} from "@likewise/report";
import { describe, expect, it } from "vitest";

// Expected texts by hand: round the decimal number half away from zero, separate thousands, U+2212 for minus.

describe("numbers", () => {
  it.each([
    [0.05, 1, "0.1"],
    [0.15, 1, "0.2"],
    [0.25, 1, "0.3"],
    [0.35, 1, "0.4"],
    [1.005, 2, "1.01"],
    [8.345, 2, "8.35"],
    [-0.015, 2, "−0.02"],
    [2.5, 0, "3"],
    [999.95, 1, "1,000.0"],
    [1234567.891, 2, "1,234,567.89"],
    [-1571.7445, 1, "−1,571.7"],
    [-0.04, 1, "0.0"],
    [-0, 1, "0.0"],
    [0, 0, "0"],
    [1e-9, 3, "0.000"],
    [1e15, 0, "1,000,000,000,000,000"],
    [0.1 + 0.2, 1, "0.3"],
  ])("%d to %d decimals is written %s", (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  it.each([
    [7, "7"],
    [999, "999"],
    [1000, "1,000"],
    [26_018, "26,018"],
    [1_000_000, "1,000,000"],
  ])("a count of %d is written %s", (value, text) => {
    expect(formatCount(value)).toBe(text);
  });
});

describe("out of every 100", () => {
  it.each([
    [48 / 216, "22.2"],
    [66 / 216, "30.6"],
    [48 / 216 - 66 / 216, "−8.3"],
    [0, "0.0"],
    [1, "100.0"],
    [0.0005, "0.1"],
    [0.0015, "0.2"],
    [0.00049, "0.05"],
    [0.00015, "0.02"],
    [-0.0001510365350388676, "−0.02"],
    [0.00004, "0.004"],
    [0.000004, "0.0004"],
    [0.0000001, "0.0"],
  ])("%d is written %s, never as nothing when it is something", (share, text) => {
    expect(formatPer100(share)).toBe(text);
  });

  it("as a percentage has the same digits", () => {
    expect(formatPercent(48 / 216)).toBe("22.2%");
  });
});

describe("a p-value", () => {
  it.each([
    [0.0501161174090057, "0.0501"],
    [0.04958599801925296, "0.0496"],
    [0.0496, "0.0496"],
    [0.0549999, "0.0550"],
    [0.055, "0.06"],
    [0.2714, "0.27"],
    [0.01, "0.01"],
    [0.0099999, "less than 0.01"],
    [0, "less than 0.01"],
    [1, "1.00"],
  ])("%d is written %s: which side of 0.05 can always be seen", (value, text) => {
    expect(formatP(value)).toBe(text);
  });
});

describe("a number on no fixed scale", () => {
  it.each([
    [1571.7445, "1,572"],
    [99.96, "100.0"],
    [31.25, "31.3"],
    [3.005, "3.01"],
    [0.68426, "0.684"],
    [-0.179, "−0.179"],
    [0, "0.000"],
  ])("%d is written %s, about three digits", (value, text) => {
    expect(formatMeasured(value)).toBe(text);
  });
});

describe("a ratio", () => {
  it.each([
    [0.7272727, "0.73"],
    [1, "1.00"],
    [1.000317, "1.0003"],
    [0.9999, "0.9999"],
    [1.002784, "1.003"],
    [0.9957, "0.996"],
    [1.00001, "1.00"],
    [12.345, "12.35"],
  ])("%d is written %s: which side of 1 can be seen", (value, text) => {
    expect(formatRatio(value)).toBe(text);
  });
});
