import { designMatrix, fitLeastSquares, harrellKnots, restrictedCubicSpline } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle } from "../support.ts";

const { tolerance, x, y, sets } = readOracle<{
  tolerance: number;
  x: number[];
  y: number[];
  sets: { count: 3 | 4 | 5; knots: number[]; columns: number[][]; fitted: number[] }[];
}>("splines.json");

describe.each(sets)("a restricted cubic spline of $count knots", ({ count, knots, columns, fitted }) => {
  it("has Harrell's knots and columns by the definition", () => {
    expectClose(harrellKnots(x, count), knots, tolerance);
    expectClose(restrictedCubicSpline(x, knots), columns, tolerance, 1);
  });

  it("fits what natural splines of R fit", () => {
    const fit = fitLeastSquares({ design: designMatrix([x, ...restrictedCubicSpline(x, knots)]), outcome: y });
    expectClose(fit.fitted, fitted, 1e-9, 1);
  });

  it("is a straight line beyond the outer knots", () => {
    for (const column of restrictedCubicSpline([100, 101, 102, -5, -4], knots)) {
      expect(column[2]! - column[1]!).toBeCloseTo(column[1]! - column[0]!, 8);
      expect(column[3]).toBe(0);
      expect(column[4]).toBe(0);
    }
  });
});

it("refuses knots that do not ascend, and too few", () => {
  expect(() => restrictedCubicSpline([1], [0, 1])).toThrow("restrictedCubicSpline: knots must be at least 3, got 2");
  expect(() => restrictedCubicSpline([1], [0, 0, 1])).toThrow("must be finite and ascend");
});
