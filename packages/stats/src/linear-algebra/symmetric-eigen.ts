import { type Matrix, zeroMatrix } from "./matrix.ts";

export interface SymmetricEigen {
  /** largest first */
  readonly values: Float64Array;
  /** column j belongs to value j; length 1, largest entry positive */
  readonly vectors: Matrix;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi
 * rotations: slower than tridiagonal methods, but it finds small eigenvalues
 * to high relative accuracy, and matrices here are covariances of a few dozen
 * terms.
 *
 * @param matrix k by k, symmetric; not changed
 * @throws RangeError when the matrix is not square
 * @source Golub and Van Loan, Matrix Computations (2013), section 8.5
 * @example
 * Array.from(symmetricEigen({ rows: 2, columns: 2, values: Float64Array.of(2, 1, 1, 2) }).values); // [3, 1]
 */
export function symmetricEigen(matrix: Matrix): SymmetricEigen {
  const k = matrix.columns;
  if (matrix.rows !== k)
    throw new RangeError(`symmetricEigen: matrix must be square, got ${matrix.rows} rows and ${k} columns`);
  const a = Float64Array.from(matrix.values);
  const v = zeroMatrix(k, k).values;
  for (let j = 0; j < k; j++) v[j * k + j] = 1;
  const sweepLimit = 60;
  for (let sweep = 0; sweep < sweepLimit; sweep++) {
    let rotated = false;
    for (let p = 0; p < k - 1; p++) {
      for (let q = p + 1; q < k; q++) rotated = rotate(a, v, k, p, q) || rotated;
    }
    if (!rotated) break;
  }
  return sorted(a, v, k);
}

function rotate(a: Float64Array, v: Float64Array, k: number, p: number, q: number): boolean {
  const app = a[p * k + p]!;
  const aqq = a[q * k + q]!;
  const apq = a[q * k + p]!;
  if (Math.abs(apq) <= Number.EPSILON * Math.sqrt(Math.abs(app * aqq))) {
    a[q * k + p] = 0;
    a[p * k + q] = 0;
    return false;
  }
  const theta = (aqq - app) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let i = 0; i < k; i++) {
    if (i !== p && i !== q) {
      const aip = a[p * k + i]!;
      const aiq = a[q * k + i]!;
      a[p * k + i] = c * aip - s * aiq;
      a[i * k + p] = a[p * k + i]!;
      a[q * k + i] = s * aip + c * aiq;
      a[i * k + q] = a[q * k + i]!;
    }
    const vip = v[p * k + i]!;
    const viq = v[q * k + i]!;
    v[p * k + i] = c * vip - s * viq;
    v[q * k + i] = s * vip + c * viq;
  }
  a[p * k + p] = app - t * apq;
  a[q * k + q] = aqq + t * apq;
  a[q * k + p] = 0;
  a[p * k + q] = 0;
  return true;
}

function sorted(a: Float64Array, v: Float64Array, k: number): SymmetricEigen {
  const order = Array.from({ length: k }, (_, j) => j).sort((x, y) => a[y * k + y]! - a[x * k + x]! || x - y);
  const values = new Float64Array(k);
  const vectors = zeroMatrix(k, k);
  order.forEach((from, to) => {
    values[to] = a[from * k + from]!;
    const column = v.subarray(from * k, from * k + k);
    let largest = 0;
    for (const entry of column) if (Math.abs(entry) > Math.abs(largest)) largest = entry;
    const sign = largest < 0 ? -1 : 1;
    for (let i = 0; i < k; i++) vectors.values[to * k + i] = sign * column[i]!;
  });
  return { values, vectors };
}
