import type { TailOptions } from "../special-functions/tail.ts";
import { checkNumber } from "./check-argument.ts";
import { normalCdf, normalDensity, normalQuantile } from "./normal.ts";

/** Mean and standard deviation of log X, which is normal. Defaults 0 and 1. */
export interface LogNormalParameters {
  readonly meanLog?: number;
  readonly sdLog?: number;
}

/**
 * Density of the log-normal distribution.
 *
 * @param x point, any positive unit; the density is 0 at and below 0
 * @param options `meanLog` (default 0), `sdLog` (default 1, > 0), `log`
 * @throws RangeError when x is not a number or sdLog is not > 0
 * @example
 * logNormalDensity(1); // 0.3989422804014327
 */
export function logNormalDensity(x: number, options: LogNormalParameters & { readonly log?: boolean } = {}): number {
  checkNumber("logNormalDensity", "x", x);
  const log =
    x <= 0 || x === Number.POSITIVE_INFINITY
      ? Number.NEGATIVE_INFINITY
      : normalDensity(Math.log(x), { ...normalParameters(options), log: true }) - Math.log(x);
  return options.log ? log : Math.exp(log);
}

/**
 * Log-normal distribution function: P(X <= x), or with `upper` P(X > x).
 *
 * @param x point
 * @param options `meanLog` (default 0), `sdLog` (default 1, > 0), `upper`, `log`
 * @throws RangeError when x is not a number or sdLog is not > 0
 * @example
 * logNormalCdf(1); // 0.5
 */
export function logNormalCdf(x: number, options: LogNormalParameters & TailOptions = {}): number {
  checkNumber("logNormalCdf", "x", x);
  return normalCdf(Math.log(Math.max(x, 0)), { ...normalParameters(options), ...tailOptions(options) });
}

/**
 * Log-normal quantile: the x with P(X <= x) = p, or with `upper` P(X > x) = p.
 *
 * @param p probability, or with `log` its logarithm
 * @param options `meanLog` (default 0), `sdLog` (default 1, > 0), `upper`, `log`
 * @throws RangeError when p is not a probability or sdLog is not > 0
 * @example
 * logNormalQuantile(0.5); // 1
 */
export function logNormalQuantile(p: number, options: LogNormalParameters & TailOptions = {}): number {
  return Math.exp(normalQuantile(p, { ...normalParameters(options), ...tailOptions(options) }));
}

function normalParameters({ meanLog = 0, sdLog = 1 }: LogNormalParameters): { mean: number; sd: number } {
  return { mean: meanLog, sd: sdLog };
}

function tailOptions({ upper = false, log = false }: TailOptions): TailOptions {
  return { upper, log };
}
