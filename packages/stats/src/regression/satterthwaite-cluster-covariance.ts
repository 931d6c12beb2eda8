import {
  type ChangedIdentity,
  timesInverseSquareRoot,
  timesInverseSquareRootOfChange,
} from "../linear-algebra/inverse-square-root.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { column, product, rowsTimes, transposedProduct } from "../linear-algebra/product.ts";
import { clusterCodes, rowsByCluster } from "./cluster-codes.ts";
import { scaledContrast, scaledRows } from "./column-scaling.ts";
import { scaledCrossproduct } from "./independent-columns.ts";
import { meanSlopes } from "./mean-slopes.ts";
import { type RegressionFit, standardErrorsOf } from "./regression-fit.ts";
import { type SandwichParts, sandwich, sandwichParts } from "./sandwich.ts";

/** How the variances of the rows are taken to compare, which is what CR2 corrects the sandwich for. */
export type WorkingVariance = "equal" | "inverse weights";

export interface SatterthwaiteClusterCovariance {
  readonly kind: "CR2";
  readonly working: WorkingVariance;
  /** clusters with at least one row of weight above 0 */
  readonly clusters: number;
  readonly covariance: readonly (readonly number[])[];
  readonly standardErrors: readonly (number | null)[];
  /** for the t statistic of each coefficient; null where it is aliased, or where no variance is left to estimate */
  readonly df: readonly (number | null)[];
}

/** A working variance that differs between rows needs the eigenvalues of a matrix this size at most. */
const LARGEST_DENSE_CLUSTER = 1000;

/**
 * Covariance of regression coefficients for few clusters (CR2, bias-reduced
 * linearisation), with Satterthwaite's degrees of freedom for each coefficient.
 *
 * CR0 and CR1 are too small when clusters are few, unequal, or few of them in
 * one arm. CR2 corrects each cluster's residuals so that the covariance is
 * unbiased if the working variance holds, and the degrees of freedom say how
 * well it is known: below about 4 the p-value itself is not to be trusted, and
 * the wild cluster bootstrap is the second opinion.
 *
 * The working variance is "equal" for least squares, weighted or not (weights
 * are then sampling or balancing weights), and "inverse weights" for
 * generalised linear fits, whose variance the model gives (as in R's
 * clubSandwich); there a cluster may have 1,000 rows at most. Directions that a cluster alone determines (its own
 * level) count for nothing, as in the generalised inverse.
 *
 * @param design   the matrix that was fitted
 * @param fit      any regression of this package, without frequencies
 * @param clusters any number per row, equal within a cluster, length n
 * @param working  default by the fit, as above
 * @returns covariance k by k, zeros for aliased terms, standard errors and degrees of freedom
 * @throws RangeError when lengths differ, the fit did not converge or has frequencies, clusters are fewer than two or too large
 * @source Bell and McCaffrey (2002), Survey Methodology 28, 169-181; Pustejovsky and Tipton (2018), doi:10.1080/07350015.2016.1247004
 * @example
 * const design = designMatrix([[0, 0, 0, 0, 1, 1, 1, 1]]);
 * const fit = fitLeastSquares({ design, outcome: [1, 3, 2, 4, 5, 9, 7, 7] });
 * satterthwaiteClusterCovariance({ design, fit, clusters: [1, 1, 2, 2, 3, 3, 4, 4] }).df[1]; // 2
 */
export function satterthwaiteClusterCovariance({
  design,
  fit,
  clusters,
  working = "family" in fit ? "inverse weights" : "equal",
}: {
  design: Matrix;
  fit: RegressionFit;
  clusters: ArrayLike<number>;
  working?: WorkingVariance;
}): SatterthwaiteClusterCovariance {
  const caller = "satterthwaiteClusterCovariance";
  const parts = sandwichParts(caller, design, fit);
  if (fit.frequencies !== null) {
    throw new RangeError(`${caller}: fit must have no frequencies (write the rows out), this one has`);
  }
  const codes = clusterCodes(caller, clusters, fit);
  const members = rowsByCluster(codes, fit);
  const largest = members.reduce((most, { length }) => Math.max(most, length), 0);
  if (working === "inverse weights" && largest > LARGEST_DENSE_CLUSTER) {
    throw new RangeError(
      `${caller}: clusters must have ${LARGEST_DENSE_CLUSTER} rows at most under a working variance of inverse weights, got ${largest}`,
    );
  }

  const { scaling, columns, bread } = parts;
  const slopes = meanSlopes(
    fit,
    Int32Array.from({ length: design.rows }, (_, i) => i),
  );
  const squared = scaledCrossproduct(
    design,
    scaling,
    columns,
    fit.informationWeights.map((w, i) => (w === 0 ? 0 : (w / slopes[i]!) ** 2)),
  );
  const pieces = members.map((rows) => clusterPiece(design, parts, fit, rows, working, squared));
  const meat = zeroMatrix(columns.length, columns.length);
  for (const { score } of pieces) addOuter(meat, score);
  const covariance = sandwich(parts, meat, 1);

  const spread = working === "equal" ? product(product(bread, squared), bread) : bread;
  const df = fit.terms.map((_, j) => {
    if (fit.aliased.includes(j)) return null;
    const contrast = scaledContrast(
      scaling,
      columns,
      fit.terms.map((_, other) => Number(other === j)),
    );
    return degreesOfFreedom(pieces, bread, spread, contrast);
  });
  return {
    kind: "CR2",
    working,
    clusters: codes.used,
    covariance,
    standardErrors: standardErrorsOf(covariance, fit.aliased),
    df,
  };
}

/** What a cluster adds: X and Φ are its design and working variances, Y = AWX its corrected, weighted design. */
interface ClusterPiece {
  /** Y'e */
  readonly score: Float64Array;
  /** X'Y */
  readonly plain: Matrix;
  /** X'WΦY */
  readonly weighted: Matrix;
  /** Y'ΦY */
  readonly square: Matrix;
}

function clusterPiece(
  design: Matrix,
  { scaling, columns, bread }: SandwichParts,
  fit: RegressionFit,
  rows: Int32Array,
  working: WorkingVariance,
  squared: Matrix,
): ClusterPiece {
  // On the scale of the outcome: a generalised linear fit is weighted least squares with each row times its slope.
  const slopes = meanSlopes(fit, rows);
  const x = rowsTimes(scaledRows(design, scaling, columns, rows), slopes);
  const w = Float64Array.from(rows, (i, at) => fit.informationWeights[i]! / slopes[at]! ** 2);
  const wx = rowsTimes(x, w);
  const variances = working === "equal" ? new Float64Array(rows.length).fill(1) : w.map((weight) => 1 / weight);
  const y =
    working === "equal"
      ? timesInverseSquareRootOfChange(changeUnderEqual(x, wx, bread, squared), wx)
      : w.every((weight) => weight === w[0])
        ? timesInverseSquareRootOfChange({ basis: rowsTimes(x, w.map(Math.sqrt)), core: negative(bread) }, wx)
        : correctedByVariance(x, wx, variances, bread);
  const residuals = Float64Array.from(rows, (i, at) => fit.scoreResiduals[i]! / (w[at]! * slopes[at]!));
  const variedY = rowsTimes(y, variances);
  return {
    score: transposedProduct(y, column(residuals)).values,
    plain: transposedProduct(x, y),
    weighted: transposedProduct(wx, variedY),
    square: transposedProduct(y, variedY),
  };
}

/** The residuals' covariance in a cluster, under equal variances: I + USU' with U = [X, WX]. */
function changeUnderEqual(x: Matrix, wx: Matrix, bread: Matrix, squared: Matrix): ChangedIdentity {
  const basis = zeroMatrix(x.rows, 2 * x.columns);
  basis.values.set(x.values);
  basis.values.set(wx.values, x.values.length);
  return { basis, core: cornered(product(product(bread, squared), bread), bread) };
}

/** D B^(−1/2) D · WX with D² = Φ and B = D(Φ − XMX')D. */
function correctedByVariance(x: Matrix, wx: Matrix, variances: Float64Array, bread: Matrix): Matrix {
  const m = x.rows;
  const roots = variances.map(Math.sqrt);
  const xm = product(x, bread);
  const b = zeroMatrix(m, m);
  for (let j = 0; j < m; j++) {
    for (let i = 0; i < m; i++) {
      let sum = i === j ? variances[i]! : 0;
      for (let c = 0; c < x.columns; c++) sum -= xm.values[c * m + i]! * x.values[c * m + j]!;
      b.values[j * m + i] = roots[i]! * sum * roots[j]!;
    }
  }
  const unit = variances.reduce((most, variance) => Math.max(most, variance), 0) ** 2;
  return rowsTimes(timesInverseSquareRoot(b, rowsTimes(wx, roots), unit), roots);
}

/** Twice the squared mean over the variance of a contrast's estimated variance, if the working variance holds. */
function degreesOfFreedom(
  pieces: readonly ClusterPiece[],
  bread: Matrix,
  spread: Matrix,
  contrast: Float64Array,
): number | null {
  const direction = product(bread, column(contrast));
  // The quadratic form's matrix is a diagonal plus ZQZ', a row of Z for each cluster: its trace and that of its square
  // need nothing of the size of the clusters' number squared.
  const q = cornered(spread, bread);
  const gram = zeroMatrix(q.rows, q.rows);
  let trace = 0;
  let squares = 0;
  for (const { plain, weighted, square } of pieces) {
    const z = new Float64Array(q.rows);
    z.set(product(plain, direction).values);
    z.set(product(weighted, direction).values, bread.rows);
    const own = form(square, direction);
    const shared = form(q, column(z));
    trace += own + shared;
    squares += own * own + 2 * own * shared;
    addOuter(gram, z);
  }
  const both = product(q, gram);
  for (let a = 0; a < q.rows; a++) {
    for (let b = 0; b < q.rows; b++) squares += both.values[b * q.rows + a]! * both.values[a * q.rows + b]!;
  }
  return trace > 0 && squares > 0 ? (trace * trace) / squares : null;
}

/** [[A, −M], [−M, 0]]. */
function cornered(a: Matrix, m: Matrix): Matrix {
  const p = m.rows;
  const result = zeroMatrix(2 * p, 2 * p);
  for (let j = 0; j < p; j++) {
    for (let i = 0; i < p; i++) {
      result.values[j * 2 * p + i] = a.values[j * p + i]!;
      result.values[j * 2 * p + p + i] = -m.values[j * p + i]!;
      result.values[(p + j) * 2 * p + i] = -m.values[j * p + i]!;
    }
  }
  return result;
}

function negative({ rows, columns, values }: Matrix): Matrix {
  return { rows, columns, values: values.map((value) => -value) };
}

/** v'Av. */
function form(matrix: Matrix, v: Matrix): number {
  return transposedProduct(v, product(matrix, v)).values[0]!;
}

/** Adds vv'. */
function addOuter({ rows, values }: Matrix, v: Float64Array): void {
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < rows; i++) values[j * rows + i] = values[j * rows + i]! + v[i]! * v[j]!;
}
