import { type Matrix, zeroMatrix } from "./matrix.ts";

/**
 * A = QR by Householder reflections, with near-collinear columns set aside.
 *
 * `factors` holds R in its upper triangle over the kept columns (in the order
 * of `kept`) and the reflections below; `heads` the leading entry of each
 * reflection.
 */
export interface QrDecomposition {
  readonly factors: Matrix;
  readonly heads: Float64Array;
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
}

/**
 * Householder QR with rank detection: a column of which less than `tolerance`
 * of its length is left after the earlier columns is dropped, the later of two
 * that say the same, which is the rule of R's `lm`.
 *
 * @param matrix    n by k; not changed
 * @param tolerance share of a column's length that must be new, default 1e-7
 * @returns the decomposition of the kept columns
 * @example
 * householderQr({ rows: 2, columns: 2, values: Float64Array.of(1, 1, 2, 2) }).dropped; // [1]
 */
export function householderQr(matrix: Matrix, { tolerance = 1e-7 }: { tolerance?: number } = {}): QrDecomposition {
  const { rows: n, columns: k } = matrix;
  const kept: number[] = [];
  const dropped: number[] = [];
  const packed = new Float64Array(n * k);
  const heads = new Float64Array(k);
  for (let source = 0; source < k; source++) {
    const rank = kept.length;
    const column = packed.subarray(rank * n, rank * n + n);
    column.set(matrix.values.subarray(source * n, source * n + n));
    const length = norm(column, 0);
    for (let r = 0; r < rank; r++) reflect(packed, heads, n, r, column);
    const remaining = norm(column, rank);
    if (rank >= n || !(remaining > tolerance * length)) {
      dropped.push(source);
      continue;
    }
    // The sign that adds, never cancels.
    const diagonal = column[rank]! > 0 ? -remaining : remaining;
    heads[rank] = column[rank]! - diagonal;
    column[rank] = diagonal;
    kept.push(source);
  }
  const factors = zeroMatrix(n, kept.length);
  factors.values.set(packed.subarray(0, n * kept.length));
  return { factors, heads: heads.slice(0, kept.length), kept, dropped };
}

/**
 * Least-squares solution of Ax = b on the kept columns.
 *
 * @param right b, length n; not changed
 * @returns one value per kept column, in the order of `kept`
 * @example
 * Array.from(solveQr(householderQr({ rows: 2, columns: 1, values: Float64Array.of(1, 1) }), Float64Array.of(2, 4))); // [3]
 */
export function solveQr({ factors, heads, kept }: QrDecomposition, right: Float64Array): Float64Array {
  const n = factors.rows;
  const rotated = Float64Array.from(right);
  for (let r = 0; r < kept.length; r++) reflect(factors.values, heads, n, r, rotated);
  const solution = rotated.slice(0, kept.length);
  for (let j = kept.length - 1; j >= 0; j--) {
    solution[j] = solution[j]! / factors.values[j * n + j]!;
    for (let i = 0; i < j; i++) solution[i] = solution[i]! - factors.values[j * n + i]! * solution[j]!;
  }
  return solution;
}

/** (A'A)⁻¹ on the kept columns, from R alone, so that A'A is never formed. */
export function inverseCrossproduct({ factors, kept }: QrDecomposition): Matrix {
  const n = factors.rows;
  const k = kept.length;
  const inverseR = zeroMatrix(k, k);
  for (let j = 0; j < k; j++) {
    inverseR.values[j * k + j] = 1 / factors.values[j * n + j]!;
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0;
      for (let m = i + 1; m <= j; m++) sum += factors.values[m * n + i]! * inverseR.values[j * k + m]!;
      inverseR.values[j * k + i] = -sum / factors.values[i * n + i]!;
    }
  }
  const inverse = zeroMatrix(k, k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let m = i; m < k; m++) sum += inverseR.values[m * k + i]! * inverseR.values[m * k + j]!;
      inverse.values[j * k + i] = sum;
      inverse.values[i * k + j] = sum;
    }
  }
  return inverse;
}

/** Applies reflection r to `column`, from entry r down. */
function reflect(packed: Float64Array, heads: Float64Array, n: number, r: number, column: Float64Array): void {
  const at = r * n;
  const head = heads[r]!;
  let dot = head * column[r]!;
  for (let i = r + 1; i < n; i++) dot += packed[at + i]! * column[i]!;
  // v'v / 2 = head * -diagonal for the reflection that sends the column to its diagonal.
  const factor = dot / (head * packed[at + r]!);
  column[r] = column[r]! + factor * head;
  for (let i = r + 1; i < n; i++) column[i] = column[i]! + factor * packed[at + i]!;
}

/** Length of the entries from `from` on, scaled so that squares neither overflow nor vanish. */
function norm(column: Float64Array, from: number): number {
  let largest = 0;
  for (let i = from; i < column.length; i++) largest = Math.max(largest, Math.abs(column[i]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = from; i < column.length; i++) {
    const ratio = column[i]! / largest;
    sum += ratio * ratio;
  }
  return largest * Math.sqrt(sum);
}
