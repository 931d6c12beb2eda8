import type { CovariateSummary } from "@likewise/schema";
import { weightedMean, weightedVariance } from "@likewise/stats";
import type { CovariateColumn } from "../covariates/covariate-columns.ts";
import { distributionDifference } from "./distribution-difference.ts";

/**
 * Means of both arms under weights, their standardised difference, the ratio of their variances and how far apart their
 * cumulative distributions are.
 *
 * The difference is in units of a raw standard deviation, which stays the same before and after, so that only the numerator
 * moves; a 0/1 column has no variance ratio.
 *
 * @param deviation raw standard deviation to measure in, from `standardisingDeviation`
 * @param order     rows in ascending order of value, or anything for a 0/1 column
 * @param weights   >= 0, length n; both arms must have weight
 * @source Stuart (2010), doi:10.1214/09-STS313, section 4
 */
export function covariateSummary(
  column: CovariateColumn,
  treated: Uint8Array,
  weights: Float64Array,
  deviation: number,
  order: Int32Array,
): CovariateSummary {
  const arms = [1, 0].map((arm) => armOf(column.values, treated, weights, arm)) as [Arm, Arm];
  const [inTreated, inComparison] = arms.map(({ values, weights }) => weightedMean(values, weights)) as [
    number,
    number,
  ];
  const difference = inTreated - inComparison;
  const apart = distributionDifference(column, order, treated, weights);
  return {
    treated: inTreated,
    comparison: inComparison,
    standardisedMeanDifference: deviation > 0 ? difference / deviation : null,
    varianceRatio: column.binary ? null : varianceRatio(arms),
    ecdfMean: apart.mean,
    ecdfMax: apart.max,
  };
}

/** Whose raw spread differences are measured in: that of the treated, or of both arms, each counting half. */
export type Standardiser = "treated" | "pooled";

/**
 * Raw standard deviation to measure differences in: of the treated where the effect is theirs, sqrt((s_t² + s_c²) / 2) where it
 * is everybody's, and where the treated do not vary at all. 0 only when neither arm varies.
 */
export function standardisingDeviation(column: CovariateColumn, treated: Uint8Array, by: Standardiser): number {
  const ofTreated = armVariance(column, treated, 1);
  if (by === "treated" && ofTreated > 0) return Math.sqrt(ofTreated);
  return Math.sqrt((ofTreated + armVariance(column, treated, 0)) / 2);
}

/** Raw variance of an arm: p(1 − p) for a 0/1 column, n − 1 otherwise; 0 for one person. */
function armVariance(column: CovariateColumn, treated: Uint8Array, arm: 0 | 1): number {
  const ones = new Float64Array(treated.length).fill(1);
  const { values, weights } = armOf(column.values, treated, ones, arm);
  const mean = weightedMean(values, weights);
  if (column.binary) return mean * (1 - mean);
  return values.length < 2 ? 0 : weightedVariance(values, weights);
}

interface Arm {
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

function armOf(values: Float64Array, treated: Uint8Array, weights: Float64Array, arm: number): Arm {
  const inArm = (_: number, row: number) => treated[row] === arm && weights[row]! > 0;
  return { values: values.filter(inArm), weights: weights.filter(inArm) };
}

function varianceRatio([treated, comparison]: readonly [Arm, Arm]): number | null {
  if (treated.values.length < 2 || comparison.values.length < 2) return null;
  const inComparison = weightedVariance(comparison.values, comparison.weights);
  return inComparison > 0 ? weightedVariance(treated.values, treated.weights) / inComparison : null;
}
