import { claimMoney, claimRules } from "@likewise/evidence";
import { type Claim, type EconomicsResult, type Results, resultAt } from "@likewise/schema";
import { describe, expect, it } from "vitest";

const amount = (estimate: number, low: number, high: number) => ({
  estimate,
  interval: [low, high] as [number, number],
});
const body = (agency: string, pays: number, gains: number) => ({
  agency,
  pays,
  gains,
  paysCash: pays,
  cashable: 0,
  net: gains - pays,
  ratio: null,
  fairShare: null,
  gap: null,
});

type Parts = {
  readonly claim?: Partial<Claim>;
  readonly economics?: Partial<EconomicsResult>;
  readonly net?: readonly [number, number];
  readonly interval?: [number | null, number | null];
};

/** £100 paid by a council, £60 gained by the police and £90 by people; 0.2 crimes a person prevented, 0.15 would pay. */
function results({ claim = {}, economics = {}, net = [10, 90], interval = [0.1, 0.3] }: Parts = {}): Results {
  const money = {
    scenario: false,
    level: 3,
    comparison: "main",
    notPublished: null,
    effects: [{ outcome: "crimes", unit: "crime", found: 0.2, interval, needed: 0.15 }],
    ledger: [{ status: "VERIFIED" }],
    appraisal: {
      byKind: {
        fiscal: amount(60, 20, 90),
        cashable: amount(6, 2, 9),
        economic: amount(0, 0, 0),
        social: amount(90, 40, 120),
      },
      netPresentSocialValue: amount(50, net[0], net[1]),
      probabilityPositive: 0.9,
      agencies: { rows: [body("Council", 100, 0), body("Police", 0, 60)] },
      breakEven: [{ counting: "all", effectTimes: 0.75, costTimes: 1.3 }],
      costPerSuccess: {
        shares: {
          "dearer, more successes": 0.9,
          "dearer, fewer successes": 0.1,
          "cheaper, more successes": 0,
          "cheaper, fewer successes": 0,
        },
      },
      acceptability: [
        { worth: 0, best: "without" },
        { worth: 10, best: "with" },
        { worth: 20, best: "with" },
      ],
      tornado: [
        { label: "Effect", crossesZero: false },
        { label: "Value of a crime", crossesZero: true },
      ],
      label: "medium",
    },
    ...economics,
  };
  return {
    study: { outcomes: [{ id: "crimes", direction: "lower" }] },
    comparisons: [{ id: "main", claims: [{ outcome: "crimes", verdict: "better", causal: true, ...claim }] }],
    economics: money,
  } as unknown as Results;
}

const rulesOf = (of: Results) => {
  const { can, cannot } = claimMoney(of)!.claims!;
  return [...can, ...cannot].map(({ rule }) => rule);
};

describe("what may be said of money", () => {
  it("is a finding where the claim it rests on speaks of a cause, and its interval decides which", () => {
    expect(rulesOf(results())).toContain("money-worth-above-found");
    expect(rulesOf(results({ net: [-90, -10] }))).toContain("money-worth-below-found");
    expect(rulesOf(results({ net: [-10, 90] }))).toContain("money-worth-unclear-found");
  });

  it("tells a cost avoided, and what of it is cashable, only where the interval of what budgets gain lies above none", () => {
    const of = (fiscal: ReturnType<typeof amount>, scenario = false) => {
      const exact = results({ economics: { scenario } });
      const { appraisal } = exact.economics!;
      const economics = { ...exact.economics, appraisal: { ...appraisal, byKind: { ...appraisal!.byKind, fiscal } } };
      return rulesOf({ ...exact, economics } as Results).filter((rule) => rule.startsWith("money-budgets"));
    };
    expect(of(amount(60, 20, 90))).toEqual(["money-budgets-found"]);
    expect(of(amount(60, -20, 90))).toEqual(["money-budgets-unclear-found"]);
    expect(of(amount(-60, -90, 20), true)).toEqual(["money-budgets-unclear-scenario"]);
    expect(of(amount(-60, -90, -20))).toEqual(["money-budgets-below-found"]);
    expect(of(amount(0, 0, 0))).toEqual([]);
  });

  it("is a scenario at level 1 or 2, and never a saving", () => {
    const found = rulesOf(results({ economics: { scenario: true, level: 2 } }));
    expect(found).toContain("money-worth-above-scenario");
    expect(found).toContain("money-cannot-saving");
    expect(found.filter((rule) => rule.endsWith("-found"))).toEqual([]);
  });

  it.each([
    ["cannot be told", { verdict: "cannot-say", causal: false }],
    ["may not be called caused", { verdict: "better", causal: false }],
    ["has no claim", { outcome: "harm" }],
  ] as const)(
    "says no more than its claims: a scenario without a label where the difference %s, whatever the level",
    (_, claim) => {
      const economics = claimMoney(results({ claim }))!;
      expect(economics.scenario).toBe(true);
      expect(economics.appraisal!.label).toBeNull();
      expect(economics.claims!.cannot.map(({ rule }) => rule)).toEqual(["money-cannot-saving"]);
    },
  );

  it("is valued as it is where no clear difference was found, since its interval holds that", () => {
    expect(rulesOf(results({ claim: { verdict: "no-clear-difference", causal: false }, net: [-90, 10] }))).toContain(
      "money-worth-unclear-found",
    );
  });

  it("sets what would pay against the interval: above, within and below it", () => {
    const placeOf = (interval: [number | null, number | null]) =>
      rulesOf(results({ interval })).find((rule) => rule.startsWith("money-break-even"));
    expect(placeOf([0.02, 0.1])).toBe("money-break-even-fewer-above");
    expect(placeOf([0.1, 0.3])).toBe("money-break-even-fewer-within");
    expect(placeOf([0.16, 0.3])).toBe("money-break-even-fewer-below");
    expect(placeOf([null, 0.3])).toBe("money-break-even-times");
  });

  it("says what it would take where no effect can be told, and where nothing of the kind found would pay", () => {
    const needed = { estimate: 0.125, interval: [0.1, 0.15] };
    const wouldTake = { outcome: "crimes", unit: "crime", gain: "fewer", needed } as EconomicsResult["wouldTake"];
    const untold = { appraisal: null, effects: [], wouldTake } as Partial<EconomicsResult>;
    const { can, cannot } = claimMoney(results({ economics: untold }))!.claims!;
    expect(can.map(({ rule }) => rule)).toEqual(["money-break-even-fewer-untold"]);
    expect(can[0]!.slots.estimate).toBe("economics/wouldTake/needed/estimate");
    expect(cannot.map(({ rule }) => rule)).toEqual(["money-cannot-value"]);
    const recalled = { ...untold, ledger: [{ status: "RECALLED" }] as unknown as EconomicsResult["ledger"] };
    expect(claimMoney(results({ economics: recalled }))!.claims!.can).toEqual([]);

    const of = results({ interval: [null, null] });
    const lost = { ...of.economics!.appraisal!, breakEven: [{ counting: "all", effectTimes: null, costTimes: null }] };
    const economics = { ...of.economics!, appraisal: lost } as EconomicsResult;
    expect(rulesOf({ ...of, economics })).toContain("money-break-even-never");
  });

  it("names who pays and who gains most, the likeliest place on the plane, from what worth going on is best, and what alone turns it round", () => {
    const { can } = claimMoney(results())!.claims!;
    const slots = (rule: string) => can.find((one) => one.rule === rule)!.slots;
    expect(slots("money-who-people-found")).toEqual({ payer: "economics/appraisal/agencies/rows/0/agency" });
    expect(slots("money-plane-dearer-more-successes-found").share).toContain("dearer, more successes");
    expect(slots("money-acceptable-from-found").worth).toBe("economics/appraisal/acceptability/1/worth");
    expect(slots("money-rests-turns").number).toBe("economics/appraisal/tornado/1/label");
  });

  it("holds nothing of worth where a value was recalled, where it is withheld, and where none was put on what changed", () => {
    const recalled = { ledger: [{ status: "RECALLED" }] as unknown as EconomicsResult["ledger"] };
    const cases: [Partial<EconomicsResult>, string][] = [
      [recalled, "money-cannot-recalled"],
      [{ appraisal: null, effects: [], notPublished: "why" }, "money-cannot-withheld"],
      [{ appraisal: null, effects: [] }, "money-cannot-value"],
    ];
    for (const [economics, rule] of cases) {
      const found = rulesOf(results({ economics }));
      expect(found).toContain(rule);
      expect(found.filter((one) => /worth|budgets|draws|break-even|who/.test(one))).toEqual([]);
    }
  });

  it("quotes results that are there, by rules of the one registry, with the slots each declares", () => {
    for (const given of [results(), results({ economics: { scenario: true } })]) {
      const economics = claimMoney(given)!;
      for (const { rule, slots } of [...economics.claims!.can, ...economics.claims!.cannot]) {
        const declared = claimRules.find(({ id }) => id === rule)!;
        expect(Object.keys(slots).sort(), rule).toEqual([...declared.slots].sort());
        for (const key of Object.values(slots)) expect(resultAt({ economics }, key), key).not.toBeUndefined();
      }
    }
  });

  it("is nothing without costs and benefits", () => {
    expect(claimMoney({ ...results(), economics: null })).toBeNull();
  });
});
