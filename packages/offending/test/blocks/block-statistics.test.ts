import { readFileSync } from "node:fs";
import {
  clusteredRate,
  harmIntervals,
  type PersonOverBlocks,
  personRatios,
  trendOverBlocks,
} from "@likewise/offending";
import { describe, expect, it } from "vitest";

const oracle = JSON.parse(readFileSync(new URL("../../oracles/blocks.json", import.meta.url), "utf8"));

describe("a rate of events that come together in people", () => {
  it("has the robust limits of a Poisson regression, as R has them", () => {
    const { events, years, ratePerYear, interval } = oracle.rate;
    const found = clusteredRate(events, years)!;
    expect(found.method).toBe("robust");
    expect(found.ratePerYear).toBeCloseTo(ratePerYear, 12);
    expect(found.interval[0]).toBeCloseTo(interval[0], 11);
    expect(found.interval[1]).toBeCloseTo(interval[1], 11);
  });

  it("has exact limits where nothing shows how people differ, and is none without time", () => {
    // no events in 2 person-years: upper limit 3.688879454113936 / 2 (Garwood)
    expect(clusteredRate([0, 0], [1, 1])).toEqual({
      ratePerYear: 0,
      interval: [0, expect.closeTo(1.844439727056968, 12)],
      method: "exact",
    });
    expect(clusteredRate([2], [1])!.method).toBe("exact");
    expect(clusteredRate([1, 1, 1], [1, 1, 1])!.method).toBe("exact");
    expect(clusteredRate([], [])).toBeNull();
    expect(clusteredRate([0], [0])).toBeNull();
  });
});

describe("a trend over blocks", () => {
  const people: PersonOverBlocks[] = oracle.trend.events.map((events: number[], person: number) => ({
    events,
    years: oracle.trend.years[person],
  }));
  const cut = (blocks: number) =>
    people.map(({ events, years }) => ({ events: events.slice(0, blocks), years: years.slice(0, blocks) }));

  it("practice-C19: two points, and three, refuse the word; four have a ratio with an interval", () => {
    for (const blocks of [1, 2, 3]) {
      expect(trendOverBlocks(cut(blocks))).toMatchObject({ refusal: { id: "trend-too-few-blocks" } });
    }
    const found = trendOverBlocks(people);
    if ("refusal" in found) throw new Error(found.refusal.why);
    expect(found.blocks).toBe(4);
    expect(found.ratioPerBlock).toBeCloseTo(oracle.trend.ratioPerBlock, 10);
    expect(found.interval[0]).toBeCloseTo(oracle.trend.interval[0], 9);
    expect(found.interval[1]).toBeCloseTo(oracle.trend.interval[1], 9);
    // falling by a quarter a block, and still no direction: the interval holds 1
    expect(found.direction).toBe("not-shown");
  });

  it("has a direction only where the interval leaves 1 out", () => {
    const steady = (counts: readonly number[]) =>
      Array.from({ length: 30 }, (_, i) => ({ events: counts.map((count) => count + (i % 2)), years: [1, 1, 1, 1] }));
    expect(trendOverBlocks(steady([1, 2, 4, 8]))).toMatchObject({ direction: "rising" });
    expect(trendOverBlocks(steady([8, 4, 2, 1]))).toMatchObject({ direction: "falling" });
  });

  it("is refused without events in two blocks or a second person, and uneven people are an error", () => {
    const one = { events: [1, 0, 0, 0], years: [1, 1, 1, 1] };
    expect(trendOverBlocks([one, one])).toMatchObject({ refusal: { id: "trend-too-few-events" } });
    expect(trendOverBlocks([people[0]!])).toMatchObject({ refusal: { id: "trend-too-few-events" } });
    expect(trendOverBlocks([])).toMatchObject({ refusal: { id: "trend-too-few-blocks" } });
    expect(() => trendOverBlocks([one, { events: [1], years: [1] }])).toThrow("every person must have 4 blocks");
  });
});

describe("ratios in the same people", () => {
  // 40 people, harm 800 or 0 before, 100 after, twice as much for some: means 400 and 100
  const harm = {
    id: "gravity",
    before: Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 800 : 0)),
    after: Array.from({ length: 40 }, (_, i) => [50, 150, 200, 0][i % 4]!),
  };

  it("practice-C24: have an interval from resampling people, the same for the same seed", () => {
    const [found] = personRatios([harm], { seed: "1" });
    expect(found).toMatchObject({
      people: 40,
      before: 400,
      after: 100,
      ratio: 0.25,
      timesBefore: 4,
      relativeChange: -0.75,
    });
    const [low, high] = found!.interval!;
    expect(low < 0.25 && 0.25 < high).toBe(true);
    expect(found!.logInterval).toEqual([Math.log(low), Math.log(high)]);
    expect(personRatios([harm], { seed: "1" })).toEqual([found]);
    expect(personRatios([harm], { seed: "2" })[0]!.interval).not.toEqual(found!.interval);
    // log ratio by the delta method: each part's relative variance, less twice their covariance
    const relative = (values: readonly number[], mean: number) => values.map((value) => value / mean - 1);
    const [b, a] = [relative(harm.before, 400), relative(harm.after, 100)];
    const error = Math.sqrt(b.reduce((sum, value, i) => sum + (a[i]! - value) ** 2, 0)) / 40;
    expect((found!.logInterval![1] - found!.logInterval![0]) / (2 * 1.96 * error)).toBeGreaterThan(0.85);
    expect((found!.logInterval![1] - found!.logInterval![0]) / (2 * 1.96 * error)).toBeLessThan(1.15);
  });

  it("are linearised in very large groups: on the log scale each person's part after less that before", () => {
    const [found] = personRatios([harm], { seed: "1", most: 39 });
    const parts = harm.before.map((value, i) => harm.after[i]! / 100 - value / 400);
    // the mean of the parts is 0: variance of the log ratio is their sum of squares over n (n − 1)
    const error = Math.sqrt(parts.reduce((sum, part) => sum + part * part, 0) / (40 * 39));
    expect(found!.method).toBe("linearised");
    expect(found!.logInterval![0]).toBeCloseTo(Math.log(0.25) - 1.959963984540054 * error, 12);
    expect(found!.interval![1]).toBeCloseTo(0.25 * Math.exp(1.959963984540054 * error), 12);
    const nothing = { id: "x", before: harm.before, after: harm.after.map(() => 0) };
    expect(personRatios([nothing], { seed: "1", most: 39 })[0]).toMatchObject({ ratio: 0, interval: null });
  });

  it("leave people's order and the other measures out of it", () => {
    const rate = {
      ...harm,
      id: "rate",
      over: { before: harm.before.map(() => 0.5), after: harm.after.map(() => 0.5) },
    };
    const both = personRatios([harm, rate], { seed: "1", replicates: 199 });
    expect(both[0]!.interval).toEqual(personRatios([harm], { seed: "1", replicates: 199 })[0]!.interval);
    expect(both[1]).toMatchObject({ before: 800, after: 200, ratio: 0.25 });
  });

  it("are without an interval, and say why, where it would mislead", () => {
    const few = personRatios([{ id: "x", before: [1, 2], after: [1, 0] }], { seed: "1" })[0]!;
    expect(few).toMatchObject({
      ratio: 1 / 3,
      interval: null,
      refusal: { unlocks: "at least 20 units in each stratum" },
    });
    const same = Array.from({ length: 30 }, () => 4);
    const constant = personRatios([{ id: "x", before: same, after: same.map(() => 1) }], { seed: "1" })[0]!;
    expect(constant).toMatchObject({ ratio: 0.25, interval: null, method: null });
    const nobody = personRatios([{ id: "x", before: [], after: [] }], { seed: "1" })[0]!;
    expect(nobody).toMatchObject({ people: 0, ratio: null, refusal: { why: expect.stringContaining("nobody") } });
    const nothing = personRatios([{ id: "x", before: same.map(() => 0), after: same }], { seed: "1" })[0]!;
    expect(nothing).toMatchObject({
      ratio: null,
      interval: null,
      refusal: { why: expect.stringContaining("not exist") },
    });
    expect(() => personRatios([{ id: "x", before: [1], after: [] }], { seed: "1" })).toThrow("x must have 1 people");
  });
});

describe("limits of harm in a block", () => {
  const values = Array.from({ length: 40 }, (_, i) => i);
  const options = { trimmedShare: 0.05, seed: "1" };

  it("are close to normal ones where harm is even, from resampling or, in very large groups, worked out", () => {
    // standard deviation of 0 to 39: √(40 · 41 / 12); two cut at each end leave 36, winsorised to 2 and 37
    const margin = (1.959963984540054 * Math.sqrt((40 * 41) / 12)) / Math.sqrt(40);
    const winsorised = values.map((value) => Math.min(37, Math.max(2, value)) - 19.5);
    const spread = Math.sqrt(winsorised.reduce((sum, value) => sum + value * value, 0) / 39);
    const worked = harmIntervals(values, { ...options, most: 39 });
    expect(worked.mean![0]).toBeCloseTo(19.5 - margin, 12);
    expect(worked.trimmedMean![1]).toBeCloseTo(19.5 + (1.959963984540054 * spread * Math.sqrt(40)) / 36, 12);
    // of 40 tosses at most 13 heads come with chance 0.019, at most 14 with 0.040: the 14th from each end
    expect(worked.median).toEqual([13, 26]);
    const resampled = harmIntervals(values, options);
    for (const key of ["mean", "median", "trimmedMean"] as const) {
      expect(Math.abs(resampled[key]![0] - worked[key]![0]), key).toBeLessThan(2);
      expect(Math.abs(resampled[key]![1] - worked[key]![1]), key).toBeLessThan(2);
    }
  });

  it("do not exist where nobody differs, nobody is there, or too few", () => {
    const none = { mean: null, median: null, trimmedMean: null };
    const zeros = values.map(() => 0);
    expect(harmIntervals(zeros, options)).toEqual(none);
    expect(harmIntervals(zeros, { ...options, most: 39 })).toEqual(none);
    expect(harmIntervals([], options)).toEqual(none);
    expect(harmIntervals([1, 2], options)).toEqual(none);
    // one grave offence: the median has no limits, the mean reaches far
    const grave = [...zeros.slice(1), 5475];
    expect(harmIntervals(grave, options)).toMatchObject({ median: null, trimmedMean: expect.anything() });
  });
});
