import { type Count, checkCount } from "./count.ts";
import { type RatioInterval, ratioInterval } from "./ratio-interval.ts";

/**
 * Ratio of two proportions common to several strata (sites), by Mantel and
 * Haenszel, with Greenland and Robins's variance. Strata may be many and small,
 * and may have no events in one group; it takes the ratio to be one and the
 * same in all.
 *
 * @param strata counts of both groups in each stratum
 * @param level  confidence level, default 0.95
 * @returns first over second
 * @throws RangeError when either group has no events in any stratum, or counts are not whole numbers with 0 <= events <= total
 * @source Greenland and Robins (1985), doi:10.2307/2530643
 * @example
 * const site = { first: { events: 1, total: 4 }, second: { events: 2, total: 4 } };
 * mantelHaenszelRiskRatio({ strata: [site, site] }).ratio; // 0.5
 */
export function mantelHaenszelRiskRatio({
  strata,
  level = 0.95,
}: {
  strata: readonly { readonly first: Count; readonly second: Count }[];
  level?: number;
}): RatioInterval {
  const caller = "mantelHaenszelRiskRatio";
  let ofFirst = 0;
  let ofSecond = 0;
  let spread = 0;
  strata.forEach(({ first, second }, s) => {
    checkCount(caller, `strata[${s}].first.`, first);
    checkCount(caller, `strata[${s}].second.`, second);
    const total = first.total + second.total;
    ofFirst += (first.events * second.total) / total;
    ofSecond += (second.events * first.total) / total;
    const events = first.events + second.events;
    spread += (first.total * second.total * events - first.events * second.events * total) / (total * total);
  });
  if (ofFirst === 0 || ofSecond === 0)
    throw new RangeError(`${caller}: both groups must have events in some stratum that holds both groups`);
  return ratioInterval(caller, ofFirst / ofSecond, spread / (ofFirst * ofSecond), level);
}
