import { studentTCdf, studentTQuantile } from "../distributions/student-t.ts";
import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { checkLevel } from "../proportions/two-sided-quantile.ts";
import { sum, sumOf } from "../sums/sum.ts";

export interface TwoSampleT {
  /** mean of first minus mean of second */
  readonly difference: number;
  readonly standardError: number;
  readonly df: number;
  readonly statistic: number;
  /** two-sided */
  readonly pValue: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/**
 * Difference of two means by Welch's t, which allows the groups different
 * variances and sizes.
 *
 * @param first  values of one group, length >= 2, any unit, none missing
 * @param second values of the other
 * @param level  confidence level, default 0.95
 * @returns first minus second in the unit of the values; the interval is dual to the p-value
 * @throws RangeError when a group has fewer than two values, a value is missing, or no value differs from its group's mean
 * @source Welch (1947), doi:10.1093/biomet/34.1-2.28
 * @example
 * twoSampleT({ first: [1, 2, 3], second: [2, 4, 6] }).df; // 2.9411764705882355
 */
export function twoSampleT({
  first,
  second,
  level = 0.95,
}: {
  first: ArrayLike<number>;
  second: ArrayLike<number>;
  level?: number;
}): TwoSampleT {
  const caller = "twoSampleT";
  checkLevel(caller, level);
  const a = meanAndItsVariance(caller, "first", first);
  const b = meanAndItsVariance(caller, "second", second);
  const variance = a.variance + b.variance;
  if (variance === 0) throw new RangeError(`${caller}: values must vary within at least one group`);
  const difference = a.mean - b.mean;
  const standardError = Math.sqrt(variance);
  const df = variance ** 2 / (a.variance ** 2 / (a.size - 1) + b.variance ** 2 / (b.size - 1));
  const statistic = difference / standardError;
  const reach = studentTQuantile((1 - level) / 2, df, { upper: true }) * standardError;
  return {
    difference,
    standardError,
    df,
    statistic,
    pValue: 2 * studentTCdf(Math.abs(statistic), df, { upper: true }),
    lower: difference - reach,
    upper: difference + reach,
    level,
  };
}

function meanAndItsVariance(caller: string, name: string, given: ArrayLike<number>) {
  const values = finiteVector(caller, name, given);
  const size = values.length;
  if (size < 2) throw new RangeError(`${caller}: ${name} must hold at least 2 values, got ${size}`);
  const mean = sum(values) / size;
  const squares = sumOf(size, (i) => (values[i]! - mean) ** 2);
  return { size, mean, variance: squares / (size - 1) / size };
}
