import { twoSidedQuantile } from "../proportions/two-sided-quantile.ts";
import { meanCumulativeAt } from "./mean-cumulative-at.ts";
import type { MeanCumulativeFunction } from "./mean-cumulative-function.ts";

/** First less second mean at one time. */
export interface MeanCumulativeDifference {
  readonly time: number;
  readonly difference: number;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly level: number;
}

/**
 * Difference of two groups' mean cumulative functions at given times, with a
 * normal interval. The groups must not share units.
 *
 * @param first  curve of one group
 * @param second of the other, in the same unit of time
 * @param times  within the follow-up of both
 * @param level  confidence level, default 0.95
 * @returns events per unit, first less second, one entry per time; limits null where either group has no standard
 *          error yet: before its first event, or with one unit
 * @throws RangeError when a time is beyond either group's follow-up
 * @source Lawless and Nadeau (1995), doi:10.1080/00401706.1995.10484300, section 4
 * @example
 * const many = meanCumulativeFunction({ time: [1, 2], events: [1, 1], units: [1, 2] });
 * const few = meanCumulativeFunction({ time: [1, 2, 2, 2], events: [1, 0, 0, 0], units: [1, 2, 3, 4] });
 * meanCumulativeDifference({ first: many, second: few, times: [1] })[0].difference; // 0.25
 */
export function meanCumulativeDifference({
  first,
  second,
  times,
  level = 0.95,
}: {
  first: MeanCumulativeFunction;
  second: MeanCumulativeFunction;
  times: readonly number[];
  level?: number;
}): MeanCumulativeDifference[] {
  const z = twoSidedQuantile("meanCumulativeDifference", level);
  return times.map((time) => {
    const a = meanCumulativeAt(first, time);
    const b = meanCumulativeAt(second, time);
    const difference = a.mean - b.mean;
    const standardError =
      a.standardError === null || b.standardError === null ? null : Math.hypot(a.standardError, b.standardError);
    const limit = (side: number) => (standardError === null ? null : difference + side * z * standardError);
    return { time, difference, standardError, lower: limit(-1), upper: limit(1), level };
  });
}
