import { type Matrix, zeroMatrix } from "./matrix.ts";
import { product, transposedProduct } from "./product.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

/** I + USU', U tall and S small and symmetric. */
export interface ChangedIdentity {
  /** U, m by r */
  readonly basis: Matrix;
  /** S, r by r */
  readonly core: Matrix;
}

/** Eigenvalues below this share of the unit are 0, and stay 0. */
const NOTHING = 1e-10;

/**
 * V^(−1/2) B for a symmetric positive semi-definite V: the generalised inverse
 * square root, in which directions without variance count for nothing.
 *
 * @param unit size of a variance that is not nothing
 */
export function timesInverseSquareRoot(v: Matrix, b: Matrix, unit: number): Matrix {
  const { values, vectors } = symmetricEigen(v);
  const turned = transposedProduct(vectors, b);
  for (let at = 0; at < turned.values.length; at++) {
    const value = values[at % turned.rows]!;
    turned.values[at] = value > NOTHING * unit ? turned.values[at]! / Math.sqrt(value) : 0;
  }
  return product(vectors, turned);
}

/**
 * The same for V = I + USU', by way of a basis of U: V differs from the
 * identity only there, so the work grows with the rows and not with their cube.
 */
export function timesInverseSquareRootOfChange({ basis, core }: ChangedIdentity, b: Matrix): Matrix {
  const q = orthonormalBasis(basis);
  const inner = transposedProduct(q, basis);
  const change = product(product(inner, core), transposedProduct(basis, q));
  for (let j = 0; j < change.columns; j++) {
    const at = j * change.rows + j;
    change.values[at] = change.values[at]! + 1;
  }
  const inside = transposedProduct(q, b);
  const moved = timesInverseSquareRoot(symmetrised(change), inside, 1);
  for (let at = 0; at < moved.values.length; at++) moved.values[at] = moved.values[at]! - inside.values[at]!;
  const result = product(q, moved);
  for (let at = 0; at < result.values.length; at++) result.values[at] = result.values[at]! + b.values[at]!;
  return result;
}

/** Gram–Schmidt, each column twice, leaving out what earlier columns already hold. */
function orthonormalBasis({ rows, columns, values }: Matrix): Matrix {
  const kept: Float64Array[] = [];
  for (let j = 0; j < columns && kept.length < rows; j++) {
    const vector = values.slice(j * rows, j * rows + rows);
    const length = norm(vector);
    for (let pass = 0; pass < 2; pass++) {
      for (const other of kept) {
        let along = 0;
        for (let i = 0; i < rows; i++) along += other[i]! * vector[i]!;
        for (let i = 0; i < rows; i++) vector[i] = vector[i]! - along * other[i]!;
      }
    }
    const left = norm(vector);
    if (left > 1e-12 * length) kept.push(vector.map((value) => value / left));
  }
  const basis = zeroMatrix(rows, kept.length);
  kept.forEach((vector, j) => {
    basis.values.set(vector, j * rows);
  });
  return basis;
}

function norm(vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += vector[i]! * vector[i]!;
  return Math.sqrt(sum);
}

function symmetrised({ rows, columns, values }: Matrix): Matrix {
  const result = zeroMatrix(rows, columns);
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) result.values[j * rows + i] = (values[j * rows + i]! + values[i * rows + j]!) / 2;
  }
  return result;
}
