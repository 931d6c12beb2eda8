import { cholesky } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { solveCholesky } from "../linear-algebra/solve-cholesky.ts";

/** A concave log-likelihood and its derivatives at one point. */
export interface Evaluation {
  readonly value: number;
  readonly gradient: Float64Array;
  /** minus the second derivative, or its expectation */
  readonly information: Matrix;
}

export interface Maximum extends Evaluation {
  readonly point: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
  /** set when the likelihood keeps rising however far one goes, or no step along its slope finds a higher point: the direction tried */
  readonly divergingDirection: Float64Array | null;
}

/** A last step this many standard errors long ends the search; Newton's next error is about its square. */
const LAST_STEP = 1e-8;
/** So does a step after which the error left would be this small, */
const LAST_ERROR = 1e-14;
/** once steps are short enough to foretell that. */
const QUADRATIC_STEP = 1e-3;
/** Where passes over the rows are dear, a step this short leaves the information as good as it was. */
const REUSE_STEP = 0.5;
/** Steps already this short that no longer shrink are the rounding of the sums. */
const ROUNDING_STEP = 1e-6;
/** A direction is flat when a step along it gains less than this much log-likelihood per row of unit weight… */
const FLAT_GAIN = 1e-6;
/** …although some row's linear predictor moves by at least this much. */
const FLAT_REACH = 0.1;
/** Fits that have a maximum are home by now, and are spared the look at every row's reach. */
const PATIENCE = 8;

/**
 * Newton's method for a concave log-likelihood, with step halving.
 *
 * A likelihood without a maximum (separation, a group without events) rises
 * towards a limit ever more slowly while the linear predictor of some rows
 * keeps growing, by about one at every step under a logit and 1/|η| under a
 * probit. That is what is looked for, so a fit that runs away is reported
 * after a handful of steps rather than stopped at whatever the iteration limit
 * left.
 *
 * @param evaluate log-likelihood, gradient and information at a point
 * @param initial  the evaluation at the start, when it is already known
 * @param reach    largest change of any row's linear predictor along a direction
 * @param thrifty  compute the information anew only where it has changed: for so many rows that 1e-8 standard errors are nothing
 * @param lastStep length in standard errors of a step that ends the search, default 1e-8
 * @param unit     weight of a typical row, so that tolerances do not depend on the scale of the weights
 */
export function maximise({
  start,
  initial,
  evaluate,
  reach,
  unit,
  thrifty = false,
  lastStep = LAST_STEP,
  limit = 100,
}: {
  start: Float64Array;
  initial?: Evaluation;
  evaluate: (point: Float64Array, known?: Matrix) => Evaluation;
  reach: (direction: Float64Array) => number;
  unit: number;
  thrifty?: boolean;
  lastStep?: number;
  limit?: number;
}): Maximum {
  let point = start;
  let here = initial ?? evaluate(point);
  let ownInformation = initial === undefined;
  let lastGain = Number.POSITIVE_INFINITY;
  let direction: Float64Array | null = null;
  for (let iterations = 1; iterations <= limit; iterations++) {
    const factor = cholesky(here.information, { tolerance: 1e-15 });
    const step = solveCholesky(factor, here.gradient);
    // Aliased columns are gone, so information that has vanished was left behind on the way to infinity.
    if (factor.dropped.length > 0) {
      return { ...here, point, iterations, converged: false, divergingDirection: direction ?? step };
    }
    const gain = dot(step, here.gradient);
    const atRounding = gain <= ROUNDING_STEP * ROUNDING_STEP * unit && gain > lastGain / 4;
    const length = Math.sqrt(Math.max(0, gain) / unit);
    if (atRounding || length <= lastStep || isLast(length, Math.sqrt(lastGain / unit), ownInformation)) {
      point = added(point, step, 1);
      return { ...evaluate(point), point, iterations, converged: true, divergingDirection: null };
    }
    if (iterations > PATIENCE && gain < FLAT_GAIN * unit && reach(step) > FLAT_REACH) {
      return { ...here, point, iterations, converged: false, divergingDirection: step };
    }
    const reuse = thrifty && ownInformation && gain < REUSE_STEP * REUSE_STEP * unit;
    const evaluateNext = (at: Float64Array) => (reuse ? evaluate(at, here.information) : evaluate(at));
    // Close to the maximum the value is flat to rounding: only a real fall is refused.
    const floor = here.value - 1e-9 * (Math.abs(here.value) + unit);
    let share = 1;
    let next = added(point, step, share);
    let there = evaluateNext(next);
    while (!(there.value >= floor) && share > 1e-10) {
      share /= 2;
      next = added(point, step, share);
      there = evaluateNext(next);
    }
    lastGain = gain;
    direction = step;
    if (!(there.value >= floor)) break;
    point = next;
    here = there;
    ownInformation = !reuse;
  }
  const stuck = direction !== null && reach(direction) > FLAT_REACH;
  return { ...here, point, iterations: limit, converged: false, divergingDirection: stuck ? direction : null };
}

/** Whether the step to come, though not short itself, leaves next to nothing after it; lengths are in standard errors. */
function isLast(length: number, lastLength: number, ownInformation: boolean): boolean {
  if (!(length < QUADRATIC_STEP) || lastLength === Number.POSITIVE_INFINITY) return false;
  // Newton's error shrinks as a square; with the information of the step before, by the same share as that step.
  return ownInformation ? length ** 3 / lastLength ** 2 <= LAST_ERROR : length ** 2 / lastLength <= LAST_STEP;
}

function added(point: Float64Array, step: Float64Array, length: number): Float64Array {
  return point.map((value, j) => value + length * step[j]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}
