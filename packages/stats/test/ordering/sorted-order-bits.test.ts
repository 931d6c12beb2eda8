import { randomStream, sortedOrder, sortedRuns } from "@likewise/stats";
import { describe, expect, it } from "vitest";

const stream = randomStream("sorted order");
const columns: Readonly<Record<string, () => number>> = {
  "normal deviates": () => stream.normal(),
  "counts from 0 to 5": () => stream.integer(0, 5),
  "numbers that differ in their last bits alone": () => 1 + stream.integer(0, 1000) * 2 ** -52,
  "large whole numbers": () => 2 ** 40 + stream.integer(0, 1e6),
  "negative numbers next to nothing": () => -stream.uniform() * 1e-300,
  "numbers whose difference is no number": () => stream.choice([1.7e308, -1.7e308, stream.normal()]),
  "both zeros and the smallest numbers": () => stream.choice([0, -0, 1, -1, 1 + 2 ** -50, 5e-324, -5e-324, 3]),
};

describe("many rows are sorted as comparing would, equal values in the order of rows", () => {
  it.each(Object.entries(columns))("%s", (_, draw) => {
    const values = Float64Array.from({ length: 20_000 }, draw);
    const order = sortedOrder(values);
    const byComparing = Array.from(values, (_value, row) => row).sort((a, b) => values[a]! - values[b]! || a - b);
    expect(Array.from(order)).toEqual(byComparing);
  });
});

describe("the ends of runs of equal values are where the next value in order is another", () => {
  it.each(
    Object.entries({
      ...columns,
      "one number and one far off": () => (stream.bernoulli(0.001) ? 1e12 : stream.normal()),
    }),
  )("%s", (_, draw) => {
    for (const people of [1, 500, 20_000]) {
      const values = Float64Array.from({ length: people }, draw);
      const { order, isLast } = sortedRuns(values);
      expect(order).toEqual(sortedOrder(values));
      const expected = Array.from(order, (row, place) => Number(values[row] !== values[order[place + 1] ?? -1]));
      expect(Array.from(isLast)).toEqual(expected);
    }
  });
});
