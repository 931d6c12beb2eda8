import {
  appraise,
  breakEven,
  discountFactors,
  discountSchedules,
  type EconomicModel,
  reprice,
  switchingValue,
} from "@likewise/economics";
import { describe, expect, it } from "vitest";
import { benefitOf, costOf, modelOf } from "../model-of.ts";

const certain = (model: EconomicModel) => appraise(model, { seed: 1, draws: 20 });

describe("costs against benefits at the best values", () => {
  it("practice-B44: a benefit of 100, a cost of 60 and the funder's share of 10 print 1.67 and 0.17", () => {
    const share = (id: string, agency: string, value: number) =>
      benefitOf({ id, agency, value: `${id}-value`, label: id, priceFactor: value });
    const model = modelOf({
      numbers: {
        spend: { kind: "fixed", value: 60 },
        "own-value": { kind: "fixed", value: 0.01 },
        "police-value": { kind: "fixed", value: 0.01 },
        "health-value": { kind: "fixed", value: 0.01 },
      },
      benefits: [share("own", "Funder", 10), share("police", "Police", 55), share("health", "Health", 35)],
    });
    const { benefitCostRatio, agencies, fiscalReturn } = certain(model);
    expect(benefitCostRatio.estimate!.toFixed(2)).toBe("1.67");
    expect(fiscalReturn.estimate!.toFixed(2)).toBe("1.67");
    const funder = agencies.rows.find(({ agency }) => agency === "Funder")!;
    expect(funder.ratio!.toFixed(2)).toBe("0.17");
    expect([funder.pays, funder.gains, funder.net]).toEqual([60, expect.closeTo(10, 10), expect.closeTo(-50, 10)]);
    expect(agencies.rows.find(({ agency }) => agency === "Police")!.ratio).toBeNull();
    // A fair share of 60 by gains of 10, 55 and 35 in 100.
    expect(agencies.rows.map(({ fairShare }) => fairShare)).toEqual(
      [6, 33, 21].map((pounds) => expect.closeTo(pounds, 10)),
    );
    expect(agencies.rows.map(({ gap }) => gap)).toEqual([-54, 33, 21].map((pounds) => expect.closeTo(pounds, 10)));
  });

  it("practice-F7: rows of who pays and who gains add up to the totals", () => {
    const { agencies, cost, byKind } = certain(
      modelOf({
        numbers: {
          spend: { kind: "fixed", value: 61.37 },
          value: { kind: "fixed", value: 0.731 },
          share: { kind: "fixed", value: 0.3 },
        },
        costs: [costOf(), costOf({ id: "gift", payer: "Charity", kind: "in-kind", priceFactor: 0.37 })],
        benefits: [
          benefitOf({ cashable: "share" }),
          benefitOf({ id: "courts", agency: "Courts", priceFactor: 0.19 }),
          benefitOf({ id: "harm", kind: "social", agency: "People" }),
        ],
      }),
    );
    for (const key of ["pays", "paysCash", "gains", "cashable", "net", "fairShare", "gap"] as const) {
      expect(agencies.rows.reduce((sum, row) => sum + (row[key] ?? 0), 0)).toBeCloseTo(agencies.total[key]!, 9);
    }
    expect(agencies.total.pays).toBeCloseTo(cost.estimate, 10);
    expect(agencies.total.gains).toBeCloseTo(byKind.fiscal.estimate, 10);
    expect(agencies.rows.map(({ agency }) => agency)).toEqual(["Funder", "Charity", "Police", "Courts"]);
  });

  it("practice-B50: spend of 100,000 over 100 referred, 60 started and 30 completed is 1,000, 1,667 and 3,333", () => {
    const { costPer } = certain(
      modelOf({ numbers: { spend: { kind: "fixed", value: 100_000 }, value: { kind: "fixed", value: 1 } } }),
    );
    expect([costPer.referral, costPer.start, costPer.completer].map((pounds) => Math.round(pounds!))).toEqual([
      1000, 1667, 3333,
    ]);
  });

  it("later years count less, and an effect that decays brings less each year", () => {
    const model = modelOf({
      years: 5,
      numbers: {
        spend: { kind: "fixed", value: 60 },
        value: { kind: "fixed", value: 2 },
        decay: { kind: "fixed", value: 0.25 },
      },
      benefits: [benefitOf({ lagYears: 1, persistsYears: 9, decay: "decay" })],
      costs: [costOf(), costOf({ id: "second", year: 1 })],
    });
    const factor = discountFactors(discountSchedules[0]!, 5);
    // 100 people, one fewer each, £2; from year 1 to the last of the five appraised.
    const expected = 200 * (factor[1]! + 0.75 * factor[2]! + 0.75 ** 2 * factor[3]! + 0.75 ** 3 * factor[4]!);
    const { benefit, cost } = certain(model);
    expect(benefit.estimate).toBeCloseTo(expected, 10);
    expect(cost.estimate).toBeCloseTo(60 * (1 + factor[1]!), 10);
  });

  it("recorded events stand for more than were recorded, and weak evidence takes from benefits and adds to costs", () => {
    const numbers = {
      spend: { kind: "fixed", value: 100_000 },
      value: { kind: "fixed", value: 1000 },
      times: { kind: "fixed", value: 1.64 },
      less: { kind: "fixed", value: 0.15 },
      more: { kind: "fixed", value: 0.1 },
    } as const;
    const { benefit, cost } = certain(
      modelOf({
        numbers,
        benefits: [benefitOf({ multiplier: "times" })],
        correction: { benefits: "less", costs: "more" },
      }),
    );
    expect(benefit.estimate).toBeCloseTo(100 * 1.64 * 1000 * 0.85, 6);
    expect(cost.estimate).toBeCloseTo(110_000, 6);
  });

  it("budgets that gain what was paid within the second year have it back by their share of that year", () => {
    // £60 paid in year 0; 40 gained in year 0 and 40/1.035 in year 1: 20 of 38.65 is .5175 of the year.
    const model = modelOf({
      years: 3,
      numbers: { spend: { kind: "fixed", value: 60 }, value: { kind: "fixed", value: 0.4 } },
      benefits: [benefitOf({ persistsYears: 3 })],
    });
    expect(certain(model).paybackYears).toBeCloseTo(1 + 20 / (40 / 1.035), 10);
    expect(
      certain(modelOf({ numbers: { spend: { kind: "fixed", value: 600 }, value: { kind: "fixed", value: 0.4 } } }))
        .paybackYears,
    ).toBeNull();
  });

  it("limits of payback are those of the draws, and none where some draws never have it back", () => {
    // £60 paid; between £100 and £300 come evenly over the one year: 0.6 of it at £100, 0.2 at £300.
    const paidBack = (low: number, high: number) =>
      appraise(
        modelOf({
          numbers: { spend: { kind: "fixed", value: 60 }, value: { kind: "uniform", low, high } },
        }),
        { seed: 1, draws: 6000 },
      );
    const { paybackInterval, paybackYears, agencies } = paidBack(1, 3);
    expect(paybackYears).toBeCloseTo(60 / 200, 10);
    expect(paybackInterval[0]).toBeCloseTo(60 / 295, 2);
    expect(paybackInterval[1]).toBeCloseTo(60 / 105, 2);
    expect(paidBack(0.1, 3).paybackInterval[1]).toBeNull();
    // £100 times 1.05 and 2.95, the middle 95 % of one to three: what the police gain, of which they pay nothing.
    const { gainsInterval, netInterval } = agencies.rows.find(({ agency }) => agency === "Police")!;
    expect(gainsInterval[0]! / 105).toBeCloseTo(1, 1);
    expect(gainsInterval[1]! / 295).toBeCloseTo(1, 1);
    expect(netInterval).toEqual(gainsInterval);
    const funder = agencies.rows.find(({ agency }) => agency === "Funder")!;
    expect([...funder.gainsInterval, ...funder.netInterval]).toEqual([0, 0, -60, -60]);
    expect(agencies.total.netInterval.map((limit, side) => limit - gainsInterval[side]!)).toEqual([
      expect.closeTo(-60, 8),
      expect.closeTo(-60, 8),
    ]);
  });
});

describe("what would just pay for itself", () => {
  const study = modelOf({
    years: 4,
    numbers: {
      spend: { kind: "gamma", mean: 90_000, standardError: 4000 },
      value: { kind: "gamma", mean: 700, standardError: 90 },
      decay: { kind: "beta", mean: 0.4, standardError: 0.1 },
      share: { kind: "beta", mean: 0.2, standardError: 0.05 },
    },
    benefits: [
      benefitOf({ persistsYears: 4, decay: "decay", cashable: "share" }),
      benefitOf({ id: "harm", kind: "social", agency: "People", priceFactor: 3 }),
    ],
  });

  it.each(["all", "fiscal", "cashable"] as const)(
    "practice-B45: the break-even effect fed back gives a ratio of 1.00 (%s)",
    (counting) => {
      const { effectTimes, costTimes } = breakEven(study, counting);
      const moved = { ...study, joint: [{ ...study.joint[0]!, estimates: [1.5 - effectTimes!, 1.5] }] };
      const result = certain(moved);
      const gained = { all: result.benefit, fiscal: result.byKind.fiscal, cashable: result.byKind.cashable }[counting]
        .estimate;
      expect(Math.abs(gained / result.cost.estimate - 1)).toBeLessThan(1e-9);
      expect(effectTimes! * costTimes!).toBeCloseTo(1, 12);
    },
  );

  it("a switching value fed back gives a ratio of 1.00, also where gains are in no proportion to it", () => {
    for (const [name, limits] of [
      ["value", [1, 5000]],
      ["decay", [0, 1]],
    ] as const) {
      const switches = switchingValue(study, name, limits, "all");
      if (switches === null) continue;
      const numbers = { ...study.numbers, [name]: { kind: "fixed", value: switches } as const };
      expect(Math.abs(certain({ ...study, numbers }).benefitCostRatio.estimate! - 1)).toBeLessThan(1e-9);
    }
    expect(switchingValue(study, "value", [1, 5000])).not.toBeNull();
    expect(switchingValue(study, "value", [4000, 5000])).toBeNull();
  });

  it("case management at £3,582 (2020-21) needs 9.4 points more victims free of abuse; on public money alone 130 points", () => {
    // The reference of this project works it by hand from £34,015 and £2,467 a victim (2016-17).
    const perVictim = (pounds: number, kind: "fiscal" | "social") =>
      modelOf({
        reached: 1,
        numbers: { spend: { kind: "fixed", value: 3582 }, value: { kind: "fixed", value: pounds } },
        joint: [{ keys: ["t", "c"], link: "identity", estimates: [1, 0], covariance: [0, 0, 0, 0] }],
        costs: [costOf({ priceFactor: reprice("2020-21", "2024-25").factor })],
        benefits: [
          benefitOf({
            kind,
            effect: { treated: "t", comparison: "c", gain: "more", windowYears: 1 },
            priceFactor: reprice("2016-17", "2024-25").factor,
          }),
        ],
      });
    expect(Math.round(certain(perVictim(34_015, "social")).cost.estimate)).toBe(4209);
    expect((100 * breakEven(perVictim(34_015, "social"), "all").effectTimes!).toFixed(1)).toBe("9.4");
    expect((100 * breakEven(perVictim(2467, "fiscal"), "fiscal").effectTimes!).toFixed(0)).toBe("130");
  });

  it("nothing gained, or something lost, breaks even nowhere", () => {
    const worse = modelOf({
      joint: [{ keys: ["t", "c"], link: "identity", estimates: [2, 1], covariance: [0, 0, 0, 0] }],
    });
    expect(breakEven(worse, "all")).toEqual({ counting: "all", effectTimes: null, costTimes: null });
    expect(certain(worse).benefit.estimate).toBe(-100);
  });
});

describe("uncertainty carried through", () => {
  const uncertain = modelOf({
    years: 3,
    reached: 250,
    numbers: {
      spend: { kind: "gamma", mean: 150_000, standardError: 20_000 },
      value: { kind: "gamma", mean: 900, standardError: 150 },
      times: { kind: "log-normal-mean", mean: 1.6, standardError: 0.2 },
      share: { kind: "beta", mean: 0.3, standardError: 0.06 },
      harm: { kind: "gamma", mean: 2500, standardError: 600 },
    },
    joint: [{ keys: ["t", "c"], link: "identity", estimates: [0.9, 1.3], covariance: [0.01, 0.002, 0.002, 0.008] }],
    benefits: [
      benefitOf({ multiplier: "times", cashable: "share", persistsYears: 2 }),
      benefitOf({
        id: "harm",
        kind: "social",
        agency: "People",
        component: "harm",
        value: "harm",
        multiplier: "times",
      }),
    ],
    success: { label: "person without abuse", treated: "t", comparison: "c", gain: "fewer" },
  });

  it("means of the draws are those of the products of independent means, within three Monte Carlo standard errors", () => {
    const draws = 20_000;
    const result = appraise(uncertain, { seed: 11, draws });
    // Linear in every independent number, so the mean of the net value is its value at the means.
    const expected = 250 * 0.4 * 1.6 * (900 * (1 + 1 / 1.035) + 2500) - 150_000;
    expect(result.netPresentSocialValue.estimate).toBeCloseTo(expected, 6);
    const [lower, upper] = result.netPresentSocialValue.interval;
    expect(Math.abs(result.meanNet - expected)).toBeLessThan(3 * result.monteCarloError);
    expect(lower).toBeLessThan(expected);
    expect(upper).toBeGreaterThan(expected);
  });

  it("the same seed gives the same bytes, another seed others, and more draws hold the first ones", () => {
    const once = JSON.stringify(appraise(uncertain, { seed: 5, draws: 400 }));
    expect(JSON.stringify(appraise(uncertain, { seed: 5, draws: 400 }))).toBe(once);
    expect(JSON.stringify(appraise(uncertain, { seed: 6, draws: 400 }))).not.toBe(once);
  });

  it("a ratio is of the best values, with no interval where its draws divide by nothing", () => {
    const { benefitCostRatio, benefit, cost } = appraise(uncertain, { seed: 1, draws: 500 });
    expect(benefitCostRatio.estimate).toBeCloseTo(benefit.estimate / cost.estimate, 12);
    const free = modelOf({
      numbers: { spend: { kind: "normal", mean: 1, standardError: 5 }, value: { kind: "fixed", value: 1 } },
    });
    expect(appraise(free, { seed: 1, draws: 500 }).benefitCostRatio.interval).toEqual([null, null]);
  });

  it("an effect that may be none has no interval of cost for each success, and quadrants that add up to 1", () => {
    const sure = appraise(uncertain, { seed: 1, draws: 2000 }).costPerSuccess!;
    expect(sure.pounds).toBeCloseTo(150_000 / 100, 8);
    const unsure = { ...uncertain, joint: [{ ...uncertain.joint[0]!, covariance: [0.3, 0, 0, 0.3] }] };
    const found = appraise(unsure, { seed: 1, draws: 2000 }).costPerSuccess!;
    expect(found.interval).toEqual([null, null]);
    expect(Object.values(found.shares).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    const worse = { ...uncertain, joint: [{ ...uncertain.joint[0]!, estimates: [1.5, 1.3] }] };
    expect(appraise(worse, { seed: 1, draws: 200 }).costPerSuccess).toMatchObject({
      pounds: null,
      quadrant: "dearer, fewer successes",
    });
  });

  it("a limit of the cost of a success is money or none, also where just one draw in forty has no more successes", () => {
    // Effects of 1 with standard errors of about half: of seeds, many put exactly one of 40 draws at or below 0.
    const [joint] = modelOf().joint;
    const close = { ...uncertain, joint: [{ ...joint!, covariance: [0.13, 0, 0, 0.13] }] };
    const found = Array.from({ length: 40 }, (_, seed) => appraise(close, { seed, draws: 40 }).costPerSuccess!);
    const onEdge = found.filter(({ shares }) => Math.round(40 * shares["dearer, fewer successes"]) === 1);
    expect(onEdge.length).toBeGreaterThan(0);
    for (const { interval } of onEdge) expect(interval).toEqual([null, null]);
    // 150,000 pounds over 100 people: a draw of one success is the dearest there could be.
    for (const { interval } of found) expect(interval[1] ?? 0).toBeLessThan(1e9);
  });

  it("bars of the tornado are what each number alone does, widest first, and cross zero where they switch", () => {
    const { tornado, netPresentSocialValue } = appraise(uncertain, { seed: 2, draws: 4000 });
    const widths = tornado.map(({ atLow, atHigh }) => Math.abs(atHigh - atLow));
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(tornado.map(({ name }) => name).sort()).toEqual(["gain:t", "harm", "share", "spend", "times", "value"]);
    const spend = tornado.find(({ name }) => name === "spend")!;
    expect(spend.atLow - netPresentSocialValue.estimate).toBeCloseTo(150_000 - spend.low, 6);
    // Shares that can be cashed move no total.
    expect(tornado.at(-1)).toMatchObject({ name: "share", crossesZero: false });
    for (const { crossesZero, switchesAt } of tornado) expect(switchesAt !== null).toBe(crossesZero);
  });

  it("runs with one thing changed stand beside, and say where they do not apply", () => {
    const { runs, netPresentSocialValue, byKind, cost } = appraise(uncertain, {
      seed: 2,
      draws: 200,
      worseLimit: { t: 1.2, c: 1.3 },
    });
    const run = Object.fromEntries(runs.map((one) => [one.id, one]));
    expect(run["fiscal-only"]!.net).toBeCloseTo(byKind.fiscal.estimate - cost.estimate, 8);
    expect(run["cashable-only"]!.net).toBeCloseTo(byKind.cashable.estimate - cost.estimate, 8);
    expect(run["one-year"]!.net).toBeCloseTo(250 * 0.4 * 1.6 * 3400 - 150_000, 6);
    expect(run["lower-effect"]!.net).toBeCloseTo((netPresentSocialValue.estimate + 150_000) / 4 - 150_000, 6);
    expect(run["rate-3"]!.net).toBeGreaterThan(netPresentSocialValue.estimate);
    expect(run["no-anticipation"]).toMatchObject({
      net: null,
      why: "the cost of guarding against crime is not among the benefits",
    });
    expect(run.deadweight!.why).toContain("comparison group");
  });

  it("no number is worth knowing more than everything, and a share that moves no total is worth nothing", () => {
    const close = {
      ...uncertain,
      numbers: { ...uncertain.numbers, spend: { kind: "gamma", mean: 650_000, standardError: 60_000 } as const },
    };
    const { perfectInformation, parameterInformation } = appraise(close, { seed: 3, draws: 5000 });
    expect(perfectInformation).toBeGreaterThan(0);
    for (const { worth } of parameterInformation) expect(worth).toBeLessThanOrEqual(perfectInformation! * 1.001);
    expect(parameterInformation.find(({ name }) => name === "share")!.worth).toBeLessThan(0.02 * perfectInformation!);
  });
});

describe("years, as people enter and effects last", () => {
  const spend = { spend: { kind: "fixed", value: 100 }, value: { kind: "fixed", value: 1.5 } } as const;

  it("a difference counted over two years is so much of it a year, and goes on at its yearly rate", () => {
    const counted = (persistsYears: number) =>
      certain(
        modelOf({
          years: 5,
          benefits: [
            benefitOf({ effect: { treated: "t", comparison: "c", gain: "fewer", windowYears: 2 }, persistsYears }),
          ],
        }),
      ).benefit.estimate;
    // 100 people, one event fewer over two years, £1: 50 a year.
    expect(counted(2)).toBeCloseTo(50 * (1 + 1 / 1.035), 10);
    expect(counted(3)).toBeCloseTo(50 * (1 + 1 / 1.035 + 1.035 ** -2), 10);
    expect(counted(1.5)).toBeCloseTo(50 * (1 + 0.5 / 1.035), 10);
  });

  it("a rate is of one year, however long it was watched: 100 events fewer a year, over two years", () => {
    const effect = { treated: "t", comparison: "c", gain: "fewer", windowYears: 2, perYear: true } as const;
    const rate = certain(modelOf({ years: 5, benefits: [benefitOf({ effect, persistsYears: 2 })] })).benefit.estimate;
    expect(rate).toBeCloseTo(100 * (1 + 1 / 1.035), 10);
  });

  it("an effect of one year alone is never more than the effect: half a year stays half a year", () => {
    const effect = { treated: "t", comparison: "c", gain: "fewer", windowYears: 0.5 } as const;
    const { runs, netPresentSocialValue } = certain(modelOf({ benefits: [benefitOf({ effect, persistsYears: 0.5 })] }));
    // 100 events fewer in half a year, £1 each, for £60.
    expect(netPresentSocialValue.estimate).toBeCloseTo(40, 10);
    expect(runs.find(({ id }) => id === "one-year")!.net).toBeCloseTo(40, 10);
  });

  it("who enters later gains later, as spend of later years is paid later", () => {
    const model = modelOf({ years: 4, intake: [0.25, 0.75] });
    expect(certain(model).benefit.estimate).toBeCloseTo(100 * (0.25 + 0.75 / 1.035), 10);
    expect(() => certain(modelOf({ intake: [0.5, 0.4] }))).toThrow(
      "intake must be shares of 1 years or fewer that sum to 1",
    );
  });

  it("money is back when gains of a year, coming evenly, have met what was paid by then, for good", () => {
    // £150 gained over the year, £100 paid at its start.
    expect(certain(modelOf({ numbers: spend })).paybackYears).toBeCloseTo(100 / 150, 10);
    const again = modelOf({
      years: 3,
      numbers: spend,
      costs: [costOf(), costOf({ id: "late", year: 1, priceFactor: 50 })],
    });
    expect(certain(again).paybackYears).toBeNull();
    const later = modelOf({
      years: 5,
      numbers: { ...spend, value: { kind: "fixed", value: 0 } },
      costs: [costOf({ year: 4 })],
    });
    expect(certain(later).paybackYears).toBeNull();
  });

  it("an agency that loses owes nothing, and shares of the others still sum to what was paid", () => {
    const { agencies } = certain(
      modelOf({
        numbers: { ...spend, loss: { kind: "fixed", value: 1.4 } },
        benefits: [
          benefitOf(),
          benefitOf({
            id: "care",
            agency: "Health",
            value: "loss",
            effect: { treated: "c", comparison: "t", gain: "fewer", windowYears: 1 },
          }),
        ],
      }),
    );
    expect(agencies.rows.map(({ agency, fairShare }) => [agency, fairShare])).toEqual([
      ["Funder", 0],
      ["Police", 100],
      ["Health", 0],
    ]);
  });

  it("draws of rates on the log scale are on average the rates found", () => {
    // Arms .20 and .25 with log variances .30 and .02: 100 people, £1, cost £4: worth £1 at the best values.
    const model = modelOf({
      numbers: { spend: { kind: "fixed", value: 4 }, value: { kind: "fixed", value: 1 } },
      joint: [
        { keys: ["t", "c"], link: "log", estimates: [Math.log(0.2), Math.log(0.25)], covariance: [0.3, 0, 0, 0.02] },
      ],
    });
    const { netPresentSocialValue, meanNet, monteCarloError } = appraise(model, { seed: 4, draws: 40_000 });
    expect(netPresentSocialValue.estimate).toBeCloseTo(1, 10);
    expect(Math.abs(meanNet - 1)).toBeLessThan(4 * monteCarloError);
  });
});

describe("a model whose parts do not fit is refused", () => {
  it.each<[string, Partial<EconomicModel>, string]>([
    ["no payer", { costs: [costOf({ payer: "" })] }, "cost spend: payer must be named"],
    [
      "a cost outside the years",
      { costs: [costOf({ year: 3 })] },
      "cost spend: year must be from 0 to 0, within the years appraised, got 3",
    ],
    ["no costs", { costs: [] }, "costs must hold a line, got none"],
    [
      "an effect that is not there",
      { benefits: [benefitOf({ effect: { treated: "x", comparison: "c", gain: "fewer", windowYears: 1 } })] },
      "benefit police: x must be among the joint estimates",
    ],
    [
      "a value that is not there",
      { benefits: [benefitOf({ value: "x" })] },
      "benefit police: x must be among the numbers",
    ],
    [
      "harm that is cashable",
      { benefits: [benefitOf({ kind: "social", cashable: "value" })] },
      "only fiscal values can be cashable",
    ],
    ["nobody reached", { reached: 0 }, "reached must be above 0 people, got 0"],
    ["an unknown schedule", { schedule: "flat" }, "schedule must be one of green-book-2026"],
    [
      "one name twice",
      { joint: [{ keys: ["t", "value"], link: "identity", estimates: [1, 1], covariance: [0, 0, 0, 0] }] },
      "got value twice",
    ],
    [
      "a number that cannot be",
      { numbers: { spend: { kind: "gamma", mean: -1, standardError: 1 }, value: { kind: "fixed", value: 1 } } },
      "spend (gamma): mean must be > 0",
    ],
  ])("%s", (_, parts, message) => {
    expect(() => certain(modelOf(parts))).toThrow(message);
  });
});
