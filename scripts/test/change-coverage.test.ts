import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { simulatedWaves } from "../change-coverage/simulated-waves.ts";
import { summariseWaves } from "../change-coverage/summarise-waves.ts";

const result = JSON.parse(
  readFileSync(new URL("../../packages/measures/oracles/change-coverage.json", import.meta.url), "utf8"),
) as {
  seeds: { from: number; to: number };
  all: ReturnType<typeof summariseWaves>;
  firstTwenty: ReturnType<typeof summariseWaves>;
};

describe("5,000 studies of forty people who change at different rates, a quarter lost depending on scores seen", () => {
  it("the 95 % interval of change from first to last wave holds the true one as often as it says", () => {
    expect(result.seeds).toEqual({ from: 1, to: 5000 });
    const { studies, anyCovariance, meanShareLost, asSaid } = result.all;
    expect([studies, anyCovariance]).toEqual([5000, 5000]);
    expect(meanShareLost).toBeGreaterThan(0.23);
    expect(asSaid.interval99[0]).toBeLessThanOrEqual(0.95);
    expect(asSaid.interval99[1]).toBeGreaterThanOrEqual(0.95);
  });

  it("were everybody taken to change alike, it would be too narrow", () => {
    expect(result.all.takenAlike.interval99[1]).toBeLessThan(0.9);
  });

  it("is what the same seeds give today", () => {
    const again = summariseWaves(Array.from({ length: 20 }, (_, i) => simulatedWaves(i + 1)));
    expect(again.asSaid.covered).toBe(result.firstTwenty.asSaid.covered);
    expect(again.meanShareLost).toBeCloseTo(result.firstTwenty.meanShareLost, 12);
    expect(again.asSaid.meanWidth).toBeCloseTo(result.firstTwenty.asSaid.meanWidth, 8);
    expect(again.takenAlike.meanWidth).toBeCloseTo(result.firstTwenty.takenAlike.meanWidth, 6);
  });
});
