import type { Cholesky } from "./cholesky.ts";

/**
 * Solution x of Ax = b from the Cholesky factor of A; 0 where a column was dropped.
 *
 * @param right b, length k
 * @returns length k
 * @example
 * Array.from(solveCholesky(cholesky({ rows: 2, columns: 2, values: Float64Array.of(4, 2, 2, 5) }), Float64Array.of(8, 8))); // [1.5, 1]
 */
export function solveCholesky({ factor }: Cholesky, right: Float64Array): Float64Array {
  const k = factor.columns;
  const l = factor.values;
  const x = Float64Array.from(right);
  for (let j = 0; j < k; j++) {
    const diagonal = l[j * k + j]!;
    let sum = x[j]!;
    for (let m = 0; m < j; m++) sum -= l[m * k + j]! * x[m]!;
    x[j] = diagonal === 0 ? 0 : sum / diagonal;
  }
  for (let j = k - 1; j >= 0; j--) {
    const diagonal = l[j * k + j]!;
    let sum = x[j]!;
    for (let i = j + 1; i < k; i++) sum -= l[j * k + i]! * x[i]!;
    x[j] = diagonal === 0 ? 0 : sum / diagonal;
  }
  return x;
}
