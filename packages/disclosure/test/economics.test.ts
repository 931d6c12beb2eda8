import { disclose, profileOf } from "@likewise/disclosure";
import type { EconomicsResult } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { comparisonOf, estimateOf, resultsOf } from "./results-of.ts";

const amount = (estimate: number) => ({
  estimate,
  interval: [estimate - 1000.123, estimate + 1000.123] as [number, number],
});
const ratio = { estimate: 1.23456, interval: [0.5, 2] as [number, number] };
const nobody = { ratio: null, fairShare: null, gap: null };

const economics: EconomicsResult = {
  kind: "likewise/economics",
  version: 1,
  comparison: "main",
  level: 3,
  scenario: false,
  appraisal: {
    priceYear: "2024-25",
    years: 5,
    schedule: "green-book-2026",
    draws: 5000,
    seed: 20211,
    level: 0.95,
    cost: amount(123_456.78),
    costPer: { referral: 1234.5678, start: 2345.6789, completer: 3456.789 },
    benefit: amount(98_765.43),
    byKind: { fiscal: amount(4000.6), economic: amount(100.4), social: amount(600.2), cashable: amount(50.9) },
    netPresentSocialValue: amount(-24_691.35),
    netBudgetImpact: amount(119_456.18),
    benefitCostRatio: ratio,
    fiscalReturn: ratio,
    cashableReturn: ratio,
    probabilityPositive: 0.31234,
    meanNet: -24_691.9,
    monteCarloError: 123.456,
    paybackYears: null,
    agencies: {
      rows: [
        {
          agency: "Council",
          pays: 123_456.78,
          paysCash: 100_000,
          gains: 1234.56,
          cashable: 20,
          net: -122_222.22,
          ...nobody,
        },
        { agency: "Police", pays: 0, paysCash: 0, gains: 2766.04, cashable: 30.9, net: 2766.04, ...nobody },
      ],
      total: { pays: 123_456.78, paysCash: 100_000, gains: 4000.6, cashable: 50.9, net: -119_456.18, ...nobody },
    },
    costPerSuccess: null,
    acceptability: [],
    breakEven: [],
    tornado: [],
    runs: [],
    perfectInformation: null,
    withoutInformation: "why",
    parameterInformation: [],
    label: null,
  },
  notPublished: null,
  effects: [
    {
      outcome: "crimes",
      label: "crimes",
      unit: "crime",
      found: 0.123456,
      interval: [0.0123456, 0.3],
      needed: 0.23456,
      neededFiscal: null,
      neededCashable: null,
    },
  ],
  ledger: [],
  spend: { total: 120_000.55, cash: 100_000, inKind: 20_000.55, support: null, planned: null },
  vintages: null,
  notMonetised: [],
  notes: [],
  attributions: [],
  refusals: [],
};

const perPerson: NonNullable<EconomicsResult["perPerson"]> = {
  outcome: "costs",
  label: "costs",
  priceYear: "2024-25",
  includesProgramme: false,
  cost: amount(1234.567),
  correlation: 0.123456,
  success: {
    label: "person",
    successes: amount(0.123456),
    pounds: 9876.54,
    interval: [1234.56, 23_456.7],
    quadrant: "dearer, more successes",
    shares: {
      "dearer, more successes": 0.98765,
      "dearer, fewer successes": 0.01235,
      "cheaper, more successes": 0,
      "cheaper, fewer successes": 0,
    },
  },
  netBenefit: [],
  draws: 20_211,
  level: 0.95,
};

const publishedOf = (events: number, over: Partial<EconomicsResult> = {}) =>
  disclose(
    resultsOf({
      economics: { ...economics, ...over },
      comparisons: [
        comparisonOf({
          id: "main",
          estimates: [estimateOf("crimes:riskDifference:matched", [120, events], [120, 40], { primary: true })],
        }),
      ],
    }),
    profileOf("default"),
  );

describe("money that rests on an effect", () => {
  it("is published to three digits, its rows still adding up to their total", () => {
    const { appraisal, effects } = publishedOf(30).results.economics!;
    expect(appraisal!.cost.estimate).toBe(123_000);
    expect(appraisal!.probabilityPositive).toBe(0.312);
    expect([appraisal!.draws, appraisal!.seed, appraisal!.years]).toEqual([5000, 20211, 5]);
    expect(effects[0]).toMatchObject({ found: 0.123, needed: 0.235 });
    const { rows, total } = appraisal!.agencies;
    expect(rows.map(({ gains }) => gains)).toEqual([1230, 2770]);
    expect(total.gains).toBe(4000);
    // 123,000 in shares of 1,230 and 2,770 of 4,000.
    expect(rows.map(({ fairShare }) => fairShare)).toEqual([37_822.5, 85_177.5]);
  });

  it("is not published where the effect is withheld, as money over a published value is a count", () => {
    const { results, log } = publishedOf(2);
    expect(results.economics).toMatchObject({
      appraisal: null,
      effects: [],
      notPublished: "it rests on an effect that is withheld",
    });
    expect(results.economics!.spend.total).toBe(120_000.55);
    expect(log.some(({ key }) => key === "economics/appraisal")).toBe(true);
  });

  it("and so are costs of each person, which go with it", () => {
    const found = publishedOf(30, { perPerson }).results.economics!.perPerson!;
    expect(found).toMatchObject({ draws: 20_211, correlation: 0.123, success: { pounds: 9880 } });
    expect(found.cost.estimate).toBe(1230);
    expect(publishedOf(2, { perPerson }).results.economics).not.toHaveProperty("perPerson");
  });

  it("gives no cost for each of few people", () => {
    const funnel = [
      { step: "referred", count: 120 },
      { step: "started", count: 3 },
    ].map(({ step, count }) => ({
      step,
      label: step,
      count,
      open: 0,
      shareOfPrevious: null,
      shareOfReferrals: null,
      interval: null,
      medianDays: null,
      leaving: [],
      denominators: { previous: 120, referrals: 120 },
    }));
    const { results } = disclose(resultsOf({ economics, funnel } as never), profileOf("default"));
    expect(results.economics!.appraisal!.costPer).toMatchObject({ referral: 1230, start: null });
  });
});
