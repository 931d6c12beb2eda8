import { medianAbsoluteDeviation as medianDeviation, quantileSorted } from "simple-statistics";

/**
 * Sample quantile, type 7 of Hyndman and Fan (linear between order statistics; the default of R and NumPy).
 *
 * @param values any numbers, length >= 1, no missing values
 * @param p 0 to 1
 * @returns in the unit of the values
 * @throws RangeError when there are no values or p is not from 0 to 1
 * @source Hyndman and Fan (1996), doi:10.2307/2684934
 * @example
 * quantile([1, 2, 3, 10], 0.25); // 1.75
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  return quantiles(values, [p])[0]!;
}

/** Several quantiles of the same values, sorted once. */
export function quantiles(values: ArrayLike<number>, shares: readonly number[]): number[] {
  const wrong = shares.find((p) => !(p >= 0 && p <= 1));
  if (wrong !== undefined) throw new RangeError(`quantile: p must be from 0 to 1, got ${wrong}`);
  const sorted = sortedCopy("quantile", values);
  return shares.map((p) => quantileSorted(sorted, p));
}

/**
 * Median: the middle value, or the mean of the two middle ones.
 *
 * @param values any numbers, length >= 1, no missing values
 * @throws RangeError when there are no values
 * @example
 * median([5, 1, 2, 10]); // 3.5
 */
export function median(values: ArrayLike<number>): number {
  return quantileSorted(sortedCopy("median", values), 0.5);
}

/**
 * Median absolute deviation: the median distance from the median. Not multiplied by 1.4826; do that where
 * it stands in for a standard deviation.
 *
 * @param values any numbers, length >= 1, no missing values
 * @returns in the unit of the values, >= 0
 * @throws RangeError when there are no values
 * @example
 * medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9]); // 1
 */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  return medianDeviation(sortedCopy("medianAbsoluteDeviation", values));
}

function sortedCopy(functionName: string, values: ArrayLike<number>): number[] {
  if (values.length === 0) throw new RangeError(`${functionName}: values must not be empty`);
  return Array.from(Float64Array.from(values).sort());
}
