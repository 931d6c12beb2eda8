import { disclose, profileOf } from "@likewise/disclosure";
import { type Comparison, isWithheld } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { comparisonOf, resultsOf } from "./results-of.ts";

type Trial = NonNullable<Comparison["targetTrial"]>;
type Strategy = Trial["outcomes"][number]["contrasts"][number]["strategies"][number];

function strategy(people: number, events: number, left: number | null): Strategy {
  return {
    id: "s",
    label: "s",
    people,
    events,
    left,
    effectiveSampleSize: left === null ? null : 96.4321,
    largestWeight: left === null ? null : 4.76543,
    risk: 0.3456789,
    interval: [0.2987654, 0.3987654],
  };
}

function published(fair: [Strategy, Strategy], naive: [Strategy, Strategy]): Trial {
  const effect = { estimate: -0.1234567, standardError: 0.0345678, interval: [-0.1912345, -0.0556789] };
  const contrast = (analysis: "clone-censor-weight" | "naive", strategies: [Strategy, Strategy]) => ({
    id: `arrest:riskDifference:${analysis}`,
    analysis,
    label: analysis,
    strategies,
    riskDifference: { ...effect, interval: effect.interval as [number, number] },
    riskRatio: null,
    grades: [],
  });
  const targetTrial: Trial = {
    people: "people offered a place",
    table: [],
    outcomes: [
      {
        outcome: "arrest",
        definition: "recorded",
        window: null,
        rows: { read: 216, used: 216, excluded: [] },
        graceDays: 90,
        horizonDays: 365,
        level: 0.95,
        replicates: 999,
        contrasts: [contrast("clone-censor-weight", fair), contrast("naive", naive)],
      },
    ],
    assumptions: [],
  };
  const { results } = disclose(resultsOf({ comparisons: [comparisonOf({ targetTrial })] }), profileOf("default"));
  return results.comparisons[0]!.targetTrial!;
}

describe("a target trial", () => {
  it("is published in as many digits as anyone reads, where counts are large", () => {
    const [outcome] = published(
      [strategy(216, 60, 90), strategy(216, 70, 80)],
      [strategy(100, 30, null), strategy(116, 50, null)],
    ).outcomes;
    const [fair] = outcome!.contrasts;
    expect(fair!.riskDifference).toEqual({ estimate: -0.123, standardError: 0.0346, interval: [-0.191, -0.0557] });
    expect(fair!.strategies[0]).toMatchObject({ people: 216, events: 60, left: 90, risk: 0.346, largestWeight: 4.77 });
  });

  it("keeps back a risk of few events, and every contrast made with it", () => {
    const [outcome] = published(
      [strategy(216, 60, 90), strategy(216, 70, 80)],
      [strategy(100, 3, null), strategy(116, 50, null)],
    ).outcomes;
    const naive = outcome!.contrasts[1]!;
    expect(isWithheld(naive.strategies[0].events)).toBe(true);
    expect(isWithheld(naive.strategies[0].risk)).toBe(true);
    expect(isWithheld(naive.riskDifference.estimate)).toBe(true);
    expect(naive.riskDifference.interval.every(isWithheld)).toBe(true);
  });

  it("keeps back what gives the few events of those who left a strategy away by subtraction", () => {
    // Of the 60 events of copies, 58 are those of people who completed: two left the strategy with the event.
    const [outcome] = published(
      [strategy(216, 60, 90), strategy(216, 90, 80)],
      [strategy(100, 58, null), strategy(116, 60, null)],
    ).outcomes;
    const gone = outcome!.contrasts.map(({ strategies }) => isWithheld(strategies[0].events));
    expect(gone).toContain(true);
    expect(outcome!.contrasts.map(({ riskDifference }) => isWithheld(riskDifference.estimate))).toEqual(gone);
  });
});
