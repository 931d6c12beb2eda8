import type { CovariateSummary } from "@likewise/schema";
import { weightedMean, weightedVariance } from "@likewise/stats";
import type { CovariateColumn } from "../covariates/covariate-columns.ts";

/**
 * Means of both arms under weights, their standardised difference and the ratio of their variances.
 *
 * The difference is in units of the raw treated standard deviation, which stays the same before and after, so that only
 * the numerator moves; for a 0/1 column that is sqrt(p(1 − p)), and there is no variance ratio.
 *
 * @param treatedDeviation raw treated standard deviation, from `treatedDeviation`
 * @param weights          >= 0, length n; both arms must have weight
 * @source Stuart (2010), doi:10.1214/09-STS313, section 4
 */
export function covariateSummary(
  column: CovariateColumn,
  treated: Uint8Array,
  weights: Float64Array,
  treatedDeviation: number,
): CovariateSummary {
  const arms = [1, 0].map((arm) => armOf(column.values, treated, weights, arm)) as [Arm, Arm];
  const [inTreated, inComparison] = arms.map(({ values, weights }) => weightedMean(values, weights)) as [
    number,
    number,
  ];
  const difference = inTreated - inComparison;
  return {
    treated: inTreated,
    comparison: inComparison,
    standardisedMeanDifference: treatedDeviation > 0 ? difference / treatedDeviation : null,
    varianceRatio: column.binary ? null : varianceRatio(arms),
  };
}

/** Raw standard deviation of the treated: sqrt(p(1 − p)) for a 0/1 column, n − 1 otherwise; 0 for one person. */
export function treatedDeviation(column: CovariateColumn, treated: Uint8Array): number {
  const ones = new Float64Array(treated.length).fill(1);
  const { values, weights } = armOf(column.values, treated, ones, 1);
  const mean = weightedMean(values, weights);
  if (column.binary) return Math.sqrt(mean * (1 - mean));
  return values.length < 2 ? 0 : Math.sqrt(weightedVariance(values, weights));
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
