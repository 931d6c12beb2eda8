import { gradeTargetTrial } from "@likewise/evidence";
import type { Comparison } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { comparisonOf } from "./comparison-of.ts";

type Contrast = NonNullable<Comparison["targetTrial"]>["outcomes"][number]["contrasts"][number];

function contrast(analysis: Contrast["analysis"]): Contrast {
  const strategy = {
    id: "s",
    label: "s",
    people: 200,
    events: 60,
    left: null,
    effectiveSampleSize: null,
    largestWeight: null,
    risk: 0.3,
    interval: [0.2, 0.4] as [number, number],
  };
  return {
    id: `arrest:riskDifference:${analysis}`,
    analysis,
    label: analysis,
    strategies: [strategy, strategy],
    riskDifference: { estimate: -0.4, standardError: 0.03, interval: [-0.46, -0.34] },
    riskRatio: null,
    grades: [],
  };
}

const trial: Comparison["targetTrial"] = {
  people: "the treated",
  table: [],
  outcomes: [
    {
      outcome: "arrest",
      definition: "recorded",
      window: null,
      rows: { read: 200, used: 200, excluded: [] },
      graceDays: 90,
      horizonDays: 365,
      level: 0.95,
      replicates: 999,
      contrasts: [contrast("clone-censor-weight"), contrast("naive")],
    },
  ],
  assumptions: [],
};

const everything = {
  outcomeSource: { value: "same", why: "one extract" },
  followUp: { value: "same", why: "one extract" },
  covariateTiming: { value: "before-index", why: "from the panel's papers" },
  indexDateRule: { value: "same", why: "the day of the decision" },
} as const;

describe("the grade of a target trial", () => {
  it("is capped as of groups formed by what people did, whatever is declared of the study", () => {
    for (const facts of [{}, everything]) {
      const graded = gradeTargetTrial(comparisonOf({ targetTrial: trial }), facts);
      const [fair, naive] = graded.targetTrial!.outcomes[0]!.contrasts.map(({ grades }) => grades);
      expect(fair!.map(({ atMost }) => atMost)).toEqual([2, 2]);
      expect(fair![0]!.caps.map(({ rule }) => rule)).toEqual(["C3"]);
      expect(naive!.map(({ level }) => level)).toEqual([1, expect.any(Number)]);
      expect(naive![0]!.caps.map(({ rule }) => rule)).toEqual(["C3", "C4", "C7"]);
      expect(naive![0]!.estimates).toEqual(["arrest:riskDifference:naive"]);
    }
  });

  it("leaves a comparison without one as it is, and never reaches its estimates", () => {
    const without = comparisonOf({});
    expect(gradeTargetTrial(without, {})).toBe(without);
    expect(gradeTargetTrial(comparisonOf({ targetTrial: trial }), {}).evidence).toEqual([]);
  });
});
