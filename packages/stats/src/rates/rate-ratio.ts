import { type RatioInterval, ratioInterval } from "../proportions/ratio-interval.ts";
import { checkExposure, type Rate } from "./rate.ts";

/**
 * Crude ratio of two event rates with the log interval of independent Poisson
 * counts.
 *
 * It treats every event as independent. Events of people who offend again and
 * again are not, and the interval is then too narrow: use `fitPoisson` with an
 * offset and `robustCovariance`, one row per person.
 *
 * @param first  events and time at risk of one group
 * @param second of the other, in the same unit of time
 * @param level  confidence level, default 0.95
 * @returns first over second
 * @throws RangeError when a group has no events, exposure is not > 0, or level is outside 0 to 1
 * @source Rothman, Greenland and Lash, Modern Epidemiology (2008), chapter 14
 * @example
 * rateRatio({ first: { events: 100, exposure: 114 }, second: { events: 140, exposure: 114 } }).ratio; // 0.714285714285714
 */
export function rateRatio({
  first,
  second,
  level = 0.95,
}: {
  first: Rate;
  second: Rate;
  level?: number;
}): RatioInterval {
  const caller = "rateRatio";
  checkExposure(caller, "first.", first, 1);
  checkExposure(caller, "second.", second, 1);
  const ratio = first.events / first.exposure / (second.events / second.exposure);
  return ratioInterval(caller, ratio, 1 / first.events + 1 / second.events, level);
}
