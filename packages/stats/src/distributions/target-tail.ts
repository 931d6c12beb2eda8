import { logOneMinusExp, type Tail, type TailOptions } from "../special-functions/tail.ts";

/**
 * The probability a quantile was asked for, as the smaller of the two tails it cuts off: the side on which
 * the distribution function can be inverted without losing digits.
 *
 * @throws RangeError when p is not a probability (0 to 1), or with `log` not <= 0
 */
export function targetTail(functionName: string, p: number, options: TailOptions): Tail {
  const upper = options.upper ?? false;
  if (options.log) {
    if (!(p <= 0))
      throw new RangeError(`${functionName}: p must be <= 0 (natural logarithm of a probability), got ${p}`);
    return p <= -Math.LN2 ? { upper, log: p } : { upper: !upper, log: logOneMinusExp(p) };
  }
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${functionName}: p must be a probability (0 to 1), got ${p}`);
  return p <= 0.5 ? { upper, log: Math.log(p) } : { upper: !upper, log: Math.log1p(-p) };
}
