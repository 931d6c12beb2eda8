import { claimRules, commonWords, gradeComparison, makeClaims } from "@likewise/evidence";
import type { Claim, Comparison, Coverage, Estimate, Facts, FunnelStep, Limit, Outcome } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { comparisonOf, estimateOf, outcomeOf, tarpComparison } from "../comparison-of.ts";

function claimsOf(comparison: Comparison, outcomes: Outcome[], facts: Facts = {}, context = {}): Claim[] {
  const grades = gradeComparison({ comparison, facts, outcomes });
  return makeClaims({ comparison, grades, outcomes, context });
}
const rules = (sentences: Claim["can"]) => sentences.map((sentence) => sentence.rule);

const arrest = outcomeOf({ id: "arrest", label: "arrest in the year after release" });
const sound: Facts = {
  attrition: { treated: 0, comparison: 0, why: "followed in one register" },
  crossover: { treated: 0, comparison: 0, why: "register of payments" },
};

/** A balanced trial with one primary risk difference: level 5 with the facts above. */
function trialOf(interval: [Limit, Limit], over: Partial<Estimate> = {}, more: Partial<Comparison> = {}): Comparison {
  return comparisonOf({
    design: { method: "none", assignment: "random", comparator: "randomised-control" },
    balance: [],
    ...more,
    estimates: [
      estimateOf({ id: "reoffended:riskDifference:crude", primary: true, interval, ...over }),
      ...(more.estimates ?? []),
    ],
  });
}
const reoffended = outcomeOf({ id: "reoffended" });

describe("what was counted and what was adjusted", () => {
  const other = (crude: number) => {
    const primary = estimateOf({
      id: "reoffended:riskDifference:adjusted",
      primary: true,
      adjustment: "covariates",
      estimate: -0.02,
      interval: [-0.1, 0.06],
    });
    const counted = estimateOf({
      id: "reoffended:riskDifference:crude",
      estimate: crude,
      interval: [crude - 0.08, crude + 0.08],
    });
    const [claim] = claimsOf(comparisonOf({ estimates: [primary, counted] }), [reoffended]);
    return rules(claim!.caveats).includes("caveat-crude-other-sign");
  };

  it("point two ways: said, though neither is clear", () => expect(other(0.03)).toBe(true));
  it("point one way: nothing to say", () => expect(other(-0.03)).toBe(false));
});

describe("the TARP trial", () => {
  const [claim] = claimsOf(tarpComparison, [arrest]);

  it("is better by its primary, the crude difference, and causal wording names what was taken on trust", () => {
    expect(claim!.verdict).toBe("better");
    expect(claim!.estimate).toBe("arrest:riskDifference:crude");
    expect(claim!.causal).toBe(true);
    expect(rules(claim!.can)).toEqual([
      "headline-lower",
      "effect-lowers-share",
      "assumption-loss-and-balance",
      "seen-share",
      "relative-difference",
    ]);
  });

  it("says beside the verdict that the adjusted difference includes zero", () => {
    const adjusted = claim!.caveats.find((caveat) => caveat.rule === "caveat-adjusted-includes-null")!;
    expect(adjusted.slots.high).toBe("comparisons/comparison/estimates/arrest:riskDifference:adjusted/interval/1");
    expect(adjusted.words.form).toBe("share");
  });

  it("says that the log-rank test does not reach 0.05", () => {
    const test = claim!.caveats.find((caveat) => caveat.rule === "caveat-test-p-above")!;
    expect(test.words).toMatchObject({ test: "log-rank", alpha: "0.05" });
    expect(test.slots).toEqual({ pValue: "comparisons/comparison/tests/0/pValue" });
  });

  it("says that the primary was fixed by default, and drops that once a plan fixes it", () => {
    expect(rules(claim!.caveats)).toContain("caveat-primary-by-default");
    const planned = { ...tarpComparison, design: { ...tarpComparison.design, primaryByDefault: [] } };
    expect(rules(claimsOf(planned, [arrest])[0]!.caveats)).not.toContain("caveat-primary-by-default");
  });

  it("names one contrast for each adjustment in the measure of the primary, and the hazard ratio; no ratio of the same people", () => {
    const others = claim!.caveats.filter((caveat) => caveat.rule.endsWith("-includes-null"));
    expect(others.map((caveat) => [caveat.rule, caveat.slots.low])).toEqual([
      ["caveat-adjusted-includes-null", "comparisons/comparison/estimates/arrest:riskDifference:adjusted/interval/0"],
      ["caveat-crude-includes-null", "comparisons/comparison/estimates/arrest:hazardRatio:crude/interval/0"],
    ]);
  });

  it("an adjustment without the primary's measure speaks through the first it has", () => {
    const estimates = tarpComparison.estimates.filter((each) => each.id !== "arrest:riskDifference:adjusted");
    const oddsRatio = (id: string) =>
      estimateOf({ id, adjustment: "covariates", adjustedFor: ["age"], estimate: 0.8, interval: [0.5, 1.3] });
    const [said] = claimsOf(
      {
        ...tarpComparison,
        estimates: [...estimates, oddsRatio("arrest:oddsRatio:adjusted"), oddsRatio("arrest:riskRatio:adjusted")],
      },
      [arrest],
    );
    const adjusted = said!.caveats.filter((caveat) => caveat.rule === "caveat-adjusted-includes-null");
    expect(adjusted.map((caveat) => caveat.slots.low)).toEqual([
      "comparisons/comparison/estimates/arrest:oddsRatio:adjusted/interval/0",
    ]);
  });

  it("people analysed are those of the estimate: all rows used, or by arm where outcomes or matches are missing", () => {
    const analysed = (comparison: Comparison) =>
      claimsOf(comparison, [arrest])[0]!.caveats.find((caveat) => caveat.rule.startsWith("caveat-analysed"))!;
    expect(analysed(tarpComparison).rule).toBe("caveat-analysed-of-rows");
    const [primary, ...rest] = tarpComparison.estimates;
    const fewer = { ...primary!, treated: { n: 133, events: 40, value: 40 / 133 } };
    const found = analysed({ ...tarpComparison, estimates: [fewer, ...rest] });
    expect(found.rule).toBe("caveat-analysed-by-arm");
    expect(found.slots).toEqual({
      treatedN: "comparisons/comparison/estimates/arrest:riskDifference:crude/treated/n",
      treatedArm: "comparisons/comparison/arms/treated",
      comparisonN: "comparisons/comparison/estimates/arrest:riskDifference:crude/comparison/n",
      comparisonArm: "comparisons/comparison/arms/comparison",
    });
  });

  it("gives the level on both scales and what was not assessed", () => {
    const found = rules(claim!.caveats);
    expect(found.slice(0, 2)).toEqual(["caveat-level", "caveat-level-other-scale"]);
    const codes = claim!.caveats.filter((each) => each.rule === "caveat-not-assessed").map((each) => each.words.code);
    expect(codes).toEqual(["attrition", "crossover"]);
  });

  it("cannot say that aid raises arrests or makes no difference, nor anything about people unlike these", () => {
    expect(rules(claim!.cannot)).toEqual(["cannot-say-raises-or-none", "cannot-say-others"]);
  });

  it("with nothing lost and nobody crossing over, the crude estimate needs no assumption", () => {
    const [firm] = claimsOf(tarpComparison, [arrest], sound);
    expect(rules(firm!.can)).not.toContain("assumption-loss-and-balance");
  });
});

describe("the verdict", () => {
  const verdict = (interval: [Limit, Limit], direction: Outcome["direction"] = "lower", over: Partial<Estimate> = {}) =>
    claimsOf(trialOf(interval, over), [{ ...reoffended, direction }], sound)[0]!.verdict;

  it("practice-F14: worse can be reached, and said, by an interval wholly on the side of harm and by no other", () => {
    expect(verdict([-0.2, -0.01])).toBe("better");
    expect(verdict([0.01, 0.2])).toBe("worse");
    expect(verdict([-0.1, 0.1])).toBe("no-clear-difference");
    const [ill] = claimsOf(trialOf([0.1, 0.2]), [reoffended], sound);
    expect(rules(ill!.can)).toEqual(expect.arrayContaining(["headline-higher", "effect-raises-share"]));
    expect(rules(ill!.cannot)).toContain("cannot-say-lowers-or-none");
  });

  it("practice-F6: the same rise flips with the declared direction", () => {
    expect([verdict([0.01, 0.2], "lower"), verdict([0.01, 0.2], "higher")]).toEqual(["worse", "better"]);
    expect([verdict([-0.2, -0.01], "lower"), verdict([-0.2, -0.01], "higher")]).toEqual(["better", "worse"]);
    expect(verdict([-0.1, 0.1], "higher")).toBe("no-clear-difference");
  });

  it("an interval that touches no difference settles nothing", () => {
    expect(verdict([-0.2, 0])).toBe("no-clear-difference");
    expect(verdict([0, 0.2])).toBe("no-clear-difference");
  });

  it("ratios turn at one", () => {
    const ratio = { id: "reoffended:rateRatio:crude", measure: "rateRatio" as const };
    expect(verdict([0.5, 0.9], "lower", ratio)).toBe("better");
    expect(verdict([0.5, 1.1], "lower", ratio)).toBe("no-clear-difference");
    expect(verdict([1.1, { unbounded: "above" }], "lower", ratio)).toBe("worse");
  });

  it("more time free of the event is less of the event", () => {
    const time = {
      id: "reoffended:restrictedMeanSurvivalTimeDifference:crude",
      measure: "restrictedMeanSurvivalTimeDifference" as const,
    };
    expect(verdict([1, 4], "lower", time)).toBe("better");
    expect(verdict([-4, -1], "lower", time)).toBe("worse");
  });

  it("comes with the same sentences, mirrored, for good and for ill", () => {
    const mirror: Record<string, string> = {
      "headline-lower": "headline-higher",
      "effect-lowers-share": "effect-raises-share",
      "cannot-say-raises-or-none": "cannot-say-lowers-or-none",
    };
    const [good] = claimsOf(trialOf([-0.2, -0.1]), [reoffended], sound);
    const [ill] = claimsOf(trialOf([0.1, 0.2]), [reoffended], sound);
    for (const place of ["can", "cannot", "caveats"] as const) {
      expect(rules(ill![place])).toEqual(rules(good![place]).map((rule) => mirror[rule] ?? rule));
      expect(ill![place].map((each) => each.slots)).toEqual(good![place].map((each) => each.slots));
    }
    const [open] = claimsOf(trialOf([-0.1, 0.1]), [reoffended], sound);
    // What a causal reading rests on is named only where there is one.
    const plain = good!.can.filter(({ rule }) => !rule.startsWith("assumption-"));
    expect(open!.can.map((each) => each.slots)).toEqual(plain.map((each) => each.slots));
    expect(rules(open!.cannot)).toContain("cannot-say-direction-or-none");
  });
});

describe("causal wording", () => {
  const selected = (over: Partial<Comparison["design"]> = {}, adjustment: Estimate["adjustment"] = "covariates") =>
    comparisonOf({
      design: { method: "none", assignment: "selected", comparator: "concurrent-untreated", ...over },
      estimates: [
        estimateOf({ id: "reoffended:riskDifference:adjusted", primary: true, adjustment, adjustedFor: ["age"] }),
      ],
    });
  const roles: Facts = {
    covariateRoles: { age: ["age"] },
    notApplicable: {
      sex: "men only",
      priorCount: "first offence",
      priorRecency: "first offence",
      calendarPeriod: "one month",
    },
  };

  it("is out of reach at level 2: a difference among people, and why it may not be the programme", () => {
    const [claim] = claimsOf(selected(), [reoffended], roles);
    expect([claim!.verdict, claim!.causal]).toEqual(["better", false]);
    expect(rules(claim!.can)).toContain("association-lower-share");
    expect(rules(claim!.cannot)).toContain("cannot-say-caused");
    expect(rules(claim!.can).filter((rule) => rule.startsWith("effect-") || rule.startsWith("assumption-"))).toEqual(
      [],
    );
  });

  it("needs an interval that excludes no difference", () => {
    const [claim] = claimsOf(trialOf([-0.1, 0.1]), [reoffended], sound);
    expect(claim!.causal).toBe(false);
  });

  it("ends with a design cap, whatever the interval", () => {
    const [claim] = claimsOf(trialOf([-0.2, -0.1]), [reoffended], {
      ...sound,
      indexDateRule: { value: "immortal", why: "treated are followed from completion" },
    });
    expect([claim!.verdict, claim!.causal]).toEqual(["cannot-say", false]);
    expect(claim!.cannot[0]).toMatchObject({ rule: "cannot-say-cap", words: { code: "C7" } });
    expect(rules(claim!.can)).toEqual(["headline-cannot-say", "seen-share"]);
  });
});

describe("when nothing can be said", () => {
  it("level 1: the groups as they are", () => {
    const [claim] = claimsOf(comparisonOf({}), [reoffended]);
    expect(claim!.verdict).toBe("cannot-say");
    expect(rules(claim!.cannot)).toEqual(["cannot-say-level-one", "cannot-say-others"]);
  });

  it("a refused primary gives its reason and what would unlock it", () => {
    const refused = comparisonOf({
      estimates: [],
      refusals: [
        { id: "no-events", what: "reoffended:rateRatio:crude", why: "no events", unlocks: "longer follow-up" },
      ],
    });
    const [claim] = claimsOf(refused, [reoffended]);
    expect([claim!.verdict, claim!.estimate]).toEqual(["cannot-say", null]);
    expect(claim!.cannot[0]).toMatchObject({
      rule: "cannot-say-refused",
      slots: { why: "comparisons/headline/refusals/no-events/why" },
    });
  });

  it("a refused secondary estimate does not silence a primary that stands", () => {
    const comparison = trialOf(
      [-0.2, -0.1],
      {},
      {
        refusals: [{ id: "or", what: "reoffended:oddsRatio:crude", why: "…", unlocks: "…" }],
      },
    );
    expect(claimsOf(comparison, [reoffended], sound)[0]!.verdict).toBe("better");
  });

  it("an outcome nobody declared has a difference but no better or worse", () => {
    const [claim] = claimsOf(trialOf([-0.2, -0.1]), [], sound);
    expect(claim!.verdict).toBe("cannot-say");
    expect(rules(claim!.can)).toContain("effect-lowers-share");
    expect(rules(claim!.cannot)[0]).toBe("cannot-say-no-direction");
  });

  it("no primary estimate, no verdict", () => {
    const [claim] = claimsOf(trialOf([-0.2, -0.1], { primary: false }), [reoffended], sound);
    expect(rules(claim!.cannot)).toEqual(["cannot-say-no-estimate"]);
  });
});

describe("who and how many", () => {
  const step = (id: string, count: number): FunnelStep => ({
    step: id,
    label: id,
    count,
    open: 0,
    shareOfPrevious: null,
    shareOfReferrals: null,
    interval: null,
    medianDays: null,
    leaving: [],
    denominators: { previous: null, referrals: null },
  });

  it("analysed of referred where there is a funnel, of rows read where there is none", () => {
    const at = (context: object) =>
      claimsOf(trialOf([-0.2, -0.1]), [reoffended], sound, context)[0]!.caveats.find((each) =>
        each.rule.startsWith("caveat-analysed"),
      )!.slots;
    expect(at({ funnel: [step("identified", 900), step("referred", 620)] })).toEqual({
      analysed: "comparisons/headline/estimates/reoffended:riskDifference:crude/treated/n",
      referred: "funnel/referred/count",
    });
    expect(at({})).toEqual({ analysed: "comparisons/headline/rows/used", read: "comparisons/headline/rows/read" });
  });

  it("people excluded and people not observed are named, reasons without people are not", () => {
    const coverage: Coverage[] = [
      {
        outcome: "reoffended",
        arm: "treated",
        people: 400,
        searchedAndFound: 390,
        observedToEnd: 380,
        missing: [
          { code: "not-searched", rows: 10 },
          { code: "moved-away", rows: 0 },
        ],
      },
    ];
    const comparison = trialOf(
      [-0.2, -0.1],
      {},
      {
        rows: {
          read: 803,
          used: 800,
          excluded: [
            { reason: "age missing", rows: 3 },
            { reason: "sex missing", rows: 0 },
          ],
        },
      },
    );
    const [claim] = claimsOf(comparison, [reoffended], sound, { coverage });
    expect(rules(claim!.caveats).filter((rule) => rule === "caveat-excluded")).toHaveLength(1);
    const unseen = claim!.caveats.find((each) => each.rule === "caveat-not-observed")!;
    expect(unseen.slots.missing).toBe("coverage/0/missing/0/rows");
    expect(unseen.words.arm).toBe("offered");
  });

  it("people left out of one outcome are named with that outcome alone", () => {
    const outcomeRows = [
      { outcome: "reoffended", excluded: [{ reason: "outcome missing", rows: 7 }] },
      { outcome: "work", excluded: [{ reason: "outcome missing", rows: 90 }] },
    ];
    const comparison = trialOf([-0.2, -0.1]);
    const [claim] = claimsOf({ ...comparison, design: { ...comparison.design, outcomeRows } }, [reoffended], sound);
    const left = claim!.caveats.filter((each) => each.rule === "caveat-excluded").map((each) => each.slots.rows);
    expect(left).toEqual(["comparisons/headline/design/outcomeRows/0/excluded/0/rows"]);
  });

  it("treated people without a match are spoken of with the matched estimate", () => {
    const comparison = comparisonOf({
      matching: {
        treatedMatched: 388,
        treatedUnmatched: 12,
        comparisonMatched: 388,
        setSizes: {},
        constraintsChecked: {},
        tieRange: { reoffended: [-0.11, -0.09] },
        lost: [],
        effectiveSampleSize: { treated: 388, comparison: 388 },
      },
      estimates: [
        estimateOf({ id: "reoffended:riskDifference:matched", primary: true, adjustment: "matching", estimand: "ATM" }),
      ],
    });
    const [claim] = claimsOf(comparison, [reoffended]);
    expect(rules(claim!.caveats)).toContain("caveat-estimand-matched-only");
    expect(rules(claim!.caveats)).toContain("caveat-ties-matter");
  });

  it("events of a count are not people: what was seen is a mean", () => {
    const rate = { id: "reoffended:meanDifference:crude", measure: "meanDifference" as const };
    const seen = claimsOf(trialOf([-0.2, -0.1], rate), [reoffended], sound)[0]!.can.map((each) => each.rule);
    expect(seen).toContain("seen-value");
    expect(seen).not.toContain("seen-share");
  });

  it("more people would not mend a design that bears no verdict", () => {
    const precision = { detectableDifference: 0.09, peopleNeeded: 1200 };
    const level1 = comparisonOf({
      estimates: [
        estimateOf({ id: "reoffended:riskDifference:crude", primary: true, interval: [-0.1, 0.1], precision }),
      ],
    });
    const found = rules(claimsOf(level1, [reoffended])[0]!.caveats);
    expect(found.filter((rule) => rule.startsWith("caveat-people") || rule.startsWith("caveat-detect"))).toEqual([]);
  });

  it("thirty treated people and ten events are enough not to be flagged", () => {
    const flagged = (n: number, events: number) =>
      rules(
        claimsOf(trialOf([-0.2, -0.1], { treated: { n, events, value: events / n } }), [reoffended], sound)[0]!.caveats,
      );
    expect(flagged(30, 10)).not.toContain("caveat-few-treated");
    expect(flagged(29, 9)).toEqual(expect.arrayContaining(["caveat-few-treated", "caveat-few-events"]));
    expect(flagged(30, 10)).not.toContain("caveat-few-events");
  });

  it("people needed are given when nothing is clear, the detectable difference always", () => {
    const precision = { detectableDifference: 0.09, peopleNeeded: 1200 };
    const caveats = (interval: [Limit, Limit], over: Partial<Estimate>) =>
      rules(claimsOf(trialOf(interval, over), [reoffended], sound)[0]!.caveats);
    expect(caveats([-0.1, 0.1], { precision })).toEqual(
      expect.arrayContaining(["caveat-detectable-difference", "caveat-people-needed"]),
    );
    expect(caveats([-0.2, -0.1], { precision })).not.toContain("caveat-people-needed");
    expect(caveats([-0.1, 0.1], { precision: { ...precision, peopleNeeded: null } })).toContain(
      "caveat-people-not-attainable",
    );
  });
});

describe("every sentence", () => {
  const every = [
    ...claimsOf(tarpComparison, [arrest]),
    ...claimsOf(comparisonOf({ assumptions: ["the id is the row number"] }), [reoffended]),
    ...claimsOf(trialOf([-0.1, 0.1], { precision: { detectableDifference: 0.1, peopleNeeded: null } }), []),
    ...claimsOf(
      trialOf(
        [-0.2, -0.1],
        {},
        {
          estimates: [
            estimateOf({ id: "reoffended:riskDifference:adjusted", adjustment: "covariates", interval: [0.1, 0.2] }),
          ],
        },
      ),
      [reoffended],
      sound,
    ),
  ];

  it("is of a declared rule, in its place, with exactly the slots and words declared", () => {
    for (const claim of every)
      for (const place of ["can", "cannot", "caveats"] as const)
        for (const sentence of claim[place]) {
          const rule = claimRules.find((candidate) => candidate.id === sentence.rule)!;
          expect(rule.place, sentence.rule).toBe(place);
          expect(Object.keys(sentence.slots).sort(), sentence.rule).toEqual([...rule.slots].sort());
          expect(Object.keys(sentence.words).sort(), sentence.rule).toEqual([...commonWords, ...rule.words].sort());
          expect(sentence.text).toBeNull();
          expect(claim.rules).toContain(sentence.rule);
        }
  });

  it("has rule ids that are unique", () => {
    expect(new Set(claimRules.map((rule) => rule.id)).size).toBe(claimRules.length);
  });

  it("leaves what it was made from unchanged", () => {
    const copy = structuredClone(tarpComparison);
    claimsOf(tarpComparison, [arrest]);
    expect(tarpComparison).toEqual(copy);
  });
});

describe("how strong something unmeasured would have to be", () => {
  const facts: Facts = {
    covariateRoles: { age: ["age"] },
    notApplicable: {
      sex: "men only",
      priorCount: "first offence",
      priorRecency: "first offence",
      calendarPeriod: "one month",
    },
  };
  const said = (interval: [Limit, Limit], assignment: "selected" | "random") => {
    const comparator = assignment === "random" ? "randomised-control" : "concurrent-untreated";
    const estimate = estimateOf({
      id: "reoffended:riskDifference:adjusted",
      primary: true,
      adjustment: "covariates",
      adjustedFor: ["age"],
      interval,
      sensitivity: { eValue: { estimate: 1.8, interval: 1.2 }, rosenbaum: [], robustness: [] },
    });
    const comparison = comparisonOf({ design: { method: "none", assignment, comparator }, estimates: [estimate] });
    const [claim] = claimsOf(comparison, [reoffended], facts);
    return rules(claim!.caveats).filter((rule) => rule.startsWith("caveat-e-value"));
  };

  it("is said of a clear and of an unclear difference in words of its own, and not where chance assigned people", () => {
    expect(said([-0.16, -0.04], "selected")).toEqual(["caveat-e-value"]);
    expect(said([-0.16, 0.04], "selected")).toEqual(["caveat-e-value-unclear"]);
    expect(said([-0.16, -0.04], "random")).toEqual([]);
  });
});
