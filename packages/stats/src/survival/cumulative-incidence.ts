import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";
import { twoSidedQuantile } from "../proportions/two-sided-quantile.ts";
import { type CountsByTime, countsByTime } from "./counts-by-time.ts";
import { checkedFollowUp, type FollowUp } from "./survival-data.ts";

/** One entry per distinct end of follow-up, ascending; before the first, every incidence is 0. */
export interface CumulativeIncidence {
  readonly times: readonly number[];
  /** just before the time */
  readonly atRisk: readonly number[];
  readonly censored: readonly number[];
  /** share without any event, just after the time */
  readonly eventFree: readonly number[];
  /** ascending by cause */
  readonly causes: readonly CauseIncidence[];
  readonly level: number;
}

export interface CauseIncidence {
  readonly cause: number;
  readonly events: readonly number[];
  /** share who have had this event by the time, others having come first where they did */
  readonly incidence: readonly number[];
  readonly standardError: readonly number[];
  /** null before the first event of the cause */
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  /** cause-specific, Nelson–Aalen: the other events count as censoring */
  readonly cumulativeHazard: readonly number[];
  readonly cumulativeHazardStandardError: readonly number[];
}

/**
 * Cumulative incidence of each of several events of which only the first is
 * seen: the Aalen–Johansen estimate.
 *
 * Where death or a long sentence prevents what is counted, one less the
 * Kaplan–Meier curve with those people censored says how many would have had
 * it in a world without them, and is too high for this one. The incidences and
 * the share without any event add up to 1. For the effect of a covariate on
 * one cause's hazard give `fitCox` an event of 1 for that cause alone.
 *
 * The standard error is the delta method's, which with one cause is
 * Greenwood's; the interval is log-log, and stays inside 0 to 1.
 *
 * @param time  end of follow-up, length n, any unit of time; events come before censoring at a tie
 * @param event 0 = censored, else the number of the cause, whole and >= 1, length n
 * @param entry start of being at risk, length n, for delayed entry
 * @param level confidence level, default 0.95
 * @throws RangeError when lengths differ, a value is missing, an event is not a whole number >= 0, or entry is not
 *   before time
 * @source Aalen and Johansen (1978); Marubini and Valsecchi (1995), section 10.3, for the variance; Choudhury (2002),
 *   doi:10.1002/sim.1130, for the interval
 * @example
 * const { causes } = cumulativeIncidence({ time: [1, 2, 3, 4], event: [1, 2, 1, 0] });
 * causes.map((cause) => cause.incidence[3]); // [0.5, 0.25]
 */
export function cumulativeIncidence({
  level = 0.95,
  event,
  ...rest
}: FollowUp & { level?: number }): CumulativeIncidence {
  const caller = "cumulativeIncidence";
  const z = twoSidedQuantile(caller, level);
  const codes = finiteVector(caller, "event", event, rest.time.length);
  for (let i = 0; i < codes.length; i++) {
    if (!Number.isInteger(codes[i]!) || codes[i]! < 0)
      throw new RangeError(`${caller}: event must be 0 or the whole number of a cause, row ${i} (from 0) is not`);
  }
  const any = checkedFollowUp(caller, { ...rest, event: codes.map((code) => Math.min(1, code)) });
  const [all] = countsByTime(any, null, null) as [CountsByTime];
  const eventFree = shareWithoutEvent(all);
  const causes = Array.from(distinctCodes(codes).distinct)
    .filter((code) => code > 0)
    .map((cause) => {
      const events = eventsOf(all.times, any.time, codes, cause);
      return { cause, ...causeIncidence(all, eventFree, events, z) };
    });
  return {
    times: Array.from(all.times),
    atRisk: Array.from(all.atRisk),
    censored: Array.from(all.censored),
    eventFree: Array.from(eventFree),
    causes,
    level,
  };
}

function shareWithoutEvent({ atRisk, events }: CountsByTime): Float64Array {
  let share = 1;
  return atRisk.map((y, k) => {
    share *= (y - events[k]!) / y;
    return share;
  });
}

function eventsOf(times: Float64Array, time: Float64Array, codes: Float64Array, cause: number): Float64Array {
  const place = new Map(Array.from(times, (at, k) => [at, k]));
  const events = new Float64Array(times.length);
  for (let i = 0; i < time.length; i++) {
    if (codes[i] !== cause) continue;
    const k = place.get(time[i]!)!;
    events[k] = events[k]! + 1;
  }
  return events;
}

function causeIncidence(
  { atRisk, events: all }: CountsByTime,
  eventFree: Float64Array,
  events: Float64Array,
  z: number,
): Omit<CauseIncidence, "cause"> {
  const count = atRisk.length;
  const incidence = new Float64Array(count);
  const standardError = new Float64Array(count);
  const hazard = new Float64Array(count);
  const hazardError = new Float64Array(count);
  let share = 0;
  let cumulative = 0;
  let spread = 0;
  // The variance Σ (F(t) − F(s))² a + b − 2 (F(t) − F(s)) c over events s up to t, as sums that do not know t.
  let a = 0;
  let aF = 0;
  let aFF = 0;
  let b = 0;
  let c = 0;
  let cF = 0;
  for (let k = 0; k < count; k++) {
    const y = atRisk[k]!;
    const d = all[k]!;
    const own = events[k]!;
    const before = k === 0 ? 1 : eventFree[k - 1]!;
    if (d > 0) {
      share += (before * own) / y;
      cumulative += own / y;
      spread += own / (y * y);
      // Once nobody is left without an event, incidences stay where they are.
      const left = y > d ? d / (y * (y - d)) : 0;
      const each = (before * own) / (y * y);
      a += left;
      aF += left * share;
      aFF += left * share * share;
      b += before * each * (1 - own / y);
      c += each;
      cF += each * share;
    }
    incidence[k] = share;
    const variance = share * share * a - 2 * share * aF + aFF + b - 2 * (share * c - cF);
    standardError[k] = Math.sqrt(Math.max(0, variance));
    hazard[k] = cumulative;
    hazardError[k] = Math.sqrt(spread);
  }
  const limit = (side: number) =>
    Array.from(incidence, (f, k) => {
      if (f === 0 || f >= 1 || standardError[k] === 0) return null;
      // On the scale of log(−log(1 − F)).
      const remaining = 1 - f;
      const reach = (side * z * standardError[k]!) / (remaining * Math.log(remaining));
      return 1 - remaining ** Math.exp(-reach);
    });
  return {
    events: Array.from(events),
    incidence: Array.from(incidence),
    standardError: Array.from(standardError),
    lower: limit(-1),
    upper: limit(1),
    cumulativeHazard: Array.from(hazard),
    cumulativeHazardStandardError: Array.from(hazardError),
  };
}
