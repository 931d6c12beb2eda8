import { betaQuantile } from "../distributions/beta.ts";
import { type Count, checkCount } from "./count.ts";
import { checkLevel } from "./two-sided-quantile.ts";
import type { ProportionInterval } from "./wilson-interval.ts";

/**
 * Clopper–Pearson interval for a proportion: the proportions that neither
 * one-sided exact binomial test rejects at half of 1 − level.
 *
 * It holds at least its level always, and more in small groups; Wilson's
 * interval is shorter and holds it on average. At 0 or n events it is
 * one-sided in fact, and still leaves out only half of 1 − level.
 *
 * @param events units with the event
 * @param total  units observed
 * @param level  confidence level, default 0.95
 * @returns proportion and limits, 0 to 1
 * @throws RangeError when the counts are not whole numbers with 0 <= events <= total, or level is outside 0 to 1
 * @source Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404
 * @example
 * exactBinomialInterval({ events: 0, total: 1 }).upper; // 0.975
 */
export function exactBinomialInterval({ events, total, level = 0.95 }: Count & { level?: number }): ProportionInterval {
  const caller = "exactBinomialInterval";
  checkLevel(caller, level);
  checkCount(caller, "", { events, total });
  const outside = (1 - level) / 2;
  return {
    proportion: events / total,
    lower: events === 0 ? 0 : betaQuantile(outside, events, total - events + 1),
    upper: events === total ? 1 : betaQuantile(outside, events + 1, total - events, { upper: true }),
    level,
  };
}
