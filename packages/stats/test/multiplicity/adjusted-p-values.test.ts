import { adjustedPValues } from "@likewise/stats";
import { describe, expect, it } from "vitest";

describe("p-values of several tests", () => {
  // By hand. Ascending 0.01, 0.02, 0.03, 0.5; Holm times 4, 3, 2, 1 and never falling; BH times 4/1, 4/2, 4/3, 1 and never rising.
  const pValues = [0.03, 0.5, 0.01, 0.02];

  it("are adjusted by Holm step by step, none smaller than the one before", () => {
    expect(adjustedPValues(pValues, "holm").map((p) => p.toFixed(10))).toEqual(
      [0.06, 0.5, 0.04, 0.06].map((p) => p.toFixed(10)),
    );
  });

  it("are adjusted by Benjamini and Hochberg from the largest down", () => {
    expect(adjustedPValues(pValues, "bh").map((p) => p.toFixed(10))).toEqual(
      [0.04, 0.5, 0.04, 0.04].map((p) => p.toFixed(10)),
    );
  });

  it.each(["holm", "bh"] as const)(
    "are left alone when there is one, none above 1, equal ones equal (%s)",
    (method) => {
      expect(adjustedPValues([0.3], method)).toEqual([0.3]);
      expect(adjustedPValues([], method)).toEqual([]);
      const ties = adjustedPValues([0.9, 0.9, 0.9], method);
      expect(ties.every((p) => p === ties[0] && p <= 1)).toBe(true);
    },
  );

  it("must lie in 0 to 1", () => {
    expect(() => adjustedPValues([0.1, 1.2], "bh")).toThrow(RangeError);
    expect(() => adjustedPValues([Number.NaN], "holm")).toThrow(RangeError);
  });
});
