import { abadieImbens, abadieImbensFactor } from "@likewise/stats";
import { describe, expect, it } from "vitest";

describe("Abadie and Imbens's variance", () => {
  it("of five treated people with three comparison people is that worked by hand", () => {
    // Treated 1, 0, 0, 1, 0; matched to a, b, c, b, b with a = 1, b = 1, c = 0. Differences 0, −1, 0, 0, −1: mean −0.4,
    // squares about it 0.16 · 3 + 0.36 · 2 = 1.2, variance 1.2 / 10; used 1, 3 and 1 times: 0.12 · (5 + 11) / 25.
    const found = abadieImbens({ values: [1, 0, 0, 1, 0], partners: [1, 1, 0, 1, 1], timesUsed: [1, 3, 1] });
    expect(found.difference).toBeCloseTo(-0.4, 14);
    expect(found.variance).toBeCloseTo(0.12, 14);
    expect(found.standardError).toBeCloseTo(Math.sqrt(0.0768), 14);
    expect(found.standardError).toBeCloseTo(0.27713, 5);
  });

  it("is the variance of a difference of two means where everybody serves once", () => {
    const found = abadieImbens({ values: [3, 5, 9, 1], partners: [1, 2, 2, 7], timesUsed: [1, 1, 1, 1] });
    expect(found.standardError ** 2).toBeCloseTo((2 * found.variance) / 4, 12);
  });

  it("needs uses that add up to the treated", () => {
    expect(() => abadieImbens({ values: [1, 2], partners: [1, 1], timesUsed: [1] })).toThrow(RangeError);
  });

  // Published checks of the authors' own code for the factor of a person used K times.
  it.each([
    [1, 1, 2],
    [5, 1, 30],
    [10, 1, 110],
    [23, 1, 552],
    [1, 2, 1],
    [5, 2, 10],
    [10, 2, 32.5],
    [23, 2, 149.5],
  ])("counts a person used %i times among %i matches as %f", (times, matches, factor) => {
    expect(abadieImbensFactor(times, matches)).toBeCloseTo(factor, 12);
  });
});
