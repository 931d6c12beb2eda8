import { twoSidedQuantile } from "../proportions/two-sided-quantile.ts";
import type { KaplanMeier } from "./kaplan-meier.ts";
import { checkWithinFollowUp } from "./survival-at.ts";

export interface RestrictedMean {
  readonly restrictedMean: number;
  readonly standardError: number;
  /** null before the first event, where the data say nothing of the spread */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly horizon: number;
  readonly level: number;
}

/**
 * Restricted mean survival time: average time without the event over the first
 * `horizon` units of time, the area under the Kaplan–Meier curve from 0.
 *
 * It needs no proportional hazards and compares groups in days rather than
 * ratios. The standard error is Greenwood's: Σ A(t)² d / (Y(Y − d)), A(t) the
 * area from t to the horizon.
 *
 * @param curve   from `kaplanMeier`, with times counted from 0
 * @param horizon in the unit of the curve, > 0, within follow-up
 * @param level   confidence level, default 0.95
 * @returns mean, standard error and normal interval in the unit of the curve; the interval ends at 0 and the horizon
 * @throws RangeError when the horizon is not > 0 or beyond follow-up, or a time is negative
 * @source Royston and Parmar (2013), doi:10.1186/1471-2288-13-152; Klein and Moeschberger (2003), section 4.5
 * @example
 * restrictedMean(kaplanMeier({ time: [1, 2, 2, 3], event: [1, 1, 0, 1] }), 2).restrictedMean; // 1.75
 */
export function restrictedMean(
  curve: KaplanMeier,
  horizon: number,
  { level = 0.95 }: { level?: number } = {},
): RestrictedMean {
  const caller = "restrictedMean";
  const z = twoSidedQuantile(caller, level);
  if (!(horizon > 0)) throw new RangeError(`${caller}: horizon must be > 0 (unit of the curve), got ${horizon}`);
  checkWithinFollowUp(caller, "horizon", curve, horizon);
  if (curve.times[0]! < 0) throw new RangeError(`${caller}: times must be counted from 0, some are negative`);
  let end = horizon;
  let area = 0;
  let variance = 0;
  // Backwards, so that the area still to come is at hand at each event.
  for (let k = curve.times.length - 1; k >= 0; k--) {
    const time = curve.times[k]!;
    if (time > horizon) continue;
    area += curve.survival[k]! * (end - time);
    end = time;
    const d = curve.events[k]!;
    const y = curve.atRisk[k]!;
    if (d > 0 && area > 0) variance += (area * area * d) / (y * (y - d));
  }
  const restrictedMean = area + end;
  const standardError = Math.sqrt(variance);
  return {
    restrictedMean,
    standardError,
    lower: standardError > 0 ? Math.max(0, restrictedMean - z * standardError) : null,
    upper: standardError > 0 ? Math.min(horizon, restrictedMean + z * standardError) : null,
    horizon,
    level,
  };
}
