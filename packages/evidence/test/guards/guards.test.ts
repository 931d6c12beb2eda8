import { type Detection, findGuards, type GuardInput, guards, holm, makeClaims, seenInData } from "@likewise/evidence";
import type { ArmCheck, Comparison, Facts, GuardFinding, Outcome } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import oracle from "../../oracles/holm.json" with { type: "json" };
import { balanceOf, comparisonOf, estimateOf, outcomeOf } from "../comparison-of.ts";

const reoffended = outcomeOf({ id: "reoffended", primary: true, events: "domestic" });
const asked = outcomeOf({ id: "asked", basis: "victim-report", reporter: "victim-survivor" });
const covers = (found: number): GuardInput["coverage"] =>
  (["treated", "comparison"] as const).map((arm) => ({
    outcome: "reoffended",
    arm,
    people: 400,
    searchedAndFound: arm === "treated" ? found : 400,
    observedToEnd: arm === "treated" ? found : 400,
    missing: [],
  }));

/** A study of two concurrent groups of which no guard says anything. */
function inputOf(over: Partial<GuardInput> = {}): GuardInput {
  return {
    comparison: comparisonOf({}),
    facts: {},
    outcomes: [reoffended, asked],
    checks: [],
    seen: new Set(),
    coverage: [],
    tables: [],
    frozen: null,
    brings: new Set(["people", "events", "orders"]),
    ...over,
  };
}

const withDesign = (design: Partial<Comparison["design"]>, more: Partial<Comparison> = {}) =>
  comparisonOf({
    ...more,
    design: { method: "none", assignment: "selected", comparator: "concurrent-untreated", ...design },
  });
const check = (id: string, treated: number, comparison: number, people = 400): ArmCheck => ({
  id,
  label: id,
  of: "people",
  treated: { numerator: treated, denominator: people },
  comparison: { numerator: comparison, denominator: people },
});
const fact = (facts: Facts) => ({ facts });
const dropped = (rule: string) =>
  comparisonOf({
    estimates: [estimateOf({ id: "reoffended:riskDifference:matched", primary: true, adjustment: "matching" })],
    evidence: [
      {
        scale: "wwclg",
        edition: "2016",
        comparison: "headline",
        estimates: ["reoffended:riskDifference:matched"],
        design: "matched",
        base: 2,
        level: 1,
        atMost: 1,
        reasons: [],
        drops: [{ rule, text: "", drop: 1 }],
        caps: [],
        raises: [],
        notAssessed: [],
        caveats: [],
      },
    ],
  });
const five = ["a", "b", "c", "d", "e"];
const fiveOutcomes = {
  outcomes: [...five.map((id) => outcomeOf({ id, primary: id === "a" })), asked],
  comparison: comparisonOf({
    estimates: five.map((id) =>
      estimateOf({
        id: `${id}:riskDifference:crude`,
        primary: true,
        pValue: id === "b" ? 0.02 : 0.6,
        interval: id === "b" ? [-0.1, -0.01] : [-0.05, 0.05],
      }),
    ),
  }),
};
const frozenWith = (path: string): GuardInput["frozen"] => ({
  frozenOn: "2024-01-01",
  sha256: "0",
  dataThere: 0,
  amendments: [],
  departures: [{ path, change: "changed", frozen: "a", now: "b", bearing: "primary-outcome" }],
});
const fewPeople = comparisonOf({
  estimates: [
    estimateOf({
      id: "reoffended:riskDifference:crude",
      primary: true,
      treated: { n: 16, events: 2, value: 0.125 },
      comparison: { n: 16, events: 9, value: 0.5625 },
    }),
  ],
});
const bySite = (low: number, high: number): Comparison => {
  const id = "reoffended:riskDifference:crude";
  return comparisonOf({
    estimates: [
      estimateOf({
        id,
        primary: true,
        sensitivity: {
          eValue: null,
          rosenbaum: [],
          robustness: [
            {
              id: "without-North",
              label: "without North",
              estimate: (low + high) / 2,
              interval: [low, high],
              kind: "site",
            },
          ],
        },
      }),
    ],
    sensitivity: { negativeControls: [], tiers: [], warnings: { [`site:North:${id}`]: "it would not stand" } },
  });
};

/** One input for each guard, and what it must come to; the groups, shares and counts are made up to lie beyond the threshold. */
const found: Readonly<Record<string, readonly [Partial<GuardInput>, Detection["effect"], Detection["basis"]]>> = {
  "uncontrolled-before-after": [{ comparison: withDesign({ comparator: "none" }) }, "stops-verdict", "plan"],
  "regression-to-the-mean": [
    {
      comparison: withDesign({ comparator: "none" }),
      tables: [
        {
          id: "blocks-selection-alone",
          title: "",
          unit: "person",
          definition: "",
          window: null,
          dimensions: [],
          cells: [
            {
              at: { anchor: "index", block: "block+1" },
              numerator: 50,
              denominator: null,
              value: null,
              interval: [0.4, 0.6],
            },
          ],
          linked: [],
        },
      ],
    },
    "stops-verdict",
    "data",
  ],
  "national-rate": [{ comparison: withDesign({ comparator: "national-rate" }) }, "stops-verdict", "plan"],
  "completers-against-dropouts": [{ comparison: withDesign({ comparator: "dropouts" }) }, "stops-verdict", "plan"],
  "refusers-comparison": [{ comparison: withDesign({ comparator: "refusers" }) }, "stops-verdict", "plan"],
  "completers-headline": [{ comparison: withDesign({ analysisSet: "completed" }) }, "stops-verdict", "plan"],
  "historical-comparison": [{ comparison: withDesign({ comparator: "historical" }) }, "stops-cause", "plan"],
  "immortal-time": [fact({ indexDateRule: { value: "immortal" } }), "stops-verdict", "facts"],
  "index-at-programme-end": [
    { ...fact({ indexDateRule: { value: "immortal" } }), checks: [check("index-on-completion", 400, 0)] },
    "stops-verdict",
    "data",
  ],
  "different-follow-up": [fact({ followUp: { value: "different" } }), "stops-verdict", "facts"],
  "windows-not-over": [{ checks: [check("window-not-over", 300, 10)] }, "stops-verdict", "data"],
  "different-source": [fact({ outcomeSource: { value: "different" } }), "stops-verdict", "facts"],
  "different-coverage": [{ checks: [check("search-ends-early", 300, 0)] }, "stops-verdict", "data"],
  "selective-linkage": [{ coverage: covers(300) }, "stops-verdict", "data"],
  "recording-changed": [
    { checks: [check("crimes-before", 360, 360), check("crimes-after", 200, 350)] },
    "stops-verdict",
    "data",
  ],
  "custody-exposure": [{ checks: [check("custody", 200, 20)] }, "stops-verdict", "data"],
  "programme-generated-events": [{ checks: [check("proactive-after", 0, 100)] }, "stops-verdict", "data"],
  "reporting-differs": [{ checks: [check("support", 20, 300)] }, "stops-verdict", "data"],
  "self-report-only": [
    { outcomes: [outcomeOf({ id: "reoffended", basis: "self-report", reporter: "perpetrator" })] },
    "stops-verdict",
    "plan",
  ],
  "victim-voice-absent": [{ outcomes: [reoffended] }, "caveat", "plan"],
  "allocation-not-random": [
    { comparison: withDesign({ assignment: "random" }, { balance: [balanceOf("prior_count", 0.4)] }) },
    "stops-verdict",
    "data",
  ],
  "waiting-order-not-followed": [
    {
      comparison: withDesign({ assignment: "waiting-list", comparator: "waiting-list" }),
      ...fact({ exclusionArgument: { value: "not-argued" } }),
    },
    "stops-cause",
    "facts",
  ],
  crossover: [
    { comparison: withDesign({ assignment: "random" }), ...fact({ crossover: { treated: 0.1, comparison: 0 } }) },
    "caveat",
    "facts",
  ],
  "unmatched-comparison": [
    {
      comparison: comparisonOf({
        evidence: dropped("").evidence.map((grade) => ({
          ...grade,
          design: "unadjusted",
          estimates: ["reoffended:riskDifference:crude"],
        })),
      }),
    },
    "stops-verdict",
    "plan",
  ],
  "essential-covariates-missing": [{ comparison: dropped("essential-missing") }, "stops-cause", "data"],
  "imbalance-after-matching": [{ comparison: dropped("essential-balance") }, "stops-cause", "data"],
  "covariates-after-entry": [fact({ covariateTiming: { value: "some-after" } }), "stops-cause", "facts"],
  "area-confounding": [{ checks: [check("same-area", 0, 0)] }, "stops-verdict", "data"],
  "comparison-chosen-differently": [fact({ comparatorChoice: { value: "not-justified" } }), "stops-cause", "facts"],
  "differential-attrition": [
    fact({ attrition: { treated: 0.3, comparison: 0.02, why: "counted" } }),
    "stops-verdict",
    "facts",
  ],
  "estimand-changed": [{ comparison: dropped("support") }, "stops-cause", "data"],
  "no-overlap": [
    { comparison: comparisonOf({ refusals: [{ id: "no-overlap:a", what: "", why: "", unlocks: "" }] }) },
    "stops-verdict",
    "data",
  ],
  "small-numbers": [{ comparison: fewPeople }, "stops-verdict", "data"],
  "outcome-switching": [{ frozen: frozenWith("outcomes[reoffended].primary") }, "stops-verdict", "frozen-plan"],
  "many-outcomes": [fiveOutcomes, "stops-verdict", "data"],
  "subgroup-fishing": [
    {
      comparison: comparisonOf({
        estimates: ["a", "b", "c", "d"].map((subgroup) =>
          estimateOf({ id: `reoffended:riskDifference:crude:${subgroup}`, subgroup }),
        ),
      }),
    },
    "caveat",
    "plan",
  ],
  "one-site-carries": [{ comparison: bySite(-0.03, 0.05) }, "stops-verdict", "data"],
};

const namedOf = (over: Partial<GuardInput>, guard: string): GuardFinding | undefined =>
  findGuards(inputOf(over)).find((finding) => finding.guard === guard);

describe("a guard", () => {
  it("says nothing of two concurrent groups of which nothing is amiss", () => {
    expect(findGuards(inputOf())).toEqual([]);
  });

  it.each(guards.map(({ id }) => id))("%s finds its flaw, and does to claims what its table says", (id) => {
    const [over, effect, basis] = found[id]!;
    expect(namedOf(over, id)).toMatchObject({ effect, basis });
  });

  it.each(["custody", "proactive-after", "support", "search-ends-early", "window-not-over", "not-found"])(
    "does not fire by %s where the arms are nine points apart, nor where few people are twenty apart",
    (id) => {
      expect(findGuards(inputOf({ checks: [check(id, 76, 40)] }))).toEqual([]);
      expect(findGuards(inputOf({ checks: [check(id, 4, 2, 10)] }))).toEqual([]);
    },
  );
});

describe("a flaw that pushes to one side", () => {
  it("stops a result on that side, and stands beside one in spite of it", () => {
    // The estimate is lower among the treated: more custody could have made it, less could not.
    expect(namedOf({ checks: [check("custody", 200, 20)] }, "custody-exposure")!.effect).toBe("stops-verdict");
    expect(namedOf({ checks: [check("custody", 20, 200)] }, "custody-exposure")!.effect).toBe("caveat");
    expect(namedOf({ checks: [check("support", 300, 20)] }, "reporting-differs")!.effect).toBe("caveat");
    expect(namedOf({ checks: [check("proactive-after", 100, 0)] }, "programme-generated-events")!.effect).toBe(
      "caveat",
    );
  });

  it("is not assessed where nobody brought what shows it", () => {
    const finding = namedOf({ brings: new Set(["people", "events"]) }, "custody-exposure");
    expect(finding).toMatchObject({ effect: "not-assessed", outcomes: ["reoffended"] });
  });
});

describe("victim-survivors who were not asked", () => {
  const worse = [check("victims-say-worse", 200, 60)];

  it("stop a result for the better where their accounts point the other way, and no other", () => {
    const finding = namedOf({ outcomes: [reoffended], checks: worse }, "victim-voice-absent");
    expect(finding).toMatchObject({ effect: "stops-verdict", checks: ["victims-say-worse"] });
    const harm = comparisonOf({
      estimates: [estimateOf({ id: "reoffended:riskDifference:crude", primary: true, interval: [0.04, 0.16] })],
    });
    expect(namedOf({ outcomes: [reoffended], checks: worse, comparison: harm }, "victim-voice-absent")!.effect).toBe(
      "caveat",
    );
  });

  it("are asked where an outcome is their account", () => {
    expect(namedOf({ checks: worse }, "victim-voice-absent")).toBeUndefined();
  });
});

describe("many outcomes", () => {
  it("stop the one that stands out alone, and the primary one too where no plan was fixed before", () => {
    expect(namedOf(fiveOutcomes, "many-outcomes")!.outcomes).toEqual(["b"]);
    const primary = { ...fiveOutcomes, outcomes: five.map((id) => outcomeOf({ id, primary: id === "b" })) };
    expect(namedOf(primary, "many-outcomes")!.effect).toBe("stops-verdict");
    const registered = { ...primary, facts: { plan: { value: "registered", why: "register 12" } } as Facts };
    expect(namedOf(registered, "many-outcomes")!.effect).toBe("caveat");
  });

  it("are a caveat with two to four, where a secondary outcome reads clear alone and not together with the others", () => {
    const several = (ids: readonly string[], pOfB: number) => ({
      outcomes: ids.map((id) => outcomeOf({ id, primary: id === "a" })),
      comparison: comparisonOf({
        estimates: fiveOutcomes.comparison.estimates
          .slice(0, ids.length)
          .map((estimate) => (estimate.outcome === "b" ? { ...estimate, pValue: pOfB } : estimate)),
      }),
    });
    // By hand: of b, c and d the smallest p counts three times: 0.02 × 3 = 0.06, and 0.015 × 3 = 0.045.
    expect(namedOf(several(["a", "b", "c", "d"], 0.02), "many-outcomes")).toMatchObject({
      effect: "caveat",
      outcomes: ["b"],
    });
    expect(namedOf(several(["a", "b", "c", "d"], 0.015), "many-outcomes")).toBeUndefined();
    expect(namedOf(several(["a", "b"], 0.02), "many-outcomes")).toBeUndefined();
  });

  it("agree with R on p-values taken together", () => {
    for (const { p, adjusted } of Object.values(oracle.cases) as {
      p: number | number[];
      adjusted: number | number[];
    }[])
      for (const [index, value] of holm([p].flat()).entries()) expect(value).toBeCloseTo([adjusted].flat()[index]!, 14);
  });
});

describe("one site", () => {
  it("carries nothing where the estimate of all lies in the interval without it", () => {
    expect(namedOf({ comparison: bySite(-0.12, 0.01) }, "one-site-carries")).toBeUndefined();
  });
});

describe("the frozen plan", () => {
  it("may have its smallest effect of interest changed with a caveat", () => {
    const over = { frozen: frozenWith("outcomes[reoffended].smallestEffect") };
    expect(namedOf(over, "outcome-switching")!.effect).toBe("caveat");
  });
});

describe("claims", () => {
  const trial = comparisonOf({
    design: { method: "none", assignment: "random", comparator: "randomised-control" },
    evidence: [],
  });
  const level5 = [
    {
      ...dropped("").evidence[0]!,
      level: 5,
      atMost: 5,
      drops: [],
      design: "randomised",
      estimates: [trial.estimates[0]!.id],
    },
  ];
  const claimOf = (effect: GuardFinding["effect"]) => {
    const outcomes: Outcome[] = [reoffended];
    const finding: GuardFinding = {
      id: "headline:custody-exposure",
      guard: "custody-exposure",
      comparison: "headline",
      outcomes: ["reoffended"],
      effect,
      basis: "data",
      checks: [],
      shown: [],
      keys: [],
    };
    return makeClaims({ comparison: trial, grades: level5, outcomes, findings: [finding] })[0]!;
  };
  const rules = (sentences: { rule: string }[]) => sentences.map(({ rule }) => rule);

  it("have no verdict where a guard stops it, whatever the level, and say why", () => {
    const claim = claimOf("stops-verdict");
    expect(claim).toMatchObject({ verdict: "cannot-say", causal: false });
    expect(claim.cannot[0]).toMatchObject({ rule: "cannot-say-guard", words: { guard: "custody-exposure" } });
    expect(claim.rules).toContain("guard-custody-exposure");
  });

  it("describe the difference and no cause where a guard stops that", () => {
    const claim = claimOf("stops-cause");
    expect(claim).toMatchObject({ verdict: "better", causal: false });
    expect(rules(claim.can)).toContain("association-lower-share");
    expect(rules(claim.cannot)).toContain("cannot-say-caused-guard");
  });

  it("keep their cause beside a caveat", () => {
    const claim = claimOf("caveat");
    expect(claim).toMatchObject({ verdict: "better", causal: true });
    expect(rules(claim.caveats)).toContain("caveat-guard");
  });

  it("are not touched by what bears on other outcomes", () => {
    const [claim] = makeClaims({ comparison: trial, grades: level5, outcomes: [reoffended], findings: [] });
    expect(claim).toMatchObject({ verdict: "better", causal: true });
  });
});

describe("the groups as the data show them", () => {
  const comparison = comparisonOf({});
  const seen = (...checks: ArmCheck[]) => seenInData(comparison, { followUp: { value: "same", why: "a" } }, checks);

  it("are those who left and those who said no, where half of the comparison is", () => {
    const left = seen(check("left-early", 0, 390), check("completed", 400, 0));
    expect(left.comparison.design.comparator).toBe("dropouts");
    expect(left.contradictions).toHaveLength(1);
    expect(seen(check("declined", 0, 300)).comparison.design.comparator).toBe("refusers");
    expect(seen(check("declined", 300, 300)).comparison.design.comparator).toBe("concurrent-untreated");
  });

  it("are of another time where hardly anyone of either is of the same", () => {
    expect(seen(check("same-time", 10, 0)).comparison.design.comparator).toBe("historical");
    expect(seen(check("same-time", 10, 100)).comparison.design.comparator).toBe("concurrent-untreated");
  });

  it("are watched for different times, searched to different days, or not found", () => {
    expect(seen(check("watched-less", 390, 5)).facts.followUp!.value).toBe("different");
    expect(seen(check("search-ends-early", 390, 5)).facts.outcomeSource!.value).toBe("different");
    expect(seen(check("not-found", 160, 0)).facts.attrition).toMatchObject({ treated: 0.4, comparison: 0 });
  });

  it("had no event before a milestone, though others had some in as much time", () => {
    expect(seen(check("event-before-milestone", 0, 120)).facts.indexDateRule!.value).toBe("immortal");
    expect(seen(check("event-before-milestone", 30, 120)).facts.indexDateRule).toBeUndefined();
  });

  it("start at the end of the programme in one group alone, and both rules draw the line at one in ten", () => {
    const onTheLine = check("index-on-completion", 360, 40);
    expect(seen(onTheLine).facts.indexDateRule!.value).toBe("immortal");
    expect(seen(check("index-on-completion", 360, 41)).facts.indexDateRule).toBeUndefined();
    const found = findGuards(inputOf({ checks: [onTheLine], facts: { indexDateRule: { value: "immortal" } } }));
    expect(found.map(({ guard }) => guard)).toEqual(["index-at-programme-end"]);
  });

  it("contradict nobody who says so", () => {
    const owned = comparisonOf({
      design: { method: "none", assignment: "selected", comparator: "dropouts" },
    });
    const shown = seenInData(owned, {}, [check("left-early", 0, 390), check("completed", 400, 0)]);
    expect(shown).toMatchObject({ contradictions: [], comparison: { design: { comparator: "dropouts" } } });
  });
});
