import { type Count, checkCount } from "./count.ts";
import type { DifferenceInterval } from "./newcombe-difference.ts";
import { twoSidedQuantile } from "./two-sided-quantile.ts";

/**
 * Difference of two independent proportions with Agresti and Caffo's interval:
 * Wald's after one unit with and one without the event are added to each group.
 * The difference given is the plain one, and need not lie in the middle.
 *
 * @param first  counts of one group
 * @param second counts of the other
 * @param level  confidence level, default 0.95
 * @returns first minus second; the interval ends at −1 and 1
 * @throws RangeError when counts are not whole numbers with 0 <= events <= total, or level is outside 0 to 1
 * @source Agresti and Caffo (2000), doi:10.1080/00031305.2000.10474560
 * @example
 * agrestiCaffoDifference({ first: { events: 1, total: 2 }, second: { events: 1, total: 2 } }).difference; // 0
 */
export function agrestiCaffoDifference({
  first,
  second,
  level = 0.95,
}: {
  first: Count;
  second: Count;
  level?: number;
}): DifferenceInterval {
  const caller = "agrestiCaffoDifference";
  const z = twoSidedQuantile(caller, level);
  checkCount(caller, "first.", first);
  checkCount(caller, "second.", second);
  const a = (first.events + 1) / (first.total + 2);
  const b = (second.events + 1) / (second.total + 2);
  const reach = z * Math.sqrt((a * (1 - a)) / (first.total + 2) + (b * (1 - b)) / (second.total + 2));
  return {
    difference: (first.events * second.total - second.events * first.total) / (first.total * second.total),
    lower: Math.max(-1, a - b - reach),
    upper: Math.min(1, a - b + reach),
    level,
  };
}
