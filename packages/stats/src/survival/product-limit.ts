import type { CountsByTime } from "./counts-by-time.ts";
import type { KaplanMeier } from "./kaplan-meier.ts";
import { type SurvivalIntervalKind, survivalIntervals } from "./survival-intervals.ts";

/** The Kaplan–Meier curve of counts, with Greenwood's errors and the Nelson–Aalen hazard. */
export function productLimit(
  { times, atRisk, events, censored }: CountsByTime,
  interval: SurvivalIntervalKind,
  z: number,
): Omit<KaplanMeier, "interval" | "level"> {
  const count = times.length;
  const survival = new Float64Array(count);
  const logVariance = new Float64Array(count);
  const cumulativeHazard = new Float64Array(count);
  const hazardVariance = new Float64Array(count);
  let share = 1;
  let greenwood = 0;
  let hazard = 0;
  let spread = 0;
  for (let k = 0; k < count; k++) {
    const d = events[k]!;
    if (d > 0) {
      const y = atRisk[k]!;
      // Fractional weights may leave a rounding where nobody is left.
      const left = y - d > 1e-12 * y ? y - d : 0;
      share *= left / y;
      greenwood += share > 0 ? d / (y * left) : 0;
      hazard += d / y;
      spread += d / (y * y);
    }
    survival[k] = share;
    logVariance[k] = greenwood;
    cumulativeHazard[k] = hazard;
    hazardVariance[k] = spread;
  }
  return {
    times: Array.from(times),
    atRisk: Array.from(atRisk),
    events: Array.from(events),
    censored: Array.from(censored),
    survival: Array.from(survival),
    standardError: Array.from(survival, (s, k) => (s > 0 ? s * Math.sqrt(logVariance[k]!) : null)),
    ...survivalIntervals(interval, survival, logVariance, z),
    cumulativeHazard: Array.from(cumulativeHazard),
    cumulativeHazardStandardError: Array.from(hazardVariance, Math.sqrt),
  };
}
