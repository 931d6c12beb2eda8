import {
  economicsOfStudy,
  economicsProblems,
  economicsRefusals,
  economicsResult,
  type SpentItem,
} from "@likewise/economics";
import type { Comparison, EconomicsPlan, JointCovariance, StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";

// 100 people, 1.0 recorded crime each instead of 1.5: 50 crimes fewer. One crime costs the police £200. £5,000 was spent.
const item = (parts: Partial<SpentItem> = {}): SpentItem => ({
  payer: "Council",
  category: "Support",
  kind: "cash",
  year: "2024-25",
  pounds: 5000,
  ...parts,
});

const own = {
  label: "Police time",
  pounds: 200,
  priceBase: "2024-25",
  per: "crime",
  domain: "crime",
  item: "violence",
  covers: ["police"],
  kind: "fiscal",
  agency: "Police",
  source: "by hand",
} as const;

const benefit = {
  id: "crimes",
  label: "Crimes",
  outcome: "crimes",
  per: "crime",
  multiplier: { value: 2, source: "by hand" },
  values: [own],
};

const economics: EconomicsPlan = {
  priceYear: "2024-25",
  firstYear: "2024-25",
  years: 1,
  draws: 400,
  costs: { support: ["Support"] },
  benefits: [benefit as never],
};

const outcome = (id: string, parts = {}) => ({
  id,
  label: id,
  kind: "count",
  basis: "recorded-crime",
  reporter: "police",
  direction: "lower",
  ...parts,
});

function studyOf(over: Partial<EconomicsPlan> = {}, outcomes: readonly object[] = [outcome("crimes")]): StudyPlan {
  return { outcomes, comparisons: [{ id: "main" }], economics: { ...economics, ...over } } as never;
}

function comparisonAt(level: number | null): Comparison {
  const estimate = (id: string) => ({
    id: `${id}:meanDifference:crude`,
    outcome: id,
    primary: true,
    measure: "meanDifference",
    interval: [-0.8, -0.2],
  });
  return {
    id: "main",
    arms: { treated: 100, comparison: 100, labels: { treated: "people referred", comparison: "others" } },
    matching: null,
    estimates: [estimate("crimes"), estimate("free")],
    evidence: [{ scale: "wwclg", level, estimates: ["crimes:meanDifference:crude", "free:meanDifference:crude"] }],
  } as never;
}

const joint = (outcome: string, treated: number, comparison: number): JointCovariance => ({
  kind: "likewise/joint-covariance",
  version: 1,
  comparison: "main",
  keys: [
    { outcome, arm: "treated", group: null },
    { outcome, arm: "comparison", group: null },
  ],
  link: "identity",
  estimates: [treated, comparison],
  covariance: [0.01, 0, 0, 0.01],
});

const found = (
  plan: StudyPlan,
  parts: { spent?: readonly SpentItem[]; level?: number | null; joint?: readonly JointCovariance[] } = {},
) =>
  economicsOfStudy({
    plan,
    comparison: comparisonAt(parts.level === undefined ? 3 : parts.level),
    joint: parts.joint ?? [joint("crimes", 1, 1.5)],
    spent: parts.spent ?? [item()],
    counts: { referred: 125, started: 100, completed: 50 },
    seed: 1,
  })!;

const refusals = (...given: Parameters<typeof found>) => found(...given).refusals.map(({ id }) => id);

describe("a study of money worked by hand", () => {
  const { appraisal, scenario, effects, refusals: none } = found(studyOf());

  it("50 recorded crimes fewer are 100, at £200 each £20,000 against £5,000", () => {
    expect(none).toEqual([]);
    expect(scenario).toBe(false);
    expect(appraisal!.benefit.estimate).toBeCloseTo(20_000, 8);
    expect(appraisal!.benefitCostRatio.estimate).toBeCloseTo(4, 10);
    expect(appraisal!.costPer).toEqual({ referral: 40, start: 50, completer: 100 });
  });

  it("an effect is a gain a person with its interval, and a quarter of it would pay", () => {
    expect(effects).toMatchObject([{ outcome: "crimes", unit: "crime" }]);
    expect(effects[0]!.found).toBeCloseTo(0.5, 12);
    expect(effects[0]!.interval).toEqual([0.2, 0.8]);
    expect(effects[0]!.needed).toBeCloseTo(0.125, 10);
  });

  it("at the worse limit of 0.2 the gain is £8,000, whatever the measure's limits are of", () => {
    expect(appraisal!.runs.find(({ id }) => id === "lower-effect")!.net).toBeCloseTo(3000, 6);
  });

  it("numbers have names in words as results hold them", () => {
    const { tornado } = economicsResult(found(studyOf())).appraisal!;
    expect(tornado.map(({ label }) => label)).toContain("Difference in crimes");
  });

  it("a success that is more of something is a gain where there is more", () => {
    const plan = studyOf({ success: { outcome: "free", label: "person free of abuse" } }, [
      outcome("crimes"),
      outcome("free", { kind: "binary", reporter: "victim-survivor", direction: "higher" }),
    ]);
    const both = [
      {
        ...joint("crimes", 1, 1.5),
        keys: [...joint("crimes", 1, 1.5).keys, ...joint("free", 0.6, 0.4).keys],
        estimates: [1, 1.5, 0.6, 0.4],
        covariance: Array.from({ length: 16 }, (_, at) => (at % 5 === 0 ? 0.0001 : 0)),
      },
    ];
    // 20 of 100 more are free of abuse, for £5,000.
    expect(found(plan, { joint: both }).appraisal!.costPerSuccess!.pounds).toBeCloseTo(250, 8);
  });

  it("a value-for-money label stands only where it is asked for, and never on a scenario", () => {
    expect(found(studyOf()).label).toBeNull();
    expect(found(studyOf({ labels: true })).label).toBe("very high");
    expect(found(studyOf({ labels: true }), { level: 2 }).label).toBeNull();
  });
});

describe("a level below 3", () => {
  it.each([1, 2, null])("%s is a scenario and never a saving", (level) => {
    const low = found(studyOf(), { level });
    expect(low.scenario).toBe(true);
    expect(low.refusals.map(({ id }) => id)).toEqual(["saving-below-level-3", "worth-of-evidence"]);
    expect(low.appraisal!.perfectInformation).toBeNull();
    expect(low.appraisal!.withoutInformation).toContain("bias");
  });

  it("tells what better evidence is worth once its bias has a distribution, which widens the result", () => {
    const bias = { scale: "times", mean: 0.3, standardError: 0.3, source: "by hand" } as const;
    const { appraisal, refusals: left } = found(studyOf({ bias }), { level: 2 });
    expect(left.map(({ id }) => id)).toEqual(["saving-below-level-3"]);
    expect(appraisal!.benefit.estimate).toBeCloseTo(6000, 8);
    expect(appraisal!.perfectInformation).toBeGreaterThan(0);
    // Half a crime a person less 0.2: 0.3 of it is caused.
    // Without what is declared the whole £20,000 less £5,000 stands.
    expect(appraisal!.runs.find(({ id }) => id === "as-found")!.net).toBeCloseTo(15_000, 6);
    const added = found(studyOf({ bias: { ...bias, scale: "plus", mean: -0.2 } }), { level: 2 });
    expect(added.appraisal!.benefit.estimate).toBeCloseTo(12_000, 8);
    expect(added.effects[0]!.needed).toBeNull();
  });
});

describe("an effect that is known as a risk difference alone", () => {
  // 20 of 100 more are free of abuse, for £5,000.
  const plan = studyOf({ benefits: undefined as never, success: { outcome: "free", label: "person free of abuse" } }, [
    outcome("free", { kind: "binary", direction: "higher" }),
  ]);
  const { appraisal, refusals: none } = found(plan, { joint: [joint("free", 0.6, 0.4)] });

  it("has a cost for each success and what would break even at each worth, and no ratio", () => {
    expect(none).toEqual([]);
    expect(appraisal!.costPerSuccess!.pounds).toBeCloseTo(250, 8);
    for (const ratio of [appraisal!.benefitCostRatio, appraisal!.fiscalReturn, appraisal!.cashableReturn]) {
      expect(ratio).toEqual({ estimate: null, interval: [null, null] });
    }
    // £5,000 over 100 people at £1,000 a success: five more of every hundred.
    const needed = Object.fromEntries(appraisal!.acceptability.map((at) => [at.worth, at.needed]));
    expect(needed[0]).toBeNull();
    expect(needed[1000]).toBeCloseTo(0.05, 12);
    expect(appraisal!.perfectInformation).toBeNull();
    expect(appraisal!.withoutInformation).toContain("no gain has a price");
  });
});

describe("what is refused of a plan and its spend before anything is analysed", () => {
  it("stands at its place, with what would unlock it", () => {
    const plan = studyOf({
      costs: {},
      benefits: [{ ...benefit, multiplier: undefined, values: [own, { parameter: "ho-da-victim-police" }] }] as never,
    });
    const placed = economicsRefusals(plan, [item({ payer: null })]);
    expect(placed.map(({ path, id }) => [path, id])).toEqual([
      ["data.tables.costs", "cost-without-payer"],
      ["economics.costs", "cost-without-support"],
      ["economics.benefits[0].values[1]", "value-of-another-unit"],
      ["economics.benefits[0].multiplier", "multiplier-missing"],
      ["economics.benefits", "counted-twice"],
    ]);
    expect(economicsRefusals(studyOf(), [item()])).toEqual([]);
    expect(economicsRefusals({ outcomes: [outcome("crimes")] } as never, [])).toEqual([]);
    expect(economicsRefusals(studyOf({ priceYear: "1990-91" }), [item()])[0]!.id).toBe("price-index-missing");
  });
});

describe("an effect by rates", () => {
  it("of 24 months is worth what as many events fewer a person are: half a crime a year is one in two years (law)", () => {
    const long = [outcome("crimes", { window: "recorded-24m" })];
    const counted = found(studyOf({ years: 2 }, long), { joint: [joint("crimes", 1, 2)] });
    const base = comparisonAt(3);
    const comparison = {
      ...base,
      estimates: base.estimates.map((one) => ({ ...one, measure: "rateDifference" })),
    } as Comparison;
    const rates = economicsOfStudy({
      plan: studyOf({ years: 2 }, long),
      comparison,
      joint: [joint("crimes", 0.5, 1)],
      spent: [item()],
      counts: { referred: 125, started: 100, completed: 50 },
      seed: 1,
    })!;
    // 50 recorded crimes a year are 100, at £200 each, in two years.
    expect(rates.appraisal!.benefit.estimate).toBeCloseTo(20_000 * (1 + 1 / 1.035), 8);
    expect(rates.appraisal!.benefit.estimate).toBeCloseTo(counted.appraisal!.benefit.estimate, 8);
    expect(rates.notes.join()).toContain("events a person-year at liberty");
  });
});

describe("what would mislead is refused, with what would unlock it", () => {
  it("a gain that begins after the years appraised", () => {
    expect(refusals(studyOf({ benefits: [{ ...benefit, lagYears: 1 }] as never }))).toEqual(["gain-outside-period"]);
    expect(refusals(studyOf({ years: 2, benefits: [{ ...benefit, lagYears: 1 }] as never }))).toEqual([]);
  });

  const values = (...list: readonly object[]) => studyOf({ benefits: [{ ...benefit, values: list }] as never });

  it("one crime valued as crimes of two groups, and the same crimes in two outcomes", () => {
    const other = { ...own, item: "robbery" };
    expect(refusals(studyOf({ benefits: [{ ...benefit, values: [own, other] }] as never }))).toEqual(["counted-twice"]);
    const longer = { ...benefit, id: "longer", outcome: "crimes-24m" };
    const both = { benefits: [benefit, longer] as never };
    const [one, two] = [joint("crimes", 1, 1.5), joint("crimes-24m", 2, 3)];
    const covariance = Array.from({ length: 16 }, (_, at) => (at % 5 === 0 ? 0.01 : 0));
    const effects = {
      joint: [
        { ...one, keys: [...one.keys, ...two.keys], estimates: [...one.estimates, ...two.estimates], covariance },
      ],
    };
    expect(refusals(studyOf(both, [outcome("crimes"), outcome("crimes-24m")]), effects)).toContain("counted-twice");
    const apart = [outcome("crimes", { offenceGroup: "violence" }), outcome("crimes-24m", { offenceGroup: "robbery" })];
    const groups = { benefits: [benefit, { ...longer, values: [other] }] as never };
    expect(refusals(studyOf(groups, apart), effects)).not.toContain("counted-twice");
  });

  it("a value per victim times incidents", () => {
    expect(refusals(values({ parameter: "ho-da-victim-police" }))).toContain("value-of-another-unit");
    const perVictim = studyOf({
      benefits: [{ ...benefit, per: "victim", values: [{ ...own, per: "victim" }] }] as never,
    });
    expect(refusals(perVictim)).toEqual(["effect-of-another-unit"]);
    const share = studyOf({}, [outcome("crimes", { kind: "binary" })]);
    expect(refusals(share)).toEqual(["effect-of-another-unit"]);
  });

  it("prices of a year without an index", () => {
    expect(refusals(values({ ...own, priceBase: "1990-91" }))).toEqual(["price-index-missing"]);
    expect(refusals(studyOf({ priceYear: "1990-91" }))).toEqual(["price-index-missing"]);
    expect(refusals(studyOf({ firstYear: "1990-91" }), { spent: [item({ year: "1990-91" })] })).toEqual([
      "price-index-missing",
    ]);
  });

  it("a value added to one it contains", () => {
    const whole = { parameter: "ho-crime-201920-violence-with-injury-total" };
    expect(refusals(values(whole, { parameter: "ho-crime-201920-violence-with-injury-response" }))).toEqual([
      "counted-twice",
    ]);
  });

  it("values of crimes on proven counts, or without the multiplier, unless accepted in words", () => {
    const proven = [outcome("crimes", { basis: "proven", reporter: "court" })];
    const without = { ...benefit, multiplier: undefined };
    const accepted = { ...benefit, multiplier: { acceptedWithout: "a floor is enough" } };
    expect(refusals(studyOf({}, proven))).toEqual(["multiplier-on-proven", "recorded-value-on-proven"]);
    expect(refusals(studyOf({ benefits: [without] as never }, proven))).toEqual(["recorded-value-on-proven"]);
    expect(refusals(studyOf({ benefits: [without] as never }))).toEqual(["multiplier-missing"]);
    const floor = found(studyOf({ benefits: [accepted] as never }));
    expect(floor.refusals).toEqual([]);
    expect(floor.appraisal!.benefit.estimate).toBeCloseTo(10_000, 8);
    expect(floor.notes.join()).toContain("this is a floor: a floor is enough");
  });

  it("spend without its payer, kind or day, outside the years, or none at all", () => {
    const spent = (parts: Partial<SpentItem>) => refusals(studyOf(), { spent: [item(), item(parts)] });
    expect(spent({ payer: null })).toEqual(["cost-without-payer"]);
    expect(spent({ kind: null })).toEqual(["cost-without-kind"]);
    expect(spent({ year: null })).toEqual(["cost-without-year"]);
    expect(spent({ year: "2022-23" })).toEqual(["cost-outside-period"]);
    expect(refusals(studyOf(), { spent: [] })).toEqual(["no-spend"]);
  });

  it("an effect without an interval, of benefits and of successes", () => {
    expect(refusals(studyOf(), { joint: [] })).toEqual(["effect-without-interval"]);
    const success = studyOf({ success: { outcome: "free", label: "free" } }, [outcome("crimes"), outcome("free")]);
    expect(refusals(success)).toEqual(["effect-without-interval"]);
    expect(refusals(studyOf({}, [outcome("other")]))).toEqual(["effect-unknown"]);
  });

  it("a programme without support for victim-survivors, unless it says why", () => {
    expect(refusals(studyOf({ costs: {} }))).toEqual(["cost-without-support"]);
    expect(refusals(studyOf({ costs: { withoutSupport: "paid by another service" } }))).toEqual([]);
  });

  it("nobody to compare with: spend is told all the same", () => {
    const {
      appraisal,
      spend,
      refusals: why,
    } = economicsOfStudy({
      plan: studyOf(),
      comparison: null,
      joint: [],
      spent: [item(), item({ kind: "in-kind", pounds: 100 })],
      counts: { referred: null, started: null, completed: null },
      seed: 1,
    })!;
    expect(why.map(({ id }) => id)).toEqual(["nobody-compared"]);
    expect(appraisal).toBeNull();
    expect(spend).toMatchObject({ total: 5100, cash: 5000, inKind: 100, support: 5100 });
  });

  it("a value written from memory, unless asked for, and then in no headline", () => {
    const recalled = { parameter: "ho-crime-201516-violence-with-injury-response" };
    expect(refusals(values(recalled))).toEqual(["value-unusable"]);
    expect(refusals(values({ ...recalled, recalled: true }))).toEqual(["recalled-in-headline"]);
  });
});

describe("another edition of values", () => {
  it("changes the result line by line, and the lines add up", () => {
    const plan = studyOf({
      compareVintages: { from: "ho-crime-201920-", to: "ho-crime-201516-" },
      benefits: [
        {
          ...benefit,
          values: ["response", "consequence"].map((part) => ({
            parameter: `ho-crime-201920-violence-without-injury-${part}`,
          })),
        },
      ] as never,
    });
    const { vintages, ledger } = found(plan);
    expect(vintages!.rows.map(({ status }) => status)).toEqual(["RECALLED", "RECALLED"]);
    for (const [at, { before, after, difference }] of vintages!.rows.entries()) {
      expect(before).toBe(ledger[at]!.priced);
      // 100 crimes fewer at the difference in price.
      expect(difference).toBeCloseTo(100 * (after! - before), 6);
    }
    const lines = vintages!.rows.reduce((sum, { difference }) => sum + difference!, 0);
    expect(vintages!.netTo! - vintages!.netFrom).toBeCloseTo(lines, 6);
  });
});

describe("problems a plan shows before any data are read", () => {
  it("has none, or names the place of each", () => {
    expect(economicsProblems({})).toEqual([]);
    expect(economicsProblems(studyOf())).toEqual([]);
    const wrong = studyOf({
      discount: "flat",
      benefits: [{ ...benefit, values: [{ parameter: "ho-da-nothing" }, { ...own, source: undefined }] }] as never,
    });
    expect(economicsProblems(wrong).map(({ path }) => path)).toEqual([
      "economics.discount",
      "economics.benefits[0].values[0].parameter",
      "economics.benefits[0].values[1]",
    ]);
  });
});

describe("what each person cost, beside whether they succeeded", () => {
  // £400 a person less and 20 points more free of abuse; the whole error of both is of the programme's arm, correlation −0.5.
  const plan = (parts = {}, over: Partial<EconomicsPlan> = {}) =>
    studyOf(
      {
        benefits: [],
        success: { outcome: "free", label: "person free of abuse" },
        costPerPerson: { outcome: "costs", priceYear: "2024-25", includesProgramme: true, ...parts },
        worths: [0, 1000],
        draws: 20_000,
        ...over,
      },
      [
        outcome("free", { kind: "binary", reporter: "victim-survivor", direction: "higher" }),
        outcome("costs", { kind: "continuous", direction: "lower" }),
      ],
    );
  const free = joint("free", 0.6, 0.4);
  const both: JointCovariance = {
    ...free,
    keys: [...joint("costs", 0, 0).keys, ...free.keys],
    estimates: [600, 1000, 0.6, 0.4],
    covariance: [10_000, 0, -2.5, 0, 0, 0, 0, 0, -2.5, 0, 0.0025, 0, 0, 0, 0, 0],
  };
  const compared = (parts: object = {}, ofCosts: object = {}): Comparison => {
    const of = (outcome: string, measure: string, more: object) => ({
      id: `${outcome}:${measure}:crude`,
      outcome,
      primary: true,
      subgroup: null,
      measure,
      adjustment: "none",
      estimand: "ATT",
      interval: null,
      treated: { n: 100 },
      comparison: { n: 100 },
      ...more,
    });
    return {
      ...comparisonAt(3),
      estimates: [of("free", "riskDifference", {}), of("costs", "meanDifference", ofCosts)],
      evidence: [{ scale: "wwclg", level: 3, estimates: ["free:riskDifference:crude", "costs:meanDifference:crude"] }],
      ...parts,
    } as never;
  };
  const worked = (study = plan(), comparison = compared(), estimates: readonly JointCovariance[] = [both]) =>
    economicsOfStudy({
      plan: study,
      comparison,
      joint: estimates,
      spent: [item()],
      counts: { referred: 125, started: 100, completed: 50 },
      seed: 1,
    })!;

  it("is drawn with the covariance of both: net benefit at £1,000 is £600, standard error √(100² + 50² + 2·0.5·100·50)", () => {
    const { perPerson, refusals: none, scenario } = worked();
    expect(none).toEqual([]);
    expect(scenario).toBe(false);
    expect(perPerson).toMatchObject({ outcome: "costs", label: "costs", includesProgramme: true, draws: 20_000 });
    expect(perPerson!.cost.estimate).toBeCloseTo(-400, 10);
    expect(perPerson!.correlation).toBeCloseTo(-0.5, 10);
    expect(perPerson!.success).toMatchObject({ quadrant: "cheaper, more successes", pounds: null });
    const { amount } = perPerson!.netBenefit[1]!;
    const error = Math.sqrt(100 ** 2 + 50 ** 2 + 2 * 0.5 * 100 * 50);
    expect(amount.estimate).toBeCloseTo(600, 8);
    // Four standard errors of a 2.5 % quantile of 20,000 normal draws: 4 × 0.0189.
    expect(Math.abs(amount.interval[0] - (600 - 1.959964 * error))).toBeLessThan(0.076 * error);
    expect(Math.abs(amount.interval[1] - (600 + 1.959964 * error))).toBeLessThan(0.076 * error);
    expect(economicsResult(worked()).perPerson).toEqual(perPerson);
  });

  it("has spend for each person reached put on where the programme is not among the costs: £5,000 over 100", () => {
    expect(worked(plan({ includesProgramme: false })).perPerson!.cost.estimate).toBeCloseTo(-350, 8);
  });

  it("is in prices of the plan, and lowers the level to its own where that is less", () => {
    const factor = worked(plan({ priceYear: "2019-20" })).perPerson!.cost.estimate / -400;
    expect(factor).toBeGreaterThan(1.15);
    const evidence = [
      { scale: "wwclg", level: 4, estimates: ["free:riskDifference:crude"] },
      { scale: "wwclg", level: 2, estimates: ["costs:meanDifference:crude"] },
    ];
    expect(worked(plan(), compared({ evidence }))).toMatchObject({ level: 2, scenario: true });
  });

  it("is not told where the plan names none", () => {
    expect(found(studyOf()).perPerson).toBeNull();
    expect(economicsResult(found(studyOf()))).not.toHaveProperty("perPerson");
  });

  it.each([
    ["another way of making the arms alike", "person-cost-of-another-estimator", { adjustment: "covariates" }],
    ["other people", "person-cost-of-other-people", { treated: { n: 90 } }],
  ] as const)("is refused where it is estimated by, or of, %s", (_, id, ofCosts) => {
    const { refusals, perPerson } = worked(plan(), compared({}, ofCosts));
    expect(refusals.map((one) => one.id)).toEqual([id]);
    expect(perPerson).toBeNull();
  });

  it("is refused without an interval, without a success and with a bias nobody declared of costs", () => {
    expect(worked(plan(), compared(), [free]).refusals.map(({ id }) => id)).toEqual(["effect-without-interval"]);
    const bias = { scale: "times", mean: 0.8, standardError: 0.1, source: "by hand" } as const;
    expect(worked(plan({}, { bias })).refusals.map(({ id }) => id)).toEqual(["person-cost-with-bias"]);
    const alone = studyOf({ costPerPerson: { outcome: "costs", priceYear: "2024-25", includesProgramme: true } }, [
      outcome("crimes"),
    ]);
    expect(refusals(alone)).toEqual(["person-cost-without-success"]);
  });
});

describe("what it would take where no effect can be told", () => {
  // £5,000 over 100 people and £400 for each recorded crime: 0.125 crimes a person, 12.5 for every 100.
  it("is cost over people and value of one, with no effect in it", () => {
    const { wouldTake, appraisal } = found(studyOf(), { joint: [] });
    expect(appraisal).toBeNull();
    expect(wouldTake).toMatchObject({ outcome: "crimes", unit: "crime", gain: "fewer", neededCashable: null });
    expect(wouldTake!.needed.estimate).toBeCloseTo(0.125, 12);
    expect(wouldTake!.neededFiscal!.estimate).toBeCloseTo(0.125, 12);
    expect(economicsResult(found(studyOf(), { joint: [] })).wouldTake).toEqual(wouldTake);
  });

  it("is what would pay where an effect is told, whatever the effect: then it stands there, and not twice", () => {
    const told = found(studyOf());
    expect(told.wouldTake).toBeNull();
    expect(found(studyOf(), { joint: [] }).wouldTake!.needed.estimate).toBeCloseTo(told.effects[0]!.needed!, 12);
    expect(economicsResult(told)).not.toHaveProperty("wouldTake");
  });

  it("has limits of what costs may be: a standard error of 10 % is 1.96 times that either way, on the log scale", () => {
    // The value of a crime is as good as certain here.
    const values = [{ ...own, low: 199.99, high: 200.01 }];
    const over = { costs: { support: ["Support"], uncertainty: 0.1 }, benefits: [{ ...benefit, values } as never] };
    const { needed } = found(studyOf(over), { joint: [] }).wouldTake!;
    // A log-normal of mean 1 and standard error 0.1: exp(−s²/2 ± 1.959964 s), s² = log 1.01; 5,000 draws, four standard errors.
    const s = Math.sqrt(Math.log(1.01));
    const limit = (sign: number) => 0.125 * Math.exp(-(s ** 2) / 2 + sign * 1.959964 * s);
    expect(Math.abs(needed.interval[0] / limit(-1) - 1)).toBeLessThan(0.016);
    expect(Math.abs(needed.interval[1] / limit(1) - 1)).toBeLessThan(0.016);
  });

  it("is not told where spend or a value is refused, two outcomes carry the gains, or nothing has a price", () => {
    const untold = (...given: Parameters<typeof found>) => found(...given).wouldTake;
    expect(untold(studyOf(), { joint: [], spent: [item({ payer: null })] })).toBeNull();
    expect(untold(studyOf({ benefits: [{ ...benefit, multiplier: undefined } as never] }), { joint: [] })).toBeNull();
    const two = [benefit, { ...benefit, id: "other", outcome: "other" }] as never;
    const outcomes = [outcome("crimes", { offenceGroup: "a" }), outcome("other", { offenceGroup: "b" })];
    expect(untold(studyOf({ benefits: two }, outcomes), { joint: [] })).toBeNull();
    expect(untold(studyOf({ benefits: [] }), { joint: [], spent: [item()] })).toBeNull();
  });
});
