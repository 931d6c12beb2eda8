import { readFileSync } from "node:fs";
import { type CostAndSuccessInput, costAndSuccess } from "@likewise/economics";
import { describe, expect, it } from "vitest";

/** Regressions of 240 people's costs and successes, and of their net benefit, in R: oracles/cost-and-success.R of compare. */
const inR = JSON.parse(
  readFileSync(new URL("../../../compare/oracles/cost-and-success.json", import.meta.url), "utf8"),
) as {
  means: Record<"costTreated" | "costComparison" | "successTreated" | "successComparison", number>;
  standardErrors: { cost: number; success: number };
  covariance: number;
  correlation: number;
  net: { worth: number; estimate: number; standardError: number; low: number; high: number; probability: number }[];
};
const { means, standardErrors, covariance } = inR;

/** All of what is uncertain stands on the programme's arm: only the differences matter. */
const input = (parts: Partial<CostAndSuccessInput> = {}, between = covariance): CostAndSuccessInput => ({
  joint: {
    keys: ["ct", "cc", "st", "sc"],
    link: "identity",
    estimates: [means.costTreated, means.costComparison, means.successTreated, means.successComparison],
    covariance: [
      standardErrors.cost ** 2,
      0,
      between,
      0,
      0,
      0,
      0,
      0,
      between,
      0,
      standardErrors.success ** 2,
      0,
      0,
      0,
      0,
      0,
    ],
  },
  cost: ["ct", "cc"],
  success: ["st", "sc"],
  label: "person without a recorded offence",
  gain: "more",
  priceFactor: 1,
  programme: null,
  worths: inR.net.map(({ worth }) => worth),
  draws: 40_000,
  seed: 7,
  level: 0.95,
  ...parts,
});

describe("costs and successes drawn together", () => {
  const found = costAndSuccess(input());

  it("give net benefit as the regression of net benefit in R does: value, limits and probability", () => {
    expect(found.netBenefit).toHaveLength(4);
    for (const [at, { worth, estimate, standardError, low, high, probability }] of inR.net.entries()) {
      const { amount, with: share } = found.netBenefit[at]!;
      expect(found.netBenefit[at]!.worth).toBe(worth);
      expect(amount.estimate).toBeCloseTo(estimate, 8);
      // A 2.5 % quantile of 40,000 normal draws has a standard error of 0.0134 standard deviations: four of them.
      expect(Math.abs(amount.interval[0] - low)).toBeLessThan(0.054 * standardError);
      expect(Math.abs(amount.interval[1] - high)).toBeLessThan(0.054 * standardError);
      expect(Math.abs(share - probability)).toBeLessThan(
        4 * Math.sqrt((probability * (1 - probability)) / 40_000) + 1e-4,
      );
    }
  });

  it("tell how cost and success go together, and pounds for one more as difference over difference", () => {
    expect(found.correlation).toBeCloseTo(inR.correlation, 10);
    const more = means.successTreated - means.successComparison;
    expect(found.success.pounds).toBeCloseTo((means.costTreated - means.costComparison) / more, 8);
    expect(found.success.quadrant).toBe("dearer, more successes");
  });

  it("are surer of net benefit where whoever costs more does better, and less sure where they do worse", () => {
    const width = (between: number) => {
      const [low, high] = costAndSuccess(input({}, between)).netBenefit[2]!.amount.interval;
      return high - low;
    };
    expect(width(covariance)).toBeLessThan(width(0));
    expect(width(0)).toBeLessThan(width(-covariance));
  });

  it("count a success that is fewer of something the other way round", () => {
    const turned = costAndSuccess(input({ gain: "fewer" }));
    expect(turned.success.successes.estimate).toBeCloseTo(-found.success.successes.estimate, 12);
    expect(turned.correlation).toBeCloseTo(-inR.correlation, 10);
    expect(turned.success).toMatchObject({ pounds: null, quadrant: "dearer, fewer successes" });
  });

  it("add the programme where it is not among the costs, draw by draw, and prices times their factor", () => {
    const programme = { best: 100, draws: new Float64Array(40_000).fill(100) };
    const dearer = costAndSuccess(input({ programme, priceFactor: 2 }));
    expect(dearer.cost.estimate).toBeCloseTo(2 * found.cost.estimate + 100, 8);
    expect(dearer.cost.interval[0]).toBeCloseTo(2 * found.cost.interval[0] + 100, 8);
  });

  it("have no correlation where one of them is certain", () => {
    const joint = { ...input().joint, covariance: new Array<number>(16).fill(0) };
    expect(costAndSuccess(input({ joint, draws: 10 })).correlation).toBeNull();
  });

  it("refuse logarithms, keys that are not there, and a programme of other draws", () => {
    const joint = { ...input().joint, link: "log" as const };
    expect(() => costAndSuccess(input({ joint }))).toThrow(/identity link/);
    expect(() => costAndSuccess(input({ cost: ["ct", "x"] }))).toThrow(/got x/);
    expect(() => costAndSuccess(input({ programme: { best: 1, draws: new Float64Array(2) } }))).toThrow(/got 2/);
  });
});
