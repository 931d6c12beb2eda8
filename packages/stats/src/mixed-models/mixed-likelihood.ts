import { cholesky } from "../linear-algebra/cholesky.ts";
import { inverseCholesky } from "../linear-algebra/inverse-cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { solveCholesky } from "../linear-algebra/solve-cholesky.ts";
import type { GroupProducts } from "./group-products.ts";

/** What the likelihood is made of at one covariance of the groups, relative to the residual variance. */
export interface AtCovariance {
  /** fixed coefficients, length p */
  readonly coefficients: Float64Array;
  /** (X'V⁻¹X)⁻¹ where the residual variance is 1, p by p */
  readonly unitCovariance: Matrix;
  /** generalised sum of squares of what is left */
  readonly squares: number;
  /** log-determinants that do not depend on the residual variance */
  readonly logDeterminants: number;
}

/**
 * Fixed effects by generalised least squares where groups' deviations have the covariance σ²ΛΛ', from products by group alone:
 * V = σ²(I + ZΛΛ'Z'), so that with LL' = I + Λ'Z'ZΛ each group takes (L⁻¹Λ'Z'[X y])'(L⁻¹Λ'Z'[X y]) off [X y]'[X y].
 *
 * @param lambda lower triangle of Λ by columns
 * @param restricted whether the determinant of the fixed part counts (REML)
 */
export function atCovariance(products: GroupProducts, lambda: Float64Array, restricted: boolean): AtCovariance {
  const { groups, p, q, zz, zx, xx } = products;
  const width = p + 1;
  const left = Float64Array.from(xx);
  let logDeterminants = 0;
  const scaled = new Float64Array(q * width);
  const inner = zeroMatrix(q, q);
  for (let g = 0; g < groups; g++) {
    fillInner(inner, zz.subarray(g * q * q, (g + 1) * q * q), lambda, q);
    const { factor } = cholesky(inner);
    for (let a = 0; a < q; a++) logDeterminants += 2 * Math.log(factor.values[a * q + a]!);
    const own = zx.subarray(g * q * width, (g + 1) * q * width);
    for (let j = 0; j < width; j++) {
      for (let a = 0; a < q; a++) {
        let sum = 0;
        for (let b = a; b < q; b++) sum += lambda[place(b, a, q)]! * own[j * q + b]!;
        for (let b = 0; b < a; b++) sum -= factor.values[b * q + a]! * scaled[j * q + b]!;
        scaled[j * q + a] = sum / factor.values[a * q + a]!;
      }
    }
    for (let i = 0; i < width; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let a = 0; a < q; a++) sum += scaled[i * q + a]! * scaled[j * q + a]!;
        left[j * width + i]! -= sum;
      }
    }
  }
  return solved(left, p, logDeterminants, restricted);
}

function solved(left: Float64Array, p: number, logDeterminants: number, restricted: boolean): AtCovariance {
  const width = p + 1;
  const information = zeroMatrix(p, p);
  for (let j = 0; j < p; j++) {
    for (let i = j; i < p; i++) {
      information.values[j * p + i] = left[j * width + i]!;
      information.values[i * p + j] = left[j * width + i]!;
    }
  }
  const right = Float64Array.from({ length: p }, (_, j) => left[j * width + p]!);
  const factor = cholesky(information, { tolerance: 1e-15 });
  const coefficients = solveCholesky(factor, right);
  let squares = left[p * width + p]!;
  let ofFixed = 0;
  for (let j = 0; j < p; j++) {
    squares -= coefficients[j]! * right[j]!;
    ofFixed += 2 * Math.log(factor.factor.values[j * p + j]!);
  }
  return {
    coefficients,
    unitCovariance: inverseCholesky(factor),
    squares,
    logDeterminants: logDeterminants + (restricted ? ofFixed : 0),
  };
}

/** I + Λ'Z'ZΛ. */
function fillInner(inner: Matrix, zz: Float64Array, lambda: Float64Array, q: number): void {
  for (let a = 0; a < q; a++) {
    for (let b = 0; b < q; b++) {
      let sum = a === b ? 1 : 0;
      for (let i = a; i < q; i++) {
        for (let j = b; j < q; j++) sum += lambda[place(i, a, q)]! * zz[j * q + i]! * lambda[place(j, b, q)]!;
      }
      inner.values[b * q + a] = sum;
    }
  }
}

/** Where entry (i, j), i ≥ j, of a lower triangle stands. */
export function place(i: number, j: number, q: number): number {
  return j * q - (j * (j - 1)) / 2 + (i - j);
}
