import type { RiskSets } from "./risk-sets.ts";

/**
 * Sum of `values` over the risk set of each event position, from the last event
 * of a stratum back. With delayed entry rows also leave the running sum, and
 * what they leave must not be the rounding of what they took away: the sum is
 * then compensated, so it is good to the last digits of what remains.
 */
export function riskSetSums(sets: RiskSets, values: Float64Array): Float64Array {
  const { starts, stratumStarts, entrants } = sets;
  const sums = new Float64Array(sets.times.length);
  for (let s = 0; s + 1 < stratumStarts.length; s++) {
    const from = stratumStarts[s]!;
    const to = stratumStarts[s + 1]!;
    let sum = 0;
    if (entrants === null) {
      for (let e = to - 1; e >= from; e--) {
        let block = 0;
        for (let i = starts[e]!; i < starts[e + 1]!; i++) block += values[i]!;
        sum += block;
        sums[e] = sum;
      }
      continue;
    }
    let lost = 0;
    for (let e = to - 1; e >= from; e--) {
      for (let i = starts[e]!; i < starts[e + 1]!; i++) {
        const value = values[i]!;
        const next = sum + value;
        const part = next - sum;
        lost += sum - (next - part) + (value - part);
        sum = next;
      }
      if (e + 1 < to) {
        for (let at = entrants.starts[e + 1]!; at < entrants.starts[e + 2]!; at++) {
          const value = -values[entrants.order[at]!]!;
          const next = sum + value;
          const part = next - sum;
          lost += sum - (next - part) + (value - part);
          sum = next;
        }
      }
      sums[e] = sum + lost;
    }
  }
  return sums;
}

/** Running totals within each stratum, in two parts: what one number cannot hold is in `lost`. */
export interface Cumulative {
  readonly before: Float64Array;
  readonly beforeLost: Float64Array;
  readonly through: Float64Array;
  readonly throughLost: Float64Array;
}

/**
 * Running totals before and through each event position, compensated: a small
 * risk set early in a stratum can have a hazard that swamps all later ones, and
 * those who enter later are owed the difference.
 */
export function cumulated(sets: RiskSets, increments: Float64Array): Cumulative {
  const events = increments.length;
  const before = new Float64Array(events);
  const beforeLost = new Float64Array(events);
  const through = new Float64Array(events);
  const throughLost = new Float64Array(events);
  for (let s = 0; s + 1 < sets.stratumStarts.length; s++) {
    let sum = 0;
    let lost = 0;
    for (let e = sets.stratumStarts[s]!; e < sets.stratumStarts[s + 1]!; e++) {
      before[e] = sum;
      beforeLost[e] = lost;
      const value = increments[e]!;
      const next = sum + value;
      const part = next - sum;
      lost += sum - (next - part) + (value - part);
      sum = next;
      through[e] = sum;
      throughLost[e] = lost;
    }
  }
  return { before, beforeLost, through, throughLost };
}

/** The total over event positions `first` to `last`. */
export function between({ before, beforeLost, through, throughLost }: Cumulative, first: number, last: number): number {
  return through[last]! - before[first]! + (throughLost[last]! - beforeLost[first]!);
}

/** Visits every ordered row that has the event. */
export function forEachDeath({ starts, deaths }: RiskSets, visit: (i: number) => void): void {
  for (let e = 0; e < deaths.length; e++) {
    for (let i = starts[e]!; i < starts[e]! + deaths[e]!; i++) visit(i);
  }
}
