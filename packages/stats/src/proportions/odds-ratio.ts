import { type Count, checkCount } from "./count.ts";
import { type RatioInterval, ratioInterval } from "./ratio-interval.ts";

/**
 * Ratio of the odds of two independent proportions with Woolf's log interval.
 *
 * With an empty cell the ratio or its interval does not exist: check first.
 *
 * @param first  counts of one group
 * @param second counts of the other
 * @param level  confidence level, default 0.95
 * @returns odds of first over odds of second
 * @throws RangeError when any of the four cells is 0, counts are not whole numbers with 0 <= events <= total, or level is outside 0 to 1
 * @source Woolf (1955), doi:10.1111/j.1469-1809.1955.tb01348.x
 * @example
 * oddsRatio({ first: { events: 9, total: 10 }, second: { events: 3, total: 10 } }).ratio; // 21
 */
export function oddsRatio({
  first,
  second,
  level = 0.95,
}: {
  first: Count;
  second: Count;
  level?: number;
}): RatioInterval {
  const caller = "oddsRatio";
  checkCount(caller, "first.", first);
  checkCount(caller, "second.", second);
  const a = first.events;
  const b = first.total - first.events;
  const c = second.events;
  const d = second.total - second.events;
  if (a === 0 || b === 0 || c === 0 || d === 0) {
    throw new RangeError(
      `${caller}: both groups must have units with and without events, got ${a} with and ${b} without, ${c} with and ${d} without`,
    );
  }
  return ratioInterval(caller, (a * d) / (b * c), 1 / a + 1 / b + 1 / c + 1 / d, level);
}
