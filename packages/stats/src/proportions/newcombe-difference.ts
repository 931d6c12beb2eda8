import { type Count, checkCount } from "./count.ts";
import { wilsonInterval } from "./wilson-interval.ts";

export interface DifferenceInterval {
  /** first minus second */
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/**
 * Difference of two independent proportions with Newcombe's hybrid score
 * interval: Wilson limits of each, combined by squares. It cannot leave −1 to
 * 1 and holds its level in small groups and at 0 events.
 *
 * For independent groups only. Pairs, or people counted more than once, need
 * an interval that knows which rows belong together (`clusterCovariance`).
 *
 * @param first  counts of one group
 * @param second counts of the other
 * @param level  confidence level, default 0.95
 * @returns first minus second, −1 to 1
 * @throws RangeError when counts are not whole numbers with 0 <= events <= total, or level is outside 0 to 1
 * @source Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I, method 10
 * @example
 * newcombeDifference({ first: { events: 9, total: 10 }, second: { events: 3, total: 10 } }).lower; // 0.170522723934503
 */
export function newcombeDifference({
  first,
  second,
  level = 0.95,
}: {
  first: Count;
  second: Count;
  level?: number;
}): DifferenceInterval {
  const caller = "newcombeDifference";
  checkCount(caller, "first.", first);
  checkCount(caller, "second.", second);
  const a = wilsonInterval({ ...first, level });
  const b = wilsonInterval({ ...second, level });
  // One fraction, so that equal proportions differ by exactly 0.
  const difference = (first.events * second.total - second.events * first.total) / (first.total * second.total);
  return {
    difference,
    lower: difference - Math.hypot(a.proportion - a.lower, b.upper - b.proportion),
    upper: difference + Math.hypot(a.upper - a.proportion, b.proportion - b.lower),
    level,
  };
}
