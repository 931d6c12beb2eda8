import { powerOfTest, type RandomStream, simulatedPower, twoSampleT, unitsBySimulation } from "@likewise/stats";
import { describe, expect, it } from "vitest";

/** Two groups of normal numbers half a standard deviation apart, by Welch's t. */
function study(stream: RandomStream, units: number): boolean {
  const group = (shift: number) => Array.from({ length: units }, () => shift + stream.normal());
  const { lower } = twoSampleT({ first: group(0.5), second: group(0) });
  return lower > 0;
}

describe("power by simulation", () => {
  it("holds the formula's within its Monte Carlo interval, where there is a formula", () => {
    const found = simulatedPower({ study: (stream) => study(stream, 64), studies: 600, seed: 11, level: 0.99 });
    const power = powerOfTest({ outcome: { kind: "mean", sd: 1 } }, { effect: 0.5, first: 64 }) as number;
    expect(found.lower).toBeLessThan(power);
    expect(found.upper).toBeGreaterThan(power);
    expect(found.studies).toBe(600);
  });

  it("counts a study without an answer as one that found nothing, and says how many", () => {
    const found = simulatedPower({ study: (stream) => (stream.bernoulli(0.5) ? true : null), studies: 100, seed: 1 });
    expect(found.found + found.withoutAnswer).toBe(100);
    expect(found.power).toBe(found.found / 100);
  });

  it("is the same for one seed, and each study has a stream of its own", () => {
    const seen: number[] = [];
    const once = () =>
      simulatedPower({
        study: (stream) => {
          seen.push(stream.uniform());
          return true;
        },
        studies: 5,
        seed: "a",
      });
    expect(once()).toEqual(once());
    expect(seen.slice(0, 5)).toEqual(seen.slice(5));
    expect(new Set(seen).size).toBe(5);
  });

  it("finds numbers near the formula's, and shows what surely is too few", () => {
    const found = unitsBySimulation({ study, least: 10, most: 200, studies: 400, seed: 5 });
    if ("refused" in found) throw new Error(found.refused.why);
    // 64 by the formula; 400 studies tell powers of 0.8 apart to about 0.04, which is 6 units here.
    expect(Math.abs(found.units - 64)).toBeLessThanOrEqual(12);
    expect(found.at.power).toBeGreaterThanOrEqual(0.8);
    expect(found.surelyTooFew).toBeLessThan(64);
    expect(found.tried.map(({ units }) => units)).toEqual(
      found.tried.map(({ units }) => units).toSorted((a, b) => a - b),
    );
  });

  it("refuses where the most units looked at do not do, and wrong calls", () => {
    expect(unitsBySimulation({ study, least: 2, most: 10, studies: 50, seed: 1 })).toHaveProperty("refused");
    expect(() => unitsBySimulation({ study, least: 5, most: 4, seed: 1 })).toThrow("most must be a whole number >= 5");
    expect(() => simulatedPower({ study: () => true, studies: 0, seed: 1 })).toThrow(
      "studies must be a whole number >= 1",
    );
  });
});
