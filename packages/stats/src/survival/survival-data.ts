import { finiteVector } from "../linear-algebra/finite-vector.ts";

/** Follow-up of each row: at risk in (entry, time], with the event at `time` when `event` is 1. */
export interface FollowUp {
  /** end of follow-up, length n, any unit of time */
  readonly time: ArrayLike<number>;
  /** 1 = the event happened at `time`, 0 = observation ended first (censored), length n */
  readonly event: ArrayLike<number>;
  /** start of being at risk, before `time`, length n; when left out everybody is at risk from the start */
  readonly entry?: ArrayLike<number>;
}

export interface CheckedFollowUp {
  readonly time: Float64Array;
  readonly event: Float64Array;
  readonly entry: Float64Array | null;
  readonly rows: number;
}

/** Lengths agree, nothing missing, events 0 or 1, entry before time. */
export function checkedFollowUp(caller: string, { time, event, entry }: FollowUp): CheckedFollowUp {
  const rows = time.length;
  if (rows === 0) throw new RangeError(`${caller}: time must hold at least one row, got 0`);
  const times = finiteVector(caller, "time", time, rows);
  const events = finiteVector(caller, "event", event, rows);
  for (let i = 0; i < rows; i++) {
    if (events[i] !== 0 && events[i] !== 1)
      throw new RangeError(`${caller}: event must be 0 or 1, row ${i} (from 0) is neither`);
  }
  if (entry === undefined) return { time: times, event: events, entry: null, rows };
  const entries = finiteVector(caller, "entry", entry, rows);
  for (let i = 0; i < rows; i++) {
    if (!(entries[i]! < times[i]!))
      throw new RangeError(`${caller}: entry must be before time, row ${i} (from 0) is not`);
  }
  return { time: times, event: events, entry: entries, rows };
}
