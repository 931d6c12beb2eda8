import { readFileSync } from "node:fs";
import {
  describe as describeColumn,
  mean,
  median,
  medianAbsoluteDeviation,
  quantile,
  sampleStandardDeviation,
  sampleVariance,
  weightedMean,
  weightedVariance,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";

interface Figures {
  values: number[];
  valid: number[];
  n: number;
  missing: number;
  mean: number;
  sd: number | null;
  quantiles: number[];
  mad: number;
}

const oracle: {
  probabilities: number[];
  columns: Record<string, Figures>;
  weighted: { values: number[]; weights: number[]; mean: number; variance: number }[];
} = JSON.parse(readFileSync(new URL("../../oracles/description.json", import.meta.url), "utf8"));

const close = (value: number | null, expected: number | null) => {
  if (expected === null) expect(value).toBeNull();
  else expect(Math.abs(value! - expected)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(expected)));
};

describe.each(Object.entries(oracle.columns))("the column '%s' against R", (_, figures) => {
  const { values, valid } = figures;
  const present = values.filter((_, i) => valid[i] === 1);

  it("is described as R does", () => {
    const described = describeColumn(values, valid);
    expect([described.n, described.missing]).toEqual([figures.n, figures.missing]);
    close(described.mean, figures.mean);
    close(described.sd, figures.sd);
    const five = [described.min, described.lowerQuartile, described.median, described.upperQuartile, described.max];
    [0, 2, 3, 4, 6].forEach((k, i) => {
      close(five[i]!, figures.quantiles[k]!);
    });
  });

  it("has R's type 7 quantiles, median and median absolute deviation", () => {
    oracle.probabilities.forEach((p, k) => {
      close(quantile(present, p), figures.quantiles[k]!);
    });
    close(median(present), figures.quantiles[3]!);
    close(medianAbsoluteDeviation(present), figures.mad);
  });
});

describe("weighted figures", () => {
  it.each(oracle.weighted)("weights $weights agree with R", ({ values, weights, mean: expected, variance }) => {
    close(weightedMean(values, weights), expected);
    close(weightedVariance(values, weights) / Math.max(1, variance), variance / Math.max(1, variance));
  });

  it("do not change with the unit of the weights", () => {
    expect(weightedMean([1, 2, 6], [1, 2, 4])).toBe(weightedMean([1, 2, 6], [8, 16, 32]));
    expect(weightedVariance([1, 2, 6], [1, 2, 4])).toBe(weightedVariance([1, 2, 6], [8, 16, 32]));
  });

  it("equal weights give the plain mean and sample variance", () => {
    const values = [3, 1, 4, 1, 5];
    close(weightedMean(values, [7, 7, 7, 7, 7]), mean(values));
    close(weightedVariance(values, [7, 7, 7, 7, 7]), sampleVariance(values));
  });
});

describe("description", () => {
  it("of nothing has counts and no figures", () => {
    expect(describeColumn([99, 99], [0, 0])).toEqual({
      n: 0,
      missing: 2,
      mean: null,
      sd: null,
      min: null,
      lowerQuartile: null,
      median: null,
      upperQuartile: null,
      max: null,
    });
  });

  it("does not sort or change its input", () => {
    const values = Object.freeze([3, 1, 2]);
    describeColumn(values);
    median(values);
    medianAbsoluteDeviation(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it("does not depend on the order of the rows", () => {
    const values = Array.from({ length: 1001 }, (_, i) => ((i * 7919) % 1001) - 500);
    expect(describeColumn(values)).toEqual(describeColumn([...values].sort((a, b) => a - b)));
  });

  it("a spread does not change when every value moves by the same whole amount", () => {
    expect(sampleStandardDeviation([1, 2, 6])).toBe(sampleStandardDeviation([2 ** 40 + 1, 2 ** 40 + 2, 2 ** 40 + 6]));
  });

  it.each([
    [() => mean([]), "mean: values must not be empty"],
    [() => median([]), "median: values must not be empty"],
    [() => quantile([1], 1.1), "quantile: p must be from 0 to 1, got 1.1"],
    [() => sampleVariance([1]), "sampleVariance: values must be at least two, got 1"],
    [() => weightedMean([1, 2], [1]), "weightedMean: weights must be as many as values (2), got 1"],
    [() => weightedMean([1, 2], [0, 0]), "weightedMean: weights must not all be 0, got a sum of 0"],
    [() => weightedMean([1, 2], [1, -1]), "weightedMean: weights must be >= 0 and finite, got -1 at index 1"],
    [() => weightedVariance([1, 2], [1, 0]), "weightedVariance: at least two weights must be > 0, got 1"],
    [
      () => describeColumn([1, Number.NaN]),
      "describe: values must be finite where they are present, got NaN at index 1",
    ],
    [() => describeColumn([1, 2], [1]), "describe: valid must be as long as values (2), got 1"],
  ])("%# refuses a wrong call in words", (call, message) => {
    expect(call).toThrow(new RangeError(message));
  });
});
