import { type Count, checkCount } from "./count.ts";
import { twoSidedQuantile } from "./two-sided-quantile.ts";

export interface ProportionInterval {
  readonly proportion: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/**
 * Wilson score interval for a proportion: the proportions a score test would
 * not reject. It stays inside 0 to 1 and behaves at 0 and n events, where
 * proportion ± 1.96 standard errors does not. No continuity correction.
 *
 * @param events units with the event
 * @param total  units observed
 * @param level  confidence level, default 0.95
 * @returns proportion and limits, 0 to 1
 * @throws RangeError when the counts are not whole numbers with 0 <= events <= total, or level is outside 0 to 1
 * @source Wilson (1927), doi:10.1080/01621459.1927.10502953; Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, method 3
 * @example
 * wilsonInterval({ events: 0, total: 20 }).upper; // 0.161125158052819
 */
export function wilsonInterval({ events, total, level = 0.95 }: Count & { level?: number }): ProportionInterval {
  const caller = "wilsonInterval";
  const z = twoSidedQuantile(caller, level);
  checkCount(caller, "", { events, total });
  const proportion = events / total;
  const squared = z * z;
  const centre = 2 * events + squared;
  const spread = z * Math.sqrt(squared + 4 * events * (1 - proportion));
  const width = 2 * (total + squared);
  // At 0 and n events a limit is exactly 0 or 1; the formula would leave rounding there.
  return {
    proportion,
    lower: events === 0 ? 0 : (centre - spread) / width,
    upper: events === total ? 1 : (centre + spread) / width,
    level,
  };
}
