import { negativeBinomialCdf } from "../distributions/negative-binomial.ts";
import { poissonCdf } from "../distributions/poisson.ts";
import { checkedRates, type GammaRates, type TwoWindows } from "./gamma-rates.ts";
import { type NextWindow, shareAfterCount } from "./predict-after-count.ts";

export interface AfterSelection extends NextWindow {
  /** share of all units that the rule selects, 0 to 1 */
  readonly selected: number;
  /** expected events of a selected unit in the window before */
  readonly meanBefore: number;
}

/**
 * What to expect, in the next window, of units selected for at least so many
 * events in the window before, when nothing changes: regression to the mean in
 * closed form.
 *
 * @param shape          of the gamma distribution of personal rates, > 0; null = all units have the same rate
 * @param meanRate       expected events per unit of exposure in all units, > 0
 * @param atLeast        fewest events in the window before that select a unit, whole number >= 0
 * @param exposureBefore length of that window, > 0, any unit of time; default 1
 * @param exposureAfter  length of the next, same unit; default 1
 * @returns share with at least one event and mean events after; share selected and mean events before
 * @throws RangeError when an argument is out of range
 * @source by Bayes' theorem from the negative binomial: units without an event after are gamma–Poisson too, with the
 *   gamma's rate larger by the exposure after
 * @example
 * predictAfterSelection({ shape: 1, meanRate: 1, atLeast: 1 }).share; // 0.6666666666666666
 */
export function predictAfterSelection(given: GammaRates & TwoWindows & { atLeast: number }): AfterSelection {
  const { shape, meanRate, atLeast } = given;
  const { dispersion, exposureBefore, exposureAfter } = checkedRates("predictAfterSelection", given, {
    name: "atLeast",
    value: atLeast,
  });
  const before = meanRate * exposureBefore;
  const logSelected = logAtLeast(atLeast, before, shape);
  // Units weighted by their rate are gamma with one more in the shape: that is where events come from.
  const heavier =
    shape === null ? logAtLeast(atLeast, before, null) : logAtLeast(atLeast, before * (1 + dispersion), shape + 1);
  const heavierBefore =
    shape === null
      ? logAtLeast(atLeast - 1, before, null)
      : logAtLeast(atLeast - 1, before * (1 + dispersion), shape + 1);
  return {
    selected: Math.exp(logSelected),
    share: shareAfterSelection(dispersion, meanRate, atLeast, exposureBefore, exposureAfter),
    mean: meanRate * exposureAfter * Math.exp(heavier - logSelected),
    meanBefore: before * Math.exp(heavierBefore - logSelected),
  };
}

/** Probability of at least one event after at least `atLeast` before. */
export function shareAfterSelection(
  dispersion: number,
  meanRate: number,
  atLeast: number,
  exposureBefore: number,
  exposureAfter: number,
): number {
  const without = 1 - shareAfterCount(dispersion, meanRate, 0, 0, exposureAfter);
  const before = meanRate * exposureBefore;
  const shape = dispersion === 0 ? null : 1 / dispersion;
  const slower = before / (1 + dispersion * meanRate * exposureAfter);
  return 1 - without * Math.exp(logAtLeast(atLeast, slower, shape) - logAtLeast(atLeast, before, shape));
}

/** Log probability of at least so many events. */
function logAtLeast(count: number, mean: number, shape: number | null): number {
  if (count <= 0) return 0;
  return shape === null
    ? poissonCdf(count - 1, mean, { upper: true, log: true })
    : negativeBinomialCdf(count - 1, mean, shape, { upper: true, log: true });
}
