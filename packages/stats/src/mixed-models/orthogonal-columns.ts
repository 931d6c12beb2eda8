import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";

/** The same space by columns of mean square 1 that share nothing with each other. */
export interface OrthogonalColumns {
  readonly columns: Matrix;
  /** coefficients of the original columns are this times those of the orthogonal ones; upper triangular */
  readonly back: Matrix;
}

/**
 * Gram-Schmidt, each column twice, so that years near 2020 beside a constant keep their digits.
 *
 * @param matrix columns that are not combinations of each other
 */
export function orthogonalColumns({ rows: n, columns: q, values }: Matrix): OrthogonalColumns {
  const columns = zeroMatrix(n, q);
  const back = zeroMatrix(q, q);
  for (let j = 0; j < q; j++) {
    const own = columns.values.subarray(j * n, (j + 1) * n);
    const made = back.values.subarray(j * q, (j + 1) * q);
    own.set(values.subarray(j * n, (j + 1) * n));
    made[j] = 1;
    for (let pass = 0; pass < 2; pass++) {
      for (let earlier = 0; earlier < j; earlier++) {
        const other = columns.values.subarray(earlier * n, (earlier + 1) * n);
        const share = meanProduct(own, other);
        subtract(own, share, other);
        subtract(made, share, back.values.subarray(earlier * q, (earlier + 1) * q));
      }
    }
    const size = Math.sqrt(meanProduct(own, own));
    for (let i = 0; i < n; i++) own[i]! /= size;
    for (let i = 0; i < q; i++) made[i]! /= size;
  }
  return { columns, back };
}

function meanProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum / a.length;
}

function subtract(from: Float64Array, times: number, what: Float64Array): void {
  for (let i = 0; i < from.length; i++) from[i]! -= times * what[i]!;
}
