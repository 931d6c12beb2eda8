import { sumOf } from "@likewise/stats";

/**
 * Effective sample size: how many equally weighted people would estimate a mean as well as these weights do.
 *
 * @param weights >= 0, any scale
 * @returns people; 0 when no weight is above 0
 * @source Kish (1965), Survey Sampling, section 8.2
 * @example
 * effectiveSampleSize([1, 1, 2, 0.5, 0.5]); // 3.8461538461538463
 */
export function effectiveSampleSize(weights: ArrayLike<number>): number {
  const total = sumOf(weights.length, (i) => weights[i]!);
  const squares = sumOf(weights.length, (i) => weights[i]! * weights[i]!);
  return squares === 0 ? 0 : (total * total) / squares;
}
