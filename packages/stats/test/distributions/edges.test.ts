import * as stats from "@likewise/stats";
import { describe, expect, it } from "vitest";

describe("at the ends", () => {
  it("tails are exactly 0 and 1 at and beyond the ends of the support", () => {
    const ends: [(x: number, upper: boolean) => number, number, number][] = [
      [(x, upper) => stats.normalCdf(x, { upper }), -Infinity, Infinity],
      [(x, upper) => stats.studentTCdf(x, 2.5, { upper }), -Infinity, Infinity],
      [(x, upper) => stats.gammaCdf(x, 0.5, { upper }), 0, Infinity],
      [(x, upper) => stats.chiSquareCdf(x, 3, { upper }), -1, Infinity],
      [(x, upper) => stats.betaCdf(x, 0.5, 2, { upper }), 0, 1],
      [(x, upper) => stats.betaCdf(x, 0.5, 2, { upper }), -3, 7],
      [(x, upper) => stats.fCdf(x, 3, 4, { upper }), 0, Infinity],
      [(x, upper) => stats.binomialCdf(x, 4, 0.5, { upper }), -1, 4],
      [(x, upper) => stats.poissonCdf(x, 4, { upper }), -0.5, Infinity],
      [(x, upper) => stats.negativeBinomialCdf(x, 4, 2, { upper }), -1, Infinity],
      [(x, upper) => stats.hypergeometricCdf(x, { marked: 5, unmarked: 2, drawn: 4 }, { upper }), 1, 4],
    ];
    for (const [cdf, low, high] of ends) {
      expect([cdf(low, false), cdf(low, true), cdf(high, false), cdf(high, true)]).toEqual([0, 1, 1, 0]);
    }
  });

  it("quantiles of 0 and 1 are the ends of the support", () => {
    expect([stats.normalQuantile(0), stats.normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect([stats.studentTQuantile(0, 3), stats.studentTQuantile(0, 3, { upper: true })]).toEqual([
      -Infinity,
      Infinity,
    ]);
    expect([stats.gammaQuantile(0, 3), stats.gammaQuantile(1, 3)]).toEqual([0, Infinity]);
    expect([stats.betaQuantile(0, 3, 2), stats.betaQuantile(1, 3, 2)]).toEqual([0, 1]);
    expect([stats.fQuantile(0, 3, 2), stats.fQuantile(1, 3, 2)]).toEqual([0, Infinity]);
    expect([stats.binomialQuantile(0, 9, 0.4), stats.binomialQuantile(1, 9, 0.4)]).toEqual([0, 9]);
    expect([stats.poissonQuantile(0, 4), stats.poissonQuantile(1, 4)]).toEqual([0, Infinity]);
  });

  it("densities at a bound follow the shape: infinite, finite, zero", () => {
    expect([0.5, 1, 2].map((shape) => stats.gammaDensity(0, shape))).toEqual([Infinity, 1, 0]);
    expect([0.5, 1, 2].map((shape) => stats.betaDensity(0, shape, 1))).toEqual([Infinity, 1, 0]);
    expect([0.5, 1, 2].map((shape) => stats.betaDensity(1, 1, shape))).toEqual([Infinity, 1, 0]);
    expect([1, 2, 3].map((df1) => stats.fDensity(0, df1, 4))).toEqual([Infinity, 1, 0]);
  });

  it("counts that cannot happen have probability 0", () => {
    expect(stats.binomialMass(2.5, 4, 0.5)).toBe(0);
    expect(stats.binomialMass(5, 4, 0.5)).toBe(0);
    expect(stats.poissonMass(-1, 3)).toBe(0);
    expect(stats.hypergeometricMass(0, { marked: 5, unmarked: 2, drawn: 4 })).toBe(0);
  });

  it("a certain or impossible success leaves one outcome", () => {
    expect([0, 4].map((k) => stats.binomialMass(k, 4, 0))).toEqual([1, 0]);
    expect([0, 4].map((k) => stats.binomialMass(k, 4, 1))).toEqual([0, 1]);
    expect(stats.binomialCdf(3, 4, 1)).toBe(0);
    expect(stats.binomialCdf(0, 4, 0)).toBe(1);
    expect(stats.poissonCdf(0, 0)).toBe(1);
    expect(stats.poissonMass(0, 0)).toBe(1);
    expect(stats.binomialQuantile(0.5, 0, 0.5)).toBe(0);
  });

  it("Student's t on infinite degrees of freedom is normal", () => {
    expect(stats.studentTCdf(1.3, Infinity, { upper: true })).toBeCloseTo(stats.normalCdf(1.3, { upper: true }), 15);
    expect(stats.studentTQuantile(0.975, Infinity)).toBe(stats.normalQuantile(0.975));
  });

  it("the exact ends of a t distribution with almost no degrees of freedom are still representable", () => {
    // P(T > t) ~ t^-0.1 / 2 · constant: still 1e-31 where doubles end, and Student's law is a power there.
    const far = stats.studentTCdf(1e300, 0.1, { upper: true });
    expect(stats.studentTCdf(1e290, 0.1, { upper: true }) / far).toBeCloseTo(10, 10);
    expect(stats.studentTQuantile(far, 0.1, { upper: true }) / 1e300).toBeCloseTo(1, 10);
  });
});

describe("wrong calls", () => {
  it.each([
    [() => stats.normalCdf(Number.NaN), "normalCdf: x must be a number, got NaN"],
    [() => stats.normalCdf(0, { sd: 0 }), "normalCdf: sd must be > 0 and finite, got 0"],
    [() => stats.normalQuantile(1.5), "normalQuantile: p must be a probability (0 to 1), got 1.5"],
    [
      () => stats.normalQuantile(0.5, { log: true }),
      "normalQuantile: p must be <= 0 (natural logarithm of a probability), got 0.5",
    ],
    [() => stats.studentTCdf(1, -2), "studentTCdf: df (degrees of freedom) must be > 0, got -2"],
    [() => stats.chiSquareCdf(1, 0), "chiSquareCdf: df (degrees of freedom) must be > 0 and finite, got 0"],
    [() => stats.gammaQuantile(0.5, -1), "gammaQuantile: shape must be > 0 and finite, got -1"],
    [() => stats.betaCdf(0.5, 0, 1), "betaCdf: shape1 must be > 0 and finite, got 0"],
    [() => stats.binomialCdf(1, 2.5, 0.5), "binomialCdf: n (trials) must be a whole number >= 0, got 2.5"],
    [() => stats.binomialMass(1, 2, 1.5), "binomialMass: probability must be a probability (0 to 1), got 1.5"],
    [() => stats.poissonCdf(1, -1), "poissonCdf: mean must be >= 0 and finite (expected events), got -1"],
    [
      () => stats.hypergeometricCdf(1, { marked: 1, unmarked: 1, drawn: 3 }),
      "hypergeometricCdf: drawn must be at most marked + unmarked (2), got 3",
    ],
  ])("%# say what must hold and what was given", (call, message) => {
    expect(call).toThrow(new RangeError(message));
  });
});
