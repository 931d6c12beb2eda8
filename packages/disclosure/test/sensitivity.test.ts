import { disclose, profileOf } from "@likewise/disclosure";
import { type Comparison, type Estimate, isWithheld } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { comparisonOf, estimateOf, resultsOf } from "./results-of.ts";

type Choice = Estimate["sensitivity"]["robustness"][number];

/** The estimate is of 216 people with 60 events and 216 with 80; a site left out takes some of each with it. */
function without(site: string, [people, events]: [number, number], [others, theirs]: [number, number]): Choice {
  return {
    id: `without-${site}`,
    label: `without ${site}`,
    kind: "site",
    inUse: false,
    estimand: "ATE",
    estimate: -0.0912345,
    interval: [-0.1712345, -0.0112345],
    treated: 216 - people,
    comparison: 216 - others,
    treatedEvents: 60 - events,
    comparisonEvents: 80 - theirs,
  };
}

const arm = { sensitivity: [0.6, 0.8] as [number, number], specificity: [1, 1] as [number, number] };

function study(robustness: Choice[], over: Partial<Estimate["sensitivity"]> = {}, part: Partial<Comparison> = {}) {
  const sensitivity = { eValue: null, rosenbaum: [], robustness, ...over };
  const estimate = estimateOf("arrest:riskDifference:crude", [216, 60], [216, 80], { sensitivity });
  return published(comparisonOf({ estimates: [estimate], ...part }));
}

function published(comparison: Comparison): Comparison {
  return disclose(resultsOf({ comparisons: [comparison] }), profileOf("default")).results.comparisons[0]!;
}

describe("another choice of the same comparison", () => {
  const { estimates } = study([
    without("Ash", [8, 5], [40, 20]),
    without("Birch", [40, 2], [60, 25]),
    without("Cedar", [50, 20], [50, 25]),
  ]);
  const [few, rare, many] = estimates[0]!.sensitivity.robustness;

  it("goes where the people in one and not in the other are few", () => {
    expect([few!.estimate, ...few!.interval].every(isWithheld)).toBe(true);
  });

  it("goes where few of them had the event, whose number would follow", () => {
    expect([rare!.estimate, ...rare!.interval].every(isWithheld)).toBe(true);
    expect(isWithheld(rare!.treatedEvents)).toBe(true);
  });

  it("stays otherwise, in as many digits as anyone reads; so does the estimate", () => {
    expect(many).toMatchObject({ estimate: -0.0912, interval: [-0.171, -0.0112], treated: 166, treatedEvents: 40 });
    expect(estimates[0]!.estimate).toBe(-0.1);
    expect(estimates[0]!.treated).toMatchObject({ n: 216, events: 60 });
  });
});

describe("warnings", () => {
  const sensitivity = {
    negativeControls: [],
    warnings: {
      "site:Ash:arrest:riskDifference:crude": "without Ash the result of arrest would not stand",
      "site:Cedar:arrest:riskDifference:crude": "without Cedar the result of arrest would not stand",
    },
    tiers: [],
  };

  it("go with the numbers they are read off", () => {
    const comparison = study(
      [without("Ash", [8, 5], [40, 20]), without("Cedar", [50, 20], [50, 25])],
      {},
      { sensitivity },
    );
    expect(Object.keys(comparison.sensitivity!.warnings)).toEqual(["site:Cedar:arrest:riskDifference:crude"]);
  });
});

describe("bounds for missing outcomes", () => {
  const bounds = (treated: number, comparison: number) => ({
    method: "worst-case" as const,
    lower: -0.1234567,
    upper: -0.0765432,
    interval: null,
    trimmed: null,
    missing: { treated, comparison },
  });

  it("go where few are missing in an arm, with their number", () => {
    const { sensitivity } = study([], { missingOutcomes: [bounds(3, 30)] }).estimates[0]!;
    const [found] = sensitivity.missingOutcomes!;
    expect([found!.lower, found!.upper, found!.missing.treated].every(isWithheld)).toBe(true);
    expect(found!.missing.comparison).toBe(30);
  });

  it("stay where many are, or nobody", () => {
    const { sensitivity } = study([], { missingOutcomes: [bounds(0, 30)] }).estimates[0]!;
    expect(sensitivity.missingOutcomes![0]).toMatchObject({ lower: -0.123, upper: -0.0765 });
  });
});

describe("recording and hidden bias", () => {
  const recording = {
    treated: arm,
    comparison: arm,
    correlation: 0,
    draws: 1000,
    grid: [{ treated: 0.7, comparison: 0.7, estimate: -0.1322751 }],
    estimate: -0.1322751,
    systematicInterval: [-0.2, -0.05] as [number, number],
    interval: null,
    impossible: 0,
    noEffectAt: 0.525,
    noEffectAtLimit: null,
  };
  const rosenbaumTest = { test: "events" as const, alternative: "fewer" as const, exact: true, largestGamma: 1.23456 };

  it("stay with the estimate, rounded", () => {
    const { sensitivity } = study([], { recording, rosenbaumTest }).estimates[0]!;
    expect(sensitivity.recording).toEqual({
      ...recording,
      grid: [{ treated: 0.7, comparison: 0.7, estimate: -0.132 }],
      estimate: -0.132,
    });
    expect(sensitivity.rosenbaumTest!.largestGamma).toBe(1.23);
  });

  it("go with it", () => {
    const sensitivity = { eValue: null, rosenbaum: [], robustness: [], recording, rosenbaumTest };
    const estimate = estimateOf("arrest:riskDifference:crude", [216, 3], [216, 80], { sensitivity });
    const found = published(comparisonOf({ estimates: [estimate] })).estimates[0]!.sensitivity;
    const figures = [
      found.recording!.estimate,
      found.recording!.grid[0]!.estimate,
      found.recording!.systematicInterval![0],
      found.recording!.noEffectAt,
      found.rosenbaumTest!.largestGamma,
    ];
    expect(figures.every(isWithheld)).toBe(true);
    expect(found.recording!.interval).toBeNull();
  });
});
