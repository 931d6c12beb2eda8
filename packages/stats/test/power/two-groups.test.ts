import {
  designEffect,
  detectableEffect,
  exactBinomialInterval,
  type PlannedOutcome,
  powerOfTest,
  type TwoGroupDesign,
  unitsNeeded,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle } from "../support.ts";

type Case = Record<string, number>;

const r = readOracle<{
  proportions: Case[];
  proportionsNeeded: Case[];
  means: (Case & { type: string })[];
  meansDetectable: (Case & { type: string })[];
  unequal: Case[];
  clusters: Case[];
  falls: { first: number; base: number; ratios: number[]; falls: (number | null)[] }[];
  tails: Case[];
  simulated: Record<"negativeBinomial" | "paired" | "hazards" | "matchedMeans", Case>;
}>("power.json");

const proportion = (base: number): PlannedOutcome => ({ kind: "proportion", base });
const mean = (sd = 1): PlannedOutcome => ({ kind: "mean", sd });

describe("power against R", () => {
  it.each(r.proportions)(
    "power.prop.test: $first in each, $base and $effect",
    ({ first, base, effect, level, power }) => {
      expectClose(
        powerOfTest({ outcome: proportion(base!), level: level! }, { effect: effect!, first: first! }),
        power,
        1e-12,
      );
    },
  );

  it.each(r.proportionsNeeded)("power.prop.test: numbers for $base and $effect", ({ base, effect, power, n }) => {
    expect(unitsNeeded({ outcome: proportion(base!) }, { effect: effect!, power: power! })).toMatchObject({
      first: Math.ceil(n!),
      second: Math.ceil(n!),
    });
  });

  it.each(r.means)("power.t.test, $type: $first, $effect", ({ first, effect, sd, level, type, power }) => {
    // R's paired test takes the spread of the differences: of two alike of correlation 1/2, that of one.
    const matched = type === "paired" ? { matchedCorrelation: 0.5 } : {};
    const design = { outcome: mean(sd!), level: level!, ...matched };
    expectClose(powerOfTest(design, { effect: effect!, first: first! }), power, 1e-9);
  });

  it.each(r.meansDetectable)("power.t.test, $type: what $first detect", ({ first, type, power, effect }) => {
    const design = { outcome: mean(), ...(type === "paired" ? { matchedCorrelation: 0.5 } : {}) };
    expectClose(detectableEffect(design, { first: first!, power: power!, side: "higher" }), effect, 1e-8);
    expectClose(detectableEffect(design, { first: first!, power: power!, side: "lower" }), -effect!, 1e-8);
  });

  it.each(r.unequal)("t with a non-centrality: $first against $second", ({ first, second, effect, power }) => {
    expectClose(powerOfTest({ outcome: mean(), second: second! }, { effect: effect!, first: first! }), power, 1e-9);
    expectClose(
      powerOfTest({ outcome: mean(), ratio: second! / first! }, { effect: effect!, first: first! }),
      power,
      1e-9,
    );
  });

  it.each(r.tails.filter(({ df }) => df! >= 2))("t of $df degrees of freedom about $delta", ({ df, delta, upper }) => {
    const first = (df! + 2) / 2;
    expectClose(powerOfTest({ outcome: mean() }, { effect: delta! * Math.sqrt(2 / first), first }), upper, 1e-10);
  });

  it.each(r.clusters)(
    "clusters of $meanSize, icc $icc",
    ({ first, second, effect, power, designEffect: deff, ...sizes }) => {
      const clusters = sizes as never as { icc: number; meanSize: number };
      expectClose(designEffect(clusters), deff, 1e-14);
      expectClose(
        powerOfTest({ outcome: mean(), second: second!, clusters }, { effect: effect!, first: first! }),
        power,
        1e-9,
      );
    },
  );

  it.each(r.falls)("the smallest fall from $base that $first detect", ({ first, base, ratios, falls }) => {
    ratios.forEach((ratio, k) => {
      const found = detectableEffect({ outcome: proportion(base), ratio }, { first, side: "lower" });
      if (falls[k] === null) expect(found).toMatchObject({ refused: { what: "detectable effect" } });
      else expectClose(found, -falls[k]!, 1e-10);
    });
  });
});

describe("power against simulated studies", () => {
  // The formulas are approximations: the whole 99.9 % Monte Carlo interval may miss by two points, and no more.
  const near = (design: TwoGroupDesign, { first, effect, found, runs }: Case) => {
    const power = powerOfTest(design, { effect: effect!, first: first! }) as number;
    const { lower, upper } = exactBinomialInterval({ events: found!, total: runs!, level: 0.999 });
    expect(power).toBeGreaterThan(lower - 0.02);
    expect(power).toBeLessThan(upper + 0.02);
  };
  const { negativeBinomial, paired, hazards, matchedMeans } = r.simulated;

  it("overdispersed counts by unequal groups", () => {
    const { base, exposure, dispersion, second } = negativeBinomial as Required<Case>;
    const outcome = { kind: "rate", base: base!, exposure: exposure!, dispersion: dispersion! } as const;
    near({ outcome, second: second! }, negativeBinomial);
  });

  it("pairs by McNemar's test", () => {
    near({ outcome: proportion(paired.base!), matchedCorrelation: paired.correlation! }, paired);
  });

  it("hazards by the log-rank test", () => {
    near({ outcome: { kind: "hazard", eventShare: hazards.eventShare! }, second: hazards.second! }, hazards);
  });

  it("means of one matched with three", () => {
    near({ outcome: mean(), ratio: matchedMeans.ratio!, matchedCorrelation: matchedMeans.correlation! }, matchedMeans);
  });
});

describe("published numbers", () => {
  it.each([
    [0.2, 393],
    [0.5, 64],
    [0.8, 26],
  ])(
    "Cohen (1992), doi:10.1037/0033-2909.112.1.155, table 2: %d standard deviations, %d in each group",
    (effect, n) => {
      const needed = unitsNeeded({ outcome: mean() }, { effect }) as { first: number };
      expect(Math.abs(needed.first - n)).toBeLessThanOrEqual(1);
    },
  );

  it("Schoenfeld (1983): 4 (z + z)² / (log 0.57)² events, 133 for 90 % power, whoever they happen to", () => {
    // z: 1.959964 + 1.281552, squared 10.507426; log 0.57 = −0.562119, squared 0.315978; 4 × 10.507426 / 0.315978 = 133.0
    const needed = unitsNeeded({ outcome: { kind: "hazard", eventShare: 1 } }, { effect: 0.57, power: 0.9 });
    expect(needed).toMatchObject({ first: 67, second: 67 });
    const few = unitsNeeded({ outcome: { kind: "hazard", eventShare: 0.2 } }, { effect: 0.57, power: 0.9 });
    const { first } = few as { first: number };
    expect(Math.abs(first * (0.2 + (1 - 0.8 ** 0.57)) - 133.01)).toBeLessThan(0.4);
  });

  it("a design effect of 2.45 for clusters of 30 and an icc of 0.05", () => {
    expectClose(designEffect({ icc: 0.05, meanSize: 30 }), 2.45, 1e-14);
  });
});

const designs: Record<string, TwoGroupDesign> = {
  proportions: { outcome: proportion(0.34), ratio: 3 },
  "proportions in pairs": { outcome: proportion(0.34), matchedCorrelation: 0.3 },
  "proportions in clusters": { outcome: proportion(0.34), clusters: { icc: 0.04, meanSize: 8, sizeVariation: 0.5 } },
  means: { outcome: mean(4), ratio: 0.5, level: 0.9 },
  "means with a fixed second group": { outcome: mean(4), second: 900 },
  "means of one with two": { outcome: mean(4), ratio: 2, matchedCorrelation: 0.2 },
  rates: { outcome: { kind: "rate", base: 1.2, exposure: 0.8, dispersion: 0.7 } },
  hazards: { outcome: { kind: "hazard", eventShare: 0.3 }, ratio: 2 },
};

describe("laws of power", () => {
  it.each(Object.entries(designs))("at the detectable effect it is the power asked for: %s", (_, design) => {
    for (const side of ["lower", "higher"] as const) {
      for (const power of [0.5, 0.8, 0.95]) {
        const effect = detectableEffect(design, { first: 150, power, side }) as number;
        expectClose(powerOfTest(design, { effect, first: 150 }), power, 1e-10);
        const none = design.outcome.kind === "hazard" ? 1 : 0;
        expect(effect < none).toBe(side === "lower");
      }
    }
  });

  it.each(Object.entries(designs))("the numbers needed reach it, and one unit fewer does not: %s", (_, design) => {
    const effect = detectableEffect(design, { first: 140.5, side: "lower" }) as number;
    const needed = unitsNeeded(design, { effect }) as { first: number; second: number; power: number };
    expect(needed.first).toBe(141);
    expect(needed.power).toBeGreaterThanOrEqual(0.8);
    expect(powerOfTest(design, { effect, first: 140 })).toBeLessThan(0.8);
  });

  it("a fall and a rise of shares are not alike, and mirror each other from the other end", () => {
    const lower = detectableEffect({ outcome: proportion(0.3) }, { first: 200, side: "lower" }) as number;
    const higher = detectableEffect({ outcome: proportion(0.3) }, { first: 200, side: "higher" }) as number;
    expect(higher).toBeGreaterThan(-lower);
    expectClose(detectableEffect({ outcome: proportion(0.7) }, { first: 200, side: "higher" }), -lower, 1e-10);
  });

  it("units that are all alike within a cluster are worth one: as many means as clusters", () => {
    const alike = { outcome: mean(), clusters: { icc: 1, meanSize: 5 } };
    expectClose(
      powerOfTest(alike, { effect: 1, first: 60 }),
      powerOfTest({ outcome: mean() }, { effect: 1, first: 12 }),
      1e-12,
    );
  });

  it("a rate without dispersion needs events alone: longer exposure is as good as more units", () => {
    const one = { outcome: { kind: "rate", base: 0.5 } } as const;
    const two = { outcome: { kind: "rate", base: 0.5, exposure: 2 } } as const;
    expectClose(powerOfTest(two, { effect: -0.2, first: 60 }), powerOfTest(one, { effect: -0.2, first: 120 }), 1e-12);
  });

  it("matching helps as the correlation grows, and shares as far as they can be alike", () => {
    const found = [-0.2, 0, 0.3, 0.6, 0.99].map((matchedCorrelation) =>
      powerOfTest({ outcome: proportion(0.4), matchedCorrelation }, { effect: -0.12, first: 120 }),
    ) as number[];
    expect(found.toSorted((a, b) => a - b)).toEqual(found);
    expect(found.every((power) => power <= 1)).toBe(true);
  });
});

describe("what power refuses", () => {
  it("groups too small for a test, effects too large to exist, numbers nobody has", () => {
    expect(powerOfTest({ outcome: mean() }, { effect: 1, first: 1 })).toMatchObject({
      refused: { unlocks: "at least two units in each group" },
    });
    const clusters = { icc: 0.1, meanSize: 20 };
    expect(powerOfTest({ outcome: mean(), clusters }, { effect: 1, first: 30 })).toMatchObject({
      refused: { unlocks: "at least two clusters in each group" },
    });
    expect(detectableEffect({ outcome: proportion(0.01) }, { first: 20, side: "lower" })).toHaveProperty("refused");
    expect(detectableEffect({ outcome: proportion(0) }, { first: 20, side: "lower" })).toHaveProperty("refused");
    expect(unitsNeeded({ outcome: proportion(0.5), second: 20 }, { effect: 0.1 })).toHaveProperty("refused");
  });

  it("wrong calls", () => {
    const call =
      (design: TwoGroupDesign, effect = -0.1) =>
      () =>
        powerOfTest(design, { effect, first: 50 });
    expect(call({ outcome: proportion(1.1) })).toThrow("base must be a share of the second group (0 to 1), got 1.1");
    expect(call({ outcome: proportion(0.05) })).toThrow("effect must be from -0.05 to 0.95, other than 0, got -0.1");
    expect(call({ outcome: mean() }, 0)).toThrow("other than 0, got 0");
    expect(call({ outcome: { kind: "hazard", eventShare: 0.2 } })).toThrow("a hazard ratio above 0 other than 1");
    expect(call({ outcome: mean(), ratio: 2, second: 100 })).toThrow("ratio and second must not both be given");
    expect(call({ outcome: mean(), matchedCorrelation: 0.2, clusters: { icc: 0, meanSize: 2 } })).toThrow(
      "matched clusters have no formula; use simulatedPower",
    );
    expect(() => unitsNeeded({ outcome: mean() }, { effect: 1, power: 0.02 })).toThrow("power must be above 0.02");
    expect(() => designEffect({ icc: 2, meanSize: 3 })).toThrow("icc must be a correlation (0 to 1), got 2");
  });
});
