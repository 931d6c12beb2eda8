import { appraise } from "@likewise/economics";
import { describe, expect, it } from "vitest";
import { benefitOf, costOf, modelOf } from "../model-of.ts";

describe("published evaluations", () => {
  it.each([
    ["grant alone", 1_200_000, 1791],
    ["with an equal match", 2_400_000, 3582],
  ])("case management for about 670 people a year, %s", (_, pounds, published) => {
    // £1.2 million of grant, matched by police and crime commissioners: Drive Partnership, 2020.
    const model = modelOf({
      counts: { referred: 670, started: null, completed: null },
      numbers: { spend: { kind: "fixed", value: pounds }, value: { kind: "fixed", value: 1 } },
      costs: [costOf()],
    });
    const { costPer } = appraise(model, { seed: 1, draws: 10 });
    expect(Math.round(costPer.referral!)).toBe(published);
    expect([costPer.start, costPer.completer]).toEqual([null, null]);
  });

  // Named beforehand: the cost of one person stops both; £150 to £600 is its plausible range, 20 % the risk without workshops (assumptions
  // of docs/rebuilt-evaluations.md). One victim for each person, at £34,015.
  const risk = 0.2;
  const perVictim = 34_015;
  it.each([
    ["first", 2.75, 191, 348, 150, 412.5, 1.2],
    ["first", 2.75, 191, 348, 600, 1650, 4.9],
    ["second", 11.1, 218, 292, 150, 1665, 4.9],
    ["second", 11.1, 218, 292, 600, 6660, 19.6],
  ])(
    "workshops with a caution, %s force: a ratio of %f with %i people against %i at £%i each",
    (force, ratio, treated, others, pounds, benefit, points) => {
      expect(ratio * pounds).toBeCloseTo(benefit, 8);
      const difference = benefit / perVictim;
      expect((100 * difference).toFixed(1)).toBe(points.toFixed(1));
      const variance = (people: number) => (risk * (1 - risk)) / people;
      const model = modelOf({
        reached: treated,
        numbers: { spend: { kind: "fixed", value: pounds * treated }, value: { kind: "fixed", value: perVictim } },
        joint: [
          {
            keys: ["t", "c"],
            link: "identity",
            estimates: [risk - difference, risk],
            covariance: [variance(treated), 0, 0, variance(others)],
          },
        ],
        benefits: [benefitOf({ kind: "social", agency: "People" })],
      });
      const { benefitCostRatio } = appraise(model, { seed: "workshops", draws: 40_000 });
      expect(benefitCostRatio.estimate).toBeCloseTo(ratio, 8);
      // By hand: the difference ± 1.96 standard errors, over the cost.
      const reach = (1.959964 * Math.sqrt(variance(treated) + variance(others)) * perVictim) / pounds;
      const printed = intervals[`${force} ${pounds}`]!;
      for (const [side, sign] of [
        [0, -1],
        [1, 1],
      ] as const) {
        const limit = ratio + sign * reach;
        expect(Math.abs(benefitCostRatio.interval[side]! - limit)).toBeLessThan(0.03 * reach);
        expect(Math.abs(printed[side]! - limit)).toBeLessThan(0.01);
      }
    },
  );
});

/** As docs/rebuilt-evaluations.md prints them. */
const intervals: Readonly<Record<string, readonly [number, number]>> = {
  "first 150": [-13.26, 18.76],
  "first 600": [-1.25, 6.75],
  "second 150": [-4.81, 27.01],
  "second 600": [7.12, 15.08],
};
