import { sumOf } from "../sums/sum.ts";
import { mean } from "./mean.ts";

/**
 * Sample variance: squared distances from the mean, divided by n − 1.
 *
 * Two passes, so that values far from zero (dates, identifiers read as numbers) keep their digits.
 *
 * @param values any numbers, length >= 2, no missing values
 * @returns in the square of the unit of the values, >= 0
 * @throws RangeError when there are fewer than two values
 * @example
 * sampleVariance([1, 2, 6]); // 7
 */
export function sampleVariance(values: ArrayLike<number>): number {
  const n = values.length;
  if (n < 2) throw new RangeError(`sampleVariance: values must be at least two, got ${n}`);
  const centre = mean(values);
  const squares = sumOf(n, (i) => (values[i]! - centre) ** 2);
  // The rounding error of the mean, which the distances would otherwise all share.
  const drift = sumOf(n, (i) => values[i]! - centre);
  return (squares - (drift * drift) / n) / (n - 1);
}

/**
 * Sample standard deviation, the square root of {@link sampleVariance}.
 *
 * @param values any numbers, length >= 2, no missing values
 * @returns in the unit of the values, >= 0
 * @throws RangeError when there are fewer than two values
 * @example
 * sampleStandardDeviation([1, 3, 5]); // 2
 */
export function sampleStandardDeviation(values: ArrayLike<number>): number {
  if (values.length < 2) {
    throw new RangeError(`sampleStandardDeviation: values must be at least two, got ${values.length}`);
  }
  return Math.sqrt(sampleVariance(values));
}
