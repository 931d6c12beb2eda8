import { gammaTail, logPoissonTerm } from "../special-functions/incomplete-gamma.ts";
import { type Tail, type TailOptions, tailProbability } from "../special-functions/tail.ts";
import { checkNumber } from "./check-argument.ts";
import { normalQuantile } from "./normal.ts";
import { searchQuantile } from "./search-quantile.ts";
import { targetTail } from "./target-tail.ts";

/**
 * Poisson probability of exactly k events.
 *
 * @param k events; a number that is negative or not whole has probability 0
 * @param mean expected events, >= 0
 * @param options `log`
 * @throws RangeError when mean is not >= 0
 * @source Loader (2000)
 * @example
 * poissonMass(0, 2); // 0.1353352832366127
 */
export function poissonMass(k: number, mean: number, options: { readonly log?: boolean } = {}): number {
  check("poissonMass", k, mean);
  const log = logPoissonMass(k, mean);
  return options.log ? log : Math.exp(log);
}

/**
 * Poisson distribution function: P(X <= k), or with `upper` P(X > k) – more than k, not k or more.
 *
 * @param k events
 * @param mean expected events, >= 0
 * @param options `upper`, `log`
 * @throws RangeError when mean is not >= 0
 * @example
 * poissonCdf(1, 2); // 0.4060058497098381
 */
export function poissonCdf(k: number, mean: number, options: TailOptions = {}): number {
  check("poissonCdf", k, mean);
  return tailProbability(poissonTail(Math.floor(k), mean), options);
}

/**
 * Poisson quantile: the smallest k with P(X <= k) >= p, or with `upper` P(X > k) <= p.
 *
 * @param p probability, or with `log` its logarithm
 * @param mean expected events, >= 0
 * @param options `upper`, `log`
 * @throws RangeError when p is not a probability or mean is not >= 0
 * @example
 * poissonQuantile(0.5, 4); // 4
 */
export function poissonQuantile(p: number, mean: number, options: TailOptions = {}): number {
  check("poissonQuantile", 0, mean);
  const target = targetTail("poissonQuantile", p, options);
  if (mean === 0) return 0;
  const start = mean + Math.sqrt(mean) * normalQuantile(target.log, { log: true, upper: target.upper });
  return searchQuantile((k) => poissonTail(k, mean), target, start, 0, Number.POSITIVE_INFINITY);
}

function logPoissonMass(k: number, mean: number): number {
  if (!Number.isInteger(k) || k < 0) return Number.NEGATIVE_INFINITY;
  if (k === 0) return -mean;
  if (mean === 0) return Number.NEGATIVE_INFINITY;
  return logPoissonTerm(k, mean);
}

/** P(X > k) = P(k + 1, mean), the lower incomplete gamma function: the sides change places. */
function poissonTail(k: number, mean: number): Tail {
  if (k < 0) return { upper: false, log: Number.NEGATIVE_INFINITY };
  if (k === Number.POSITIVE_INFINITY) return { upper: true, log: Number.NEGATIVE_INFINITY };
  const tail = gammaTail(k + 1, mean);
  return { upper: !tail.upper, log: tail.log };
}

function check(functionName: string, k: number, mean: number): void {
  checkNumber(functionName, "k (events)", k);
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${functionName}: mean must be >= 0 and finite (expected events), got ${mean}`);
  }
}
