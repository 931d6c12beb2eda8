/**
 * What every regression here returns. One entry per column of the design, in
 * its order.
 *
 * An aliased column (a combination of earlier ones, or without variation) has
 * `null` as its coefficient and standard error, and zeros in the covariance. A
 * fit that did not converge has coefficients where the search stopped, and no
 * standard error at all. All but the per-row vectors survives JSON.
 */
export interface RegressionFit {
  readonly terms: readonly string[];
  /** least squares always has */
  readonly converged: boolean;
  readonly coefficients: readonly (number | null)[];
  /** model-based */
  readonly standardErrors: readonly (number | null)[];
  /** model-based, k by k */
  readonly covariance: readonly (readonly number[])[];
  /** columns that cannot be estimated */
  readonly aliased: readonly number[];
  /** rows of weight above 0, each as often as its frequency says */
  readonly rows: number;
  /** coefficients estimated */
  readonly rank: number;
  /** expected outcome, length n */
  readonly fitted: Float64Array;
  /** row i of the design times this is row i's part of the score, length n */
  readonly scoreResiduals: Float64Array;
  /** W in the information X'WX, length n */
  readonly informationWeights: Float64Array;
  /** rows that each row stands for, length n; null where every row is one. Both vectors above hold all of them. */
  readonly frequencies: Float64Array | null;
}

/** Square roots of the diagonal; null where a term is aliased, or everywhere when there is no maximum. */
export function standardErrorsOf(
  covariance: readonly (readonly number[])[],
  aliased: readonly number[],
  converged = true,
): (number | null)[] {
  return covariance.map((row, j) => (converged && !aliased.includes(j) ? Math.sqrt(row[j]!) : null));
}
