import type { KaplanMeier } from "./kaplan-meier.ts";

/**
 * Time by which a share of people have had the event, with its interval read
 * off the curve's own limits. Where the curve is flat at exactly the level
 * asked for, the middle of the flat stretch is taken, as R does.
 *
 * @param curve from `kaplanMeier`
 * @param share with the event, between 0 and 1: 0.5 for the median
 * @returns times in the unit of the curve; null where the curve or a limit never falls so far
 * @throws RangeError when share is not between 0 and 1
 * @source Brookmeyer and Crowley (1982), doi:10.2307/2530286
 * @example
 * survivalQuantile(kaplanMeier({ time: [1, 2, 3, 4], event: [1, 1, 1, 1] }), 0.5).time; // 2.5
 */
export function survivalQuantile(
  curve: KaplanMeier,
  share: number,
): { time: number | null; lower: number | null; upper: number | null } {
  if (!(share > 0 && share < 1))
    throw new RangeError(`survivalQuantile: share must lie between 0 and 1 (share with the event), got ${share}`);
  const remaining = 1 - share;
  return {
    time: crossing(curve, curve.survival, remaining),
    lower: crossing(curve, curve.lower, remaining),
    upper: crossing(curve, curve.upper, remaining),
  };
}

/** Products of fractions miss a level such as 0.5 by a rounding or two. */
const ROUNDING = 1e-10;

function crossing(curve: KaplanMeier, values: readonly (number | null)[], remaining: number): number | null {
  for (let k = 0; k < values.length; k++) {
    const value = values[k];
    if (value === null || value === undefined || value > remaining + ROUNDING) continue;
    if (value < remaining - ROUNDING) return curve.times[k]!;
    for (let next = k + 1; next < values.length; next++) {
      const later = values[next];
      if (later === null || later === undefined) break;
      if (later < remaining - ROUNDING) return (curve.times[k]! + curve.times[next]!) / 2;
    }
    // The limits end where survival reaches 0, which is also where the flat stretch ends.
    const end = curve.survival.findIndex((s, at) => at > k && s < remaining - ROUNDING);
    return end < 0 ? curve.times[k]! : (curve.times[k]! + curve.times[end]!) / 2;
  }
  return null;
}
