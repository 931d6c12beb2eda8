import { distinctCodes, sortedOrder } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { shuffled } from "../support.ts";

// Long enough to be sorted by counting rather than comparing; ties, both zeros, huge, tiny and negative values.
const awkward = Float64Array.from(
  shuffled(6000),
  (i) => [0, -0, 1e-310, -1e300, 1e300, i / 7, -i / 7, Math.floor(i / 100)][i % 8]!,
);

describe("sorted order", () => {
  it.each([
    ["few rows", awkward.slice(0, 50)],
    ["many rows", awkward],
    ["many whole numbers", Float64Array.from(shuffled(5000), (i) => i % 365)],
  ])("of %s is ascending, and equal values keep the order of rows (law)", (_, values) => {
    const order = sortedOrder(values);
    for (let at = 1; at < order.length; at++) {
      const before = values[order[at - 1]!]!;
      const here = values[order[at]!]!;
      expect(before < here || (before === here && order[at - 1]! < order[at]!)).toBe(true);
    }
    expect(new Set(order).size).toBe(values.length);
  });

  it("of nothing is nothing", () => {
    expect(sortedOrder(new Float64Array(0)).length).toBe(0);
  });
});

describe("distinct codes", () => {
  it.each([
    ["whole numbers", Float64Array.of(7, -2, 7, 3, -2)],
    ["fractions", Float64Array.of(0.7, -0.2, 0.7, 0.3, -0.2)],
    ["whole numbers far apart", Float64Array.of(7e9, -2e9, 7e9, 3e9, -2e9)],
  ])("number %s from the least up", (_, values) => {
    const { distinct, codes, count } = distinctCodes(values);
    expect(Array.from(codes)).toEqual([2, 0, 2, 1, 0]);
    expect(count).toBe(3);
    expect(Array.from(codes, (code) => distinct[code]!)).toEqual(Array.from(values));
  });

  it("take both zeros for one value", () => {
    expect(distinctCodes(Float64Array.of(0, -0)).count).toBe(1);
    expect(distinctCodes(Float64Array.of(0, -0, 0.5)).count).toBe(2);
    expect(distinctCodes(awkward).count).toBe(new Set(Array.from(awkward, (value) => value + 0)).size);
  });
});
