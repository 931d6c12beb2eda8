import { type Cholesky, cholesky } from "../linear-algebra/cholesky.ts";
import { inverseCholesky } from "../linear-algebra/inverse-cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { solveCholesky } from "../linear-algebra/solve-cholesky.ts";
import { place } from "./mixed-likelihood.ts";
import type { OccasionProducts } from "./occasion-products.ts";

/** What the restricted likelihood is made of at one covariance over occasions. */
export interface AtOccasionCovariance {
  /** −2 log of the restricted likelihood, without constants */
  readonly criterion: number;
  /** by generalised least squares, length k */
  readonly coefficients: Float64Array;
  /** of X'V⁻¹X */
  readonly information: Cholesky;
  /** of the covariance of each pattern of occasions, m by m */
  readonly inverses: readonly Matrix[];
  /** least share of an occasion's variance that earlier occasions leave open */
  readonly leastLeft: number;
}

/**
 * The restricted likelihood, at the cost of a few products a pattern.
 *
 * @param covariance lower triangle by columns, occasions by occasions
 * @param variances  of each occasion, to hold what is left of it against
 * @returns null where that is no covariance
 */
export function atOccasionCovariance(
  patterns: readonly OccasionProducts[],
  k: number,
  covariance: Float64Array,
  variances: Float64Array,
): AtOccasionCovariance | null {
  const width = variances.length;
  const whole = cholesky(squareOf(covariance, Array.from(variances.keys()), width), { tolerance: 0 });
  if (whole.dropped.length > 0) return null;
  const size = k + 1;
  const total = new Float64Array(size * size);
  const inverses: Matrix[] = [];
  let criterion = 0;
  for (const { occasions, people, blocks } of patterns) {
    const factor = cholesky(squareOf(covariance, occasions, width), { tolerance: 0 });
    if (factor.dropped.length > 0) return null;
    const inverse = inverseCholesky(factor);
    inverses.push(inverse);
    criterion += people * logDeterminant(factor);
    inverse.values.forEach((weight, block) => {
      const from = block * total.length;
      for (let at = 0; at < total.length; at++) total[at]! += weight * blocks[from + at]!;
    });
  }
  const information = cholesky(fixedPart(total, k), { tolerance: 0 });
  if (information.dropped.length > 0) return null;
  const right = Float64Array.from({ length: k }, (_, j) => total[j * size + k]!);
  const coefficients = solveCholesky(information, right);
  criterion += logDeterminant(information) + total[k * size + k]!;
  for (let j = 0; j < k; j++) criterion -= coefficients[j]! * right[j]!;
  const leastLeft = variances.reduce(
    (least, variance, j) => Math.min(least, whole.factor.values[j * width + j]! ** 2 / variance),
    1,
  );
  return Number.isFinite(criterion) ? { criterion, coefficients, information, inverses, leastLeft } : null;
}

/** The chosen rows and columns of a symmetric matrix of which the lower triangle is given. */
export function squareOf(lower: Float64Array, chosen: readonly number[], width: number): Matrix {
  const m = chosen.length;
  const square = zeroMatrix(m, m);
  chosen.forEach((a, i) => {
    chosen.forEach((b, j) => {
      square.values[j * m + i] = lower[place(Math.max(a, b), Math.min(a, b), width)]!;
    });
  });
  return square;
}

function fixedPart(total: Float64Array, k: number): Matrix {
  const fixed = zeroMatrix(k, k);
  for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) fixed.values[b * k + a] = total[a * (k + 1) + b]!;
  return fixed;
}

function logDeterminant({ factor: { rows: k, values } }: Cholesky): number {
  let sum = 0;
  for (let j = 0; j < k; j++) sum += 2 * Math.log(values[j * k + j]!);
  return sum;
}
