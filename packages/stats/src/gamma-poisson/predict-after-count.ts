import { checkedRates, type GammaRates, type TwoWindows } from "./gamma-rates.ts";

/** What is expected in the next window. */
export interface NextWindow {
  /** probability of at least one event, 0 to 1 */
  readonly share: number;
  /** expected events */
  readonly mean: number;
}

/**
 * What to expect of a unit in the next window, given its count in the window
 * before, when nothing changes: the personal rate is a draw from a gamma
 * distribution, and the past count says which part of it.
 *
 * @param shape          of the gamma, > 0; null = all units have the same rate, and the past says nothing
 * @param meanRate       expected events per unit of exposure, > 0
 * @param count          events in the window before, whole number >= 0
 * @param exposureBefore length of that window, > 0, any unit of time; default 1
 * @param exposureAfter  length of the next, same unit; default 1
 * @returns share: probability of at least one event; mean: expected events
 * @throws RangeError when an argument is out of range
 * @source Robbins (1956), An empirical Bayes approach to statistics, for the gamma case; Johnson, Kemp and Kotz,
 *   Univariate Discrete Distributions (2005), section 5.3
 * @example
 * predictAfterCount({ shape: 1, meanRate: 1, count: 2 }).mean; // 1.5
 * predictAfterCount({ shape: null, meanRate: 1, count: 2 }).mean; // 1
 */
export function predictAfterCount(given: GammaRates & TwoWindows & { count: number }): NextWindow {
  const { meanRate, count } = given;
  const { dispersion, exposureBefore, exposureAfter } = checkedRates("predictAfterCount", given, {
    name: "count",
    value: count,
  });
  return {
    share: shareAfterCount(dispersion, meanRate, count, exposureBefore, exposureAfter),
    mean: (exposureAfter * meanRate * (1 + dispersion * count)) / (1 + dispersion * meanRate * exposureBefore),
  };
}

/** Probability of at least one event, in a form that passes through dispersion 0. */
export function shareAfterCount(
  dispersion: number,
  meanRate: number,
  count: number,
  exposureBefore: number,
  exposureAfter: number,
): number {
  if (dispersion === 0) return -Math.expm1(-meanRate * exposureAfter);
  const longer = (dispersion * meanRate * exposureAfter) / (1 + dispersion * meanRate * exposureBefore);
  return -Math.expm1(-(1 / dispersion + count) * Math.log1p(longer));
}
