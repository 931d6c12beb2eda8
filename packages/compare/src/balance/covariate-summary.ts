import type { CovariateSummary } from "@likewise/schema";
import type { ArmMoments } from "./arm-moments.ts";
import type { DistributionDifference } from "./distribution-difference.ts";

/** Both arms' moments of a column. */
export interface ColumnMoments {
  readonly treated: ArmMoments;
  readonly comparison: ArmMoments;
}

/**
 * Means of both arms under weights, their standardised difference, the ratio of their variances and how far apart their
 * cumulative distributions are.
 *
 * The difference is in units of a raw standard deviation, which stays the same before and after, so that only the numerator
 * moves; a 0/1 column has no variance ratio, and its distributions are apart by the difference in shares.
 *
 * @param deviation raw standard deviation to measure in, from `standardisingDeviation`
 * @param apart     null for a 0/1 column
 * @source Stuart (2010), doi:10.1214/09-STS313, section 4
 */
export function covariateSummary(
  { treated, comparison }: ColumnMoments,
  deviation: number,
  apart: DistributionDifference | null,
): CovariateSummary {
  const difference = treated.mean - comparison.mean;
  return {
    treated: treated.mean,
    comparison: comparison.mean,
    standardisedMeanDifference: deviation > 0 ? difference / deviation : null,
    varianceRatio:
      apart !== null && treated.variance !== null && comparison.variance !== null && comparison.variance > 0
        ? treated.variance / comparison.variance
        : null,
    ecdfMean: apart?.mean ?? Math.abs(difference),
    ecdfMax: apart?.max ?? Math.abs(difference),
  };
}

/** Whose raw spread differences are measured in: that of the treated, or of both arms, each counting half. */
export type Standardiser = "treated" | "pooled";

/**
 * Raw standard deviation to measure differences in: of the treated where the effect is theirs, sqrt((s_t² + s_c²) / 2) where it
 * is everybody's, and where the treated do not vary at all. 0 only when neither arm varies.
 *
 * @param raw moments of everybody counting once
 */
export function standardisingDeviation(raw: ColumnMoments, binary: boolean, by: Standardiser): number {
  const ofTreated = rawVariance(raw.treated, binary);
  if (by === "treated" && ofTreated > 0) return Math.sqrt(ofTreated);
  return Math.sqrt((ofTreated + rawVariance(raw.comparison, binary)) / 2);
}

/** p(1 − p) for a 0/1 column, n − 1 otherwise; 0 for one person. */
function rawVariance({ mean, variance }: ArmMoments, binary: boolean): number {
  return binary ? mean * (1 - mean) : (variance ?? 0);
}
