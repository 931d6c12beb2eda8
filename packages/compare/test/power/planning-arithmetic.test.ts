import { discontinuityInflation, planningArithmetic, simulatedComparison, steppedWedgePower } from "@likewise/compare";
import { simulatedPower, unitsNeeded } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { oracle } from "../support/oracle.ts";
import { selected } from "../support/studies.ts";

const planning = oracle("planning");

describe("power before any data", () => {
  for (const { n, base, effect, power } of planning.two)
    it(`two groups of ${n}, ${base} and ${effect}: as power.prop.test of R`, () => {
      expect(planningArithmetic.twoGroupPower({ base, effect, first: n, second: n })).toBeCloseTo(power, 9);
    });

  for (const { base, effect, n } of planning.needed)
    it(`people needed from ${base}, ${effect}: as power.prop.test of R, rounded up`, () => {
      expect(unitsNeeded({ outcome: { kind: "proportion", base } }, { effect })).toMatchObject({ first: n, second: n });
    });

  it("too few to test have none", () => {
    expect(planningArithmetic.twoGroupPower({ base: 0.4, effect: -0.1, first: 1, second: 50 })).toBeNull();
  });

  for (const { areas, steps, base, effect, people, icc, power } of planning.wedge)
    it(`${areas} areas in ${steps} steps: as generalised least squares in R`, () => {
      expect(steppedWedgePower({ areas, steps, base, effect, people, icc })).toBeCloseTo(power, 10);
    });

  it("a wedge refuses what cannot be", () => {
    const wedge = { areas: 6, steps: 3, base: 0.4, effect: -0.1, people: 600, icc: 0.02 };
    expect(() => steppedWedgePower({ ...wedge, areas: 2, steps: 2 })).toThrow("areas must be >= 3, got 2");
    expect(() => steppedWedgePower({ ...wedge, steps: 7 })).toThrow("steps must be whole, from 1 to the areas (6)");
    expect(() => steppedWedgePower({ ...wedge, effect: -0.4 })).toThrow("base + effect must lie between 0 and 1");
    expect(() => steppedWedgePower({ ...wedge, people: 0 })).toThrow("people must be > 0, got 0");
    expect(() => steppedWedgePower({ ...wedge, icc: 1.5 })).toThrow("icc must be a correlation");
  });
});

describe("a cut-off on the score", () => {
  it("in the middle needs 1 / (1 − 2/π) times as many people as a trial: φ(0)² / (½ · ½) is 2/π", () => {
    expect(discontinuityInflation(0.5)).toBeCloseTo(1 / (1 - 2 / Math.PI), 14);
  });

  for (const { share, inflation } of planning.cutoff)
    it(`with ${share} treated: as the correlation of a normal score with its side of the cut-off`, () => {
      // The grid of R has 2 million points: good to 1e-5.
      expect(Math.abs(discontinuityInflation(share) - inflation)).toBeLessThan(1e-5);
    });

  it("refuses a share that is none", () => {
    expect(() => discontinuityInflation(1)).toThrow("treatedShare must lie between 0 and 1");
  });
});

describe("what a plan promises, a comparison as it will be made delivers", () => {
  const level = 0.99;

  it("randomised, 200 against 200, from 40 % by 12 points", () => {
    const study = simulatedComparison({
      plan: { ...selected, assignment: "random", comparator: "randomised-control", method: "none" },
      ratio: 1,
      base: 0.4,
      effect: -0.12,
      covariates: [{ name: "risk", difference: 0, logOdds: 0 }],
    });
    const found = simulatedPower({ study: (stream) => study(stream, 200), studies: 250, seed: 41, level });
    const planned = planningArithmetic.twoGroupPower({ base: 0.4, effect: -0.12, first: 200, second: 200 })!;
    expect(found.lower).toBeLessThan(planned);
    expect(found.upper).toBeGreaterThan(planned);
  });

  it("matched one to one within a caliper, of three times as many", () => {
    const study = simulatedComparison({
      plan: { ...selected, method: "nearest", caliper: 0.2 },
      ratio: 3,
      base: 0.4,
      effect: -0.2,
      covariates: [{ name: "risk", difference: 0.3, logOdds: 0.5 }],
    });
    const found = simulatedPower({ study: (stream) => study(stream, 110), studies: 150, seed: 42, level });
    const planned = planningArithmetic.twoGroupPower({ base: 0.4, effect: -0.2, first: 110, second: 110 })!;
    expect(found.withoutAnswer).toBe(0);
    expect(found.lower).toBeLessThan(planned);
    expect(found.upper).toBeGreaterThan(planned);
  });
});
