import { checkedFollowUp, type FollowUp } from "./survival-data.ts";

/**
 * How many rows are at risk just before each of the times asked for: the row
 * of numbers under a survival chart.
 *
 * @param followUp time, and entry if entry is delayed; length n
 * @param at       times, in the unit of the follow-up, any order
 * @returns one count per time: rows with entry < t <= time
 * @throws RangeError when lengths differ, a value is missing, or entry is not before time
 * @example
 * numbersAtRisk({ time: [1, 2, 2, 3] }, [0, 2, 2.5, 4]); // [4, 3, 1, 0]
 */
export function numbersAtRisk({ time, entry }: Omit<FollowUp, "event">, at: readonly number[]): number[] {
  const checked = checkedFollowUp("numbersAtRisk", {
    time,
    event: new Float64Array(time.length),
    ...(entry ? { entry } : {}),
  });
  const ends = checked.time.toSorted();
  const starts = checked.entry?.toSorted();
  return at.map((t) => {
    const ended = countBelow(ends, t);
    const started = starts ? countBelow(starts, t) : checked.rows;
    return started - ended;
  });
}

/** How many of the ascending values are less than `bound`. */
function countBelow(values: Float64Array, bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
