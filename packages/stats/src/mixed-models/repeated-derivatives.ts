import type { Cholesky } from "../linear-algebra/cholesky.ts";
import { inverseCholesky } from "../linear-algebra/inverse-cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { place } from "./mixed-likelihood.ts";
import type { OccasionProducts } from "./occasion-products.ts";
import { type PatternTerms, patternTerms } from "./pattern-terms.ts";
import type { AtOccasionCovariance } from "./repeated-likelihood.ts";

/** How −2 log of the restricted likelihood changes with each entry of the covariance (lower triangle by columns). */
export interface RepeatedDerivatives {
  readonly gradient: Float64Array;
  /** second derivatives of these data */
  readonly hessian: Matrix;
  /** and those to be expected of such data, never negative in any direction */
  readonly expected: Matrix;
  /** derivatives of the variance of a combination of coefficients */
  readonly varianceSlopes: (weights: ArrayLike<number>) => Float64Array;
}

/**
 * In closed form, from products by pattern. With V₁ and V₂ derivatives of V by two entries and P = V⁻¹ − V⁻¹X(X'V⁻¹X)⁻¹X'V⁻¹, the
 * first derivative is tr PV₁ − y'PV₁Py, the second 2y'PV₁PV₂Py − tr PV₁PV₂, of which tr PV₁PV₂ is to be expected.
 *
 * @source Harville (1977), doi:10.1080/01621459.1977.10480998
 */
export function repeatedDerivatives(
  patterns: readonly OccasionProducts[],
  at: AtOccasionCovariance,
  width: number,
): RepeatedDerivatives {
  const { coefficients, information, inverses } = at;
  const unit = inverseCholesky(information);
  const terms = patterns.map((pattern, index) => patternTerms(pattern, inverses[index]!, coefficients, unit));
  const q = (width * (width + 1)) / 2;
  const gradient = new Float64Array(q);
  const hessian = zeroMatrix(q, q);
  const expected = zeroMatrix(q, q);
  for (const one of terms) addOwn(one, width, { gradient, hessian, expected });
  const fixed = throughFixed(terms, width, information);
  const mixed = throughMixed(terms, width, information);
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) {
      const both = dot(fixed[i]!.values, fixed[j]!.values);
      expected.values[j * q + i]! += both;
      hessian.values[j * q + i]! -= both + 2 * dot(mixed[i]!, mixed[j]!);
    }
  }
  const varianceSlopes = (weights: ArrayLike<number>) => {
    const own = forward(information, weights);
    return Float64Array.from(fixed, (one) => quadratic(own, one));
  };
  return { gradient, hessian, expected, varianceSlopes };
}

export function quadratic(weights: ArrayLike<number>, { rows: k, values }: Matrix): number {
  let sum = 0;
  for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) sum += weights[a]! * values[b * k + a]! * weights[b]!;
  return sum;
}

/** What needs nothing of people of other patterns. An entry off the diagonal stands twice in the covariance. */
function addOwn(
  { occasions, people, inverse, leverage, spread }: PatternTerms,
  width: number,
  { gradient, hessian, expected }: Pick<RepeatedDerivatives, "gradient" | "hessian" | "expected">,
): void {
  const m = occasions.length;
  const q = gradient.length;
  const ofData = spread.map((one, at) => 2 * one - people * inverse[at]!);
  const toExpect = leverage.map((one, at) => people * inverse[at]! - 2 * one);
  for (let a = 0; a < m; a++) {
    for (let b = 0; b < m; b++) {
      const i = entryOf(occasions, a, b, width);
      gradient[i]! += people * inverse[b * m + a]! - spread[b * m + a]!;
      for (let c = 0; c < m; c++) {
        const weight = inverse[c * m + b]!;
        for (let d = 0; d < m; d++) {
          const at = entryOf(occasions, c, d, width) * q + i;
          hessian.values[at]! += weight * ofData[d * m + a]!;
          expected.values[at]! += weight * toExpect[d * m + a]!;
        }
      }
    }
  }
}

/** L⁻¹(X'V⁻¹V₁V⁻¹X)L⁻ᵀ of each entry, where LL' = X'V⁻¹X. */
function throughFixed(terms: readonly PatternTerms[], width: number, information: Cholesky): Matrix[] {
  const k = information.factor.columns;
  const sums = summedByEntry(terms, width, k * k, ({ fixed }) => fixed);
  return sums.map((sum) => {
    const half = zeroMatrix(k, k);
    for (let j = 0; j < k; j++) half.values.set(forward(information, sum.subarray(j * k, (j + 1) * k)), j * k);
    const whole = zeroMatrix(k, k);
    for (let i = 0; i < k; i++) {
      const row = Float64Array.from({ length: k }, (_, j) => half.values[j * k + i]!);
      whole.values.set(forward(information, row), i * k);
    }
    return whole;
  });
}

/** L⁻¹X'V⁻¹V₁V⁻¹(y − Xb) of each entry. */
function throughMixed(terms: readonly PatternTerms[], width: number, information: Cholesky): Float64Array[] {
  const sums = summedByEntry(terms, width, information.factor.columns, ({ mixed }) => mixed);
  return sums.map((sum) => forward(information, sum));
}

/** Blocks (a, b) and (b, a) of every pattern, added up by entry of the covariance. */
function summedByEntry(
  terms: readonly PatternTerms[],
  width: number,
  length: number,
  blocksOf: (one: PatternTerms) => readonly Float64Array[],
): Float64Array[] {
  const sums = Array.from({ length: (width * (width + 1)) / 2 }, () => new Float64Array(length));
  for (const one of terms) {
    const m = one.occasions.length;
    blocksOf(one).forEach((block, at) => {
      const sum = sums[entryOf(one.occasions, Math.floor(at / m), at % m, width)]!;
      for (let i = 0; i < length; i++) sum[i]! += block[i]!;
    });
  }
  return sums;
}

function entryOf(occasions: readonly number[], a: number, b: number, width: number): number {
  return place(occasions[Math.max(a, b)]!, occasions[Math.min(a, b)]!, width);
}

/** L⁻¹v. */
function forward({ factor: { columns: k, values } }: Cholesky, right: ArrayLike<number>): Float64Array {
  const solved = Float64Array.from(right);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) solved[i]! -= values[j * k + i]! * solved[j]!;
    solved[i]! /= values[i * k + i]!;
  }
  return solved;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
