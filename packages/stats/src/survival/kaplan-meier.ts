import { weightVector } from "../linear-algebra/finite-vector.ts";
import { twoSidedQuantile } from "../proportions/two-sided-quantile.ts";
import { countsByTime } from "./counts-by-time.ts";
import { productLimit } from "./product-limit.ts";
import { checkedFollowUp, type FollowUp } from "./survival-data.ts";
import type { SurvivalIntervalKind } from "./survival-intervals.ts";

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
  /** Aalen's: the root of Σ d / Y² */
  readonly cumulativeHazardStandardError: readonly number[];
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
  const checked = checkedFollowUp(caller, followUp);
  const weight = weights === undefined ? null : weightVector(caller, weights, checked.rows);
  const [counts] = countsByTime(checked, weight, null);
  return { ...productLimit(counts!, interval, z), interval, level };
}
