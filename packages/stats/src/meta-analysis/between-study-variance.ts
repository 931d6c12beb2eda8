import { bracketedRoot } from "../root-finding/bracketed-root.ts";
import { type CheckedStudies, weightedAt } from "./study-estimates.ts";

export type BetweenStudyMethod = "dersimonian-laird" | "reml" | "ml" | "paule-mandel";

/** Variance of the true values between studies, >= 0. */
export const betweenStudyVariance: Record<BetweenStudyMethod, (studies: CheckedStudies) => number> = {
  /** @source DerSimonian and Laird (1986), doi:10.1016/0197-2456(86)90046-2 */
  "dersimonian-laird": (studies) => {
    const { weights, total, q } = weightedAt(studies, 0);
    const squares = weights.reduce((sum, w) => sum + w * w, 0);
    return Math.max(0, (q - (weights.length - 1)) / (total - squares / total));
  },
  /** Q at the value equals its expectation, k − 1. @source Paule and Mandel (1982), doi:10.6028/jres.087.022 */
  "paule-mandel": (studies) => valueWhereQ(studies, studies.estimates.length - 1),
  reml: (studies) => highestLikelihood(studies, true),
  ml: (studies) => highestLikelihood(studies, false),
};

/** Where the weighted squared deviations come down to `target`; 0 when they start below it. */
export function valueWhereQ(studies: CheckedStudies, target: number): number {
  const excess = (tauSquared: number) => weightedAt(studies, tauSquared).q - target;
  if (!(excess(0) > 0)) return 0;
  return bracketedRoot(
    excess,
    0,
    above(studies, (value) => excess(value) < 0),
  );
}

/**
 * Largest (restricted) likelihood at or above 0. It may have several peaks, so
 * its slope is looked at on a fine grid first, and every peak is compared.
 *
 * @source Viechtbauer (2005), doi:10.3102/10769986030003261
 */
function highestLikelihood(studies: CheckedStudies, restricted: boolean): number {
  const slope = (tauSquared: number) => slopeAt(studies, tauSquared, restricted);
  const top = above(studies, (value) => slope(value) < 0);
  let best = 0;
  let bestValue = likelihoodAt(studies, 0, restricted);
  for (let step = 0; step < GRID; step++) {
    const low = top * (step / GRID) ** 4;
    const high = top * ((step + 1) / GRID) ** 4;
    if (!(slope(low) > 0) || slope(high) > 0) continue;
    const peak = bracketedRoot(slope, low, high);
    const value = likelihoodAt(studies, peak, restricted);
    if (value > bestValue) {
      best = peak;
      bestValue = value;
    }
  }
  return best;
}

const GRID = 200;

/** A value beyond all that the data could want, where the condition holds. */
function above({ estimates, variances }: CheckedStudies, holds: (value: number) => boolean): number {
  let least = estimates[0]!;
  let most = estimates[0]!;
  for (const value of estimates) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  let value = (most - least) ** 2 + Math.max(...variances);
  for (let doubling = 0; doubling < 60 && !holds(value); doubling++) value *= 2;
  return value;
}

function likelihoodAt(studies: CheckedStudies, tauSquared: number, restricted: boolean): number {
  const { weights, total, q } = weightedAt(studies, tauSquared);
  const logWeights = weights.reduce((sum, w) => sum + Math.log(w), 0);
  return (logWeights - q - (restricted ? Math.log(total) : 0)) / 2;
}

/** Twice the derivative of the log-likelihood by the variance. */
function slopeAt(studies: CheckedStudies, tauSquared: number, restricted: boolean): number {
  const { mean, weights, total } = weightedAt(studies, tauSquared);
  let slope = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i]!;
    slope += w * w * (studies.estimates[i]! - mean) ** 2 - w;
    squares += w * w;
  }
  return slope + (restricted ? squares / total : 0);
}
