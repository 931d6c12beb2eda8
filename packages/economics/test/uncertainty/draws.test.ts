import { distributions, drawJoint, drawNumbers, meanOf, parametersOf, type UncertainNumber } from "@likewise/economics";
import { mean, randomStream, sampleStandardDeviation } from "@likewise/stats";
import { describe, expect, it } from "vitest";

/** Each kind with its mean and standard deviation worked out from its textbook form. */
const cases: readonly [UncertainNumber, number, number][] = [
  [{ kind: "fixed", value: 12 }, 12, 0],
  [{ kind: "gamma", mean: 5000, standardError: 1000 }, 5000, 1000],
  [{ kind: "gamma", mean: 40, standardError: 80 }, 40, 80],
  [{ kind: "beta", mean: 0.25, standardError: 0.05 }, 0.25, 0.05],
  // α 3.5, β 17.5: mean 1/6, variance αβ/((α+β)²(α+β+1)).
  [{ kind: "beta-counts", events: 3, of: 20 }, 3.5 / 21, Math.sqrt((3.5 * 17.5) / (21 ** 2 * 22))],
  [{ kind: "log-normal-mean", mean: 0.8, standardError: 0.1 }, 0.8, 0.1],
  [{ kind: "normal", mean: -3, standardError: 2 }, -3, 2],
  [{ kind: "gamma-poisson", events: 7, exposure: 50 }, 7.5 / 50, Math.sqrt(7.5) / 50],
  // Of PERT, by hand: mean (0 + 4·1 + 8)/6; its beta is 1.5 and 4.5, variance 64·1.5·4.5/(36·7).
  [{ kind: "pert", low: 0, mode: 1, high: 8 }, 2, Math.sqrt((64 * 1.5 * 4.5) / (36 * 7))],
  [{ kind: "uniform", low: 2, high: 5 }, 3.5, 3 / Math.sqrt(12)],
];

describe("what is known of a number, and its draws", () => {
  it("every kind has a case here", () => {
    expect(new Set([...cases.map(([{ kind }]) => kind), "log-normal"])).toEqual(new Set(Object.keys(distributions)));
  });

  // Parameters of the reference of this project, worked by hand from the moments.
  it.each<[UncertainNumber, Record<string, number>]>([
    [
      { kind: "gamma", mean: 5000, standardError: 1000 },
      { shape: 25, scale: 200 },
    ],
    [
      { kind: "beta", mean: 0.25, standardError: 0.05 },
      { alpha: 18.5, beta: 55.5 },
    ],
    [
      { kind: "log-normal-mean", mean: 0.8, standardError: 0.1 },
      { meanLog: -0.230896, sdLog: 0.124517 },
    ],
    // ln 0.7 and (ln 0.9 − ln 0.5)/3.92, by hand.
    [
      { kind: "log-normal", point: 0.7, lower: 0.5, upper: 0.9 },
      { meanLog: -0.356675, sdLog: 0.149948 },
    ],
  ])("parameters of %j", (number, expected) => {
    for (const [name, value] of Object.entries(expected)) expect(parametersOf(number)[name]).toBeCloseTo(value, 5);
  });

  it.each(cases)("means and draws of %j", (number, expectedMean, expectedSd) => {
    expect(meanOf(number)).toBeCloseTo(expectedMean, 10);
    const n = 40_000;
    const { x } = drawNumbers({ x: number }, randomStream(3), n);
    expect(Math.abs(mean(x) - expectedMean)).toBeLessThanOrEqual((4 * expectedSd) / Math.sqrt(n));
    // Four standard errors of a standard deviation of anything here, whose fourth moment is below 60 of its variance squared.
    expect(Math.abs(sampleStandardDeviation(x) - expectedSd)).toBeLessThanOrEqual(
      4 * expectedSd * Math.sqrt(60 / (4 * n)),
    );
  });

  it("a number is drawn alike whatever else is drawn, and otherwise under another name or seed", () => {
    const cost = { kind: "gamma", mean: 10, standardError: 3 } as const;
    const alone = drawNumbers({ cost }, randomStream(1), 50).cost;
    expect(drawNumbers({ other: { kind: "uniform", low: 0, high: 1 }, cost }, randomStream(1), 50).cost).toEqual(alone);
    expect(drawNumbers({ price: cost }, randomStream(1), 50).price).not.toEqual(alone);
    expect(drawNumbers({ cost }, randomStream(2), 50).cost).not.toEqual(alone);
  });

  it.each<[UncertainNumber, string]>([
    [{ kind: "gamma", mean: 0, standardError: 1 }, "x (gamma): mean must be > 0 and finite, got 0"],
    [
      { kind: "beta", mean: 0.5, standardError: 0.5 },
      "x (beta): standardError must be below √(mean (1 − mean)), 0.5, got 0.5",
    ],
    [{ kind: "beta", mean: 1, standardError: 0.1 }, "x (beta): mean must lie between 0 and 1, got 1"],
    [{ kind: "beta-counts", events: 5, of: 4 }, "events must be from 0 to of"],
    [{ kind: "log-normal", point: 1, lower: 0, upper: 2 }, "must be > 0 and finite"],
    [{ kind: "normal", mean: 1, standardError: 0 }, "standardError > 0"],
    [{ kind: "gamma-poisson", events: 1, exposure: 0 }, "exposure > 0"],
    [{ kind: "pert", low: 3, mode: 2, high: 5 }, "must rise, got 3, 2, 5"],
    [{ kind: "uniform", low: 1, high: 1 }, "low must be below high"],
    [{ kind: "fixed", value: Number.NaN }, "value must be finite"],
  ])("refuses %j", (number, message) => {
    expect(() => drawNumbers({ x: number }, randomStream(1), 2)).toThrow(message);
  });
});

describe("estimates that depend on each other", () => {
  const joint = {
    keys: ["a", "b"],
    link: "log",
    estimates: [Math.log(0.3), Math.log(0.5)],
    covariance: [0.04, 0.03, 0.03, 0.09],
  } as const;

  it("are drawn with their covariance on the link's scale", () => {
    const n = 40_000;
    const { a, b } = drawJoint(joint, randomStream(5), n) as { a: Float64Array; b: Float64Array };
    const [x, y] = [a.map(Math.log), b.map(Math.log)];
    const [ofX, ofY] = [mean(x), mean(y)];
    // Of a log-normal number the mean is exp(μ + σ²/2): drawn about μ − σ²/2, so that the mean is what was found.
    expect(mean(a)).toBeCloseTo(0.3, 2);
    expect(mean(b)).toBeCloseTo(0.5, 2);
    expect(ofX).toBeCloseTo(Math.log(0.3) - 0.02, 2);
    expect(ofY).toBeCloseTo(Math.log(0.5) - 0.045, 2);
    const products = x.map((one, i) => (one - ofX) * (y[i]! - ofY));
    // Standard error of a covariance of normals: √((σ₁²σ₂² + σ₁₂²)/n) = √(0.0045/40,000) = 0.00034.
    expect(Math.abs(mean(products) - 0.03)).toBeLessThan(4 * 0.00034);
  });

  it("may be combinations of each other, or known for certain", () => {
    const same = drawJoint({ ...joint, link: "identity", covariance: [0.04, 0.04, 0.04, 0.04] }, randomStream(1), 20);
    for (let i = 0; i < 20; i++) {
      expect(same.a![i]! - Math.log(0.3)).toBeCloseTo(same.b![i]! - Math.log(0.5), 10);
    }
    const odds = drawJoint({ keys: ["p"], link: "logit", estimates: [0], covariance: [0] }, randomStream(1), 3);
    expect([...odds.p!]).toEqual([0.5, 0.5, 0.5]);
  });

  it("refuses a covariance that none has, and lengths that differ", () => {
    expect(() => drawJoint({ ...joint, covariance: [1, 2, 2, 1] }, randomStream(1), 2)).toThrow(
      "must be that of a distribution",
    );
    expect(() => drawJoint({ ...joint, estimates: [1] }, randomStream(1), 2)).toThrow("must be of the 2 keys");
  });
});
