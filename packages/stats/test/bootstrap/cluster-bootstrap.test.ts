import {
  type BootstrapInterval,
  bootstrapInterval,
  bootstrapReplicates,
  type ClusterBootstrap,
  type ClusterBootstrapInput,
  clusterBootstrap,
  randomStream,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle } from "../support.ts";

interface Case {
  level: number;
  strata: number[];
  replicates: number[];
  estimate: number;
  acceleration: number;
  standardError: number;
  percentile: number[];
  bca: number[];
}
const { x, u, cases, law } = readOracle<{
  x: number[];
  u: number[];
  cases: Record<string, Case>;
  law: { samples: number; held: number };
}>("bootstrap.json");

/** Σx / Σu of the units as often as they were drawn. */
const ratioOf = (over: ArrayLike<number>, under: ArrayLike<number>) => (times: Float64Array) => {
  let top = 0;
  let bottom = 0;
  for (let i = 0; i < times.length; i++) {
    top += times[i]! * over[i]!;
    bottom += times[i]! * under[i]!;
  }
  return top / bottom;
};

function resampled(input: ClusterBootstrapInput): ClusterBootstrap {
  const result = clusterBootstrap(input);
  if ("refused" in result) throw new Error(result.refused.why);
  return result;
}

function only(result: ClusterBootstrap): BootstrapInterval {
  const [first] = result.intervals;
  if (first === undefined || "refused" in first) throw new Error(first?.refused.why);
  return first;
}

describe.each(Object.entries(cases))("bootstrap limits, %s, from R's own replicates", (_, expected) => {
  const { replicates, level, strata, estimate, acceleration } = expected;

  it("agree with boot.ci, percentile and BCa", () => {
    const interval = bootstrapInterval({ estimate, replicates, acceleration, level }) as BootstrapInterval;
    expectClose([interval.percentile.lower, interval.percentile.upper], expected.percentile, 1e-11);
    expectClose([interval.bca!.lower, interval.bca!.upper], expected.bca, 1e-11);
    expectClose(interval.standardError, expected.standardError, 1e-12);
  });

  it("agree with boot.ci when the units' influence is found here, by leaving each out", () => {
    const interval = only(
      resampled({
        units: x.length,
        statistic: ratioOf(x, u),
        seed: "R",
        strata,
        level,
        replicates: replicates.length,
        drawn: replicates.map((value) => [value]),
        minimumUnits: 2,
      }),
    );
    expectClose(interval.estimate, estimate, 1e-12);
    expectClose([interval.bca!.lower, interval.bca!.upper], expected.bca, 1e-11);
    expectClose(interval.bca!.acceleration, acceleration, 1e-10);
  });
});

describe("bootstrap of whole units", () => {
  const input = { units: x.length, statistic: ratioOf(x, u), seed: 7 };

  it("finds the same bits from the same seed, and others from another", () => {
    expect(resampled(input)).toEqual(resampled(input));
    expect(only(resampled({ ...input, seed: 8 })).standardError).not.toBe(only(resampled(input)).standardError);
  });

  it("finds the same bits however the replicates are shared out, in whatever order they are drawn", () => {
    const late = bootstrapReplicates(input, 700, 1999);
    const early = [...bootstrapReplicates(input, 0, 13), ...bootstrapReplicates(input, 13, 700)];
    expect(resampled({ ...input, drawn: [...early, ...late] })).toEqual(resampled(input));
  });

  it("draws as many units as there are, in each stratum", () => {
    const strata = x.map((_, i) => (i < 20 ? 5 : 2));
    const totals = (times: Float64Array) => [
      times.slice(0, 20).reduce((a, b) => a + b, 0),
      times.slice(20).reduce((a, b) => a + b, 0),
    ];
    for (const values of bootstrapReplicates({ ...input, statistic: totals, strata }, 0, 50))
      expect(values).toEqual([20, 15]);
  });

  it("draws each of the 27 samples of three units equally often, as counted by hand", () => {
    // Sums of units 0, 1 and 4 drawn three times: 10 values with 1, 3 or 6 of the 27 ways each.
    const ways: Record<number, number> = { 0: 1, 1: 3, 2: 3, 3: 1, 4: 3, 5: 6, 6: 3, 8: 3, 9: 3, 12: 1 };
    const values = [0, 1, 4];
    const statistic = (times: Float64Array) => values.reduce((sum, value, i) => sum + times[i]! * value, 0);
    const drawn = 27_000;
    const seen: Record<number, number> = {};
    for (const [value] of bootstrapReplicates({ units: 3, statistic, seed: 3 }, 0, drawn))
      seen[value!] = (seen[value!] ?? 0) + 1;
    expect(Object.keys(seen)).toEqual(Object.keys(ways));
    // Chi-square on 9 degrees of freedom: 27.9 is passed once in a thousand.
    const distance = Object.entries(ways).reduce((sum, [value, w]) => {
      const expected = (w * drawn) / 27;
      return sum + (seen[Number(value)]! - expected) ** 2 / expected;
    }, 0);
    expect(distance).toBeLessThan(27.9);
  });

  it("keeps rows of a unit together: tripling each unit's rows changes nothing, resampling rows would", () => {
    const rowsOfUnit = x.flatMap((value, unit) => [0, 1, 2].map(() => ({ unit, value, time: u[unit]! })));
    const statistic = (times: Float64Array) => {
      let top = 0;
      let bottom = 0;
      for (const { unit, value, time } of rowsOfUnit) {
        top += times[unit]! * value;
        bottom += times[unit]! * time;
      }
      return top / bottom;
    };
    const tripled = only(resampled({ ...input, statistic }));
    const once = only(resampled(input));
    expectClose([tripled.standardError, tripled.bca!.upper], [once.standardError, once.bca!.upper], 1e-12);
    const asRows = resampled({
      units: rowsOfUnit.length,
      statistic: ratioOf(
        rowsOfUnit.map(({ value }) => value),
        rowsOfUnit.map(({ time }) => time),
      ),
      seed: 7,
    });
    expect(only(asRows).standardError).toBeLessThan(0.7 * once.standardError);
  });

  it("gives the standard error of a mean as theory has it, sd / √n with n below", () => {
    const mean = (times: Float64Array) => x.reduce((sum, value, i) => sum + times[i]! * value, 0) / x.length;
    const centre = x.reduce((a, b) => a + b, 0) / x.length;
    const theory = Math.sqrt(x.reduce((sum, value) => sum + (value - centre) ** 2, 0)) / x.length;
    expectClose(only(resampled({ ...input, statistic: mean, replicates: 9999 })).standardError, theory, 0.03);
  });

  it("leaves out parts rather than single units above a thousand, and finds the acceleration that single units give", () => {
    const stream = randomStream(4);
    const n = 2500;
    const skewed = Array.from({ length: n }, () => stream.exponential());
    const statistic = (times: Float64Array) => skewed.reduce((sum, value, i) => sum + times[i]! * value, 0) / n;
    // Of a mean, leaving out unit i gives its deviation: a sixth of the skewness over the root of n.
    const centre = skewed.reduce((a, b) => a + b, 0) / n;
    const moment = (power: number) => skewed.reduce((sum, value) => sum + (value - centre) ** power, 0) / n;
    const expected = moment(3) / moment(2) ** 1.5 / (6 * Math.sqrt(n));
    const { acceleration } = only(resampled({ units: n, statistic, seed: 1, replicates: 99 })).bca!;
    expectClose(acceleration, expected, 0.15);
  });

  it("is refused below the fewest units, in any stratum", () => {
    const few = { units: 19, statistic: ratioOf(x, u), seed: 1 };
    expect(clusterBootstrap(few)).toMatchObject({ refused: { unlocks: "at least 20 units in each stratum" } });
    const strata = x.map((_, i) => (i < 30 ? 0 : 1));
    expect(clusterBootstrap({ ...input, strata })).toMatchObject({ refused: { what: "bootstrap interval" } });
  });

  it("is refused for a statistic that never varies, often fails, or does not exist, and given for the others", () => {
    const rare: number[] = x.map((_, i) => (i === 0 ? 1 : 0));
    const statistic = (times: Float64Array) => [
      0,
      1 / rare.reduce((sum, value, i) => sum + times[i]! * value, 0),
      Number.NaN,
      ratioOf(x, u)(times),
    ];
    const [constant, failing, missing, good] = resampled({ ...input, statistic }).intervals;
    expect(constant).toMatchObject({ refused: { unlocks: "an interval made for zero or all events, or more units" } });
    expect(failing).toMatchObject({ refused: { what: "bootstrap interval" } });
    expect(missing).toMatchObject({ refused: { why: "the statistic does not exist in the data" } });
    expect(good).toHaveProperty("percentile");
  });

  it("has no BCa limits where the replicates do not reach, and none at all with too few replicates", () => {
    const replicates = Array.from({ length: 99 }, (_, i) => i);
    expect(bootstrapInterval({ estimate: -1, replicates, acceleration: 0 })).toMatchObject({ bca: null });
    expect(bootstrapInterval({ estimate: 97, replicates, acceleration: 0.1 })).toMatchObject({ bca: null });
    expect(bootstrapInterval({ estimate: 5, replicates: [1, 2, 3], acceleration: 0 })).toMatchObject({
      refused: { unlocks: "more resamples" },
    });
  });

  it("refuses calls that are wrong", () => {
    expect(() => clusterBootstrap({ ...input, replicates: 0 })).toThrow("replicates must be a whole number >= 1");
    expect(() => clusterBootstrap({ ...input, strata: [1] })).toThrow("strata must have length 35 (units), got 1");
    expect(() => clusterBootstrap({ ...input, drawn: [[1]] })).toThrow("drawn must hold 1999 replicates, got 1");
    expect(() => bootstrapReplicates(input, 5, 3)).toThrow("to must be a whole number >= 5");
  });

  // The law: 95 in 100 intervals should hold the true ratio. Where units are few and skewed fewer do, in R as here.
  it("holds a ratio as often as R's boot does in samples of the same law", () => {
    let held = 0;
    const samples = 300;
    for (let sample = 0; sample < samples; sample++) {
      const stream = randomStream(sample).split("ratio");
      const under = Array.from({ length: 60 }, () => 0.5 + stream.uniform());
      const over = under.map((time) => stream.poisson(time * stream.gamma(1, 2)));
      const { bca } = only(resampled({ units: 60, statistic: ratioOf(over, under), seed: sample, replicates: 399 }));
      if (bca!.lower <= 2 && 2 <= bca!.upper) held++;
    }
    const spread = Math.sqrt(law.held * (1 - law.held) * (1 / samples + 1 / law.samples));
    expect(Math.abs(held / samples - law.held)).toBeLessThan(3 * spread);
  });
});
