import { betaTail, type UnitPoint, unitPointFromParts } from "../special-functions/incomplete-beta.ts";
import { logBeta } from "../special-functions/log-beta.ts";
import { logOneMinusExp, type Tail, type TailOptions, tailProbability } from "../special-functions/tail.ts";
import { betaQuantileLogOdds } from "./beta.ts";
import { checkNumber } from "./check-argument.ts";
import { normalDensity, normalQuantile, normalTail } from "./normal.ts";
import { targetTail } from "./target-tail.ts";

/**
 * Density of Student's t.
 *
 * @param t point
 * @param df degrees of freedom, > 0; infinite gives the normal
 * @param options `log`
 * @throws RangeError when t is not a number or df is not > 0
 * @example
 * studentTDensity(0, 1); // 0.3183098861837907
 */
export function studentTDensity(t: number, df: number, options: { readonly log?: boolean } = {}): number {
  check("studentTDensity", t, df);
  if (df === Number.POSITIVE_INFINITY) return normalDensity(t, options);
  const distance = Math.abs(t);
  const ratio = distance / Math.sqrt(df);
  // log(1 + ratio²), where ratio² may overflow.
  const logOnePlus = ratio > 1e100 ? 2 * Math.log(ratio) : Math.log1p(ratio * ratio);
  const log = -0.5 * (df + 1) * logOnePlus - 0.5 * Math.log(df) - logBeta(df / 2, 0.5);
  return options.log ? log : Math.exp(log);
}

/**
 * Distribution function of Student's t: P(T <= t), or with `upper` P(T > t).
 *
 * @param t point
 * @param df degrees of freedom, > 0, not necessarily whole; infinite gives the normal
 * @param options `upper`, `log`
 * @throws RangeError when t is not a number or df is not > 0
 * @example
 * studentTCdf(1, 1, { upper: true }); // 0.25
 */
export function studentTCdf(t: number, df: number, options: TailOptions = {}): number {
  check("studentTCdf", t, df);
  return tailProbability(studentTTail(t, df), options);
}

/**
 * Quantile of Student's t: the t with P(T <= t) = p, or with `upper` P(T > t) = p.
 *
 * @param p probability, or with `log` its logarithm
 * @param df degrees of freedom, > 0; infinite gives the normal
 * @param options `upper`, `log`
 * @throws RangeError when p is not a probability or df is not > 0
 * @example
 * studentTQuantile(0.75, 1); // 1
 */
export function studentTQuantile(p: number, df: number, options: TailOptions = {}): number {
  checkDf("studentTQuantile", df);
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p, options);
  const target = targetTail("studentTQuantile", p, options);
  const distance = distanceFromCentre(target.log, df, options.log ? Number.NaN : p);
  return target.upper ? distance : 0 - distance;
}

/** The |t| beyond which one tail has probability exp(logTail) <= 1/2. */
function distanceFromCentre(logTail: number, df: number, p: number): number {
  // 1 − 2p would cancel in logarithms near the centre; from p itself the subtraction is exact.
  const central = Number.isNaN(p) ? -Math.expm1(logTail + Math.LN2) : 2 * Math.abs(p - 0.5);
  if (central === 0) return 0;
  const logOdds =
    central < 0.5
      ? betaQuantileLogOdds({ upper: false, log: Math.log(central) }, 0.5, df / 2)
      : -betaQuantileLogOdds({ upper: false, log: logTail + Math.LN2 }, df / 2, 0.5);
  return Math.sqrt(df) * Math.exp(logOdds / 2);
}

function studentTTail(t: number, df: number): Tail {
  if (df === Number.POSITIVE_INFINITY) return normalTail(t);
  const upper = t > 0;
  // P(|T| > |t|) is an incomplete beta function of df / (df + t²).
  const bothTails = betaTail(df / 2, 0.5, pointOfT(Math.abs(t), df));
  return { upper, log: (bothTails.upper ? logOneMinusExp(bothTails.log) : bothTails.log) - Math.LN2 };
}

function pointOfT(distance: number, df: number): UnitPoint {
  if (distance < 1e150) return unitPointFromParts(df, distance * distance);
  return { x: 0, y: 1, logX: Math.log(df) - 2 * Math.log(distance), logY: 0 };
}

function check(functionName: string, t: number, df: number): void {
  checkNumber(functionName, "t", t);
  checkDf(functionName, df);
}

function checkDf(functionName: string, df: number): void {
  if (!(df > 0)) throw new RangeError(`${functionName}: df (degrees of freedom) must be > 0, got ${df}`);
}
