import { type Matrix, zeroMatrix } from "./matrix.ts";

/** A = LL' on the columns kept; a dropped column has a zero row and column in `factor`. */
export interface Cholesky {
  /** lower triangular L, k by k */
  readonly factor: Matrix;
  readonly rank: number;
  /** columns that are, within the tolerance, combinations of earlier ones */
  readonly dropped: readonly number[];
  /** the smallest kept pivot over its reference: near 0 means digits were lost */
  readonly smallestPivot: number;
}

/**
 * Cholesky factor of a symmetric positive semi-definite matrix, with rank
 * detection: a column whose pivot falls below `tolerance` times its reference
 * is dropped, so of two columns that say the same the later one goes, as in R.
 *
 * @param matrix     k by k, symmetric; the lower triangle is read
 * @param tolerance  relative to the reference, default 1e-11
 * @param references what each pivot is compared with, length k; default the diagonal
 * @throws RangeError when the matrix is not square
 * @example
 * Array.from(cholesky({ rows: 2, columns: 2, values: Float64Array.of(4, 2, 2, 5) }).factor.values); // [2, 1, 0, 2]
 */
export function cholesky(
  matrix: Matrix,
  { tolerance = 1e-11, references }: { tolerance?: number; references?: Float64Array } = {},
): Cholesky {
  const { columns: k, values: a } = matrix;
  if (matrix.rows !== k)
    throw new RangeError(`cholesky: matrix must be square, got ${matrix.rows} rows and ${k} columns`);
  const factor = zeroMatrix(k, k);
  const l = factor.values;
  const dropped: number[] = [];
  let smallestPivot = 1;
  for (let j = 0; j < k; j++) {
    let pivot = a[j * k + j]!;
    for (let m = 0; m < j; m++) pivot -= l[m * k + j]! * l[m * k + j]!;
    const reference = references ? references[j]! : a[j * k + j]!;
    // Written so that a NaN pivot is dropped too.
    if (!(pivot > tolerance * reference) || !(pivot > 0)) {
      for (let m = 0; m < j; m++) l[m * k + j] = 0;
      dropped.push(j);
      continue;
    }
    smallestPivot = Math.min(smallestPivot, pivot / reference);
    const root = Math.sqrt(pivot);
    l[j * k + j] = root;
    for (let i = j + 1; i < k; i++) {
      let sum = a[j * k + i]!;
      for (let m = 0; m < j; m++) sum -= l[m * k + i]! * l[m * k + j]!;
      l[j * k + i] = sum / root;
    }
  }
  return { factor, rank: k - dropped.length, dropped, smallestPivot };
}
