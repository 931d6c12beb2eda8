import { logBeta } from "./log-beta.ts";

/**
 * Natural logarithm of the binomial coefficient "n choose k".
 *
 * @param n size of the set, whole number >= 0
 * @param k size of the subset, whole number from 0 to n
 * @throws RangeError when n or k is outside those ranges
 * @example
 * logChoose(5, 2); // 2.302585092994046
 */
export function logChoose(n: number, k: number): number {
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`logChoose: n must be a whole number >= 0, got ${n}`);
  if (!(Number.isInteger(k) && k >= 0 && k <= n)) {
    throw new RangeError(`logChoose: k must be a whole number from 0 to n (${n}), got ${k}`);
  }
  if (k === 0 || k === n) return 0;
  return -Math.log(n + 1) - logBeta(k + 1, n - k + 1);
}
