import type { TailOptions } from "../special-functions/tail.ts";
import { checkNumber, checkPositive } from "./check-argument.ts";
import { gammaCdf, gammaDensity, gammaQuantile } from "./gamma.ts";

/**
 * Density of the chi-square distribution.
 *
 * @param x point, >= 0 where the density is positive
 * @param df degrees of freedom, > 0
 * @param options `log`
 * @throws RangeError when x is not a number or df is not > 0
 * @example
 * chiSquareDensity(2, 2); // 0.18393972058572117
 */
export function chiSquareDensity(x: number, df: number, options: { readonly log?: boolean } = {}): number {
  check("chiSquareDensity", x, df);
  return gammaDensity(x, df / 2, { scale: 2, ...options });
}

/**
 * Chi-square distribution function: P(X <= x), or with `upper` P(X > x), the p-value of a test.
 *
 * @param x point
 * @param df degrees of freedom, > 0
 * @param options `upper`, `log`
 * @throws RangeError when x is not a number or df is not > 0
 * @example
 * chiSquareCdf(3.841458820694124, 1, { upper: true }); // 0.05
 */
export function chiSquareCdf(x: number, df: number, options: TailOptions = {}): number {
  check("chiSquareCdf", x, df);
  return gammaCdf(x, df / 2, { scale: 2, ...options });
}

/**
 * Chi-square quantile: the x with P(X <= x) = p, or with `upper` P(X > x) = p.
 *
 * @param p probability, or with `log` its logarithm
 * @param df degrees of freedom, > 0
 * @param options `upper`, `log`
 * @throws RangeError when p is not a probability or df is not > 0
 * @example
 * chiSquareQuantile(0.05, 1, { upper: true }); // 3.841458820694124
 */
export function chiSquareQuantile(p: number, df: number, options: TailOptions = {}): number {
  checkPositive("chiSquareQuantile", "df (degrees of freedom)", df);
  return gammaQuantile(p, df / 2, { scale: 2, ...options });
}

function check(functionName: string, x: number, df: number): void {
  checkNumber(functionName, "x", x);
  checkPositive(functionName, "df (degrees of freedom)", df);
}
