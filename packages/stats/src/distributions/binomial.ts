import { betaTail, logBinomialTerm, mirrored, unitPoint } from "../special-functions/incomplete-beta.ts";
import { type Tail, type TailOptions, tailProbability } from "../special-functions/tail.ts";
import { checkNumber, checkProbability, checkWhole } from "./check-argument.ts";
import { normalQuantile } from "./normal.ts";
import { searchQuantile } from "./search-quantile.ts";
import { targetTail } from "./target-tail.ts";

/**
 * Binomial probability of exactly k successes in n trials.
 *
 * @param k successes; a number that is not whole, or not from 0 to n, has probability 0
 * @param n trials, whole number >= 0
 * @param probability of success in one trial, 0 to 1
 * @param options `log`
 * @throws RangeError when a parameter is out of range
 * @source Loader (2000)
 * @example
 * binomialMass(2, 4, 0.5); // 0.375
 */
export function binomialMass(
  k: number,
  n: number,
  probability: number,
  options: { readonly log?: boolean } = {},
): number {
  check("binomialMass", k, n, probability);
  const log = logBinomialMass(k, n, probability);
  return options.log ? log : Math.exp(log);
}

/**
 * Binomial distribution function: P(X <= k), or with `upper` P(X > k) – more than k, not k or more.
 *
 * @param k successes
 * @param n trials, whole number >= 0
 * @param probability of success in one trial, 0 to 1
 * @param options `upper`, `log`
 * @throws RangeError when a parameter is out of range
 * @example
 * binomialCdf(1, 4, 0.5); // 0.3125
 */
export function binomialCdf(k: number, n: number, probability: number, options: TailOptions = {}): number {
  check("binomialCdf", k, n, probability);
  return tailProbability(binomialTail(Math.floor(k), n, probability), options);
}

/**
 * Binomial quantile: the smallest k with P(X <= k) >= p, or with `upper` P(X > k) <= p.
 *
 * @param p probability, or with `log` its logarithm
 * @param n trials, whole number >= 0
 * @param probability of success in one trial, 0 to 1
 * @param options `upper`, `log`
 * @throws RangeError when a parameter is out of range
 * @example
 * binomialQuantile(0.5, 10, 0.5); // 5
 */
export function binomialQuantile(p: number, n: number, probability: number, options: TailOptions = {}): number {
  check("binomialQuantile", 0, n, probability);
  const target = targetTail("binomialQuantile", p, options);
  const start =
    n * probability +
    Math.sqrt(n * probability * (1 - probability)) * normalQuantile(target.log, { log: true, upper: target.upper });
  return searchQuantile((k) => binomialTail(k, n, probability), target, start, 0, n);
}

function logBinomialMass(k: number, n: number, probability: number): number {
  if (!Number.isInteger(k) || k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  if (k === 0) return n === 0 ? 0 : n * Math.log1p(-probability);
  if (k === n) return n * Math.log(probability);
  if (probability === 0 || probability === 1) return Number.NEGATIVE_INFINITY;
  return logBinomialTerm(k, n - k, unitPoint(probability));
}

function binomialTail(k: number, n: number, probability: number): Tail {
  if (k < 0) return { upper: false, log: Number.NEGATIVE_INFINITY };
  if (k >= n) return { upper: true, log: Number.NEGATIVE_INFINITY };
  return betaTail(n - k, k + 1, mirrored(unitPoint(probability)));
}

function check(functionName: string, k: number, n: number, probability: number): void {
  checkNumber(functionName, "k (successes)", k);
  checkWhole(functionName, "n (trials)", n);
  checkProbability(functionName, "probability", probability);
}
