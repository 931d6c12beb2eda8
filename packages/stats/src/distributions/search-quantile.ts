import { logOneMinusExp, type Tail } from "../special-functions/tail.ts";

/**
 * The smallest count k in [least, most] with P(X <= k) >= p, or for an upper target P(X > k) <= p.
 *
 * A p that equals a value of the distribution function up to 64 roundings counts as reached, so that
 * quantile(cdf(k)) is k. R applies the same allowance.
 */
export function searchQuantile(
  tailAt: (k: number) => Tail,
  target: Tail,
  start: number,
  least: number,
  most: number,
): number {
  const tolerance = 64 * Number.EPSILON * Math.max(1, -target.log);
  const reached = (k: number): boolean => {
    const tail = tailAt(k);
    const log = tail.upper === target.upper ? tail.log : logOneMinusExp(tail.log);
    return target.upper ? log <= target.log + tolerance : log >= target.log - tolerance;
  };
  if (target.log === Number.NEGATIVE_INFINITY) return target.upper ? most : least;

  const guess = Math.min(Math.max(Math.round(start), least), Math.min(most, Number.MAX_SAFE_INTEGER));
  // (notReached, reachedAt] is widened around the guess until it holds the answer, then halved.
  let notReached = least - 1;
  let reachedAt = most;
  let step = 1;
  if (reached(guess)) {
    reachedAt = guess;
    for (let k = guess - step; k >= least; k -= step) {
      if (!reached(k)) {
        notReached = k;
        break;
      }
      reachedAt = k;
      step *= 2;
    }
  } else {
    notReached = guess;
    for (let k = guess + step; k < most; k += step) {
      if (reached(k)) {
        reachedAt = k;
        break;
      }
      notReached = k;
      step *= 2;
    }
  }
  while (reachedAt - notReached > 1) {
    const middle = Math.floor(notReached + (reachedAt - notReached) / 2);
    if (reached(middle)) reachedAt = middle;
    else notReached = middle;
  }
  return reachedAt;
}
