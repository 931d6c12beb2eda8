import type { Clones } from "./clones.ts";
import { type HazardFit, intervalHazards } from "./interval-hazards.ts";

/** One strategy's clones, weighted for those censored, as far as one count of each person has it. */
export interface WeightedArm {
  /** Probability of the event by the horizon; NaN where nobody is followed so far. */
  readonly risk: number;
  /** Distinct times of events to the horizon, ascending; the same for every count. */
  readonly times: Float64Array;
  /** Weighted clones at risk just before each time, and weighted events at it. */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  /** Without the event just after each time. */
  readonly survival: Float64Array;
  /** Weight of each clone when its follow-up ends, length n; 0 for who was not cloned. */
  readonly weights: Float64Array;
  readonly along: HazardFit;
  readonly deadline: HazardFit;
}

/** Fits as a start for others nearby: resamples move coefficients little. */
export type StartFrom = Pick<WeightedArm, "along" | "deadline">;

/**
 * Kaplan–Meier of one strategy's clones with inverse-probability-of-censoring weights, as a function of how often each
 * person counts. A clone's weight is one over the probability of still following the strategy given the covariates, and
 * grows at the end of each interval somebody could leave it in.
 *
 * @returns null where the model of leaving the strategy has no maximum
 * @source Robins and Finkelstein (2000), doi:10.1111/j.0006-341X.2000.00779.x
 */
export function weightedArm(
  clones: Clones,
  graceDays: number,
  horizonDays: number,
): (counts: Float64Array, start?: StartFrom) => WeightedArm | null {
  const { cloned, exit, event, along, alongEnd, deadline } = clones;
  const n = cloned.length;
  const times = eventTimes(clones, horizonDays);
  const after = (day: number) => firstAfter(times, day);
  const exitIndex = Int32Array.from(exit, after);
  const endIndex = Int32Array.from(alongEnd, after);
  const graceIndex = after(graceDays);
  const rowsFrom = firstRows(along.person, n);
  const deadlineRow = new Int32Array(n).fill(-1);
  deadline.person.forEach((person, row) => {
    deadlineRow[person] = row;
  });

  return (counts, start) => {
    const leaving = intervalHazards(along, counts, start?.along.coefficients);
    const missing = intervalHazards(deadline, counts, start?.deadline.coefficients);
    if (leaving === null || missing === null) return null;
    const change = new Float64Array(times.length + 1);
    const events = new Float64Array(times.length);
    const weights = new Float64Array(n);
    let reachesHorizon = false;
    const add = (index: number, amount: number) => {
      change[index] = change[index]! + amount;
    };
    for (let person = 0; person < n; person++) {
      const count = counts[person]!;
      if (cloned[person] === 0 || count === 0) continue;
      let weight = 1;
      add(0, count);
      const reweigh = (index: number, staying: number) => {
        const next = weight / staying;
        add(index, count * (next - weight));
        weight = next;
      };
      for (let row = rowsFrom[person]!; row < rowsFrom[person + 1]!; row++) {
        if (along.happened[row] === 0) reweigh(endIndex[row]!, 1 - leaving.probability[row]!);
      }
      const row = deadlineRow[person]!;
      if (row >= 0 && deadline.happened[row] === 0) reweigh(graceIndex, 1 - missing.probability[row]!);
      weights[person] = weight;
      add(exitIndex[person]!, -count * weight);
      if (event[person] === 1 && exit[person]! <= horizonDays) {
        const index = exitIndex[person]! - 1;
        events[index] = events[index]! + count * weight;
      }
      if (exit[person]! >= horizonDays) reachesHorizon = true;
    }
    const atRisk = new Float64Array(times.length);
    const survival = new Float64Array(times.length);
    let now = 0;
    let surviving = 1;
    for (let k = 0; k < times.length; k++) {
      now += change[k]!;
      atRisk[k] = now;
      if (events[k]! > 0) surviving *= Math.max(0, 1 - events[k]! / now);
      survival[k] = surviving;
    }
    const known = reachesHorizon || surviving < nobodyLeft;
    return {
      risk: known ? 1 - surviving : Number.NaN,
      times,
      atRisk,
      events,
      survival,
      weights,
      along: leaving,
      deadline: missing,
    };
  };
}

/** Sums of weights leave this much of rounding where everybody at risk has the event. */
const nobodyLeft = 1e-9;

function eventTimes({ exit, event }: Clones, horizonDays: number): Float64Array {
  const times = exit.filter((time, person) => event[person] === 1 && time <= horizonDays);
  return Float64Array.from(new Set(times)).sort();
}

/** Index of the first time later than the day. */
function firstAfter(times: Float64Array, day: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows follow each other by person: where each person's begin, and in the end how many there are. */
function firstRows(person: Int32Array, n: number): Int32Array {
  const first = new Int32Array(n + 1);
  for (const who of person) first[who + 1] = first[who + 1]! + 1;
  for (let who = 0; who < n; who++) first[who + 1] = first[who + 1]! + first[who]!;
  return first;
}
