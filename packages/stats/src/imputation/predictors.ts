import { designMatrix } from "../linear-algebra/design-matrix.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";

/** What a value is read from: the rows where it is known, and those where it is not. */
export interface Predictors {
  /** a column of ones first */
  readonly known: Matrix;
  readonly gaps: Matrix;
}

/** Two designs of the same columns, for the rows of each kind. */
export function predictorsOf(columns: readonly Float64Array[], knownRows: Int32Array, gapRows: Int32Array): Predictors {
  const designOf = (rows: Int32Array) =>
    designMatrix([new Float64Array(rows.length).fill(1), ...columns.map((column) => taken(column, rows))], {
      intercept: false,
    });
  return { known: designOf(knownRows), gaps: designOf(gapRows) };
}

/** Design times coefficients, row by row. */
export function predictionsFor({ rows, columns, values }: Matrix, coefficients: Float64Array): Float64Array {
  const predicted = new Float64Array(rows);
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) predicted[i] = predicted[i]! + values[j * rows + i]! * coefficients[j]!;
  }
  return predicted;
}

function taken(column: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => column[row]!);
}
