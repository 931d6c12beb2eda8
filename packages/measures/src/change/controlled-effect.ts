import { normalQuantile } from "@likewise/stats";
import { type BetterIs, improvementSign } from "./improvement.ts";

/** Both scores of a group, summarised; points. */
export interface GroupScores {
  readonly n: number;
  readonly preMean: number;
  readonly postMean: number;
  readonly preSd: number;
}

export interface ControlledEffect {
  readonly kind: "likewise/controlled-effect";
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number | null;
  readonly interval: readonly [number, number] | null;
  readonly level: number;
  /** between first and later scores, for the standard error */
  readonly correlation: number | null;
}

/**
 * Difference in mean change of two groups over the pooled standard deviation of first scores (Morris's d_ppc2), with his
 * correction for small numbers.
 *
 * @param correlation between first and later scores, −1 to 1; without it there is no interval
 * @returns positive when the treated group improved more
 * @throws RangeError when a group has fewer than two people or a standard deviation is not > 0
 * @source Morris (2008), doi:10.1177/1094428106291059, equations 8 to 10
 * @example
 * const treated = { n: 14, preMean: 35.6, postMean: 36, preSd: 4.7 };
 * const comparison = { n: 14, preMean: 34.8, postMean: 33.4, preSd: 3.1 };
 * controlledEffect({ treated, comparison, better: "higher" }).estimate.toFixed(2); // "0.44"
 */
export function controlledEffect({
  treated,
  comparison,
  better,
  correlation = null,
  level = 0.95,
}: {
  readonly treated: GroupScores;
  readonly comparison: GroupScores;
  readonly better: BetterIs;
  readonly correlation?: number | null;
  readonly level?: number;
}): ControlledEffect {
  for (const [name, { n, preSd }] of Object.entries({ treated, comparison })) {
    if (!(n >= 2) || !(preSd > 0)) {
      throw new RangeError(
        `controlledEffect: ${name} must have at least two people and a preSd > 0 (points), got ${n} and ${preSd}`,
      );
    }
  }
  const df = treated.n + comparison.n - 2;
  const pooled = Math.sqrt(((treated.n - 1) * treated.preSd ** 2 + (comparison.n - 1) * comparison.preSd ** 2) / df);
  const gain = treated.postMean - treated.preMean - (comparison.postMean - comparison.preMean);
  const estimate = ((1 - 3 / (4 * df - 1)) * improvementSign(better) * gain) / pooled;
  const standardError =
    correlation === null
      ? null
      : Math.sqrt(
          2 * (1 - correlation) * (1 / treated.n + 1 / comparison.n) + estimate ** 2 / (2 * (treated.n + comparison.n)),
        );
  const z = normalQuantile((1 + level) / 2);
  return {
    kind: "likewise/controlled-effect",
    name: "difference in mean change over the pooled standard deviation of first scores (Morris d_ppc2)",
    estimate,
    standardError,
    interval: standardError === null ? null : [estimate - z * standardError, estimate + z * standardError],
    level,
    correlation,
  };
}
