import { finiteVector } from "./finite-vector.ts";
import { type Matrix, zeroMatrix } from "./matrix.ts";

/**
 * Design matrix from covariate columns, with a leading column of ones unless
 * told otherwise.
 *
 * Put the intercept first, as this function does: a constant first column is
 * what lets the fits centre the other columns, so that dollars beside 0/1 lose
 * no digits.
 *
 * @param columns   covariates, each of length n, any unit, no missing values
 * @param intercept whether to lead with a column of ones; default true
 * @returns matrix with n rows, columns in the order given
 * @throws RangeError when the columns differ in length, a value is not finite, or there is no column to take n from
 * @example
 * Array.from(designMatrix([[2, 4, 6]]).values); // [1, 1, 1, 2, 4, 6]
 */
export function designMatrix(
  columns: readonly ArrayLike<number>[],
  { intercept = true }: { intercept?: boolean } = {},
): Matrix {
  const first = columns[0];
  if (first === undefined) throw new RangeError("designMatrix: columns must hold at least one column, got none");
  const rows = first.length;
  const lead = intercept ? 1 : 0;
  const matrix = zeroMatrix(rows, columns.length + lead);
  if (intercept) matrix.values.fill(1, 0, rows);
  columns.forEach((column, j) => {
    matrix.values.set(finiteVector("designMatrix", `columns[${j}]`, column, rows), (j + lead) * rows);
  });
  return matrix;
}
