import { gammaTail, logPoissonTerm } from "../special-functions/incomplete-gamma.ts";
import { logGamma } from "../special-functions/log-gamma.ts";
import { type Tail, type TailOptions, tailProbability } from "../special-functions/tail.ts";
import { checkNumber, checkPositive } from "./check-argument.ts";
import { normalQuantile } from "./normal.ts";
import { solveQuantile } from "./solve-quantile.ts";
import { targetTail } from "./target-tail.ts";

/** Scale of a gamma distribution, in the unit of x; mean = shape · scale. Default 1. */
export interface GammaScale {
  readonly scale?: number;
}

/**
 * Density of the gamma distribution.
 *
 * @param x point, in the unit of the scale
 * @param shape > 0
 * @param options `scale` (default 1, > 0), `log`
 * @returns density per unit of x; infinite at x = 0 when shape < 1
 * @throws RangeError when a parameter is out of range
 * @example
 * gammaDensity(1, 2); // 0.36787944117144233
 */
export function gammaDensity(x: number, shape: number, options: GammaScale & { readonly log?: boolean } = {}): number {
  const scaled = checkedAndScaled("gammaDensity", x, shape, options);
  const log = logGammaDensity(scaled, shape) - Math.log(options.scale ?? 1);
  return options.log ? log : Math.exp(log);
}

/**
 * Gamma distribution function: P(X <= x), or with `upper` P(X > x).
 *
 * @param x point, in the unit of the scale
 * @param shape > 0
 * @param options `scale` (default 1, > 0), `upper`, `log`
 * @returns probability, or its logarithm
 * @throws RangeError when a parameter is out of range
 * @example
 * gammaCdf(2, 1, { upper: true }); // 0.1353352832366127
 */
export function gammaCdf(x: number, shape: number, options: GammaScale & TailOptions = {}): number {
  const scaled = checkedAndScaled("gammaCdf", x, shape, options);
  return tailProbability(gammaTail(shape, Math.max(scaled, 0)), options);
}

/**
 * Gamma quantile: the x with P(X <= x) = p, or with `upper` P(X > x) = p.
 *
 * @param p probability, or with `log` its logarithm
 * @param shape > 0
 * @param options `scale` (default 1, > 0), `upper`, `log`
 * @returns x in the unit of the scale; 0 where it is below the smallest double
 * @throws RangeError when a parameter is out of range
 * @example
 * gammaQuantile(0.5, 1); // 0.6931471805599453
 */
export function gammaQuantile(p: number, shape: number, options: GammaScale & TailOptions = {}): number {
  const { scale = 1 } = options;
  checkPositive("gammaQuantile", "shape", shape);
  checkPositive("gammaQuantile", "scale", scale);
  const target = targetTail("gammaQuantile", p, options);
  if (target.log === Number.NEGATIVE_INFINITY) return target.upper ? Number.POSITIVE_INFINITY : 0;
  return scale * Math.exp(logGammaQuantile(target, shape));
}

function logGammaQuantile(target: Tail, shape: number): number {
  const logGammaAbove = logGamma(shape + 1);
  return solveQuantile(
    {
      tail: (z) => {
        const x = Math.exp(z);
        // Below the smallest double only the first term of the series is left, and it has a logarithm.
        return x < 1e-300 ? { upper: false, log: shape * z - logGammaAbove } : gammaTail(shape, x);
      },
      logDensity: (z) => Math.log(shape) + (z < -690 ? shape * z - logGammaAbove : logPoissonTerm(shape, Math.exp(z))),
    },
    target,
    startingLog(target, shape, logGammaAbove),
  );
}

/** Wilson and Hilferty's cube, or the first term of the series where that has no positive root. */
function startingLog(target: Tail, shape: number, logGammaAbove: number): number {
  const normal = normalQuantile(target.log, { log: true, upper: target.upper });
  const cubeRoot = 1 - 1 / (9 * shape) + normal / (3 * Math.sqrt(shape));
  const firstTerm = target.upper ? 0 : (target.log + logGammaAbove) / shape;
  if (cubeRoot > 0.3) return Math.log(shape) + 3 * Math.log(cubeRoot);
  return target.upper ? Math.log(shape) : firstTerm;
}

function logGammaDensity(x: number, shape: number): number {
  if (x < 0 || x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  if (x === 0) {
    if (shape === 1) return 0;
    return shape < 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }
  return Math.log(shape / x) + logPoissonTerm(shape, x);
}

function checkedAndScaled(functionName: string, x: number, shape: number, { scale = 1 }: GammaScale): number {
  checkNumber(functionName, "x", x);
  checkPositive(functionName, "shape", shape);
  checkPositive(functionName, "scale", scale);
  return x / scale;
}
