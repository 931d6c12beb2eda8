import { sumOf } from "../sums/sum.ts";

/**
 * Weighted mean.
 *
 * @param values any numbers, length n, no missing values
 * @param weights >= 0, length n, not all 0; only their proportions matter
 * @throws RangeError when the lengths differ, a weight is negative or all are 0
 * @example
 * weightedMean([1, 5], [3, 1]); // 2
 */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const total = totalWeight("weightedMean", values, weights);
  return sumOf(values.length, (i) => weights[i]! * values[i]!) / total;
}

/**
 * Weighted variance around the weighted mean, divided by the sum of the weights less Σw²/Σw: with equal
 * weights it is the sample variance, whatever their size.
 *
 * @param values any numbers, length n, no missing values
 * @param weights >= 0, length n, at least two of them positive; only their proportions matter
 * @returns in the square of the unit of the values, >= 0
 * @throws RangeError when the lengths differ, a weight is negative or fewer than two are positive
 * @source the unbiased estimator for reliability weights, as R's `cov.wt(method = "unbiased")`
 * @example
 * weightedVariance([1, 2, 6], [2, 2, 2]); // 7
 */
export function weightedVariance(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const total = totalWeight("weightedVariance", values, weights);
  const n = values.length;
  const divisor = 1 - sumOf(n, (i) => (weights[i]! / total) ** 2);
  let positive = 0;
  for (let i = 0; i < n; i++) if (weights[i]! > 0) positive++;
  if (positive < 2) throw new RangeError(`weightedVariance: at least two weights must be > 0, got ${positive}`);
  const centre = sumOf(n, (i) => weights[i]! * values[i]!) / total;
  return sumOf(n, (i) => weights[i]! * (values[i]! - centre) ** 2) / total / divisor;
}

function totalWeight(functionName: string, values: ArrayLike<number>, weights: ArrayLike<number>): number {
  if (values.length !== weights.length) {
    throw new RangeError(
      `${functionName}: weights must be as many as values (${values.length}), got ${weights.length}`,
    );
  }
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`${functionName}: weights must be >= 0 and finite, got ${weight} at index ${i}`);
    }
  }
  const total = sumOf(weights.length, (i) => weights[i]!);
  if (!(total > 0)) throw new RangeError(`${functionName}: weights must not all be 0, got a sum of ${total}`);
  return total;
}
