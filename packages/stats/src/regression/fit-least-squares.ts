import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { householderQr, inverseCrossproduct, solveQr } from "../linear-algebra/householder-qr.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { checkedTerms } from "./checked-design.ts";
import { columnScaling, scaledColumns, unscaledCoefficients, unscaledCovariance } from "./column-scaling.ts";
import { type RegressionFit, standardErrorsOf } from "./regression-fit.ts";
import { rowWeights } from "./row-weights.ts";

export interface LeastSquaresInput {
  /** n by k; a constant column, if any, first */
  readonly design: Matrix;
  /** length n */
  readonly outcome: ArrayLike<number>;
  /** sampling, balancing or analytic weights, >= 0, length n; ones when left out */
  readonly weights?: ArrayLike<number>;
  /** people each row stands for, whole numbers from 0, length n; every result is that of the rows written out */
  readonly frequencies?: ArrayLike<number>;
  /** names of the columns; x0, x1, … when left out */
  readonly names?: readonly string[];
}

export interface LeastSquaresFit extends RegressionFit {
  /** outcome minus fitted, length n */
  readonly residuals: Float64Array;
  /** rows minus rank */
  readonly residualDf: number;
  /** square root of Σ w e² / residualDf */
  readonly residualStandardDeviation: number;
  /** about the mean when there is an intercept, about 0 otherwise; null when the outcome does not vary */
  readonly rSquared: number | null;
}

/**
 * Least squares by Householder QR on centred, scaled columns.
 *
 * Weights enter Σ w e² as R's `lm` has them (analytic weights): multiplying all
 * by a constant changes no standard error. Frequencies are rows written once: they do. `covariance` is the classic one; for
 * others pass the fit to `robustCovariance` or `clusterCovariance`. Rows of
 * weight 0 get a fitted value and count for nothing.
 *
 * @param input design n by k with a constant column first, if any; outcome length n, any unit
 * @returns coefficients in units of the outcome per unit of each column
 * @throws RangeError when lengths differ, a value is missing, or the rows do not outnumber the coefficients
 * @source Golub and Van Loan, Matrix Computations (2013), section 5.3
 * @example
 * const design = designMatrix([[0, 0, 1, 1]]);
 * fitLeastSquares({ design, outcome: [1, 3, 5, 9] }).coefficients; // [2, 5]
 */
export function fitLeastSquares(input: LeastSquaresInput): LeastSquaresFit {
  const caller = "fitLeastSquares";
  const { design } = input;
  const n = design.rows;
  const terms = checkedTerms(caller, design, input.names);
  const outcome = finiteVector(caller, "outcome", input.outcome, n);
  const { weights, frequencies, rows } = rowWeights(caller, input, n);
  const scaling = columnScaling(design, weights);

  const varying = terms.map((_, j) => j).filter((j) => scaling.inverseScales[j] !== 0);
  const roots = weights.map(Math.sqrt);
  const centre = scaling.hasIntercept ? weightedMean(outcome, weights) : 0;
  const qr = householderQr(scaledColumns(design, scaling, varying, roots));
  const columns = qr.kept.map((c) => varying[c]!);
  const solution = solveQr(
    qr,
    outcome.map((y, i) => (y - centre) * roots[i]!),
  );
  const inverse = inverseCrossproduct(qr);

  const kept = scaledColumns(design, scaling, columns);
  const residuals = new Float64Array(n);
  const fitted = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let predicted = 0;
    for (let c = 0; c < columns.length; c++) predicted += kept.values[c * n + i]! * solution[c]!;
    fitted[i] = centre + predicted;
    residuals[i] = outcome[i]! - centre - predicted;
  }

  let residualSquares = 0;
  let totalSquares = 0;
  for (let i = 0; i < n; i++) {
    const w = weights[i]!;
    residualSquares += w * residuals[i]! ** 2;
    totalSquares += w * (outcome[i]! - centre) ** 2;
  }
  const residualDf = rows - columns.length;
  if (residualDf < 1) {
    throw new RangeError(
      `fitLeastSquares: rows of weight > 0 must outnumber the ${columns.length} coefficients, got ${rows}`,
    );
  }
  const variance = residualSquares / residualDf;
  if (scaling.hasIntercept) solution[0] = solution[0]! + centre;

  const unscaled = unscaledCovariance(scaling, columns, inverse);
  const covariance = unscaled.map((row) => row.map((value) => value * variance));
  const aliased = terms.map((_, j) => j).filter((j) => !columns.includes(j));
  return {
    terms,
    converged: true,
    coefficients: unscaledCoefficients(scaling, columns, solution),
    standardErrors: standardErrorsOf(covariance, aliased),
    covariance,
    aliased,
    rows,
    rank: columns.length,
    residualDf,
    residualStandardDeviation: Math.sqrt(variance),
    rSquared: totalSquares > 0 ? 1 - residualSquares / totalSquares : null,
    fitted,
    residuals,
    scoreResiduals: residuals.map((e, i) => e * weights[i]!),
    informationWeights: weights.slice(),
    frequencies,
  };
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    sum += weights[i]! * values[i]!;
    total += weights[i]!;
  }
  return sum / total;
}
