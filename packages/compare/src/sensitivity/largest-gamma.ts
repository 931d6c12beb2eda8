/**
 * The largest factor on the odds of treatment at which the bound on the p-value is still `alpha` or less: how much
 * unmeasured difference a finding withstands.
 *
 * The test looks in the direction of the estimate alone, at 0.05, as Rosenbaum and most reports have it. It is no twin of a
 * two-sided 95 % interval, which holds at 0.025 a side: an interval that reaches no difference can stand beside a factor
 * somewhat above 1. Take `alpha` 0.025 for the twin.
 *
 * @param pUpper bound on the p-value as a function of gamma, rising with it
 * @param alpha  level of the one-sided test; default 0.05
 * @returns gamma, >= 1, to nine digits, never above the exact answer; `most` when that is withstood as well; null when the plain test
 *          is above alpha already
 * @source Rosenbaum (2002), Observational Studies, section 4.3
 * @example
 * largestGamma((gamma) => 0.01 * gamma).toFixed(6); // "5.000000"
 */
export function largestGamma(pUpper: (gamma: number) => number, alpha = 0.05, most = 1000): number | null {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`largestGamma: alpha must be between 0 and 1, got ${alpha}`);
  if (pUpper(1) > alpha) return null;
  if (pUpper(most) <= alpha) return most;
  let [held, broken] = [1, most];
  while (broken - held > 1e-10 * held) {
    const middle = (held + broken) / 2;
    if (pUpper(middle) <= alpha) held = middle;
    else broken = middle;
  }
  return held;
}
