import { type PlannedComparison, simulatedComparison } from "@likewise/compare";
import { powerOfTest, randomStream, simulatedPower, unitsBySimulation } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { selected } from "../support/studies.ts";

const planned: PlannedComparison = {
  plan: { ...selected, method: "none" },
  ratio: 2,
  base: 0.4,
  effect: -0.2,
  covariates: [{ name: "risk", difference: 0, logOdds: 0 }],
};

describe("a comparison made up and compared as it will be", () => {
  it("has the power of the formula where there is nothing to match on", () => {
    const study = simulatedComparison(planned);
    const found = simulatedPower({ study: (stream) => study(stream, 70), studies: 100, seed: 3, level: 0.99 });
    const power = powerOfTest({ outcome: { kind: "proportion", base: 0.4 }, ratio: 2 }, { effect: -0.2, first: 70 });
    expect(found.withoutAnswer).toBe(0);
    expect(found.lower).toBeLessThan(power as number);
    expect(found.upper).toBeGreaterThan(power as number);
  });

  it("seldom finds what is not there, though the arms differ in what decides the outcome", () => {
    const covariates = [{ name: "risk", difference: 0.8, logOdds: 1.2 }];
    const plan = { ...selected, method: "ipw", estimand: "att" } as const;
    const study = simulatedComparison({ ...planned, effect: 0, covariates, plan });
    const found = simulatedPower({ study: (stream) => study(stream, 120), studies: 30, seed: 8, level: 0.99 });
    // By chance 1 in 20; 7 or more of 30 would come once in a thousand times.
    expect(found.found).toBeLessThan(7);
    expect(study(randomStream(1), 120)).not.toBeNull();
  });

  it("finds the treated people needed, each number with the same streams", () => {
    const study = simulatedComparison({ ...planned, plan: { ...selected, method: "nearest" } });
    const needed = unitsBySimulation({ study, least: 40, most: 200, studies: 15, seed: 2 });
    if ("refused" in needed) throw new Error(needed.refused.why);
    expect(needed.at.power).toBeGreaterThanOrEqual(0.8);
    expect(needed.units).toBeGreaterThan(40);
    expect(needed.units).toBeLessThan(200);
  });

  it("refuses what cannot be", () => {
    expect(() => simulatedComparison({ ...planned, effect: -0.4 })).toThrow("base + effect must lie between 0 and 1");
    expect(() => simulatedComparison({ ...planned, covariates: [] })).toThrow("covariates must hold at least one");
    expect(() => simulatedComparison({ ...planned, ratio: 0 })).toThrow("ratio must be > 0");
  });
});
