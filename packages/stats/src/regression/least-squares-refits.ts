import { cholesky } from "../linear-algebra/cholesky.ts";
import { finiteVector } from "../linear-algebra/finite-vector.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { solveCholesky } from "../linear-algebra/solve-cholesky.ts";
import { columnScaling, unscaledCoefficients } from "./column-scaling.ts";
import { independentColumns } from "./independent-columns.ts";
import { type Refit, shifted } from "./logistic-refits.ts";
import { packedRows } from "./packed-rows.ts";
import type { RegressionFit } from "./regression-fit.ts";

/**
 * Fits one least-squares regression again and again to the same rows, each counting as often as a resample drew it: what
 * `fitLeastSquares` with these frequencies finds. The normal equations are those of the columns centred and scaled, and of
 * the residuals of the fit to all rows, so that few digits are lost in them.
 *
 * @param design  n by k; a constant column, if any, first
 * @param outcome length n
 * @param fit     of the same design and outcome, every row counting once
 * @returns a function of frequencies (whole numbers from 0, length n)
 * @throws RangeError when lengths differ
 * @example
 * const design = designMatrix([[0, 1, 2, 3]]);
 * const outcome = [1, 3, 2, 9];
 * const refit = leastSquaresRefits({ design, outcome, fit: fitLeastSquares({ design, outcome }) });
 * refit(Float64Array.of(2, 2, 0, 0))[1].toFixed(9); // "2.000000000"
 */
export function leastSquaresRefits({
  design,
  outcome,
  fit,
}: {
  design: Matrix;
  outcome: ArrayLike<number>;
  fit: Pick<RegressionFit, "coefficients" | "fitted">;
}): Refit {
  const caller = "leastSquaresRefits";
  const n = design.rows;
  const y = finiteVector(caller, "outcome", outcome, n);
  const fitted = finiteVector(caller, "fit.fitted", fit.fitted, n);
  const ones = new Float64Array(n).fill(1);
  const scaling = columnScaling(design, ones);
  const columns = independentColumns(design, scaling, ones);
  const rows = packedRows(design, scaling, columns);
  const residuals = new Float64Array(n);
  const weights = new Float64Array(n);
  const start = fit.coefficients.map((value) => value ?? 0);
  return (frequencies) => {
    rows.pack(frequencies);
    const count = rows.count();
    if (count === 0) return null;
    for (let at = 0; at < count; at++) {
      const i = rows.taken[at]!;
      weights[at] = frequencies[i]!;
      residuals[at] = frequencies[i]! * (y[i]! - fitted[i]!);
    }
    const factor = cholesky(rows.crossproduct(weights), { tolerance: 1e-10 });
    const step = solveCholesky(factor, rows.transposedProduct(residuals));
    return shifted(start, unscaledCoefficients(scaling, columns, step));
  };
}
