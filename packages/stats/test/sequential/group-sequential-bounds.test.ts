import {
  crossingProbabilities,
  groupSequentialBounds,
  randomStream,
  type SpendingRuleName,
  spendingRules,
  wilsonInterval,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { readOracle } from "../support.ts";

interface Case {
  readonly shares: number | readonly number[];
  readonly rule: SpendingRuleName;
  readonly alpha: number;
  readonly bounds: number | readonly number[];
  readonly spent: number | readonly number[];
}

const oracle = readOracle<{ readonly cases: readonly Case[] }>("sequential.json");

const fifths = [0.2, 0.4, 0.6, 0.8, 1];

describe("bounds for several looks", () => {
  it.each(oracle.cases)("agree with R's mvtnorm: $rule at $shares", ({ shares, rule, alpha, bounds, spent }) => {
    // jsonlite unboxes what has one entry.
    const looks = groupSequentialBounds({ shares: [shares].flat(), rule, alpha });
    for (const [index, look] of looks.entries()) {
      expect(look.bound).toBeCloseTo([bounds].flat()[index]!, 6);
      expect(look.spent / [spent].flat()[index]!).toBeCloseTo(1, 9);
    }
  });

  it("spend what they were made to spend: crossing them, integrated anew, gives alpha back", () => {
    for (const { name } of spendingRules)
      for (const shares of [fifths, [0.05, 0.06, 0.5, 1], [0.1, 0.9], [0.9, 1], [0.84, 0.91], [0.5, 0.9, 0.99, 1]]) {
        const looks = groupSequentialBounds({ shares, rule: name, alpha: 0.03 });
        crossingProbabilities({ shares, bounds: looks.map(({ bound }) => bound) }).forEach((total, index) => {
          expect(total / looks[index]!.spent).toBeCloseTo(1, 9);
        });
      }
  });

  it("do not depend on looks that are still to come", () => {
    const early = groupSequentialBounds({ shares: [0.2, 0.4] });
    expect(groupSequentialBounds({ shares: fifths }).slice(0, 2)).toEqual(early);
  });

  it("refuse looks out of order, too close, or beyond the end", () => {
    for (const shares of [[], [0.5, 0.4], [0.5, 0.505], [0.5, 1.1], [0], [Number.NaN]])
      expect(() => groupSequentialBounds({ shares })).toThrow(RangeError);
    expect(() => groupSequentialBounds({ shares: [1], alpha: 0.6 })).toThrow("alpha");
    expect(() => groupSequentialBounds({ shares: [1], rule: "none" as "pocock" })).toThrow("obrien-fleming, pocock");
    expect(() => crossingProbabilities({ shares: [0.5, 1], bounds: [2] })).toThrow("one for each of 2 looks");
  });
});

describe("false alarms over five looks", () => {
  it("are those of the published tables: O'Brien and Fleming's and Pocock's bounds give 5 in 100", () => {
    // Jennison and Turnbull (2000), Group Sequential Methods, tables 2.1 and 2.3: constants 2.413 and 2.040, K = 5.
    const pocock = crossingProbabilities({ shares: fifths, bounds: [2.413, 2.413, 2.413, 2.413, 2.413] });
    const obrienFleming = crossingProbabilities({ shares: fifths, bounds: [4.562, 3.226, 2.634, 2.281, 2.04] });
    expect(pocock[4]).toBeCloseTo(0.05, 4);
    expect(obrienFleming[4]).toBeCloseTo(0.05, 4);
  });

  it("are 14.2 in 100 where every look counts at 1.96", () => {
    // Armitage, McPherson and Rowe (1969), table 2: five looks at the two-sided 5% level give 0.142.
    const naive = crossingProbabilities({ shares: fifths, bounds: [1.96, 1.96, 1.96, 1.96, 1.96] });
    expect(naive[4]).toBeCloseTo(0.142, 3);
  });

  it("are no more than 5 in 100 in simulated programmes without effect, and 14 where nothing is controlled", () => {
    const programmes = 40_000;
    const bounds = spendingRules.map(({ name }) => groupSequentialBounds({ shares: fifths, rule: name }));
    const controlled = spendingRules.map(() => 0);
    let naive = 0;
    const stream = randomStream(20_261_122);
    for (let programme = 0; programme < programmes; programme++) {
      let score = 0;
      const distances = fifths.map((share) => {
        score += stream.normal() * Math.sqrt(0.2);
        return Math.abs(score) / Math.sqrt(share);
      });
      if (distances.some((distance) => distance > 1.959963984540054)) naive++;
      bounds.forEach((looks, rule) => {
        if (distances.some((distance, look) => distance > looks[look]!.bound)) controlled[rule]!++;
      });
    }
    const around = (count: number) => wilsonInterval({ events: count, total: programmes, level: 0.999 });
    for (const count of controlled) {
      expect(around(count).lower).toBeLessThan(0.05);
      expect(around(count).upper).toBeGreaterThan(0.05);
    }
    expect(around(naive).lower).toBeGreaterThan(0.13);
  });
});
