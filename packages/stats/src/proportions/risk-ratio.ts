import { type Count, checkCount } from "./count.ts";
import { type RatioInterval, ratioInterval } from "./ratio-interval.ts";

/**
 * Ratio of two independent proportions with Katz's log interval.
 *
 * With no events in a group the ratio or its interval does not exist, and
 * adding a half would only hide that: check first, and report the difference.
 *
 * @param first  counts of one group
 * @param second counts of the other
 * @param level  confidence level, default 0.95
 * @returns first over second
 * @throws RangeError when a group has no events, counts are not whole numbers with 0 <= events <= total, or level is outside 0 to 1
 * @source Katz et al. (1978), doi:10.2307/2530610
 * @example
 * riskRatio({ first: { events: 9, total: 10 }, second: { events: 3, total: 10 } }).logStandardError; // 0.494413232473044
 */
export function riskRatio({
  first,
  second,
  level = 0.95,
}: {
  first: Count;
  second: Count;
  level?: number;
}): RatioInterval {
  const caller = "riskRatio";
  checkCount(caller, "first.", first);
  checkCount(caller, "second.", second);
  if (first.events === 0 || second.events === 0) {
    throw new RangeError(`${caller}: both groups must have events (units), got ${first.events} and ${second.events}`);
  }
  const ratio = (first.events * second.total) / (second.events * first.total);
  const logVariance =
    (first.total - first.events) / (first.events * first.total) +
    (second.total - second.events) / (second.events * second.total);
  return ratioInterval(caller, ratio, logVariance, level);
}
