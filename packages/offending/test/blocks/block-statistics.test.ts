import { readFileSync } from "node:fs";
import { clusteredRate, type PersonOverBlocks, personRatios, trendOverBlocks } from "@likewise/offending";
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
