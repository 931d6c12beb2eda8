import { intervalOfBounds } from "./interval-of-bounds.ts";
import type { MissingBounds } from "./lee-bounds.ts";
import { meanOf, type ObservedArm, type ObservedArms, observedArm, spreadOf } from "./observed-arms.ts";

/**
 * Worst-case bounds on a difference of means: everybody treated whose outcome is not known had the least it can be and
 * everybody compared the most, and the reverse. Nothing at all is assumed of why outcomes are missing.
 *
 * @param people one entry per person; see {@link ObservedArms}
 * @param range  least and most the outcome can be; 0 and 1 for an event
 * @param level  of the interval (Imbens and Manski), 0.5 to 1, default 0.95
 * @returns bounds, treated minus comparison, in the unit of the outcome
 * @throws RangeError when an arm has nobody observed, or an outcome lies outside the range
 * @source Horowitz and Manski (2000), doi:10.1080/01621459.2000.10473902
 * @example
 * const value = [1, 0, 1, 0, 0, 0];
 * worstCaseBounds({ value, observed: [1, 1, 0, 1, 1, 1], treated: [1, 1, 1, 0, 0, 0] }, [0, 1]).upper; // 0.6666666666666666
 */
export function worstCaseBounds(
  people: ObservedArms,
  range: readonly [least: number, most: number],
  level = 0.95,
): MissingBounds {
  const treated = observedArm("worstCaseBounds", people, 1);
  const comparison = observedArm("worstCaseBounds", people, 0);
  requireInside([...treated.values, ...comparison.values], range);
  const [least, most] = range;
  const [treatedLow, treatedHigh] = [filled(treated, least), filled(treated, most)];
  const [otherLow, otherHigh] = [filled(comparison, least), filled(comparison, most)];
  const bounds = {
    lower: treatedLow.mean - otherHigh.mean,
    upper: treatedHigh.mean - otherLow.mean,
    lowerStandardError: Math.sqrt(treatedLow.variance + otherHigh.variance),
    upperStandardError: Math.sqrt(treatedHigh.variance + otherLow.variance),
  };
  return { ...bounds, interval: intervalOfBounds(bounds, level) };
}

function requireInside(values: readonly number[], [least, most]: readonly [number, number]): void {
  const outside = values.filter((value) => !(value >= least && value <= most)).length;
  if (outside === 0) return;
  throw new RangeError(`worstCaseBounds: outcomes must be from ${least} to ${most}, got some outside`);
}

/** Mean and variance of the mean with the outcome not known at `value`. */
function filled({ values, weights, observedShare, effectivePeople }: ObservedArm, value: number) {
  const seen = meanOf(values, weights);
  const mean = observedShare * seen + (1 - observedShare) * value;
  const spread =
    observedShare * (spreadOf(values, weights, seen) + (seen - mean) ** 2) + (1 - observedShare) * (value - mean) ** 2;
  return { mean, variance: spread / effectivePeople };
}
