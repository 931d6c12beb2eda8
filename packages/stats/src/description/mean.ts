import { sum } from "../sums/sum.ts";

/**
 * Arithmetic mean.
 *
 * @param values any numbers, length >= 1, no missing values
 * @throws RangeError when there are no values
 * @example
 * mean([1, 2, 6]); // 3
 */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError("mean: values must not be empty");
  return sum(values) / values.length;
}
