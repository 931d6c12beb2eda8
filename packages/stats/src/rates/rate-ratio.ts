import { type RatioInterval, ratioInterval } from "../proportions/ratio-interval.ts";

/** Events, which one unit may have several of, over time at risk. */
export interface Rate {
  readonly events: number;
  /** time at risk summed over units, any unit of time, > 0 */
  readonly exposure: number;
}

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
  checkRate(caller, "first", first);
  checkRate(caller, "second", second);
  const ratio = first.events / first.exposure / (second.events / second.exposure);
  return ratioInterval(caller, ratio, 1 / first.events + 1 / second.events, level);
}

function checkRate(caller: string, name: string, { events, exposure }: Rate): void {
  if (!Number.isInteger(events) || events < 1)
    throw new RangeError(`${caller}: ${name}.events must be a whole number >= 1 (events), got ${events}`);
  if (!(exposure > 0) || !Number.isFinite(exposure))
    throw new RangeError(`${caller}: ${name}.exposure must be > 0 (time at risk), got ${exposure}`);
}
