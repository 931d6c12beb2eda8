import {
  fitGammaPoisson,
  type GammaPoissonFit,
  meanRateOfShare,
  negativeBinomialMass,
  predictAfterCount,
  predictAfterSelection,
  predictShare,
  randomStream,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle, rowsOf, shuffled } from "../support.ts";

interface Interval {
  lower: number;
  upper: number | null;
}
interface Fit {
  counts: number[];
  exposures: number[];
  meanRate: number;
  shape: number;
  rate: number;
  logLikelihood: number;
  poissonLogLikelihood: number;
  intervals: Record<"meanRate" | "shape" | "rate", Interval>;
}
type Predicted =
  | "shape"
  | "meanRate"
  | "atLeast"
  | "exposureBefore"
  | "exposureAfter"
  | "selected"
  | "share"
  | "mean"
  | "meanBefore"
  | "countShare"
  | "countMean";
const oracle = readOracle<{ gammaPoisson: Record<string, Fit>; predicted: Record<Predicted, number[]> }>("counts.json");

function fitted(input: Parameters<typeof fitGammaPoisson>[0]): GammaPoissonFit {
  const fit = fitGammaPoisson(input);
  if ("refused" in fit) throw new Error(fit.refused.why);
  return fit;
}

describe.each(Object.entries(oracle.gammaPoisson))(
  "gamma–Poisson, %s, agrees with R's own optimiser",
  (_, expected) => {
    const fit = fitted(expected);

    it("in the maximum", () => {
      expectClose(
        [fit.meanRate, fit.shape, fit.rate, fit.logLikelihood, fit.poissonLogLikelihood],
        [expected.meanRate, expected.shape, expected.rate, expected.logLikelihood, expected.poissonLogLikelihood],
        1e-10,
      );
    });

    it("in the profile intervals, with no upper end where there is none", () => {
      for (const name of ["meanRate", "shape", "rate"] as const) {
        const { lower, upper } = fit.intervals[name];
        expectClose([lower, upper], [expected.intervals[name].lower, expected.intervals[name].upper], 1e-9);
      }
    });
  },
);

describe("gamma–Poisson fit", () => {
  const { counts, exposures } = oracle.gammaPoisson.unequal!;
  const fit = fitted({ counts, exposures });

  it("does not depend on the order of units, nor on whether equal units are one row with a weight", () => {
    const order = shuffled(counts.length);
    expect(fitted({ counts: rowsOf(counts, order), exposures: rowsOf(exposures, order) })).toEqual(fit);
    const twice = fitted({ counts: [...counts, ...counts], exposures: [...exposures, ...exposures] });
    expect(fitted({ counts, exposures, weights: counts.map(() => 2) })).toEqual(twice);
  });

  it("scales with the unit of exposure, the shape staying as it is", () => {
    const days = fitted({ counts, exposures: exposures.map((years) => years * 365) });
    expectClose([days.shape, days.meanRate, days.rate], [fit.shape, fit.meanRate / 365, fit.rate! * 365], 1e-9);
  });

  it("has no finite shape where the variance is not above the mean, and still says which shapes are too small", () => {
    const under = fitted({ counts: [1, 1, 2, 1, 0, 2, 1, 1, 3, 1] });
    expect(under).toMatchObject({ unbounded: true, shape: null, rate: null });
    expect(under.logLikelihood).toBe(under.poissonLogLikelihood);
    expect(under.intervals.shape.upper).toBe(null);
    expect(under.intervals.rate.upper).toBe(null);
    expect(under.intervals.shape.lower).toBeGreaterThan(0);
    expect(under.intervals.rate.lower).toBeGreaterThan(0);
    expect(under.intervals.meanRate.lower).toBeLessThan(under.meanRate);
  });

  it("refuses one unit, and units without an event", () => {
    expect(fitGammaPoisson({ counts: [3] })).toMatchObject({ refused: { unlocks: "at least 2 units" } });
    expect(fitGammaPoisson({ counts: [0, 0, 0] })).toMatchObject({ refused: { why: "no unit has an event" } });
  });

  it("fits one event in two units without running away", () => {
    const fit = fitted({ counts: [0, 1] });
    expect(fit.unbounded).toBe(true);
    expect(fit.plausible.every(({ weight, dispersion }) => weight >= 0 && Number.isFinite(dispersion))).toBe(true);
  });

  it("refuses calls that are wrong", () => {
    expect(() => fitGammaPoisson({ counts: [] })).toThrow("counts must hold at least one unit");
    expect(() => fitGammaPoisson({ counts: [1, 0.5] })).toThrow("row 1 (from 0) is not");
    expect(() => fitGammaPoisson({ counts: [1, 2], exposures: [1, 0] })).toThrow("exposures must be > 0");
    expect(() => fitGammaPoisson({ counts: [1, 2], level: 1 })).toThrow("level must lie between 0 and 1");
  });

  it("holds nothing that JSON cannot", () => {
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  });
});

describe("what selection leads to", () => {
  const { predicted } = oracle;
  it.each(predicted.shape.map((_, i) => i))("agrees with R's integral over the gamma distribution, case %i", (i) => {
    const at = (name: Predicted) => predicted[name][i]!;
    const window = {
      shape: at("shape"),
      meanRate: at("meanRate"),
      exposureBefore: at("exposureBefore"),
      exposureAfter: at("exposureAfter"),
    };
    const { selected, share, mean, meanBefore } = predictAfterSelection({ ...window, atLeast: at("atLeast") });
    expectClose([selected, share, mean, meanBefore], [at("selected"), at("share"), at("mean"), at("meanBefore")], 1e-9);
    const known = predictAfterCount({ ...window, count: at("atLeast") });
    expectClose([known.share, known.mean], [at("countShare"), at("countMean")], 1e-9);
  });

  // Reference: prevalence after, percent, of people chosen for k events at least, when 38 % of all have one a window.
  it.each([
    [0.5, [65, 79, 87]],
    [1, [55, 67, 76]],
    [2, [48, 57, 64]],
    [4, [43, 49, 54]],
    [8, [41, 44, 47]],
    [null, [38, 38, 38]],
  ] as const)("at 38 %% in all and shape %s is, for 1, 2 and 3 events, %j %%", (shape, expected) => {
    const meanRate = meanRateOfShare({ share: 0.38, shape });
    const shares = [1, 2, 3].map((atLeast) => predictAfterSelection({ shape, meanRate, atLeast }).share);
    expect(shares.map((share) => Math.round(100 * share))).toEqual([...expected]);
  });

  it("is by hand, at shape 1 and mean 1, 2/3 after one event at least and 1 − (2/3)^(k + 1) after k", () => {
    // Counts are geometric: P(0) = 1/2, P(none in either window) = 1/3, so P(some before, none after) = 1/6 of 1/2.
    expectClose(predictAfterSelection({ shape: 1, meanRate: 1, atLeast: 1 }).share, 2 / 3, 1e-12);
    expectClose(predictAfterCount({ shape: 1, meanRate: 1, count: 3 }).share, 1 - (2 / 3) ** 4, 1e-12);
  });

  it("is what it is in everybody when nobody is left out", () => {
    const all = predictAfterSelection({ shape: 0.7, meanRate: 1.3, atLeast: 0, exposureAfter: 0.5 });
    expectClose([all.selected, all.mean, all.meanBefore], [1, 0.65, 1.3], 1e-12);
    expectClose(all.share, 1 - negativeBinomialMass(0, 0.65, 0.7), 1e-12);
  });

  it("is the mean over past counts of what each count leads to", () => {
    const window = { shape: 0.6, meanRate: 1.1, exposureBefore: 2, exposureAfter: 0.7 };
    let share = 0;
    let mean = 0;
    let selected = 0;
    for (let count = 3; count < 400; count++) {
      const mass = negativeBinomialMass(count, 2.2, 0.6);
      const after = predictAfterCount({ ...window, count });
      share += mass * after.share;
      mean += mass * after.mean;
      selected += mass;
    }
    const closed = predictAfterSelection({ ...window, atLeast: 3 });
    expectClose([closed.selected, closed.share, closed.mean], [selected, share / selected, mean / selected], 1e-11);
  });

  it("comes close to its limit as the shape grows, and says nothing of the past there", () => {
    const limit = predictAfterSelection({ shape: null, meanRate: 0.5, atLeast: 2 });
    expectClose([limit.share, limit.mean], [1 - Math.exp(-0.5), 0.5], 1e-12);
    const near = predictAfterSelection({ shape: 1e7, meanRate: 0.5, atLeast: 2 });
    expectClose([near.share, near.mean, near.selected], [limit.share, limit.mean, limit.selected], 1e-6);
  });

  it("keeps its digits where almost nobody is selected", () => {
    const rare = predictAfterSelection({ shape: 2, meanRate: 0.01, atLeast: 12 });
    expect(rare.selected).toBeLessThan(1e-24);
    // Nearly all of the selected have exactly 12.
    expectClose(rare.share, predictAfterCount({ shape: 2, meanRate: 0.01, count: 12 }).share, 0.01);
  });

  it("refuses what is out of range", () => {
    expect(() => predictAfterSelection({ shape: 0, meanRate: 1, atLeast: 1 })).toThrow("shape (or null) must be > 0");
    expect(() => predictAfterSelection({ shape: 1, meanRate: 1, atLeast: 1.5 })).toThrow("atLeast (events)");
    expect(() => predictAfterCount({ shape: 1, meanRate: 0, count: 1 })).toThrow("meanRate");
    expect(() => meanRateOfShare({ share: 1, shape: 2 })).toThrow("share must lie between 0 and 1");
  });
});

describe("the predicted share", () => {
  const draw = (seed: number, shape: number, meanRate: number, units: number) => {
    const stream = randomStream(seed);
    const before: number[] = [];
    const after: number[] = [];
    for (let i = 0; i < units; i++) {
      const rate = stream.gamma(shape, meanRate / shape);
      before.push(stream.poisson(rate));
      after.push(stream.poisson(rate));
    }
    return { before, after };
  };

  it("is the mean of what each unit's count leads to, between its limits", () => {
    const { before } = draw(5, 1, 0.6, 500);
    const fit = fitted({ counts: before });
    const chosen = before.filter((count) => count >= 2);
    const exposuresAfter = chosen.map((_, i) => (i % 2 === 0 ? 1 : 0.5));
    const prediction = predictShare({ fit, past: { counts: chosen }, exposuresAfter });
    const { shape, meanRate } = fit;
    const shares = chosen.map(
      (count, i) => predictAfterCount({ shape, meanRate, count, exposureAfter: exposuresAfter[i]! }).share,
    );
    expectClose(prediction.share, shares.reduce((a, b) => a + b, 0) / shares.length, 1e-12);
    expect(prediction.lower).toBeLessThan(prediction.share);
    expect(prediction.upper).toBeGreaterThan(prediction.share);
  });

  it("does not depend on the order of units, and grows wider with the level", () => {
    const { before } = draw(6, 2, 0.6, 300);
    const fit = fitted({ counts: before });
    const chosen = before.filter((count) => count >= 1);
    const prediction = predictShare({ fit, past: { counts: chosen } });
    expect(predictShare({ fit, past: { counts: rowsOf(chosen, shuffled(chosen.length)) } })).toEqual(prediction);
    const wide = predictShare({ fit, past: { counts: chosen }, level: 0.99 });
    expect(wide.lower).toBeLessThan(prediction.lower);
    expect(wide.upper).toBeGreaterThan(prediction.upper);
  });

  it("passes without a step from the exact distribution to the normal one", () => {
    const fit = fitted({ counts: draw(7, 1, 0.6, 4000).before });
    const limits = (units: number) => {
      const { lower, upper } = predictShare({ fit, past: { counts: new Array<number>(units).fill(2) } });
      return [lower, upper];
    };
    expectClose(limits(201), limits(200), 0.003, 1);
  });

  it("of one unit is 0 to 1, and of none is refused", () => {
    const fit = fitted({ counts: draw(8, 1, 0.6, 200).before });
    expect(predictShare({ fit, past: { counts: [1] } })).toMatchObject({ units: 1, lower: 0, upper: 1 });
    expect(() => predictShare({ fit, past: { counts: [] } })).toThrow("past must hold at least one unit");
    expect(() => predictShare({ fit, past: { counts: [1, 2] }, exposuresAfter: [1] })).toThrow("length 2, got 1");
  });

  it("by the rule alone expects what the closed form says", () => {
    const fit = fitted({ counts: draw(9, 1, 0.6, 800).before });
    const { shape, meanRate } = fit;
    const prediction = predictShare({ fit, past: { atLeast: 2, exposures: new Array<number>(90).fill(1) } });
    expectClose(prediction.share, predictAfterSelection({ shape, meanRate, atLeast: 2 }).share, 1e-12);
  });

  // The law: 95 in 100 intervals hold the share that is seen. 200 seeds leave ± 3 points; the scripts run more.
  it.each([
    [0.5, 0.38],
    [4, 0.1],
  ])("holds what is seen in 90 to 99 of 100 samples: shape %f, %f with an event", (shape, base) => {
    const meanRate = meanRateOfShare({ share: base, shape });
    let held = 0;
    const seeds = 200;
    for (let seed = 0; seed < seeds; seed++) {
      const { before, after } = draw(seed, shape, meanRate, 600);
      const chosen = before.map((_, i) => i).filter((i) => before[i]! >= 1);
      const seen = chosen.filter((i) => after[i]! >= 1).length / chosen.length;
      const { lower, upper } = predictShare({
        fit: fitted({ counts: before }),
        past: { counts: chosen.map((i) => before[i]!) },
      });
      if (lower <= seen && seen <= upper) held++;
    }
    expect(held / seeds).toBeGreaterThan(0.9);
    expect(held / seeds).toBeLessThan(0.99);
  });
});
