import { exactPoissonInterval, poissonRateTest } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle } from "../support.ts";

interface RateTest {
  first: { events: number; exposure: number };
  second: { events: number; exposure: number };
  ratio: number;
  level: number;
  pValue: number;
  lower: number;
  upper: number | null;
}
const { poissons, rateTests } = readOracle<{
  poissons: Record<"events" | "exposure" | "level" | "lower" | "upper", number[]>;
  rateTests: RateTest[];
}>("counts.json");

describe("the exact Poisson interval", () => {
  it.each(poissons.events.map((_, i) => i))("agrees with R's poisson.test, case %i", (i) => {
    const at = { events: poissons.events[i]!, exposure: poissons.exposure[i]!, level: poissons.level[i]! };
    const { rate, lower, upper } = exactPoissonInterval(at);
    expect(rate).toBe(at.events / at.exposure);
    expectClose([lower, upper], [poissons.lower[i], poissons.upper[i]], 1e-10);
  });

  it("at no event ends where the chance of none is half of 1 − level: exp(−upper) = 0.025", () => {
    expectClose(Math.exp(-exactPoissonInterval({ events: 0 }).upper), 0.025, 1e-12);
  });

  it("refuses what is no count or no time at risk", () => {
    expect(() => exactPoissonInterval({ events: -1 })).toThrow("events must be a whole number >= 0 (events), got -1");
    expect(() => exactPoissonInterval({ events: 1, exposure: 0 })).toThrow(
      "exposure must be > 0 (time at risk), got 0",
    );
  });
});

describe("the exact test of two rates", () => {
  it.each(rateTests)("agrees with R's poisson.test: $first.events against $second.events", (expected) => {
    const { first, second, ratio, level } = expected;
    const test = poissonRateTest({ first, second, ratio, level });
    expectClose([test.pValue, test.lower, test.upper], [expected.pValue, expected.lower, expected.upper], 1e-9);
  });

  it("gives the same p-value with the groups the other way round, and the limits turned over", () => {
    const first = { events: 7, exposure: 3 };
    const second = { events: 19, exposure: 4 };
    const one = poissonRateTest({ first, second });
    const other = poissonRateTest({ first: second, second: first });
    expectClose([other.pValue, 1 / other.upper!, 1 / other.lower], [one.pValue, one.lower, one.upper], 1e-10);
  });

  it("has no ratio, and no upper limit, where the second group has no events", () => {
    const test = poissonRateTest({ first: { events: 3, exposure: 2 }, second: { events: 0, exposure: 2 } });
    expect([test.ratio, test.upper]).toEqual([null, null]);
    expect(test.lower).toBeGreaterThan(0);
  });

  it("refuses two groups without events", () => {
    const none = { events: 0, exposure: 1 };
    expect(() => poissonRateTest({ first: none, second: none })).toThrow("at least one group must have events");
  });
});
