import { normalCdf } from "../distributions/normal.ts";
import { twoSidedQuantile } from "../proportions/two-sided-quantile.ts";
import type { KaplanMeier } from "./kaplan-meier.ts";
import { restrictedMean } from "./restricted-mean.ts";

/** First less second, and first over second. */
export interface RestrictedMeanDifference {
  readonly first: number;
  readonly second: number;
  readonly difference: number;
  readonly standardError: number;
  /** limits and p-value are null before the first event of both groups, where the data say nothing of the spread */
  readonly lower: number | null;
  readonly upper: number | null;
  /** two-sided, of a difference of 0 */
  readonly pValue: number | null;
  /** null when a mean is 0 */
  readonly ratio: number | null;
  readonly logStandardError: number | null;
  readonly ratioLower: number | null;
  readonly ratioUpper: number | null;
  readonly horizon: number;
  readonly level: number;
}

/**
 * Difference of two restricted mean survival times: how much longer, on
 * average, one group goes without the event within the horizon. It needs no
 * proportional hazards. The groups must not share people.
 *
 * @param first   curve of one group, from `kaplanMeier`, times counted from 0
 * @param second  of the other, in the same unit of time
 * @param horizon in the unit of the curves, > 0, within the follow-up of both; choose it before seeing the curves
 * @param level   confidence level, default 0.95
 * @returns means, difference and its normal interval in the unit of the curves; the ratio with its log interval
 * @throws RangeError as `restrictedMean`
 * @source Royston and Parmar (2013), doi:10.1186/1471-2288-13-152; Uno et al. (2014), doi:10.1200/JCO.2014.55.2208
 * @example
 * const first = kaplanMeier({ time: [2, 3], event: [1, 1] });
 * const second = kaplanMeier({ time: [1, 3], event: [1, 1] });
 * restrictedMeanDifference({ first, second, horizon: 3 }).difference; // 0.5
 */
export function restrictedMeanDifference({
  first,
  second,
  horizon,
  level = 0.95,
}: {
  first: KaplanMeier;
  second: KaplanMeier;
  horizon: number;
  level?: number;
}): RestrictedMeanDifference {
  const z = twoSidedQuantile("restrictedMeanDifference", level);
  const a = restrictedMean(first, horizon);
  const b = restrictedMean(second, horizon);
  const difference = a.restrictedMean - b.restrictedMean;
  const standardError = Math.hypot(a.standardError, b.standardError);
  const varies = standardError > 0;
  const isPositive = a.restrictedMean > 0 && b.restrictedMean > 0;
  const logStandardError = isPositive
    ? Math.hypot(a.standardError / a.restrictedMean, b.standardError / b.restrictedMean)
    : null;
  const ratio = isPositive ? a.restrictedMean / b.restrictedMean : null;
  const ratioLimit = (side: number) =>
    ratio === null || logStandardError === null || !varies ? null : ratio * Math.exp(side * z * logStandardError);
  return {
    first: a.restrictedMean,
    second: b.restrictedMean,
    difference,
    standardError,
    lower: varies ? difference - z * standardError : null,
    upper: varies ? difference + z * standardError : null,
    pValue: varies ? 2 * normalCdf(Math.abs(difference) / standardError, { upper: true }) : null,
    ratio,
    logStandardError,
    ratioLower: ratioLimit(-1),
    ratioUpper: ratioLimit(1),
    horizon,
    level,
  };
}
