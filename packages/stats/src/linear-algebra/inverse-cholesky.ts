import type { Cholesky } from "./cholesky.ts";
import { type Matrix, zeroMatrix } from "./matrix.ts";
import { solveCholesky } from "./solve-cholesky.ts";

/**
 * Inverse of a symmetric positive definite matrix from its Cholesky factor.
 * Rows and columns that were dropped are 0.
 *
 * @returns k by k, exactly symmetric
 * @example
 * Array.from(inverseCholesky(cholesky({ rows: 1, columns: 1, values: Float64Array.of(4) })).values); // [0.25]
 */
export function inverseCholesky(decomposition: Cholesky): Matrix {
  const k = decomposition.factor.columns;
  const inverse = zeroMatrix(k, k);
  const gone = new Set(decomposition.dropped);
  for (let j = 0; j < k; j++) {
    if (gone.has(j)) continue;
    const unit = new Float64Array(k);
    unit[j] = 1;
    const column = solveCholesky(decomposition, unit);
    for (let i = j; i < k; i++) {
      inverse.values[j * k + i] = column[i]!;
      inverse.values[i * k + j] = column[i]!;
    }
  }
  return inverse;
}
