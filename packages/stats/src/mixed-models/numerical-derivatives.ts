import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";

/** Step for parameters of about 1: the error of the rule, its fourth or sixth power, meets that of rounding. */
const STEP = 2e-3;

/** Slopes by central differences over four points on either side of nothing (sixth order). */
export function gradientOf(value: (point: Float64Array) => number, point: Float64Array): Float64Array {
  return point.map((_, j) => slopeOf((shift) => value(shifted(point, j, shift)), stepAt(point, j)));
}

/** The derivative of a function of one number at 0. */
export function slopeOf(value: (shift: number) => number, step: number): number {
  const across = (times: number) => value(times * step) - value(-times * step);
  return (45 * across(1) - 9 * across(2) + across(3)) / (60 * step);
}

/** Second derivatives, of fourth order. */
export function hessianOf(value: (point: Float64Array) => number, point: Float64Array): Matrix {
  const k = point.length;
  const hessian = zeroMatrix(k, k);
  const centre = value(point);
  for (let a = 0; a < k; a++) {
    const step = stepAt(point, a);
    const both = (times: number) => value(shifted(point, a, times * step)) + value(shifted(point, a, -times * step));
    hessian.values[a * k + a] = (16 * both(1) - both(2) - 30 * centre) / (12 * step * step);
    for (let b = 0; b < a; b++) {
      const mixed = slopeOf(
        (up) => slopeOf((over) => value(shifted(shifted(point, a, up), b, over)), stepAt(point, b)),
        step,
      );
      hessian.values[a * k + b] = mixed;
      hessian.values[b * k + a] = mixed;
    }
  }
  return hessian;
}

export function stepAt(point: Float64Array, j: number): number {
  return STEP * Math.max(1, Math.abs(point[j]!));
}

export function shifted(point: Float64Array, j: number, shift: number): Float64Array {
  const moved = Float64Array.from(point);
  moved[j]! += shift;
  return moved;
}

/** The inverse over directions in which the matrix curves upwards. */
export function inverseCurvature(hessian: Matrix): Matrix {
  const k = hessian.rows;
  const { values, vectors } = symmetricEigen(hessian);
  const largest = Math.max(...values);
  const inverse = zeroMatrix(k, k);
  for (let d = 0; d < k; d++) {
    if (!(values[d]! > 1e-7 * largest)) continue;
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) {
        inverse.values[b * k + a]! += (vectors.values[d * k + a]! * vectors.values[d * k + b]!) / values[d]!;
      }
    }
  }
  return inverse;
}
