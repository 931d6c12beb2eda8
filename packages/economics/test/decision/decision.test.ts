import { acceptability, drawNumbers, parameterInformation, perfectInformation } from "@likewise/economics";
import { normalCdf, normalDensity, randomStream } from "@likewise/stats";
import { describe, expect, it } from "vitest";

/** Worked by hand in the reference of this project: means 25 and 25. */
const a = [10, 20, 30, 40];
const b = [30, 10, 40, 20];
const zeros = [0, 0, 0, 0];

describe("what to decide, and what knowing more is worth", () => {
  it("four draws of two options: 7.5 for knowing all, each the best half of the time", () => {
    expect(perfectInformation([a, b])).toBe(7.5);
    const [at] = acceptability(
      [
        { id: "a", cost: zeros, effect: a },
        { id: "b", cost: zeros, effect: b },
      ],
      [1],
    );
    expect(at!.mostLikely).toEqual([0.5, 0.5]);
    expect(at!.frontier).toBe(0.5);
  });

  it("the frontier follows the mean, not the option that wins most often", () => {
    // b wins three times of four, a has the larger mean: 100/4 against 6/4.
    const [at] = acceptability(
      [
        { id: "a", cost: zeros, effect: [100, 0, 0, 0] },
        { id: "b", cost: zeros, effect: [0, 2, 2, 2] },
      ],
      [1],
    );
    expect(at).toEqual({ worth: 1, mostLikely: [0.25, 0.75], best: "a", frontier: 0.25 });
  });

  it("ties are shared, and a worth of 0 leaves cost alone to decide", () => {
    const options = [
      { id: "nothing", cost: zeros, effect: zeros },
      { id: "programme", cost: [1, 1, 0, -1], effect: [5, 5, 5, 5] },
    ];
    expect(acceptability(options, [0])[0]!.mostLikely).toEqual([0.625, 0.375]);
  });

  it("knowing everything about a normal net benefit is worth σφ(μ/σ) − |μ|Φ(−|μ|/σ)", () => {
    // The expected loss of deciding by the sign of the mean (Raiffa and Schlaifer's unit normal loss).
    const [mu, sigma] = [400, 1000];
    const { net } = drawNumbers({ net: { kind: "normal", mean: mu, standardError: sigma } }, randomStream(8), 200_000);
    const expected = sigma * normalDensity(mu / sigma) - mu * normalCdf(-mu / sigma);
    // 4 standard errors: draws of max(x, 0) − x spread by less than 500.
    expect(Math.abs(perfectInformation([new Float64Array(200_000), net]) - expected)).toBeLessThan(
      (4 * 500) / Math.sqrt(200_000) + 4 * 0.4 * (1000 / Math.sqrt(200_000)),
    );
  });

  it("knowing one of two normal parts is worth what a normal of that part's spread would be", () => {
    // Net benefit 100 + 3x + z with x of spread 200 and z of 900: knowing x leaves a normal of spread 600 about 100.
    const { x, z } = drawNumbers(
      { x: { kind: "normal", mean: 0, standardError: 200 }, z: { kind: "normal", mean: 0, standardError: 900 } },
      randomStream(4),
      100_000,
    );
    const net = x.map((one, i) => 100 + 3 * one + z[i]!);
    const none = new Float64Array(100_000);
    const worth = (spread: number) => spread * normalDensity(100 / spread) - 100 * normalCdf(-100 / spread);
    const all = perfectInformation([none, net]);
    expect(Math.abs(parameterInformation(x, [none, net]) / worth(600) - 1)).toBeLessThan(0.03);
    expect(Math.abs(parameterInformation(z, [none, net]) / worth(900) - 1)).toBeLessThan(0.03);
    expect(parameterInformation(x, [none, net])).toBeLessThan(all);
    const { other } = drawNumbers({ other: { kind: "uniform", low: 0, high: 1 } }, randomStream(4), 100_000);
    expect(parameterInformation(other, [none, net])).toBeLessThan(0.02 * all);
  });

  it("refuses one option, no draws, and draws of different numbers", () => {
    expect(() => perfectInformation([a])).toThrow("must be of two options or more, got 1");
    expect(() => perfectInformation([[], []])).toThrow("one or more");
    expect(() => parameterInformation([1, 2], [a, b])).toThrow("equally many");
    expect(() => acceptability([{ id: "a", cost: zeros, effect: a }], [1])).toThrow("two or more");
  });
});
