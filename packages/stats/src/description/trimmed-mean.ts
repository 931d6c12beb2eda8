import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { sum } from "../sums/sum.ts";

/**
 * Mean of what is left after the same number of smallest and of largest values
 * is dropped: floor(n · trim) at each end, as R's `mean(trim = )` does.
 *
 * A few very large values can carry a mean; beside it this shows what the rest
 * says. It is not an estimate of a total.
 *
 * @param values any numbers, length >= 1, no missing values
 * @param trim   share dropped at each end, 0 to below 0.5; default 0.1
 * @returns in the unit of the values
 * @throws RangeError when there are no values, one is not finite, or trim is out of range
 * @example
 * trimmedMean([100, 1, 2, 3, 4], 0.2); // 3
 */
export function trimmedMean(values: ArrayLike<number>, trim = 0.1): number {
  const caller = "trimmedMean";
  if (!(trim >= 0 && trim < 0.5))
    throw new RangeError(`${caller}: trim must be from 0 to below 0.5 (share at each end), got ${trim}`);
  if (values.length === 0) throw new RangeError(`${caller}: values must not be empty`);
  const sorted = Float64Array.from(finiteVector(caller, "values", values)).sort();
  const dropped = Math.floor(sorted.length * trim);
  const kept = sorted.subarray(dropped, sorted.length - dropped);
  return sum(kept) / kept.length;
}
