import { sortedOrder } from "@likewise/stats";
import { intervalOfBounds } from "./interval-of-bounds.ts";
import { meanOf, type ObservedArm, type ObservedArms, observedArm, spreadOf } from "./observed-arms.ts";

export interface MissingBounds {
  readonly lower: number;
  readonly upper: number;
  readonly lowerStandardError: number;
  readonly upperStandardError: number;
  /** Covers the effect wherever between the bounds it lies. */
  readonly interval: readonly [number, number];
}

export interface LeeBounds extends MissingBounds {
  /** The arm of which more are observed, and the share of its observed people left out at either end; null when alike. */
  readonly trimmed: { readonly arm: "treated" | "comparison"; readonly share: number } | null;
}

/**
 * Lee bounds on a difference of means when outcomes are missing more often in one arm: the fuller arm is trimmed of its
 * highest, then of its lowest outcomes, by as many as it has too many. They hold for the people who would be observed in either
 * arm, if being treated makes being observed only more likely or only less, and arms are alike (or made so by the weights).
 *
 * Ties at the cut are left out in part, so that exactly the share goes. Standard errors allow for the share being
 * estimated; weights are taken as known, and people as independent.
 *
 * @param people one entry per person; see {@link ObservedArms}
 * @param level  of the interval (Imbens and Manski), 0.5 to 1, default 0.95
 * @returns bounds, treated minus comparison, in the unit of the outcome; with nothing missing both are the difference
 * @throws RangeError when an arm has nobody observed or vectors differ in length
 * @source Lee (2009), doi:10.1111/j.1467-937X.2009.00536.x, propositions 1 and 3
 * @example
 * const value = [1, 2, 3, 4, 5, 1, 2, 3, 4, 0];
 * const observed = [1, 1, 1, 1, 1, 1, 1, 1, 1, 0];
 * leeBounds({ value, observed, treated: [1, 1, 1, 1, 1, 0, 0, 0, 0, 0] }).upper; // 1
 */
export function leeBounds(people: ObservedArms, level = 0.95): LeeBounds {
  const treated = observedArm("leeBounds", people, 1);
  const comparison = observedArm("leeBounds", people, 0);
  const isTreatedFuller = treated.observedShare >= comparison.observedShare;
  const [fuller, other] = isTreatedFuller ? [treated, comparison] : [comparison, treated];
  const share = 1 - other.observedShare / fuller.observedShare;
  const mean = meanOf(other.values, other.weights);
  const otherVariance = spreadOf(other.values, other.weights, mean) / (other.effectivePeople * other.observedShare);
  const [low, high] = [true, false].map((fromAbove) => trimmedMean(fuller, other, share, fromAbove)) as [
    Trimmed,
    Trimmed,
  ];
  const [least, most] = isTreatedFuller ? [low.mean - mean, high.mean - mean] : [mean - high.mean, mean - low.mean];
  const [ofLeast, ofMost] = isTreatedFuller ? [low, high] : [high, low];
  const bounds = {
    lower: least,
    upper: most,
    lowerStandardError: Math.sqrt(ofLeast.variance + otherVariance),
    upperStandardError: Math.sqrt(ofMost.variance + otherVariance),
  };
  return {
    ...bounds,
    interval: intervalOfBounds(bounds, level),
    trimmed: share === 0 ? null : { arm: isTreatedFuller ? "treated" : "comparison", share },
  };
}

interface Trimmed {
  readonly mean: number;
  readonly variance: number;
}

function trimmedMean(fuller: ObservedArm, other: ObservedArm, share: number, fromAbove: boolean): Trimmed {
  const order = sortedOrder(fuller.values);
  const rising = fromAbove ? order : order.reverse();
  const values = Float64Array.from(rising, (place) => fuller.values[place]!);
  const weights = Float64Array.from(rising, (place) => fuller.weights[place]!);
  let left = weights.reduce((sum, weight) => sum + weight, 0) * share;
  let last = values.length - 1;
  for (; last > 0 && left > 0; last--) {
    const taken = Math.min(left, weights[last]!);
    weights[last] = weights[last]! - taken;
    left -= taken;
    if (weights[last]! > 0) break;
  }
  const mean = meanOf(values, weights);
  const cut = values[last]!;
  const observed = fuller.effectivePeople * fuller.observedShare;
  const ofMean = (spreadOf(values, weights, mean) + share * (cut - mean) ** 2) / (observed * (1 - share));
  const ofShare =
    (1 - fuller.observedShare) / (fuller.effectivePeople * fuller.observedShare) +
    (1 - other.observedShare) / (other.effectivePeople * other.observedShare);
  return { mean, variance: ofMean + (share === 0 ? 0 : (cut - mean) ** 2 * ofShare) };
}
