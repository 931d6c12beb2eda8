/**
 * E-value: how strongly an unmeasured factor would have to be related to both being treated and the outcome, as a risk
 * ratio with each, to explain away a risk ratio altogether.
 *
 * @param riskRatio > 0
 * @returns risk ratio, >= 1; 1 means nothing need be explained
 * @throws RangeError when the risk ratio is not > 0 and finite
 * @source VanderWeele and Ding (2017), doi:10.7326/M16-2607
 * @example
 * eValue(0.8); // 1.8090169943749475
 */
export function eValue(riskRatio: number): number {
  if (!(riskRatio > 0 && Number.isFinite(riskRatio))) {
    throw new RangeError(`eValue: riskRatio must be > 0 and finite, got ${riskRatio}`);
  }
  const away = Math.max(riskRatio, 1 / riskRatio);
  return away + Math.sqrt(away * (away - 1));
}

/**
 * E-value of the interval: of the limit nearer to no effect, 1 when the interval includes no effect.
 *
 * @param lower lower limit of the risk ratio, >= 0
 * @param upper upper limit, >= lower
 * @example
 * eValueOfInterval(0.71, 0.91); // 1.4285714285714286
 */
export function eValueOfInterval(lower: number, upper: number): number {
  if (lower <= 1 && upper >= 1) return 1;
  return eValue(upper < 1 ? upper : lower);
}
