import type { HazardRows } from "./interval-hazards.ts";
import { courseOf, type Strategy } from "./strategy.ts";

/** Everybody cloned to one strategy: how long each clone is followed, and where it could have left the strategy. */
export interface Clones {
  readonly strategy: Strategy;
  /** 1 = compatible with the strategy at time zero, length n */
  readonly cloned: Uint8Array;
  /** end of the clone's follow-up: the person's own, or the end of the interval in which they deviated, length n */
  readonly exit: Float64Array;
  /** 1 = the event happened by then, length n */
  readonly event: Uint8Array;
  /** 1 = censored for deviating, length n */
  readonly deviated: Uint8Array;
  /** Deviating day by day; rows of one person follow each other, in order of time. */
  readonly along: HazardRows;
  /** End of each row's interval, days. */
  readonly alongEnd: Float64Array;
  /** Not getting to the milestone by the end of the grace period: one interval. */
  readonly deadline: HazardRows;
}

/** Fills in the covariates of a person as known on a day. */
export type CovariateRow = (person: number, day: number, into: Float64Array, at: number) => void;

/**
 * Clones of one strategy. A deviation takes effect at the end of its interval, so an event in the same interval counts:
 * events come before censoring, as everywhere. Only who is followed past the end of an interval can be censored at it,
 * so only they say how likely that was.
 */
export function clonesOf(
  strategy: Strategy,
  followUp: { time: ArrayLike<number>; event: ArrayLike<number> },
  grid: { graceDays: number; intervalDays: number; deadlineWindowDays: number },
  covariates: { columns: number; fill: CovariateRow },
): Clones {
  const n = followUp.time.length;
  const { graceDays, intervalDays, deadlineWindowDays } = grid;
  const windowStart = graceDays - deadlineWindowDays;
  const cloned = new Uint8Array(n);
  const exit = new Float64Array(n);
  const event = new Uint8Array(n);
  const deviated = new Uint8Array(n);
  const along = new RowList(covariates);
  const deadline = new RowList(covariates);
  const isPossible = intervalsWithDeviation(strategy, followUp, grid);
  for (let person = 0; person < n; person++) {
    const time = followUp.time[person]!;
    const { compatible, deviatesDay, settledDay, missesDeadline } = courseOf(strategy, person, graceDays);
    exit[person] = time;
    if (!compatible) continue;
    cloned[person] = 1;
    event[person] = followUp.event[person] === 1 ? 1 : 0;
    const censoredAt = Math.ceil(deviatesDay / intervalDays) * intervalDays;
    const last = Math.min(graceDays, censoredAt);
    for (let end = intervalDays; end <= last && end < time; end += intervalDays) {
      const start = end - intervalDays;
      if (settledDay <= start) break;
      const interval = end / intervalDays - 1;
      if (isPossible[interval] === 1) along.add(person, interval, deviatesDay <= end ? 1 : 0, start);
    }
    let leaves = censoredAt;
    if (deviatesDay > graceDays && strategy.kind === "reach") {
      if (missesDeadline) leaves = graceDays;
      if (time > graceDays && settledDay > windowStart) deadline.add(person, 0, missesDeadline ? 1 : 0, windowStart);
    }
    if (leaves < time) {
      exit[person] = leaves;
      event[person] = 0;
      deviated[person] = 1;
    }
  }
  return {
    strategy,
    cloned,
    exit,
    event,
    deviated,
    along: along.rows(),
    alongEnd: along.ends(intervalDays),
    deadline: deadline.rows(),
  };
}

/** 1 for each interval in which somebody followed past its end deviated: the others cannot censor anybody. */
function intervalsWithDeviation(
  strategy: Strategy,
  { time }: { time: ArrayLike<number> },
  { graceDays, intervalDays }: { graceDays: number; intervalDays: number },
): Uint8Array {
  const possible = new Uint8Array(Math.round(graceDays / intervalDays));
  for (let person = 0; person < time.length; person++) {
    const { compatible, deviatesDay } = courseOf(strategy, person, graceDays);
    if (!compatible || deviatesDay > graceDays) continue;
    const end = Math.ceil(deviatesDay / intervalDays);
    if (end * intervalDays < time[person]!) possible[end - 1] = 1;
  }
  return possible;
}

/** Rows as they are found; intervals are numbered in the end, as only some occur. */
class RowList {
  readonly #person: number[] = [];
  readonly #interval: number[] = [];
  readonly #happened: number[] = [];
  readonly #start: number[] = [];
  readonly #covariates: { columns: number; fill: CovariateRow };

  constructor(covariates: { columns: number; fill: CovariateRow }) {
    this.#covariates = covariates;
  }

  add(person: number, interval: number, happened: 0 | 1, start: number): void {
    this.#person.push(person);
    this.#interval.push(interval);
    this.#happened.push(happened);
    this.#start.push(start);
  }

  ends(intervalDays: number): Float64Array {
    return Float64Array.from(this.#start, (start) => start + intervalDays);
  }

  rows(): HazardRows {
    const { columns, fill } = this.#covariates;
    const codes = new Map([...new Set(this.#interval)].sort((a, b) => a - b).map((interval, code) => [interval, code]));
    const values = new Float64Array(this.#person.length * columns);
    this.#person.forEach((person, row) => {
      fill(person, this.#start[row]!, values, row * columns);
    });
    return {
      person: Int32Array.from(this.#person),
      interval: Int32Array.from(this.#interval, (interval) => codes.get(interval)!),
      intervals: codes.size,
      happened: Uint8Array.from(this.#happened),
      values,
      columns,
    };
  }
}
