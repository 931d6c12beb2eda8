import { imputeByChains, poolImputations, randomStream, type VariableWithGaps } from "@likewise/stats";
import { describe, expect, it } from "vitest";

const everywhere = (n: number) => new Uint8Array(n).fill(1);
const number = (
  values: readonly number[],
  known: Uint8Array = everywhere(values.length),
  draw: "normal" | "observed" = "normal",
): VariableWithGaps => ({ kind: "number", values: Float64Array.from(values), known, draw });
const category = (
  codes: readonly number[],
  categories: number,
  known = everywhere(codes.length),
): VariableWithGaps => ({
  kind: "category",
  codes: Int32Array.from(codes),
  known,
  categories,
});
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("a drawn number", () => {
  // Eight rows and one gap at x = 10. By hand: x from 1 to 8, y = 2x + e with e of 1 and −1.
  const x = [1, 2, 3, 4, 5, 6, 7, 8, 10];
  const y = [3, 3, 5, 9, 11, 11, 13, 17, 0];
  const known = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 1, 0);
  const drawn = imputeByChains({
    variables: [number(x), number(y, known)],
    imputations: 20_000,
    stream: randomStream(3),
  }).map(([, column]) => column![8]!);

  it("has the mean and the spread of the posterior prediction", () => {
    // Least squares by hand: mean x 4.5, mean y 9; Sxx 42, Sxy 84, Syy 176; slope 2, residual squares 176 − 84²/42 = 8.
    const at = 9 + 2 * 5.5;
    const residual = 8 / 6;
    // The prediction is t on 6 degrees of freedom, whose variance is 6/4 of the scale squared.
    const variance = residual * (1 + 1 / 8 + 5.5 ** 2 / 42) * 1.5;
    const standardError = Math.sqrt(variance / drawn.length);
    expect(Math.abs(mean(drawn) - at)).toBeLessThan(4 * standardError);
    expect(mean(drawn.map((value) => (value - at) ** 2)) / variance).toBeGreaterThan(0.92);
    expect(mean(drawn.map((value) => (value - at) ** 2)) / variance).toBeLessThan(1.08);
  });

  it("is the line itself where nobody is off it", () => {
    const line = x.map((value) => 3 - value);
    for (const [, column] of imputeByChains({
      variables: [number(x), number(line, known)],
      imputations: 5,
      stream: randomStream(1),
    })) {
      expect(column![8]).toBeCloseTo(-7, 8);
    }
  });
});

describe("a value taken from somebody similar", () => {
  it("is one that occurs, of one of the five nearest predictions", () => {
    const x = Array.from({ length: 40 }, (_, i) => i);
    const y = x.map((value) => 10 * value + (value % 2));
    const known = Uint8Array.from(x, (value) => (value === 20 ? 0 : 1));
    const taken = imputeByChains({
      variables: [number(x), number(y, known, "observed")],
      imputations: 300,
      stream: randomStream(2),
    }).map(([, column]) => column![20]!);
    expect(new Set(taken)).toEqual(new Set([171, 180, 191, 211, 220, 231].filter((value) => taken.includes(value))));
    expect(new Set(taken).size).toBeGreaterThanOrEqual(4);
  });
});

describe("a drawn category", () => {
  it("follows the shares where nothing tells people apart", () => {
    // 60, 30 and 10 of a hundred, the other column without meaning: shares of 2,000 draws within four standard errors.
    const codes = [...new Array(60).fill(0), ...new Array(30).fill(1), ...new Array(10).fill(2), 0];
    const known = Uint8Array.from(codes, (_, row) => (row === 100 ? 0 : 1));
    const drawn = imputeByChains({
      variables: [category(codes, 3, known)],
      imputations: 2_000,
      stream: randomStream(4),
    }).map(([column]) => column![100]!);
    const share = (code: number) => drawn.filter((one) => one === code).length / drawn.length;
    // The share itself is drawn, so its spread about the truth is that of 100 people and of 2,000 draws together.
    expect(share(0)).toBeGreaterThan(0.55);
    expect(share(0)).toBeLessThan(0.65);
    expect(share(2)).toBeGreaterThan(0.07);
    expect(share(2)).toBeLessThan(0.14);
  });

  it("stays finite where a column tells the categories apart for certain", () => {
    const x = [...new Array(20).fill(0), ...new Array(20).fill(1), 1];
    const known = Uint8Array.from(x, (_, row) => (row === 40 ? 0 : 1));
    const drawn = imputeByChains({
      variables: [number(x), category(x, 2, known)],
      imputations: 200,
      stream: randomStream(5),
    }).map(([, column]) => column![40]!);
    expect(mean(drawn)).toBeGreaterThan(0.9);
  });
});

describe("chained equations", () => {
  const stream = randomStream(11);
  const n = 60;
  const x = Array.from({ length: n }, () => stream.normal());
  const y = x.map((value) => value + stream.normal());
  const gaps = () => Uint8Array.from(x, () => (stream.bernoulli(0.3) ? 0 : 1));
  const variables = [
    number(x, gaps()),
    number(y, gaps()),
    category(
      x.map((value) => (value > 0 ? 1 : 0)),
      2,
      gaps(),
    ),
  ];

  it("keep what is known and change no input", () => {
    const before = JSON.stringify(variables);
    const [first] = imputeByChains({ variables, imputations: 2, stream: randomStream(1) });
    variables.forEach((variable, j) => {
      const values = variable.kind === "number" ? variable.values : variable.codes;
      variable.known.forEach((known, row) => {
        if (known === 1) expect(first![j]![row]).toBe(values[row]);
      });
    });
    expect(JSON.stringify(variables)).toBe(before);
  });

  it("are the same from one seed, and a longer run begins with the shorter", () => {
    const run = (imputations: number) => imputeByChains({ variables, imputations, stream: randomStream(9) });
    expect(run(4).slice(0, 2)).toEqual(run(2));
    expect(run(2)[0]).not.toEqual(run(2)[1]);
  });

  it("bring back a mean that complete cases miss, where gaps go by what is known", () => {
    // y = x + e, y missing where x > 0 in seven of ten: complete cases are low, the truth is 0.
    const draws = randomStream(21);
    const covered: boolean[] = [];
    const off: number[] = [];
    for (let study = 0; study < 60; study++) {
      const own = draws.split(study);
      const xs = Array.from({ length: 150 }, () => own.normal());
      const ys = xs.map((value) => value + own.normal());
      const known = Uint8Array.from(xs, (value) => (value > 0 && own.bernoulli(0.7) ? 0 : 1));
      const sets = imputeByChains({ variables: [number(xs), number(ys, known)], imputations: 10, stream: own });
      const means = sets.map(([, column]) => mean(Array.from(column!)));
      const variances = sets.map(([, column], i) => mean(Array.from(column!, (v) => (v - means[i]!) ** 2)) / 149);
      const pooled = poolImputations(means, variances, { completeDf: 149 });
      off.push(pooled.estimate);
      covered.push(Math.abs(pooled.estimate) < 2 * pooled.standardError);
    }
    // Monte Carlo error of the mean of 60 studies whose standard deviation is about 0.15.
    expect(Math.abs(mean(off))).toBeLessThan(4 * (0.15 / Math.sqrt(60)));
    expect(covered.filter(Boolean).length).toBeGreaterThanOrEqual(52);
  });

  it("refuse what cannot be read from so few", () => {
    const few = [number([1, 2, 3]), number([1, 2, 3], Uint8Array.of(1, 1, 0))];
    expect(() => imputeByChains({ variables: few, imputations: 1, stream: randomStream(1) })).toThrow(
      "imputeByChains: known rows of variable 1 must outnumber the 2 coefficients it is read with, got 2",
    );
    expect(() => imputeByChains({ variables: few, imputations: 0, stream: randomStream(1) })).toThrow(
      "imputations must be a whole number from 1",
    );
  });
});
