import { logOneMinusExp, type Tail } from "../special-functions/tail.ts";

/** A continuous distribution on a scale z that runs over the whole line, such as log x or log odds. */
export interface DistributionOnLine {
  /** Either tail at z. */
  tail(z: number): Tail;
  /** Logarithm of the density with respect to z. */
  logDensity(z: number): number;
}

/**
 * The point z at which a tail has the wanted probability.
 *
 * Newton's method on the logarithm of the tail, which is close to a straight line far out and concave in
 * between, inside a bracket that every step tightens; a step that would leave the bracket becomes a
 * bisection, so a bad start costs time and not the answer.
 */
export function solveQuantile(distribution: DistributionOnLine, target: Tail, start: number): number {
  const direction = target.upper ? -1 : 1;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let z = start;
  let reach = 1;
  for (let iteration = 0; iteration < 400; iteration++) {
    const tail = distribution.tail(z);
    const log = tail.upper === target.upper ? tail.log : logOneMinusExp(tail.log);
    const excess = direction * (log - target.log);
    if (excess === 0) return z;
    if (excess > 0) high = z;
    else low = z;
    let next = z - excess / Math.exp(distribution.logDensity(z) - log);
    if (Math.abs(next - z) <= 1e-10) return next;
    if (!(next > low && next < high)) {
      if (low === Number.NEGATIVE_INFINITY) next = high - reach;
      else if (high === Number.POSITIVE_INFINITY) next = low + reach;
      else next = low + (high - low) / 2;
      reach *= 2;
    }
    if (next === z || next === low || next === high) return next;
    z = next;
  }
  return z;
}
