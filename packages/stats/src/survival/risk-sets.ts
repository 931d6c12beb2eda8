import { type DistinctCodes, distinctCodes } from "../ordering/distinct-codes.ts";
import { firstAfter } from "./first-after.ts";
import type { CheckedFollowUp } from "./survival-data.ts";

/**
 * Who is at risk at which event, as positions in one list of (stratum, event
 * time) pairs: a row is at risk at events `first` to `last` of its stratum.
 * Rows at risk at no event say nothing and are left out.
 *
 * Rows are re-ordered by `last`, those with the event first, so that every risk
 * set is a stretch of rows, less those not yet entered.
 */
export interface RiskSets {
  /** stratum labels, ascending */
  readonly strata: Float64Array;
  /** where each stratum's events begin; one more entry closes the last */
  readonly stratumStarts: Int32Array;
  /** time of each event position, ascending within a stratum */
  readonly times: Float64Array;
  /** original row of each ordered row */
  readonly rows: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** ordered rows whose last event position is e: starts[e] to starts[e + 1]; the first deaths[e] of them have the event */
  readonly starts: Int32Array;
  readonly deaths: Int32Array;
  /** with delayed entry: ordered rows by `first`, and where those of event position e begin */
  readonly entrants: { readonly order: Int32Array; readonly starts: Int32Array } | null;
}

export function riskSets(
  { time, event, entry, rows: n }: CheckedFollowUp,
  strata: Float64Array | null,
  present: Float64Array,
): RiskSets {
  const stratum = distinctCodes(strata ?? new Float64Array(n));
  const codes = distinctCodes(time);
  const { times, stratumStarts } = eventTimes(codes, event, stratum, present);
  // With one stratum, how many of its event times have come by each distinct time; else they are searched for.
  const reached = stratum.count === 1 ? eventsBy(codes.distinct, times) : null;

  const last = new Int32Array(n).fill(-1);
  const first = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    if (present[i] === 0) continue;
    const from = stratumStarts[stratum.codes[i]!]!;
    const to = stratumStarts[stratum.codes[i]! + 1]!;
    const end = (reached === null ? firstAfter(times, time[i]!, from, to) : reached[codes.codes[i]!]!) - 1;
    const begin = entry ? firstAfter(times, entry[i]!, from, to) : from;
    if (begin > end) continue;
    first[i] = begin;
    last[i] = end;
  }

  const starts = new Int32Array(times.length + 1);
  const deaths = new Int32Array(times.length);
  for (let i = 0; i < n; i++) {
    if (last[i]! < 0) continue;
    starts[last[i]! + 1] = starts[last[i]! + 1]! + 1;
    if (event[i] === 1) deaths[last[i]!] = deaths[last[i]!]! + 1;
  }
  for (let e = 0; e < times.length; e++) starts[e + 1] = starts[e + 1]! + starts[e]!;
  const rows = new Int32Array(starts[times.length]!);
  const nextDeath = starts.slice(0, times.length);
  const nextOther = nextDeath.map((start, e) => start + deaths[e]!);
  for (let i = 0; i < n; i++) {
    const e = last[i]!;
    if (e < 0) continue;
    const next = event[i] === 1 ? nextDeath : nextOther;
    rows[next[e]!] = i;
    next[e] = next[e]! + 1;
  }
  const orderedFirst = new Int32Array(rows.length);
  const orderedLast = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    orderedFirst[i] = first[rows[i]!]!;
    orderedLast[i] = last[rows[i]!]!;
  }
  return {
    strata: stratum.distinct,
    stratumStarts,
    times,
    rows,
    first: orderedFirst,
    last: orderedLast,
    starts,
    deaths,
    entrants: entry ? entrantsOf(orderedFirst, times.length) : null,
  };
}

/** How many of the ascending event times are at or before each of the ascending times. */
function eventsBy(distinct: Float64Array, times: Float64Array): Int32Array {
  const reached = new Int32Array(distinct.length);
  let e = 0;
  for (let code = 0; code < distinct.length; code++) {
    if (e < times.length && times[e] === distinct[code]) e++;
    reached[code] = e;
  }
  return reached;
}

/** Distinct event times of each stratum, one stratum after another. */
function eventTimes(
  { distinct, codes }: DistinctCodes,
  event: Float64Array,
  stratum: DistinctCodes,
  present: Float64Array,
): { times: Float64Array; stratumStarts: Int32Array } {
  // One number per stratum and time, so that both are in order at once.
  const pairs = new Float64Array(event.reduce((sum, value) => sum + value, 0));
  let count = 0;
  for (let i = 0; i < codes.length; i++) {
    if (event[i] === 1 && present[i]! > 0) pairs[count++] = stratum.codes[i]! * distinct.length + codes[i]!;
  }
  const kept = distinctCodes(pairs.subarray(0, count)).distinct;
  const stratumStarts = new Int32Array(stratum.count + 1);
  const times = new Float64Array(kept.length);
  for (let e = 0; e < kept.length; e++) {
    const s = Math.floor(kept[e]! / distinct.length);
    stratumStarts[s + 1] = stratumStarts[s + 1]! + 1;
    times[e] = distinct[kept[e]! - s * distinct.length]!;
  }
  for (let s = 0; s < stratum.count; s++) stratumStarts[s + 1] = stratumStarts[s + 1]! + stratumStarts[s]!;
  return { times, stratumStarts };
}

function entrantsOf(first: Int32Array, events: number): { order: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(events + 1);
  for (const e of first) starts[e + 1] = starts[e + 1]! + 1;
  for (let e = 0; e < events; e++) starts[e + 1] = starts[e + 1]! + starts[e]!;
  const order = new Int32Array(first.length);
  const next = starts.slice();
  first.forEach((e, i) => {
    order[next[e]!] = i;
    next[e] = next[e]! + 1;
  });
  return { order, starts };
}
