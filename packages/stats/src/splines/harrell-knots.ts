import { quantiles } from "../description/quantile.ts";

/** Shares of people below each knot. */
const places: Readonly<Record<3 | 4 | 5, readonly number[]>> = {
  3: [0.1, 0.5, 0.9],
  4: [0.05, 0.35, 0.65, 0.95],
  5: [0.05, 0.275, 0.5, 0.725, 0.95],
};

/**
 * Knots for a spline at Harrell's quantiles of the values (type 7, as R's default).
 *
 * @param values length n, at least one
 * @param count  3, 4 or 5; default 4
 * @returns ascending, in the unit of the values; equal ones where many values are
 * @source Harrell (2015), Regression Modeling Strategies, table 2.3
 * @example
 * harrellKnots(Array.from({ length: 101 }, (_, i) => i)); // [5, 35, 65, 95]
 */
export function harrellKnots(values: ArrayLike<number>, count: 3 | 4 | 5 = 4): number[] {
  return quantiles(values, places[count]);
}
