import { type DistinctCodes, distinctCodes } from "../ordering/distinct-codes.ts";
import { firstAfter } from "./first-after.ts";
import type { CheckedFollowUp } from "./survival-data.ts";

/** What happened at each distinct end of follow-up of a group, ascending. */
export interface CountsByTime {
  readonly times: Float64Array;
  /** just before the time */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
}

/**
 * Rows counted by group and time, weighted where weights are given: one pass
 * over the rows, however many groups there are. A group's times are those of
 * its own rows, those of weight 0 included.
 */
export function countsByTime(
  { time, event, entry, rows }: CheckedFollowUp,
  weights: Float64Array | null,
  groups: DistinctCodes | null,
): CountsByTime[] {
  const { distinct, codes, count } = distinctCodes(time);
  const cells = count * (groups?.count ?? 1);
  const events = new Float64Array(cells);
  const censored = new Float64Array(cells);
  const seen = new Uint8Array(cells);
  // Rows that come under observation between the time before this one and this one.
  const entered = entry === null ? null : new Float64Array(cells);
  for (let i = 0; i < rows; i++) {
    const from = groups === null ? 0 : groups.codes[i]! * count;
    const cell = from + codes[i]!;
    const weight = weights === null ? 1 : weights[i]!;
    const into = event[i] === 1 ? events : censored;
    into[cell] = into[cell]! + weight;
    seen[cell] = 1;
    if (entered !== null) {
      const first = from + firstAfter(distinct, entry![i]!);
      entered[first] = entered[first]! + weight;
    }
  }
  return Array.from({ length: groups?.count ?? 1 }, (_, group) => {
    const from = group * count;
    const own = Uint32Array.from({ length: count }, (_, k) => from + k).filter((cell) => seen[cell] === 1);
    const atRisk = new Float64Array(cells);
    let present = 0;
    for (let cell = from + count - 1; cell >= from; cell--) {
      const ended = events[cell]! + censored[cell]!;
      present += ended;
      // Fractional weights may leave less than nothing by rounding.
      atRisk[cell] = Math.max(present, ended);
      if (entered !== null) present -= entered[cell]!;
    }
    const of = (values: Float64Array) => Float64Array.from(own, (cell) => values[cell]!);
    return {
      times: Float64Array.from(own, (cell) => distinct[cell - from]!),
      atRisk: of(atRisk),
      events: of(events),
      censored: of(censored),
    };
  });
}
