import { firstAfter } from "./first-after.ts";
import type { KaplanMeier } from "./kaplan-meier.ts";

/**
 * Kaplan–Meier survival at one time, with its standard error and interval.
 *
 * @param curve from `kaplanMeier`
 * @param time  in the unit of the curve, not after the last end of follow-up unless survival has reached 0
 * @returns share without the event just after `time`; standard error and limits null where the curve has none
 * @throws RangeError when the time is beyond follow-up: nothing was observed there
 * @example
 * survivalAt(kaplanMeier({ time: [1, 2, 2, 3], event: [1, 1, 0, 1] }), 2.5).survival; // 0.5
 */
export function survivalAt(
  curve: KaplanMeier,
  time: number,
): { survival: number; standardError: number | null; lower: number | null; upper: number | null } {
  checkWithinFollowUp("survivalAt", "time", curve, time);
  const k = firstAfter(curve.times, time) - 1;
  if (k < 0) return { survival: 1, standardError: 0, lower: null, upper: null };
  return {
    survival: curve.survival[k]!,
    standardError: curve.standardError[k]!,
    lower: curve.lower[k]!,
    upper: curve.upper[k]!,
  };
}

/** Beyond the last end of follow-up the curve is known only if it has reached 0. */
export function checkWithinFollowUp(caller: string, name: string, curve: KaplanMeier, time: number): void {
  const last = curve.times.length - 1;
  if (!(time <= curve.times[last]!) && !(curve.survival[last] === 0 && time < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${caller}: ${name} must be within follow-up (up to ${curve.times[last]}), got ${time}`);
  }
}
