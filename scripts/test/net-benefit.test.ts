import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { simulatedAppraisal } from "../net-benefit/simulated-appraisal.ts";
import { coverageOfNet, type meanProbability } from "../net-benefit/summarise-appraisals.ts";

const result = JSON.parse(
  readFileSync(new URL("../../packages/economics/oracles/net-benefit.json", import.meta.url), "utf8"),
) as {
  seeds: { from: number; to: number };
  draws: number;
  net: ReturnType<typeof coverageOfNet>;
  firstFifty: ReturnType<typeof coverageOfNet>;
  balanced: ReturnType<typeof meanProbability>;
};

describe("2,000 programmes whose true numbers are drawn from the distributions used", () => {
  it("the 95 % interval of the net value holds the true one as often as it says", () => {
    expect(result.seeds).toEqual({ from: 1, to: 2000 });
    expect(result.net.programmes).toBe(2000);
    const [lower, upper] = result.net.interval99;
    expect(lower).toBeLessThanOrEqual(0.95);
    expect(upper).toBeGreaterThanOrEqual(0.95);
  });

  it("where nothing is truly gained or lost, a gain is held to be about as likely as not", () => {
    expect(result.balanced.programmes).toBe(2000);
    expect(result.balanced.meanProbabilityPositive).toBeGreaterThanOrEqual(0.45);
    expect(result.balanced.meanProbabilityPositive).toBeLessThanOrEqual(0.55);
  });

  it("is what the same seeds give today", () => {
    const again = Array.from({ length: 50 }, (_, i) =>
      simulatedAppraisal(i + 1, { balanced: false, draws: result.draws }),
    );
    expect(coverageOfNet(again)).toEqual(result.firstFifty);
  });
});
