import { readFileSync } from "node:fs";
import {
  expectedAfterSelection,
  predictSelected,
  rangeAfterSelection,
  rangeShapes,
  regressionToTheMean,
} from "@likewise/offending";
import { describe, expect, it } from "vitest";

const oracle = JSON.parse(readFileSync(new URL("../../oracles/blocks.json", import.meta.url), "utf8"));

/** Sizes as a population would have them: nobody of these passed over in the next test. */
const population = Array.from({ length: 400 }, (_, i) => [0, 0, 0, 0, 0, 1, 0, 2, 0, 4][i % 10]!);
const halfYears = (counts: readonly number[]) => ({ counts, years: counts.map(() => 0.5) });
const chosen = (counts: readonly number[]) => ({ ...halfYears(counts), yearsAfter: counts.map(() => 0.5) });
const selected = population.filter((count) => count >= 1);

describe("what selection alone leads to", () => {
  it("practice-F2: 38 % base, shape 4 and at least one event give 43 %", () => {
    const { share } = expectedAfterSelection({ basePrevalence: 0.38, shape: 4, atLeast: 1 });
    expect((100 * share).toFixed(0)).toBe("43");
  });

  it("is the table of shapes and events for 38 %, to the percent", () => {
    // worked out beforehand from the negative binomial (reference table)
    const table: readonly (readonly [number | null, readonly number[]])[] = [
      [0.5, [65, 79, 87]],
      [1, [55, 67, 76]],
      [2, [48, 57, 64]],
      [4, [43, 49, 54]],
      [8, [41, 44, 47]],
      [null, [38, 38, 38]],
    ];
    for (const [shape, percents] of table) {
      const found = [1, 2, 3].map((atLeast) => expectedAfterSelection({ basePrevalence: 0.38, shape, atLeast }).share);
      expect(found.map((share) => Math.round(100 * share))).toEqual(percents);
    }
  });

  it("agrees with numerical integration over the gamma distribution in R", () => {
    for (const { base, shape, atLeast, share } of oracle.selection) {
      expect(expectedAfterSelection({ basePrevalence: base, shape, atLeast }).share).toBeCloseTo(share, 9);
    }
  });

  it("is lower after a shorter window and higher after more events", () => {
    const at = (atLeast: number, after: number) =>
      expectedAfterSelection({ basePrevalence: 0.38, shape: 2, atLeast, lengths: { base: 1, before: 1, after } }).share;
    expect(at(1, 0.5)).toBeLessThan(at(1, 1));
    expect(at(2, 1)).toBeGreaterThan(at(1, 1));
  });

  it("refuses shares and rules that cannot be", () => {
    const call = (basePrevalence: number, atLeast: number) => () =>
      expectedAfterSelection({ basePrevalence, shape: 1, atLeast });
    expect(call(1, 1)).toThrow("basePrevalence must lie between 0 and 1 (share of people), got 1");
    expect(call(0.5, 0)).toThrow("atLeast must be a whole number from 1 (events), got 0");
  });
});

describe("without the people selected from", () => {
  it("is a range over shapes 0.5 to 8 and one to three events, never one number", () => {
    const range = rangeAfterSelection({ basePrevalence: [0.38] });
    expect(range.assumed).toHaveLength(15);
    expect(new Set(range.assumed.map(({ shape }) => shape))).toEqual(new Set(rangeShapes));
    // 36 % lies under the range, 44 % inside it
    expect(range.share.map((share) => Math.round(100 * share))).toEqual([41, 87]);
    expect(range.seen).toBeNull();
  });

  it("widens with chance in so many people, and with several base prevalences", () => {
    const range = rangeAfterSelection({ basePrevalence: [0.38], people: 55 });
    expect(range.seen!.share[0]).toBeLessThan(range.share[0]);
    expect(range.seen!.share[1]).toBeGreaterThan(range.share[1]);
    const wider = rangeAfterSelection({ basePrevalence: [0.3, 0.45], people: 55 });
    expect(wider.share[0]).toBeLessThan(range.share[0]);
    expect(wider.share[1]).toBeGreaterThan(range.share[1]);
    expect(() => rangeAfterSelection({ basePrevalence: [] })).toThrow("must hold at least one value");
  });
});

describe("with the people selected from", () => {
  it("is one prediction with limits", () => {
    const found = predictSelected({ population: halfYears(population), selected: chosen(selected), atLeast: 1 });
    if ("refusal" in found) throw new Error(found.refusal.why);
    expect(found).toMatchObject({ people: 120, population: { people: 400, meetRule: 120, ratePerYear: 1.4 } });
    expect(found.interval[0] < found.share && found.share < found.interval[1]).toBe(true);
    // far below 100 %, where everyone selected was before
    expect(found.share).toBeLessThan(0.8);
  });

  it("is refused where those passed over are missing, or someone selected does not meet the rule", () => {
    const call = (everyone: readonly number[], those: readonly number[], atLeast = 1) =>
      predictSelected({ population: halfYears(everyone), selected: chosen(those), atLeast });
    expect(call(selected, selected)).toMatchObject({
      refusal: { why: expect.stringContaining("passed over are not there") },
    });
    expect(call(population, [0, 1, 2])).toMatchObject({ refusal: { why: expect.stringContaining("1 of 3 people") } });
    expect(call([0, 0, 0, 0], [], 1)).toMatchObject({
      refusal: { why: expect.stringContaining("no unit has an event") },
    });
    expect(() => call(population, selected, 0)).toThrow("atLeast must be a whole number from 1 (events), got 0");
  });
});

describe("regression to the mean beside a before-and-after", () => {
  const lengths = { before: 0.5, after: 0.5 };
  const declared = { population: halfYears(population), selected: chosen(selected), atLeast: 1, lengths };
  const base = { declared: null, basePrevalence: [], people: 120 };

  it("is a prediction only where the rule fits the people selected and those passed over are there", () => {
    expect(regressionToTheMean({ ...base, declared })).toMatchObject({
      expected: { kind: "prediction" },
      baseFrom: null,
      refusals: [],
    });
    const truncated = { ...declared, population: halfYears(selected) };
    expect(regressionToTheMean({ ...base, declared: truncated })).toMatchObject({
      expected: null,
      refusals: [{ id: "selection-not-in-data" }, { id: "regression-to-the-mean-unknown" }],
    });
  });

  it("is a range from the declared base prevalence, else from the one seen where those passed over are there", () => {
    expect(regressionToTheMean({ ...base, basePrevalence: [0.38] })).toMatchObject({
      expected: { kind: "range", seen: { people: 120 } },
      baseFrom: "declared",
      refusals: [{ id: "selection-not-declared" }],
    });
    const other = { ...declared, selected: chosen([0, 1, 1]) };
    const found = regressionToTheMean({ ...base, declared: other });
    expect(found).toMatchObject({
      expected: { kind: "range" },
      baseFrom: "population",
      refusals: [{ id: "selection-not-in-data" }],
    });
    // Wilson limits of 120 in 400: centre (0.3 + z²/800) / (1 + z²/400), z² = 3.841458820694124
    const bases =
      found.expected?.kind === "range" ? found.expected.assumed.map(({ basePrevalence }) => basePrevalence) : [];
    const [low, high] = [Math.min(...bases), Math.max(...bases)];
    expect((low + high) / 2).toBeCloseTo((0.3 + 3.841458820694124 / 800) / (1 + 3.841458820694124 / 400), 12);
  });

  it("is nothing, with the reason, where no base prevalence is known or nobody was observed", () => {
    expect(regressionToTheMean(base)).toMatchObject({
      expected: null,
      refusals: [{ id: "selection-not-declared" }, { id: "regression-to-the-mean-unknown" }],
    });
    expect(regressionToTheMean({ ...base, basePrevalence: [0.38], people: 0 })).toMatchObject({
      expected: null,
      refusals: [{ why: expect.stringContaining("nobody was observed") }],
    });
    const unseen = { ...declared, selected: chosen([]) };
    expect(regressionToTheMean({ ...base, declared: unseen, basePrevalence: [0.38] }).refusals).toHaveLength(1);
  });
});
