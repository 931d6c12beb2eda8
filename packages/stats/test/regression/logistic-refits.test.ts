import { designMatrix, fitLogistic, logisticRefits, randomStream } from "@likewise/stats";
import { describe, expect, it } from "vitest";

const stream = randomStream("refits");
const n = 700;
const age = Float64Array.from({ length: n }, () => 30 + 8 * stream.normal());
const year = Float64Array.from({ length: n }, () => 2015 + stream.integer(0, 5));
/** Two people alone in their level, whom many resamples leave out. */
const rare = Float64Array.from({ length: n }, (_, row) => (row === 3 || row === 500 ? 1 : 0));
const design = designMatrix([age, year, age.map((value) => 2 * value), rare]);
const outcome = Float64Array.from(age, (value, row) =>
  row === 3 || row === 500 ? Number(row === 3) : Number(stream.bernoulli(1 / (1 + Math.exp(1 - (value - 30) / 12)))),
);
const fit = fitLogistic({ design, outcome });
const refit = logisticRefits({ design, outcome, fit });

function resample(): Float64Array {
  const times = new Float64Array(n);
  for (let draw = 0; draw < n; draw++) times[stream.integer(0, n - 1)]!++;
  return times;
}

describe("logistic refits", () => {
  it("find what a fit with the same frequencies finds, a repeated column left out and a level gone", () => {
    let gone = 0;
    for (let round = 0; round < 60; round++) {
      const frequencies = resample();
      const left = frequencies[3]! > 0 ? (frequencies[500]! > 0 ? "both" : "one") : "none or one";
      const whole = fitLogistic({ design, outcome, frequencies });
      const found = refit(frequencies);
      if (whole.separated) {
        expect(found).toBeNull();
        continue;
      }
      if (left !== "both") gone++;
      expect(found![3]).toBe(0);
      // The linear predictor of everybody drawn: a level nobody of whom was drawn has no coefficient to compare.
      for (let row = 0; row < n; row++) {
        if (frequencies[row] === 0) continue;
        let linear = 0;
        for (let j = 0; j < design.columns; j++) linear += found![j]! * design.values[j * n + row]!;
        expect(linear).toBeCloseTo(whole.linearPredictor[row]!, 7);
      }
    }
    expect(gone).toBeGreaterThan(3);
  });

  it("of the rows as they are find the fit itself", () => {
    const found = refit(new Float64Array(n).fill(1))!;
    fit.coefficients.forEach((coefficient, j) => {
      expect(found[j]).toBeCloseTo(coefficient ?? 0, 9);
    });
  });

  it("are none where a resample has no maximum", () => {
    expect(refit(Float64Array.from(outcome, (value) => value))).toBeNull();
  });

  it("want a converged fit of the same rows", () => {
    expect(() => logisticRefits({ design, outcome, fit: { ...fit, converged: false } })).toThrow(RangeError);
  });
});
