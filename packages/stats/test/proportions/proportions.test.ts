import { newcombeDifference, oddsRatio, riskRatio, shareOf, wilsonInterval } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle } from "../support.ts";

interface Ratio {
  estimate: number;
  se_log: number;
  ci95: [number, number];
}
const oracle = readOracle<{
  tolerance: number;
  single: { x: number; n: number; wilson: [number, number] }[];
  difference: {
    example: string;
    x1: number;
    n1: number;
    x2: number;
    n2: number;
    difference: number;
    newcombe_method_10: [number, number];
    risk_ratio_katz: Ratio | null;
    odds_ratio_woolf: Ratio | null;
    published_newcombe_1998_table_ii_method_10?: [number, number];
  }[];
}>("proportions.json");
const { tolerance } = oracle;
const two = readOracle<{ wilson: { x: number; n: number; level: number; lower: number; upper: number }[] }>(
  "two-groups.json",
);

describe("Wilson's interval agrees", () => {
  it.each(oracle.single)("with the reference: $x of $n", ({ x, n, wilson }) => {
    const { proportion, lower, upper } = wilsonInterval({ events: x, total: n });
    expect(proportion).toBe(x / n);
    expectClose([lower, upper], wilson, tolerance);
  });

  it.each(two.wilson)("with R's prop.test: $x of $n at level $level", ({ x, n, level, lower, upper }) => {
    const interval = wilsonInterval({ events: x, total: n, level });
    expectClose([interval.lower, interval.upper], [lower, upper], tolerance, 1e-6);
  });
});

describe("Newcombe's difference agrees", () => {
  it.each(oracle.difference)("with the reference, and to four decimals with the paper: $example", (entry) => {
    const { difference, lower, upper } = newcombeDifference({
      first: { events: entry.x1, total: entry.n1 },
      second: { events: entry.x2, total: entry.n2 },
    });
    expectClose(difference, entry.difference, tolerance);
    expectClose([lower, upper], entry.newcombe_method_10, tolerance);
    const published = entry.published_newcombe_1998_table_ii_method_10;
    if (published) expectClose([lower, upper], published, 5.01e-5, 1);
  });
});

describe("ratios", () => {
  it.each(oracle.difference)(
    "agree with Katz and Woolf, and are refused where they do not exist: $example",
    (entry) => {
      const counts = { first: { events: entry.x1, total: entry.n1 }, second: { events: entry.x2, total: entry.n2 } };
      for (const [ratio, expected] of [
        [riskRatio, entry.risk_ratio_katz],
        [oddsRatio, entry.odds_ratio_woolf],
      ] as const) {
        if (expected === null) {
          expect(() => ratio(counts)).toThrow("both groups must have");
          continue;
        }
        const found = ratio(counts);
        expectClose(found.ratio, expected.estimate, tolerance);
        expectClose(found.logStandardError, expected.se_log, tolerance);
        expectClose([found.lower, found.upper], expected.ci95, tolerance);
      }
    },
  );
});

describe("laws of two proportions", () => {
  const first = { events: 7, total: 19 };
  const second = { events: 2, total: 31 };

  it("swapping the groups flips the difference and its limits", () => {
    const here = newcombeDifference({ first, second });
    const there = newcombeDifference({ first: second, second: first });
    expectClose([there.difference, there.lower, there.upper], [-here.difference, -here.upper, -here.lower], 1e-14);
  });

  it("swapping the groups inverts the ratios", () => {
    for (const ratio of [riskRatio, oddsRatio]) {
      const here = ratio({ first, second });
      const there = ratio({ first: second, second: first });
      expectClose([there.ratio, there.lower, there.upper], [1 / here.ratio, 1 / here.upper, 1 / here.lower], 1e-14);
      expectClose(there.logStandardError, here.logStandardError, 1e-15);
    }
  });

  it("counting those without the event mirrors Wilson's limits", () => {
    const here = wilsonInterval({ events: 7, total: 19 });
    const there = wilsonInterval({ events: 12, total: 19 });
    expectClose([there.lower, there.upper], [1 - here.upper, 1 - here.lower], 1e-14);
  });

  it("limits stay inside the range at every count", () => {
    for (let events = 0; events <= 12; events++) {
      const { proportion, lower, upper } = wilsonInterval({ events, total: 12 });
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower <= proportion && proportion <= upper).toBe(true);
      for (let other = 0; other <= 5; other++) {
        const difference = newcombeDifference({ first: { events, total: 12 }, second: { events: other, total: 5 } });
        expect(difference.lower).toBeGreaterThanOrEqual(-1);
        expect(difference.upper).toBeLessThanOrEqual(1);
      }
    }
  });

  it("equal proportions of unequal groups differ by exactly 0", () => {
    expect(newcombeDifference({ first: { events: 1, total: 3 }, second: { events: 3, total: 9 } }).difference).toBe(0);
  });
});

describe("a share for a table", () => {
  it.each(oracle.single)("has both counts and the interval of the reference: $x of $n", ({ x, n, wilson }) => {
    const { numerator, denominator, value, interval } = shareOf(x, n);
    expect([numerator, denominator, value]).toEqual([x, n, x / n]);
    expectClose(interval!, wilson, tolerance);
  });

  it("of nobody has no value", () => {
    expect(shareOf(0, 0)).toEqual({ numerator: 0, denominator: 0, value: null, interval: null });
  });
});

describe("wrong counts are refused, naming the argument", () => {
  it.each([
    [{ events: 3, total: 2 }, "wilsonInterval: events must be a whole number from 0 to 2 (units), got 3"],
    [{ events: 1.5, total: 2 }, "wilsonInterval: events must be a whole number from 0 to 2 (units), got 1.5"],
    [{ events: 0, total: 0 }, "wilsonInterval: total must be a whole number >= 1 (units observed), got 0"],
    [{ events: 0, total: 1, level: 1 }, "wilsonInterval: level must lie between 0 and 1 (confidence level), got 1"],
  ])("%o", (counts, message) => {
    expect(() => wilsonInterval(counts)).toThrow(message);
  });

  it("in either group", () => {
    const fine = { events: 1, total: 2 };
    expect(() => newcombeDifference({ first: fine, second: { events: -1, total: 2 } })).toThrow(
      "newcombeDifference: second.events must be a whole number from 0 to 2 (units), got -1",
    );
  });
});
