import { cholesky } from "../linear-algebra/cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { solveCholesky } from "../linear-algebra/solve-cholesky.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";
import { gradientOf, hessianOf } from "./numerical-derivatives.ts";

export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  readonly hessian: Matrix;
  readonly converged: boolean;
}

/**
 * The minimum of a smooth function of a few parameters, by Newton's method on derivatives from differences; where the function is
 * not yet bowl-shaped the steps are shortened towards its slope. It does not rest on a saddle.
 */
export function minimiseSmooth(value: (point: Float64Array) => number, start: Float64Array, limit = 100): Minimum {
  let point = start;
  let here = value(point);
  for (let iteration = 0; iteration < limit; iteration++) {
    const gradient = gradientOf(value, point);
    const hessian = hessianOf(value, point);
    const off = offSaddle(value, point, here, gradient, hessian);
    if (off !== null) {
      point = off;
      here = value(point);
      continue;
    }
    const newton = downhill(hessian, gradient);
    if (newton === null) return { point, value: here, hessian, converged: false };
    const step = shortened(newton, point);
    const foretold = -dot(step, gradient) / 2;
    // What rounding adds is no way up.
    const level = here + 1e-13 * (1 + Math.abs(here));
    let share = 1;
    let next = moved(point, step, share);
    let there = value(next);
    while (!(there <= level) && share > 1e-8) {
      share /= 2;
      next = moved(point, step, share);
      there = value(next);
    }
    if (!(there <= level)) return { point, value: here, hessian, converged: foretold < 1e-8 * (1 + Math.abs(here)) };
    const isLast = step.every((length, j) => Math.abs(length * share) <= 1e-9 * (1 + Math.abs(point[j]!)));
    point = next;
    here = there;
    if (!isLast && foretold >= 1e-13 * (1 + Math.abs(here))) continue;
    const atRest = hessianOf(value, point);
    if (offSaddle(value, point, here, gradientOf(value, point), atRest) === null) {
      return { point, value: here, hessian: atRest, converged: true };
    }
  }
  return { point, value: here, hessian: hessianOf(value, point), converged: false };
}

/**
 * A lower point beside one from which the function falls away to both sides of a direction it has no slope in, as it does at a
 * variance of 0 that should be more: no step by slopes would leave it. Null elsewhere.
 */
function offSaddle(
  value: (point: Float64Array) => number,
  point: Float64Array,
  here: number,
  gradient: Float64Array,
  hessian: Matrix,
): Float64Array | null {
  if (!hessian.values.every(Number.isFinite)) return null;
  const { values, vectors } = symmetricEigen(hessian);
  const k = point.length;
  const lowest = values.indexOf(Math.min(...values));
  if (!(values[lowest]! < -1e-6 * Math.max(...values, 1e-8))) return null;
  const direction = vectors.values.slice(lowest * k, (lowest + 1) * k);
  if (Math.abs(dot(direction, gradient)) > -1e-6 * values[lowest]!) return null;
  for (let share = 0.5; share > 1e-4; share /= 2) {
    const next = moved(point, direction, share);
    if (value(next) < here - 1e-10 * (1 + Math.abs(here))) return next;
  }
  return null;
}

/**
 * Newton's step where the matrix is positive definite, otherwise that of the matrix with enough added to its diagonal; null where the
 * function has no derivatives to go by, as at the edge of where it is a number.
 */
function downhill(hessian: Matrix, gradient: Float64Array): Float64Array | null {
  if (![...hessian.values, ...gradient].every(Number.isFinite)) return null;
  const k = hessian.rows;
  const size = Math.max(...Array.from({ length: k }, (_, j) => Math.abs(hessian.values[j * k + j]!)), 1e-8);
  for (let ridge = 0; ridge <= 1e9 * size; ridge = ridge === 0 ? 1e-3 * size : 10 * ridge) {
    const raised = zeroMatrix(k, k);
    raised.values.set(hessian.values);
    for (let j = 0; j < k; j++) raised.values[j * k + j]! += ridge;
    const factor = cholesky(raised, { tolerance: 1e-10 });
    if (factor.dropped.length === 0) return solveCholesky(factor, gradient).map((one) => -one);
  }
  return null;
}

/** Far from the minimum the curvature may be next to nothing: no parameter is more than doubled, and one more, at a time. */
function shortened(step: Float64Array, point: Float64Array): Float64Array {
  const share = step.reduce((least, length, j) => Math.min(least, (1 + Math.abs(point[j]!)) / Math.abs(length)), 1);
  return step.map((length) => length * share);
}

function moved(point: Float64Array, step: Float64Array, share: number): Float64Array {
  return point.map((one, j) => one + share * step[j]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, one, j) => sum + one * b[j]!, 0);
}
