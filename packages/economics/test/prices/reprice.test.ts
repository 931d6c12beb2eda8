import { financialYear, priceIndices, reprice } from "@likewise/economics";
import { describe, expect, it } from "vitest";

describe("prices of one year as those of another", () => {
  // Factors and results of the reference of this project, worked from the Treasury's series to the digits printed.
  it.each([
    ["2019-20", 1.236494],
    ["2016-17", 1.314485],
    ["2015-16", 1.340835],
  ])("from %s to 2024-25 by %f", (from, factor) => {
    expect(reprice(from, "2024-25").factor).toBeCloseTo(factor, 6);
  });

  it("a victim's £34,015 of 2016-17 is £44,712, its public part £2,467 is £3,243, in prices of 2024-25", () => {
    const { factor } = reprice("2016-17", "2024-25");
    expect(Math.round(34_015 * factor)).toBe(44_712);
    expect(Math.round(2_467 * factor)).toBe(3_243);
  });

  it("there and back is where one was, and by way of a third year the same", () => {
    for (const { year } of priceIndices[0]!.years) {
      expect(reprice(year, "2024-25").factor * reprice("2024-25", year).factor).toBeCloseTo(1, 14);
      expect(reprice("2008-09", year).factor * reprice(year, "2019-20").factor).toBeCloseTo(
        reprice("2008-09", "2019-20").factor,
        14,
      );
    }
  });

  it("says when a calendar year was taken as a financial one, an index is a forecast, or a year was measured otherwise", () => {
    expect(reprice("2019", "2024-25").notes).toEqual(["prices of 2019 are taken as those of 2019-20"]);
    expect(reprice("2024-25", "2025-26").notes).toEqual(["the price index of 2025-26 is a forecast"]);
    expect(reprice("2020-21", "2024-25").notes[0]).toContain("2020-21 is distorted");
    expect(reprice("2020-21", "2020-21").notes).toEqual([]);
  });

  it("refuses a year the series does not hold, and what is no year", () => {
    expect(() => reprice("1999-00", "2024-25")).toThrow("gdp-2026-03 holds 2000-01 to 2030-31, got 1999-00");
    for (const base of ["2016-18", "16-17", "2016/17", ""]) {
      expect(() => financialYear(base)).toThrow(
        "financialYear: base must be a year (2019) or a financial year (2016-17)",
      );
    }
    expect(financialYear("1999").year).toBe("1999-00");
  });
});
