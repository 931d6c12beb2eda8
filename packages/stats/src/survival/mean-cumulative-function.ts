import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";
import { sortedOrder } from "../ordering/sorted-order.ts";
import { twoSidedQuantile } from "../proportions/two-sided-quantile.ts";
import { unitDeviations } from "./unit-deviations.ts";

/** Rows of recurrent events: a unit is at risk in (entry, time], and has `events` events at `time`. */
export interface RecurrentEvents {
  /** end of the row, length n, any unit of time */
  readonly time: ArrayLike<number>;
  /** events at `time`, whole numbers >= 0, length n: 0 where the row only ends */
  readonly events: ArrayLike<number>;
  /** start of the row, before `time`, length n; when left out everybody is at risk from the start */
  readonly entry?: ArrayLike<number>;
  /** any number per row, equal within a unit, length n; its rows may not overlap */
  readonly units: ArrayLike<number>;
}

/** One entry per distinct event time, ascending; before the first, the mean is 0. */
export interface MeanCumulativeFunction {
  readonly times: readonly number[];
  /** units, just before the time */
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
  /** expected events per unit up to and including the time */
  readonly mean: readonly number[];
  /** robust: events of one unit may depend on each other in any way; null with one unit */
  readonly standardError: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly level: number;
  readonly units: number;
  /** events in all */
  readonly totalEvents: number;
  /** last end of any row: nothing is known beyond */
  readonly end: number;
}

/**
 * Mean cumulative function: how many events a unit has had on average by each
 * time, when units are observed for different lengths of time and may have
 * several events (Nelson–Aalen, for recurrent events).
 *
 * Being observed must not depend on the events: where units leave because of
 * them, or die, the mean is of a world without that. The standard error is
 * Lawless and Nadeau's; the interval is on the log scale. With few units still
 * at risk both are too small: look at `atRisk`.
 *
 * @param rows   time, events, entry and units, each of length n, none missing
 * @param level  confidence level, default 0.95
 * @throws RangeError when lengths differ, a value is missing, events are not whole numbers >= 0, entry is not before
 *   time, or rows of a unit overlap
 * @source Lawless and Nadeau (1995), doi:10.1080/00401706.1995.10484300; Nelson (1995), doi:10.1080/00401706.1995.10484299
 * @example
 * meanCumulativeFunction({ time: [1, 3, 2], events: [1, 1, 0], entry: [0, 1, 0], units: [1, 1, 2] }).mean; // [0.5, 1.5]
 */
export function meanCumulativeFunction({
  level = 0.95,
  ...rows
}: RecurrentEvents & { level?: number }): MeanCumulativeFunction {
  const caller = "meanCumulativeFunction";
  const z = twoSidedQuantile(caller, level);
  const { time, events, entry, byEntry, codes, units } = checkedRows(caller, rows);
  const byTime = sortedOrder(time);
  const eventRows = byTime.filter((i) => events[i]! > 0);

  const deviations = unitDeviations(units);
  const result = { times: [] as number[], atRisk: [] as number[], events: [] as number[], mean: [] as number[] };
  const variances: number[] = [];
  let mean = 0;
  let totalEvents = 0;
  let entered = 0;
  let left = 0;
  for (let from = 0, to = 0; from < eventRows.length; from = to) {
    const now = time[eventRows[from]!]!;
    // Rows may end and begin at one time: those that end before `now` go first, then those that began before it come.
    for (; left < byTime.length && time[byTime[left]!]! < now; left++) deviations.leave(codes[byTime[left]!]!);
    for (; entered < byEntry.length && entry[byEntry[entered]!]! < now; entered++)
      deviations.enter(codes[byEntry[entered]!]!);
    let count = 0;
    for (to = from; to < eventRows.length && time[eventRows[to]!] === now; to++) count += events[eventRows[to]!]!;
    const atRisk = deviations.atRisk();
    for (let k = from; k < to; k++) deviations.add(codes[eventRows[k]!]!, events[eventRows[k]!]! / atRisk);
    deviations.expect(count / (atRisk * atRisk));
    mean += count / atRisk;
    totalEvents += count;
    result.times.push(now);
    result.atRisk.push(atRisk);
    result.events.push(count);
    result.mean.push(mean);
    variances.push(deviations.sumOfSquares());
  }
  const standardError = variances.map((variance) => (units > 1 ? Math.sqrt(Math.max(0, variance)) : null));
  const limit = (side: number) =>
    result.mean.map((value, k) => (standardError[k] ? value * Math.exp((side * z * standardError[k]) / value) : null));
  return {
    ...result,
    standardError,
    lower: limit(-1),
    upper: limit(1),
    level,
    units,
    totalEvents,
    end: time[byTime[byTime.length - 1]!]!,
  };
}

interface CheckedRows {
  readonly time: Float64Array;
  readonly events: Float64Array;
  readonly entry: Float64Array;
  readonly byEntry: Int32Array;
  readonly codes: Int32Array;
  readonly units: number;
}

function checkedRows(caller: string, rows: RecurrentEvents): CheckedRows {
  const n = rows.time.length;
  if (n === 0) throw new RangeError(`${caller}: time must hold at least one row, got 0`);
  const time = finiteVector(caller, "time", rows.time, n);
  const events = finiteVector(caller, "events", rows.events, n);
  const { codes, count: units } = distinctCodes(finiteVector(caller, "units", rows.units, n));
  const given = rows.entry !== undefined;
  const entry = given
    ? finiteVector(caller, "entry", rows.entry, n)
    : new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
  const byEntry = given ? sortedOrder(entry) : Int32Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n; i++) {
    if (!Number.isInteger(events[i]!) || events[i]! < 0)
      throw new RangeError(`${caller}: events must be whole numbers >= 0, row ${i} (from 0) is not`);
    if (!(entry[i]! < time[i]!)) throw new RangeError(`${caller}: entry must be before time, row ${i} (from 0) is not`);
  }
  const lastEnd = new Float64Array(units).fill(Number.NEGATIVE_INFINITY);
  for (const i of byEntry) {
    const unit = codes[i]!;
    if (entry[i]! < lastEnd[unit]!)
      throw new RangeError(`${caller}: rows of one unit must not overlap, row ${i} (from 0) does`);
    lastEnd[unit] = time[i]!;
  }
  return { time, events, entry, byEntry, codes, units };
}
