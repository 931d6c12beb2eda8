import type { DifferenceInterval } from "./newcombe-difference.ts";
import { checkPairs, type PairCounts } from "./pair-counts.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/**
 * Difference of two proportions of the same pairs (or of the same people twice)
 * with Newcombe's interval: Wilson limits of each, combined as far as the two
 * go together.
 *
 * The correlation between them has a continuity correction where it is
 * positive, as in his method 10, and counts as 0 where one of the two never or
 * always happens.
 *
 * @param pairs pairs with the event in both, the first only, the second only and neither
 * @param level confidence level, default 0.95
 * @returns first minus second, −1 to 1
 * @throws RangeError when a count is not a whole number >= 0, there is no pair, or level is outside 0 to 1
 * @source Newcombe (1998), doi:10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C, method 10
 * @example
 * newcombePairedDifference({ both: 3, firstOnly: 4, secondOnly: 0, neither: 1 }).difference; // 0.5
 */
export function newcombePairedDifference({
  level = 0.95,
  ...pairs
}: PairCounts & { level?: number }): DifferenceInterval {
  const caller = "newcombePairedDifference";
  checkPairs(caller, pairs);
  const { both, firstOnly, secondOnly, neither } = pairs;
  const total = both + firstOnly + secondOnly + neither;
  const a = wilsonInterval({ events: both + firstOnly, total, level });
  const b = wilsonInterval({ events: both + secondOnly, total, level });
  const correlation = correctedPhi(pairs, total);
  const difference = (firstOnly - secondOnly) / total;
  const combined = (one: number, other: number) =>
    Math.sqrt(Math.max(0, one * one - 2 * correlation * one * other + other * other));
  return {
    difference,
    lower: difference - combined(a.proportion - a.lower, b.upper - b.proportion),
    upper: difference + combined(a.upper - a.proportion, b.proportion - b.lower),
    level,
  };
}

function correctedPhi({ both, firstOnly, secondOnly, neither }: PairCounts, total: number): number {
  const margins = (both + firstOnly) * (secondOnly + neither) * (both + secondOnly) * (firstOnly + neither);
  if (margins === 0) return 0;
  const product = both * neither - firstOnly * secondOnly;
  return (product > 0 ? Math.max(0, product - total / 2) : product) / Math.sqrt(margins);
}
