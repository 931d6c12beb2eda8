import { betaTail, logBinomialTerm, unitPointFromParts } from "../special-functions/incomplete-beta.ts";
import { type Tail, type TailOptions, tailProbability } from "../special-functions/tail.ts";
import { checkNumber, checkPositive } from "./check-argument.ts";
import { normalQuantile } from "./normal.ts";
import { searchQuantile } from "./search-quantile.ts";
import { targetTail } from "./target-tail.ts";

/**
 * Negative binomial probability of exactly k events: Poisson counts whose means vary between people as a
 * gamma with shape `size`.
 *
 * @param k events; a number that is negative or not whole has probability 0
 * @param mean expected events, > 0
 * @param size shape of the gamma, > 0; the variance is mean + mean² / size
 * @param options `log`
 * @throws RangeError when a parameter is out of range
 * @example
 * negativeBinomialMass(0, 2, 2); // 0.25
 */
export function negativeBinomialMass(
  k: number,
  mean: number,
  size: number,
  options: { readonly log?: boolean } = {},
): number {
  check("negativeBinomialMass", k, mean, size);
  const log = logNegativeBinomialMass(k, mean, size);
  return options.log ? log : Math.exp(log);
}

/**
 * Negative binomial distribution function: P(X <= k), or with `upper` P(X > k) – more than k, not k or more.
 *
 * @param k events
 * @param mean expected events, > 0
 * @param size shape of the gamma, > 0
 * @param options `upper`, `log`
 * @throws RangeError when a parameter is out of range
 * @example
 * negativeBinomialCdf(1, 2, 2); // 0.5
 */
export function negativeBinomialCdf(k: number, mean: number, size: number, options: TailOptions = {}): number {
  check("negativeBinomialCdf", k, mean, size);
  return tailProbability(negativeBinomialTail(Math.floor(k), mean, size), options);
}

/**
 * Negative binomial quantile: the smallest k with P(X <= k) >= p, or with `upper` P(X > k) <= p.
 *
 * @param p probability, or with `log` its logarithm
 * @param mean expected events, > 0
 * @param size shape of the gamma, > 0
 * @param options `upper`, `log`
 * @throws RangeError when a parameter is out of range
 * @example
 * negativeBinomialQuantile(0.5, 2, 2); // 1
 */
export function negativeBinomialQuantile(p: number, mean: number, size: number, options: TailOptions = {}): number {
  check("negativeBinomialQuantile", 0, mean, size);
  const target = targetTail("negativeBinomialQuantile", p, options);
  const normal = normalQuantile(target.log, { log: true, upper: target.upper });
  const start = mean + Math.sqrt(mean + (mean * mean) / size) * normal;
  return searchQuantile((k) => negativeBinomialTail(k, mean, size), target, start, 0, Number.POSITIVE_INFINITY);
}

function logNegativeBinomialMass(k: number, mean: number, size: number): number {
  if (!Number.isInteger(k) || k < 0) return Number.NEGATIVE_INFINITY;
  if (k === 0) return -size * Math.log1p(mean / size);
  // The last event is fixed, which takes size / (size + k) of the free arrangements.
  return Math.log(size / (size + k)) + logBinomialTerm(size, k, unitPointFromParts(size, mean));
}

function negativeBinomialTail(k: number, mean: number, size: number): Tail {
  if (k < 0) return { upper: false, log: Number.NEGATIVE_INFINITY };
  if (k === Number.POSITIVE_INFINITY) return { upper: true, log: Number.NEGATIVE_INFINITY };
  return betaTail(size, k + 1, unitPointFromParts(size, mean));
}

function check(functionName: string, k: number, mean: number, size: number): void {
  checkNumber(functionName, "k (events)", k);
  checkPositive(functionName, "mean (expected events)", mean);
  checkPositive(functionName, "size", size);
}
