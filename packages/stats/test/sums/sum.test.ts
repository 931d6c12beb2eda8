import { sum, sumChunkLength, sumOf } from "@likewise/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("sum", () => {
  it("of nothing is 0, and of one value is that value", () => {
    expect(sum([])).toBe(0);
    expect(sum(new Float64Array([-2.5]))).toBe(-2.5);
  });

  it("keeps what plain addition loses", () => {
    // By hand: the large values cancel exactly and 2 is left; plain addition gives 0.
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    // Ten times one tenth, as doubles, is 1 to one rounding; plain addition gives 0.9999999999999999.
    expect(sum(new Array(10).fill(0.1))).toBe(1);
  });

  it("keeps a cancellation that falls into different chunks", () => {
    const values = new Float64Array(3 * sumChunkLength);
    values[0] = 1e16;
    values[sumChunkLength + 1] = 1;
    values[2 * sumChunkLength + 2] = -1e16;
    expect(sum(values)).toBe(1);
  });

  it("is exact for whole numbers whose total is: n(n + 1)/2", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
        expect(sumOf(n, (i) => i + 1)).toBe((n * (n + 1)) / 2);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it("is the compensated sum of the compensated sums of its chunks, so threads may take whole chunks", () => {
    const values = Float64Array.from({ length: 2 * sumChunkLength + 123 }, (_, i) => Math.sin(i) * 10 ** (i % 17));
    const chunks = [0, 1, 2].map((c) => sum(values.subarray(c * sumChunkLength, (c + 1) * sumChunkLength)));
    expect(sum(values)).toBe(sum(chunks));
  });

  it("is infinite, not undefined, when a value is infinite", () => {
    expect(sum([1, Number.POSITIVE_INFINITY, 2])).toBe(Number.POSITIVE_INFINITY);
    expect(sum([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toBeNaN();
  });

  it("leaves its input alone", () => {
    expect(sum(Object.freeze([3, 1, 2]))).toBe(6);
  });
});
