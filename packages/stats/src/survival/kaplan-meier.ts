import { weightVector } from "../linear-algebra/finite-vector.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";
import { twoSidedQuantile } from "../proportions/two-sided-quantile.ts";
import { firstAfter } from "./first-after.ts";
import { checkedFollowUp, type FollowUp } from "./survival-data.ts";
import { type SurvivalIntervalKind, survivalIntervals } from "./survival-intervals.ts";

/** One entry per distinct end of follow-up, ascending; before the first, survival is 1. */
export interface KaplanMeier {
  readonly times: readonly number[];
  /** just before the time */
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
  readonly censored: readonly number[];
  /** just after the time */
  readonly survival: readonly number[];
  /** Greenwood; null once survival is 0 */
  readonly standardError: readonly (number | null)[];
  /** null before the first event and once survival is 0, where the data say nothing of the spread */
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  /** Nelson–Aalen */
  readonly cumulativeHazard: readonly number[];
  readonly interval: SurvivalIntervalKind;
  readonly level: number;
}

/**
 * Kaplan–Meier estimate of the share still without the event at each time.
 *
 * Times are tied only when exactly equal, and at a tie events come before
 * censoring, so whoever is censored at a time is still at risk at it. The
 * default interval is log-log, which stays inside 0 to 1 and holds its level
 * in small groups; R's default is log.
 *
 * With delayed entry the risk set can empty early; survival is then 0 from
 * there on, as the product says. Look at `atRisk` before believing the curve.
 *
 * @param time     end of follow-up, length n, any unit of time
 * @param event    1 = event at `time`, 0 = censored, length n
 * @param entry    start of being at risk, length n, for delayed entry
 * @param weights  counts, >= 0, length n: a row of weight 2 counts as two rows. With weights that are
 *                 not counts the curve is right but the standard errors are not
 * @param level    confidence level, default 0.95
 * @param interval scale of the interval, default "log-log"
 * @throws RangeError when lengths differ, a value is missing, an event is not 0 or 1, or entry is not before time
 * @source Kaplan and Meier (1958), doi:10.1080/01621459.1958.10501452; Kalbfleisch and Prentice (2002), section 1.4
 * @example
 * kaplanMeier({ time: [1, 2, 2, 3], event: [1, 1, 0, 1] }).survival; // [0.75, 0.5, 0]
 */
export function kaplanMeier({
  weights,
  level = 0.95,
  interval = "log-log",
  ...followUp
}: FollowUp & { weights?: ArrayLike<number>; level?: number; interval?: SurvivalIntervalKind }): KaplanMeier {
  const caller = "kaplanMeier";
  const z = twoSidedQuantile(caller, level);
  const { time, event, entry, rows } = checkedFollowUp(caller, followUp);
  const weight = weightVector(caller, weights, rows);
  const { distinct, codes, count } = distinctCodes(time);

  const events = new Float64Array(count);
  const censored = new Float64Array(count);
  // Rows that come under observation between the time before this one and this one.
  const entered = new Float64Array(count);
  for (let i = 0; i < rows; i++) {
    const code = codes[i]!;
    if (event[i] === 1) events[code] = events[code]! + weight[i]!;
    else censored[code] = censored[code]! + weight[i]!;
    if (entry) {
      const first = firstAfter(distinct, entry[i]!);
      entered[first] = entered[first]! + weight[i]!;
    }
  }

  const atRisk = new Float64Array(count);
  let present = 0;
  for (let k = count - 1; k >= 0; k--) {
    present += events[k]! + censored[k]!;
    // Fractional weights may leave less than nothing by rounding.
    atRisk[k] = Math.max(present, events[k]! + censored[k]!);
    if (entry) present -= entered[k]!;
  }

  const survival = new Float64Array(count);
  const logVariance = new Float64Array(count);
  const cumulativeHazard = new Float64Array(count);
  let share = 1;
  let greenwood = 0;
  let hazard = 0;
  for (let k = 0; k < count; k++) {
    const d = events[k]!;
    if (d > 0) {
      const y = atRisk[k]!;
      // Fractional weights may leave a rounding where nobody is left.
      const left = y - d > 1e-12 * y ? y - d : 0;
      share *= left / y;
      greenwood += share > 0 ? d / (y * left) : 0;
      hazard += d / y;
    }
    survival[k] = share;
    logVariance[k] = greenwood;
    cumulativeHazard[k] = hazard;
  }
  return {
    times: Array.from(distinct),
    atRisk: Array.from(atRisk),
    events: Array.from(events),
    censored: Array.from(censored),
    survival: Array.from(survival),
    standardError: Array.from(survival, (s, k) => (s > 0 ? s * Math.sqrt(logVariance[k]!) : null)),
    ...survivalIntervals(interval, survival, logVariance, z),
    cumulativeHazard: Array.from(cumulativeHazard),
    interval,
    level,
  };
}
