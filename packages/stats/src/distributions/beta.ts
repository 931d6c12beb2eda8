import { betaTail, logBetaTerm, unitPoint, unitPointFromLogOdds } from "../special-functions/incomplete-beta.ts";
import { logBeta } from "../special-functions/log-beta.ts";
import { type Tail, type TailOptions, tailProbability } from "../special-functions/tail.ts";
import { checkNumber, checkPositive } from "./check-argument.ts";
import { normalQuantile } from "./normal.ts";
import { solveQuantile } from "./solve-quantile.ts";
import { targetTail } from "./target-tail.ts";

/**
 * Density of the beta distribution.
 *
 * @param x point, 0 to 1 where the density is positive
 * @param shape1 exponent of x, plus one; > 0
 * @param shape2 exponent of 1 − x, plus one; > 0
 * @param options `log`
 * @returns density; infinite at an end whose shape is below 1
 * @throws RangeError when a parameter is out of range
 * @example
 * betaDensity(0.5, 2, 3); // 1.5
 */
export function betaDensity(
  x: number,
  shape1: number,
  shape2: number,
  options: { readonly log?: boolean } = {},
): number {
  check("betaDensity", x, shape1, shape2);
  const log = logBetaDensity(x, shape1, shape2);
  return options.log ? log : Math.exp(log);
}

/**
 * Beta distribution function: P(X <= x), or with `upper` P(X > x).
 *
 * @param x point
 * @param shape1 first shape, > 0
 * @param shape2 second shape, > 0
 * @param options `upper`, `log`
 * @throws RangeError when a parameter is out of range
 * @example
 * betaCdf(0.5, 2, 3); // 0.6875
 */
export function betaCdf(x: number, shape1: number, shape2: number, options: TailOptions = {}): number {
  check("betaCdf", x, shape1, shape2);
  return tailProbability(betaTail(shape1, shape2, unitPoint(Math.min(Math.max(x, 0), 1))), options);
}

/**
 * Beta quantile: the x with P(X <= x) = p, or with `upper` P(X > x) = p. Exact (Clopper–Pearson) limits of
 * a proportion are beta quantiles.
 *
 * @param p probability, or with `log` its logarithm
 * @param shape1 first shape, > 0
 * @param shape2 second shape, > 0
 * @param options `upper`, `log`
 * @throws RangeError when a parameter is out of range
 * @example
 * betaQuantile(0.5, 1, 1); // 0.5
 */
export function betaQuantile(p: number, shape1: number, shape2: number, options: TailOptions = {}): number {
  checkShapes("betaQuantile", shape1, shape2);
  return unitPointFromLogOdds(betaQuantileLogOdds(targetTail("betaQuantile", p, options), shape1, shape2)).x;
}

/**
 * Beta quantile as log(x / (1 − x)): F and Student's t are functions of these odds, and need them where x
 * itself would round to 0 or 1.
 */
export function betaQuantileLogOdds(target: Tail, shape1: number, shape2: number): number {
  if (target.log === Number.NEGATIVE_INFINITY) {
    return target.upper ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }
  return solveQuantile(
    {
      tail: (z) => betaTail(shape1, shape2, unitPointFromLogOdds(z)),
      // dx/dz = x(1 − x) turns the density into the bare term.
      logDensity: (z) => logBetaTerm(shape1, shape2, unitPointFromLogOdds(z)),
    },
    target,
    startingLogOdds(target, shape1, shape2),
  );
}

/** The first term of the series when that lies clearly inside its tail, else a normal on the log odds. */
function startingLogOdds(target: Tail, shape1: number, shape2: number): number {
  const centre = Math.log(shape1 / shape2);
  const logBetaShapes = logBeta(shape1, shape2);
  if (target.upper) {
    const far = -(target.log + Math.log(shape2) + logBetaShapes) / shape2;
    if (far > centre + 3) return far;
  } else {
    const far = (target.log + Math.log(shape1) + logBetaShapes) / shape1;
    if (far < centre - 3) return far;
  }
  const spread = Math.sqrt(1 / (shape1 + 0.5) + 1 / (shape2 + 0.5));
  return centre + spread * normalQuantile(target.log, { log: true, upper: target.upper });
}

function logBetaDensity(x: number, shape1: number, shape2: number): number {
  if (x < 0 || x > 1) return Number.NEGATIVE_INFINITY;
  if (x === 0 || x === 1) {
    const [near, far] = x === 0 ? [shape1, shape2] : [shape2, shape1];
    if (near === 1) return Math.log(far);
    return near < 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }
  const point = unitPoint(x);
  return logBetaTerm(shape1, shape2, point) - point.logX - point.logY;
}

function check(functionName: string, x: number, shape1: number, shape2: number): void {
  checkNumber(functionName, "x", x);
  checkShapes(functionName, shape1, shape2);
}

function checkShapes(functionName: string, shape1: number, shape2: number): void {
  checkPositive(functionName, "shape1", shape1);
  checkPositive(functionName, "shape2", shape2);
}
