import { normalQuantile } from "@likewise/stats";
import { hedgesCorrection } from "./before-after-effects.ts";
import { type BetterIs, improvementSign } from "./improvement.ts";

/** Both scores of a group, summarised; points. */
export interface GroupScores {
  readonly n: number;
  readonly preMean: number;
  readonly postMean: number;
  readonly preSd: number;
  /** of change; without it both scores are taken to spread alike, and the correlation tells it */
  readonly changeSd?: number;
}

export interface ControlledEffect {
  readonly kind: "likewise/controlled-effect";
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number | null;
  readonly interval: readonly [number, number] | null;
  readonly level: number;
  /** between first and later scores; for the standard error where the spread of change is not known */
  readonly correlation: number | null;
}

/** What changes are divided by: one standard deviation of first scores for both groups, or each group's own. */
export type ControlledStandardiser = "pooled" | "own";

/**
 * Difference in mean change of two groups over the pooled standard deviation of first scores (Morris's d_ppc2), with his
 * correction for small numbers; or Becker's difference of both groups' standardised changes.
 *
 * @param standardiser `pooled` (Morris d_ppc2, the default) or `own` (Becker's g of each group, subtracted)
 * @param correlation between first and later scores, −1 to 1; without it, or `changeSd` of both groups, there is no interval
 * @returns positive when the treated group improved more
 * @throws RangeError when a group has fewer than two people (three with `own`) or a standard deviation is not > 0
 * @source Morris (2008), doi:10.1177/1094428106291059, equations 8 to 10; Becker (1988), doi:10.1111/j.2044-8317.1988.tb00901.x
 * @example
 * const treated = { n: 14, preMean: 35.6, postMean: 36, preSd: 4.7 };
 * const comparison = { n: 14, preMean: 34.8, postMean: 33.4, preSd: 3.1 };
 * controlledEffect({ treated, comparison, better: "higher" }).estimate.toFixed(2); // "0.44"
 */
export function controlledEffect({
  treated,
  comparison,
  better,
  standardiser = "pooled",
  correlation = null,
  level = 0.95,
}: {
  readonly treated: GroupScores;
  readonly comparison: GroupScores;
  readonly better: BetterIs;
  readonly standardiser?: ControlledStandardiser;
  readonly correlation?: number | null;
  readonly level?: number;
}): ControlledEffect {
  for (const [name, { n, preSd }] of Object.entries({ treated, comparison })) {
    const fewest = standardiser === "own" ? 3 : 2;
    if (!(n >= fewest) || !(preSd > 0)) {
      throw new RangeError(
        `controlledEffect: ${name} must have at least ${fewest} people and a preSd > 0 (points), got ${n} and ${preSd}`,
      );
    }
  }
  const { name, estimate, variance } = standardisers[standardiser](treated, comparison, improvementSign(better));
  const isKnown = correlation !== null || (treated.changeSd !== undefined && comparison.changeSd !== undefined);
  const standardError = isKnown ? Math.sqrt(variance(correlation ?? 0)) : null;
  const z = normalQuantile((1 + level) / 2);
  return {
    kind: "likewise/controlled-effect",
    name,
    estimate,
    standardError,
    interval: standardError === null ? null : [estimate - z * standardError, estimate + z * standardError],
    level,
    correlation,
  };
}

interface Standardised {
  readonly name: string;
  readonly estimate: number;
  /** for a correlation between first and later scores */
  readonly variance: (correlation: number) => number;
}

type Standardise = (treated: GroupScores, comparison: GroupScores, sign: number) => Standardised;

const standardisers: Readonly<Record<ControlledStandardiser, Standardise>> = { pooled: overPooled, own: overOwn };

function overPooled(treated: GroupScores, comparison: GroupScores, sign: number): Standardised {
  const df = treated.n + comparison.n - 2;
  const pooled = Math.sqrt(((treated.n - 1) * treated.preSd ** 2 + (comparison.n - 1) * comparison.preSd ** 2) / df);
  const estimate = ((1 - 3 / (4 * df - 1)) * sign * (gain(treated) - gain(comparison))) / pooled;
  return {
    name: "difference in mean change over the pooled standard deviation of first scores (Morris d_ppc2)",
    estimate,
    variance: (correlation) =>
      ofMeanChange(treated, pooled, correlation) +
      ofMeanChange(comparison, pooled, correlation) +
      estimate ** 2 / (2 * (treated.n + comparison.n)),
  };
}

function overOwn(treated: GroupScores, comparison: GroupScores, sign: number): Standardised {
  const [ofTreated, ofComparison] = [treated, comparison].map(
    (group) => (hedgesCorrection(group.n - 1) * sign * gain(group)) / group.preSd,
  ) as [number, number];
  const spread = (effect: number, group: GroupScores, correlation: number) =>
    ofMeanChange(group, group.preSd, correlation) + effect ** 2 / (2 * group.n);
  return {
    name: "difference of both groups' mean changes, each over its own standard deviation of first scores (Becker)",
    estimate: ofTreated - ofComparison,
    variance: (correlation) => spread(ofTreated, treated, correlation) + spread(ofComparison, comparison, correlation),
  };
}

/** Variance of a group's mean change over a standard deviation. */
function ofMeanChange({ n, changeSd }: GroupScores, sd: number, correlation: number): number {
  return (changeSd === undefined ? 2 * (1 - correlation) : (changeSd / sd) ** 2) / n;
}

function gain({ preMean, postMean }: GroupScores): number {
  return postMean - preMean;
}
