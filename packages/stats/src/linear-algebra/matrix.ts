/**
 * A dense matrix, stored column by column: entry (i, j) is `values[j * rows + i]`.
 *
 * Columns are contiguous because data arrive as columns and every kernel here
 * walks down columns; it is also the storage order of R and LAPACK.
 */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** A matrix of zeros. */
export function zeroMatrix(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) };
}
