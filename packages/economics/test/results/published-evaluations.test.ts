import { appraise } from "@likewise/economics";
import { describe, expect, it } from "vitest";
import { costOf, modelOf } from "../model-of.ts";

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

  it.each([
    ["first", 2.75, 412.5, 1650],
    ["second", 11.1, 1665, 6660],
  ])("workshops with a caution, %s force: benefit for one person at a cost of £150 and £600", (_, ratio, low, high) => {
    // The published ratio times each end of the plausible cost, which was not published: docs/rebuilt-evaluations.md.
    expect(ratio * 150).toBeCloseTo(low, 8);
    expect(ratio * 600).toBeCloseTo(high, 8);
  });
});
