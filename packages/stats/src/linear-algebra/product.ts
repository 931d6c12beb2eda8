import { type Matrix, zeroMatrix } from "./matrix.ts";

/** AB. */
export function product(a: Matrix, b: Matrix): Matrix {
  const { rows, columns: inner, values } = a;
  const result = zeroMatrix(rows, b.columns);
  for (let j = 0; j < b.columns; j++) {
    for (let m = 0; m < inner; m++) {
      const factor = b.values[j * inner + m]!;
      if (factor === 0) continue;
      for (let i = 0; i < rows; i++)
        result.values[j * rows + i] = result.values[j * rows + i]! + factor * values[m * rows + i]!;
    }
  }
  return result;
}

/** A'B. */
export function transposedProduct(a: Matrix, b: Matrix): Matrix {
  const { rows } = a;
  const result = zeroMatrix(a.columns, b.columns);
  for (let j = 0; j < b.columns; j++) {
    for (let c = 0; c < a.columns; c++) {
      let sum = 0;
      for (let i = 0; i < rows; i++) sum += a.values[c * rows + i]! * b.values[j * rows + i]!;
      result.values[j * a.columns + c] = sum;
    }
  }
  return result;
}

/** The matrix with each row multiplied by its factor. */
export function rowsTimes({ rows, columns, values }: Matrix, factors: Float64Array): Matrix {
  const result = zeroMatrix(rows, columns);
  for (let at = 0; at < values.length; at++) result.values[at] = values[at]! * factors[at % rows]!;
  return result;
}

/** A vector as a matrix of one column. */
export function column(values: Float64Array): Matrix {
  return { rows: values.length, columns: 1, values };
}
