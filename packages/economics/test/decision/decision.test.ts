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

  // Net benefits g(x) + z with x standard normal and z of spread 300; what knowing x is worth follows from φ and Φ alone.
  const above = (at: number) => normalDensity(at) - at * normalCdf(-at);
  it.each<[string, (x: number) => number, number]>([
    [
      "nothing below half a deviation, then £1,000 each",
      (x) => 1000 * Math.max(0, x - 0.5) - 150,
      1000 * above(0.65) - Math.max(0, 1000 * above(0.5) - 150),
    ],
    [
      "a loss of £300 that turns to £2,000 at one deviation",
      (x) => (x > 1 ? 2000 : -300),
      2000 * normalCdf(-1) - Math.max(0, 2000 * normalCdf(-1) - 300 * normalCdf(1)),
    ],
    [
      "£800 for each deviation either way, less £600",
      (x) => 800 * Math.abs(x) - 600,
      2 * 800 * above(0.75) - Math.max(0, 2 * 800 * normalDensity(0) - 600),
    ],
    [
      "£200, and ruin in the last four of a hundred",
      (x) => 200 - 3000 * Math.max(0, x - 1.8),
      200 * normalCdf(1.8 + 1 / 15) -
        3000 * (above(1.8) - above(1.8 + 1 / 15) - normalCdf(-1.8 - 1 / 15) / 15) -
        (200 - 3000 * above(1.8)),
    ],
  ])("bends and steps: %s", (_, net, worth) => {
    const draws = 100_000;
    const numbers = {
      x: { kind: "normal", mean: 0, standardError: 1 },
      z: { kind: "normal", mean: 0, standardError: 300 },
    } as const;
    const { x, z } = drawNumbers(numbers, randomStream("bends"), draws);
    const found = parameterInformation(x, [new Float64Array(draws), x.map((one, i) => net(one) + z[i]!)]);
    expect(Math.abs(found / worth - 1)).toBeLessThan(0.03);
  });

  it("two values of a parameter tell what each of them would, and few draws make a line", () => {
    // By hand: 40 expected at 0 (kept at nothing: −40), 100 at 1: half of 100 known against 30 on average.
    const parameter = Float64Array.from({ length: 400 }, (_, i) => i % 2);
    const net = parameter.map((one, i) => (one === 1 ? 100 : -40) + (i % 4 < 2 ? 7 : -7));
    expect(parameterInformation(parameter, [new Float64Array(400), net])).toBeCloseTo(50 - 30, 8);
    expect(
      parameterInformation(
        [1, 2, 3, 4],
        [
          [0, 0, 0, 0],
          [-30, -10, 10, 30],
        ],
      ),
    ).toBeCloseTo(10, 8);
  });

  it("refuses one option, no draws, and draws of different numbers", () => {
    expect(() => perfectInformation([a])).toThrow("must be of two options or more, got 1");
    expect(() => perfectInformation([[], []])).toThrow("one or more");
    expect(() => parameterInformation([1, 2], [a, b])).toThrow("equally many");
    expect(() => acceptability([{ id: "a", cost: zeros, effect: a }], [1])).toThrow("two or more");
  });
});
