import { readFileSync } from "node:fs";
import { appraise, type EconomicModel } from "@likewise/economics";
import { describe, expect, it } from "vitest";
import { benefitOf, costOf, modelOf } from "../model-of.ts";

interface Known {
  readonly worth: number;
  readonly error: number;
}
/** The same appraisal worked in base R by a script of its own, with two million draws: oracles/appraisal.R. */
const inR = JSON.parse(readFileSync(new URL("../../oracles/appraisal.json", import.meta.url), "utf8")) as {
  best: Record<"cost" | "fiscal" | "social" | "cashable" | "net" | "ratio", number>;
  draws: {
    n: number;
    meanNet: number;
    sdNet: number;
    probabilityPositive: number;
    meanOfRatios: number;
  } & Record<"cost" | "fiscal" | "net" | "ratio", [number, number]>;
  tornado: { name: string; low: number; high: number; atLow: number; atHigh: number }[];
  information: (Known & { name: string })[];
  perfectInformation: Known;
  nestedEffect: Known;
  paybackAtFourTimes: number;
};

const effect = { treated: "t", comparison: "c", gain: "fewer", windowYears: 1.5 } as const;
const model: EconomicModel = modelOf({
  years: 5,
  reached: 400,
  intake: [0.6, 0.4],
  numbers: {
    spend: { kind: "fixed", value: 530_000 },
    wrong: { kind: "log-normal-mean", mean: 1, standardError: 0.1 },
    kind: { kind: "gamma", mean: 80_000, standardError: 10_000 },
    police: { kind: "gamma", mean: 900, standardError: 180 },
    harm: { kind: "gamma", mean: 2500, standardError: 500 },
    times: { kind: "log-normal-mean", mean: 1.6, standardError: 0.2 },
    share: { kind: "beta", mean: 0.3, standardError: 0.06 },
    fade: { kind: "pert", low: 0.2, mode: 0.4, high: 0.8 },
  },
  joint: [
    {
      keys: ["t", "c"],
      link: "log",
      estimates: [Math.log(0.9), Math.log(1.2)],
      covariance: [0.004, 0.0025, 0.0025, 0.005],
    },
  ],
  costs: [
    costOf({ times: "wrong", priceFactor: 1.1 }),
    costOf({ id: "kind", payer: "Charity", kind: "in-kind", amount: "kind", year: 1 }),
  ],
  benefits: [
    benefitOf({
      effect,
      value: "police",
      multiplier: "times",
      priceFactor: 1.236494,
      cashable: "share",
      lagYears: 1,
      persistsYears: 3.5,
      decay: "fade",
    }),
    benefitOf({
      id: "harm",
      agency: "People",
      kind: "social",
      component: "harm",
      value: "harm",
      multiplier: "times",
      effect,
    }),
  ],
});
const draws = 50_000;
const appraisal = appraise(model, { seed: "in R", draws });

describe("an appraisal that base R works too", () => {
  it("best values are those of R to twelve digits", () => {
    const { cost, byKind, netPresentSocialValue, benefitCostRatio } = appraisal;
    const ours = {
      cost: cost.estimate,
      fiscal: byKind.fiscal.estimate,
      social: byKind.social.estimate,
      cashable: byKind.cashable.estimate,
      net: netPresentSocialValue.estimate,
      ratio: benefitCostRatio.estimate!,
    };
    for (const [name, value] of Object.entries(inR.best)) {
      expect(Math.abs(ours[name as keyof typeof ours] / value - 1), name).toBeLessThan(1e-11);
    }
  });

  it("draws of correlated arms, costs and values have R's mean, spread, limits and chance of a gain", () => {
    // Limits of 50,000 draws vary by some 1 % of the spread; four standard errors of each are allowed.
    const { sdNet, meanNet, probabilityPositive } = inR.draws;
    const limitError = (sdNet / 0.057) * Math.sqrt((0.025 * 0.975) / draws);
    expect(Math.abs(appraisal.meanNet - meanNet)).toBeLessThan(4 * appraisal.monteCarloError);
    expect(Math.abs((appraisal.monteCarloError * Math.sqrt(draws)) / sdNet - 1)).toBeLessThan(0.02);
    expect(Math.abs(appraisal.probabilityPositive - probabilityPositive)).toBeLessThan(4 * Math.sqrt(0.25 / draws));
    appraisal.netPresentSocialValue.interval.forEach((limit, side) => {
      expect(Math.abs(limit - inR.draws.net[side]!)).toBeLessThan(4 * limitError);
    });
    for (const [ours, theirs] of [
      [appraisal.cost.interval, inR.draws.cost],
      [appraisal.byKind.fiscal.interval, inR.draws.fiscal],
      [appraisal.benefitCostRatio.interval as [number, number], inR.draws.ratio],
    ] as const) {
      for (const side of [0, 1]) expect(Math.abs(ours[side]! / theirs[side]! - 1)).toBeLessThan(0.03);
    }
  });

  it("the ratio is that of the means: the mean of ratios lies above it", () => {
    expect(appraisal.benefitCostRatio.estimate).toBeCloseTo(inR.best.ratio, 11);
    expect(inR.draws.meanOfRatios).toBeGreaterThan(1.005 * inR.best.ratio);
  });

  it("bars of the tornado reach to the quantiles of each distribution", () => {
    for (const theirs of inR.tornado) {
      const ours = appraisal.tornado.find(({ name }) => name === theirs.name)!;
      expect(Math.abs(ours.low / theirs.low - 1), theirs.name).toBeLessThan(0.015);
      expect(Math.abs(ours.high / theirs.high - 1), theirs.name).toBeLessThan(0.015);
      const width = Math.abs(theirs.atHigh - theirs.atLow);
      expect(Math.abs(Math.abs(ours.atHigh - ours.atLow) - width), theirs.name).toBeLessThan(0.02 * width + 1);
    }
    expect(appraisal.tornado.map(({ name }) => name).sort()).toEqual(inR.tornado.map(({ name }) => name).sort());
  });

  it("knowing each number is worth what R's exact expectation says, and the effect what brute force says", () => {
    const of = (name: string) => appraisal.parameterInformation.find((one) => one.name === name)!.worth;
    // The spread of gains over losses of 50,000 draws, by R's of two million.
    const tolerance = (error: number) => 4 * error * Math.sqrt(inR.draws.n / draws);
    for (const { name, worth, error } of inR.information) {
      expect(Math.abs(of(name) - worth), name).toBeLessThan(tolerance(error) + 0.01 * inR.perfectInformation.worth);
    }
    const all = inR.perfectInformation;
    expect(Math.abs(appraisal.perfectInformation! - all.worth)).toBeLessThan(tolerance(all.error));
    expect(Math.abs(of("gain:t") - inR.nestedEffect.worth)).toBeLessThan(4 * inR.nestedEffect.error);
  });

  it("budgets that gain four times as much have their money back when R's balance is none", () => {
    const benefits = model.benefits.map((line) => ({ ...line, priceFactor: 4 * line.priceFactor }));
    expect(appraise({ ...model, benefits }, { seed: 1, draws: 2 }).paybackYears).toBeCloseTo(inR.paybackAtFourTimes, 8);
  });
});
