import {
  betaTail,
  logBetaTerm,
  type UnitPoint,
  unitPointFromLogOdds,
  unitPointFromParts,
} from "../special-functions/incomplete-beta.ts";
import { type TailOptions, tailProbability } from "../special-functions/tail.ts";
import { betaQuantileLogOdds } from "./beta.ts";
import { checkNumber, checkPositive } from "./check-argument.ts";
import { targetTail } from "./target-tail.ts";

/**
 * Density of the F distribution.
 *
 * @param x point
 * @param df1 degrees of freedom of the numerator, > 0
 * @param df2 degrees of freedom of the denominator, > 0
 * @param options `log`
 * @throws RangeError when a parameter is out of range
 * @example
 * fDensity(1, 2, 2); // 0.25
 */
export function fDensity(x: number, df1: number, df2: number, options: { readonly log?: boolean } = {}): number {
  check("fDensity", x, df1, df2);
  const log = logFDensity(x, df1, df2);
  return options.log ? log : Math.exp(log);
}

/**
 * Distribution function of F: P(X <= x), or with `upper` P(X > x).
 *
 * @param x point
 * @param df1 degrees of freedom of the numerator, > 0
 * @param df2 degrees of freedom of the denominator, > 0
 * @param options `upper`, `log`
 * @throws RangeError when a parameter is out of range
 * @example
 * fCdf(1, 5, 5); // 0.5
 */
export function fCdf(x: number, df1: number, df2: number, options: TailOptions = {}): number {
  check("fCdf", x, df1, df2);
  return tailProbability(betaTail(df1 / 2, df2 / 2, pointOfF(Math.max(x, 0), df1, df2)), options);
}

/**
 * Quantile of F: the x with P(X <= x) = p, or with `upper` P(X > x) = p.
 *
 * @param p probability, or with `log` its logarithm
 * @param df1 degrees of freedom of the numerator, > 0
 * @param df2 degrees of freedom of the denominator, > 0
 * @param options `upper`, `log`
 * @throws RangeError when a parameter is out of range
 * @example
 * fQuantile(0.5, 7, 7); // 1
 */
export function fQuantile(p: number, df1: number, df2: number, options: TailOptions = {}): number {
  checkDegrees("fQuantile", df1, df2);
  const logOdds = betaQuantileLogOdds(targetTail("fQuantile", p, options), df1 / 2, df2 / 2);
  return (df2 / df1) * Math.exp(logOdds);
}

function logFDensity(x: number, df1: number, df2: number): number {
  if (x < 0 || x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  if (x === 0) {
    if (df1 === 2) return 0;
    return df1 < 2 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }
  return logBetaTerm(df1 / 2, df2 / 2, pointOfF(x, df1, df2)) - Math.log(x);
}

/** x df₁ / (x df₁ + df₂), from the logarithm of the odds where the product would leave the range of doubles. */
function pointOfF(x: number, df1: number, df2: number): UnitPoint {
  if (x > 1e-280 && x < 1e280) return unitPointFromParts(x * df1, df2);
  return unitPointFromLogOdds(Math.log(x) + Math.log(df1 / df2));
}

function check(functionName: string, x: number, df1: number, df2: number): void {
  checkNumber(functionName, "x", x);
  checkDegrees(functionName, df1, df2);
}

function checkDegrees(functionName: string, df1: number, df2: number): void {
  checkPositive(functionName, "df1 (degrees of freedom)", df1);
  checkPositive(functionName, "df2 (degrees of freedom)", df2);
}
