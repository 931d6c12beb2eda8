import {
  chiSquareCdf,
  gammaCdf,
  mean,
  normalCdf,
  poissonMass,
  type RandomStream,
  randomStream,
  sampleVariance,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";

const draws = (count: number, draw: () => number): Float64Array => Float64Array.from({ length: count }, draw);

/** p-value of Pearson's chi-square of counts against expected counts, cells below 5 pooled into the last. */
function goodnessOfFit(counts: number[], expected: number[]): number {
  let statistic = 0;
  let cells = 0;
  let [pooledCount, pooledExpected] = [0, 0];
  counts.forEach((count, i) => {
    if (expected[i]! >= 5) {
      statistic += (count - expected[i]!) ** 2 / expected[i]!;
      cells++;
    } else {
      pooledCount += count;
      pooledExpected += expected[i]!;
    }
  });
  if (pooledExpected > 0) {
    statistic += (pooledCount - pooledExpected) ** 2 / pooledExpected;
    cells++;
  }
  return chiSquareCdf(statistic, cells - 1, { upper: true });
}

/** The seeds are fixed, so these p-values are too: one below a thousandth would be a fault, not bad luck. */
const credible = 1e-3;

/** p-value that values are uniform on (0, 1), in 50 cells. */
function uniformity(values: ArrayLike<number>): number {
  const counts = new Array<number>(50).fill(0);
  for (let i = 0; i < values.length; i++) counts[Math.floor(values[i]! * 50)]! += 1;
  return goodnessOfFit(counts, new Array(50).fill(values.length / 50));
}

describe("a stream", () => {
  it("is determined by its seed", () => {
    const numbers = (stream: RandomStream) => [
      stream.uniform(),
      stream.normal(),
      stream.integer(1, 6),
      stream.poisson(50),
    ];
    expect(numbers(randomStream(7))).toEqual(numbers(randomStream(7)));
    expect(numbers(randomStream(7))).toEqual(numbers(randomStream("7")));
    expect(numbers(randomStream(7))).not.toEqual(numbers(randomStream(8)));
    expect(() => randomStream(Number.NaN)).toThrow("randomStream: seed must be a finite number or text, got NaN");
  });

  it("gives unrelated first numbers to neighbouring seeds", () => {
    const first = draws(
      20_000,
      (() => {
        let seed = 0;
        return () => randomStream(seed++).uniform();
      })(),
    );
    expect(uniformity(first)).toBeGreaterThan(credible);
    let products = 0;
    for (let i = 1; i < first.length; i++) products += (first[i]! - 0.5) * (first[i - 1]! - 0.5);
    // Lag-one correlation is within 4 of its standard errors, 1/√n.
    expect(Math.abs((12 * products) / first.length)).toBeLessThan(4 / Math.sqrt(first.length));
  });

  it("does not notice in which order its sub-streams are made, drawn from, or how far it went itself", () => {
    const a = randomStream(1);
    const b = randomStream(1);
    a.uniform();
    a.split("other").normal();
    const late = a.split("bootstrap").split(17);
    const early = b.split("bootstrap").split("17");
    expect([late.uniform(), late.uniform()]).toEqual([early.uniform(), early.uniform()]);
  });

  it("keeps labels apart however they are cut", () => {
    const root = randomStream(1);
    const first = [
      root.split("a").split("bc"),
      root.split("ab").split("c"),
      root.split("abc"),
      root.split(""),
      root.split("").split(""),
      root,
      randomStream("1abc"),
    ].map((stream) => stream.uniform());
    expect(new Set(first).size).toBe(first.length);
  });

  it("has sub-streams that start apart and are uniform across labels", () => {
    const root = randomStream("study");
    const first = Float64Array.from({ length: 50_000 }, (_, label) => root.split(label).uniform());
    expect(new Set(first).size).toBe(first.length);
    expect(uniformity(first)).toBeGreaterThan(credible);
  });
});

describe("draws follow their distribution", () => {
  const n = 50_000;

  it("uniform", () => {
    const values = draws(n, randomStream(3).uniform);
    expect(values.every((u) => u > 0 && u < 1)).toBe(true);
    expect(uniformity(values)).toBeGreaterThan(credible);
    // 53 bits: the lowest is used about half of the time.
    const odd = values.filter((u) => (u * 2 ** 53) % 2 === 1).length;
    expect(Math.abs(odd - n / 2)).toBeLessThan(4 * Math.sqrt(n / 4));
  });

  it("normal", () => {
    expect(uniformity(draws(n, randomStream(4).normal).map((z) => normalCdf(z)))).toBeGreaterThan(credible);
  });

  it("exponential", () => {
    const stream = randomStream(5);
    const values = draws(n, () => stream.exponential(30)).map((x) => gammaCdf(x, 1, { scale: 30 }));
    expect(uniformity(values)).toBeGreaterThan(credible);
  });

  it.each([0.05, 0.5, 1, 2.5, 400])("gamma with shape %d", (shape) => {
    const stream = randomStream(6).split(shape);
    const values = draws(n, () => stream.gamma(shape, 3)).map((x) =>
      Math.min(gammaCdf(x, shape, { scale: 3 }), 1 - 1e-16),
    );
    expect(uniformity(values)).toBeGreaterThan(credible);
  });

  it.each([0, 0.01, 0.7, 9.99, 10, 31.5, 1000])("Poisson with mean %d, cell by cell", (expectedCount) => {
    const stream = randomStream(7).split(expectedCount);
    const most = Math.ceil(expectedCount + 12 * Math.sqrt(expectedCount) + 12);
    const counts = new Array<number>(most + 1).fill(0);
    for (let i = 0; i < n; i++) counts[Math.min(stream.poisson(expectedCount), most)]! += 1;
    const expected = counts.map((_, k) => n * poissonMass(k, expectedCount));
    if (expectedCount === 0) expect(counts[0]).toBe(n);
    else expect(goodnessOfFit(counts, expected)).toBeGreaterThan(credible);
  });

  it("Poisson with a mean of ten million has its mean and variance", () => {
    const stream = randomStream(8);
    const values = draws(20_000, () => stream.poisson(1e7));
    // Standard errors: √(μ/n) and about μ√(2/n).
    expect(Math.abs(mean(values) - 1e7)).toBeLessThan(4 * Math.sqrt(1e7 / 20_000));
    expect(Math.abs(sampleVariance(values) - 1e7)).toBeLessThan(4 * 1e7 * Math.sqrt(2 / 20_000));
  });

  it("whole numbers, also where the range is not a power of two", () => {
    const stream = randomStream(9);
    for (const size of [2, 3, 10, 64]) {
      const counts = new Array<number>(size).fill(0);
      for (let i = 0; i < n; i++) counts[stream.integer(-5, size - 6) + 5]! += 1;
      expect(goodnessOfFit(counts, new Array(size).fill(n / size))).toBeGreaterThan(credible);
    }
    expect(stream.integer(4, 4)).toBe(4);
    expect(stream.integer(0, 2 ** 53 - 1)).toBeGreaterThan(2 ** 32);
  });

  it("coins: the chance is respected, 0 never and 1 always", () => {
    const stream = randomStream(10);
    let heads = 0;
    for (let i = 0; i < n; i++) if (stream.bernoulli(0.3)) heads++;
    expect(Math.abs(heads - 0.3 * n)).toBeLessThan(4 * Math.sqrt(0.21 * n));
    expect(
      Array.from({ length: 100 }, () => [stream.bernoulli(0), stream.bernoulli(1)])
        .flat()
        .filter(Boolean),
    ).toHaveLength(100);
  });

  it("choices: equal, or in proportion to weights, and never one of weight 0", () => {
    const stream = randomStream(11);
    const tally = (draw: () => string) => {
      const counts: Record<string, number> = { a: 0, b: 0, c: 0, d: 0 };
      for (let i = 0; i < n; i++) counts[draw()]! += 1;
      return Object.values(counts);
    };
    const items = ["a", "b", "c", "d"];
    expect(
      goodnessOfFit(
        tally(() => stream.choice(items)),
        new Array(4).fill(n / 4),
      ),
    ).toBeGreaterThan(credible);
    const weighted = tally(() => stream.choice(items, [0, 1, 0, 3]));
    expect([weighted[0], weighted[2]]).toEqual([0, 0]);
    expect(goodnessOfFit([weighted[1]!, weighted[3]!], [n / 4, (3 * n) / 4])).toBeGreaterThan(credible);
  });

  it("shuffles: each of the 24 orders of four items equally often, the input untouched", () => {
    const stream = randomStream(12);
    const items = Object.freeze([1, 2, 3, 4]);
    const counts = new Map<string, number>();
    for (let i = 0; i < n; i++) {
      const order = stream.shuffle(items).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(goodnessOfFit([...counts.values()], new Array(24).fill(n / 24))).toBeGreaterThan(credible);
    expect(items).toEqual([1, 2, 3, 4]);
  });

  it("a normal draw is the normal quantile of the uniform the same stream would have given", () => {
    expect(normalCdf(randomStream(13).normal())).toBeCloseTo(randomStream(13).uniform(), 14);
  });
});

describe("wrong calls", () => {
  const stream = randomStream(1);
  it.each([
    [() => stream.integer(2, 1), "integer: from and to must be whole numbers, from <= to, got 2 and 1"],
    [() => stream.gamma(0), "gamma: shape and scale must be > 0 and finite, got 0 and 1"],
    [() => stream.poisson(-1), "poisson: mean must be >= 0 and finite, got -1"],
    [() => stream.exponential(0), "exponential: mean must be > 0 and finite, got 0"],
    [() => stream.bernoulli(1.2), "bernoulli: probability must be from 0 to 1, got 1.2"],
    [() => stream.choice([]), "choice: items must not be empty"],
    [() => stream.choice(["a"], [1, 2]), "choice: weights must be as many as items (1), got 2"],
    [() => stream.choice(["a"], [-1]), "choice: weights must be >= 0 and finite, got -1 at index 0"],
    [() => stream.choice(["a"], [0]), "choice: weights must not all be 0"],
    [() => stream.split(Number.NaN), "split: label must be a finite number or text, got NaN"],
  ])("%# say what must hold", (call, message) => {
    expect(call).toThrow(new RangeError(message));
  });
});
