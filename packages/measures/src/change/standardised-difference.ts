import { normalQuantile } from "@likewise/stats";
import { hedgesCorrection } from "./before-after-effects.ts";
import { type BetterIs, improvementSign } from "./improvement.ts";

/** Scores of a group at one time, summarised; points. */
export interface GroupAtOnce {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

export interface StandardisedDifference {
  readonly kind: "likewise/standardised-difference";
  readonly name: string;
  /** over the pooled standard deviation; positive is better for the treated */
  readonly estimate: number;
  /** with Hedges' correction for small numbers, exact (g_s) */
  readonly corrected: number;
  readonly standardError: number;
  readonly interval: readonly [number, number];
  readonly level: number;
}

/**
 * Difference between two groups at one time over their pooled standard deviation (d_s), not comparable with a standardised
 * change of one group.
 *
 * @throws RangeError when a group has fewer than two people, or scores do not vary
 * @source Lakens (2013), doi:10.3389/fpsyg.2013.00863, formulas 1 and 4; variance: Hedges and Olkin (1985), page 86
 * @example
 * const scores = { treated: { n: 5, mean: 12, sd: 2 }, comparison: { n: 5, mean: 10, sd: 2 } };
 * standardisedDifference({ ...scores, better: "higher" }).estimate; // 1
 */
export function standardisedDifference({
  treated,
  comparison,
  better,
  level = 0.95,
}: {
  readonly treated: GroupAtOnce;
  readonly comparison: GroupAtOnce;
  readonly better: BetterIs;
  readonly level?: number;
}): StandardisedDifference {
  const df = treated.n + comparison.n - 2;
  const pooled = Math.sqrt(((treated.n - 1) * treated.sd ** 2 + (comparison.n - 1) * comparison.sd ** 2) / df);
  if (!(treated.n >= 2 && comparison.n >= 2) || !(pooled > 0)) {
    throw new RangeError(
      `standardisedDifference: groups must have two people or more and scores that vary (points), got ${treated.n} and ${comparison.n} people, standard deviation ${pooled}`,
    );
  }
  const estimate = (improvementSign(better) * (treated.mean - comparison.mean)) / pooled;
  const standardError = Math.sqrt(1 / treated.n + 1 / comparison.n + estimate ** 2 / (2 * (df + 2)));
  const z = normalQuantile((1 + level) / 2);
  return {
    kind: "likewise/standardised-difference",
    name: "difference between the groups over their pooled standard deviation",
    estimate,
    corrected: estimate * hedgesCorrection(df),
    standardError,
    interval: [estimate - z * standardError, estimate + z * standardError],
    level,
  };
}
