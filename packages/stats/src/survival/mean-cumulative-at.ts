import { firstAfter } from "./first-after.ts";
import type { MeanCumulativeFunction } from "./mean-cumulative-function.ts";

/**
 * Mean cumulative function at one time, with its standard error and interval.
 *
 * @param curve from `meanCumulativeFunction`
 * @param time  in the unit of the curve, not after the last end of any row
 * @returns expected events per unit by then; standard error and limits null where the curve has none
 * @throws RangeError when the time is beyond follow-up: nothing was observed there
 * @example
 * const curve = meanCumulativeFunction({ time: [1, 3, 2], events: [1, 1, 0], entry: [0, 1, 0], units: [1, 1, 2] });
 * meanCumulativeAt(curve, 2.5).mean; // 0.5
 */
export function meanCumulativeAt(
  curve: MeanCumulativeFunction,
  time: number,
): { mean: number; standardError: number | null; lower: number | null; upper: number | null } {
  if (!(time <= curve.end))
    throw new RangeError(`meanCumulativeAt: time must be within follow-up (up to ${curve.end}), got ${time}`);
  const k = firstAfter(curve.times, time) - 1;
  if (k < 0) return { mean: 0, standardError: null, lower: null, upper: null };
  return {
    mean: curve.mean[k]!,
    standardError: curve.standardError[k]!,
    lower: curve.lower[k]!,
    upper: curve.upper[k]!,
  };
}
