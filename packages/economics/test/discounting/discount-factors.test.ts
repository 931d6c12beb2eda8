import { discountFactors, discountSchedules } from "@likewise/economics";
import { describe, expect, it } from "vitest";

const schedule = (id: string) => discountSchedules.find((one) => one.id === id)!;

describe("what later years count", () => {
  // Worked from the rule, DF(t) = DF(t − 1)/(1 + r(t)), in the reference of this project.
  it.each([
    [
      "green-book-2026",
      {
        0: 1,
        1: 0.966184,
        2: 0.933511,
        3: 0.901943,
        5: 0.841973,
        10: 0.708919,
        30: 0.356278,
        31: 0.345901,
        50: 0.197263,
      },
    ],
    ["green-book-2026-health", { 1: 0.985222, 5: 0.92826, 10: 0.861667 }],
  ])("%s", (id, expected) => {
    const factors = discountFactors(schedule(id), 60);
    for (const [year, factor] of Object.entries(expected)) expect(factors[Number(year)]).toBeCloseTo(factor, 6);
  });

  it("the first year after a change of rate takes the new rate on top of all the old ones", () => {
    // By hand: 1.035^-30 · 1.03^-45 · 1.025^-1.
    expect(discountFactors(schedule("green-book-2026"), 77)[76]).toBeCloseTo((1.035 ** -30 * 1.03 ** -45) / 1.025, 14);
  });

  it("every schedule falls year by year, by less and less, and says where it is from", () => {
    for (const one of discountSchedules) {
      const factors = discountFactors(one, 400);
      for (let year = 1; year < 400; year++) {
        expect(factors[year]).toBeLessThan(factors[year - 1]!);
        if (year > 1)
          expect(factors[year]! / factors[year - 1]!).toBeGreaterThanOrEqual(
            factors[year - 1]! / factors[year - 2]! - 1e-15,
          );
      }
      expect(one.source).not.toBe("");
    }
    expect(new Set(discountSchedules.map(({ id }) => id)).size).toBe(discountSchedules.length);
  });

  it("refuses no years and parts of years", () => {
    for (const years of [0, -1, 2.5, Number.NaN]) {
      expect(() => discountFactors(schedule("review-2026"), years)).toThrow(
        "years must be a whole number of 1 or more",
      );
    }
  });
});
