import { normalQuantile, sum, sumOf } from "@likewise/stats";
import type { PairedMeasure } from "./person-ratios.ts";

/**
 * Limits of the log of a ratio of after to before, from what each person adds to it (the first-order expansion, with the
 * before and after of a person together).
 *
 * @returns null where the log does not exist or nobody differs from anybody
 * @source Davison and Hinkley, Bootstrap Methods and their Application (1997), section 2.7
 */
export function linearisedLogRatio(
  { before, after, over }: PairedMeasure,
  level: number,
): readonly [number, number] | null {
  const people = before.length;
  const totals = { before: sum(before), after: sum(after) };
  const sizes = { before: sum(over?.before ?? []), after: sum(over?.after ?? []) };
  const part = (side: "before" | "after", row: number) => {
    const value = side === "before" ? before[row]! : after[row]!;
    return value / totals[side] - (over === undefined ? 1 / people : over[side][row]! / sizes[side]);
  };
  const squares = sumOf(people, (row) => (part("after", row) - part("before", row)) ** 2);
  const margin = normalQuantile((1 - level) / 2, { upper: true }) * Math.sqrt((people / (people - 1)) * squares);
  const logSizes = over === undefined ? 0 : Math.log(sizes.after / sizes.before);
  const log = Math.log(totals.after / totals.before) - logSizes;
  return margin > 0 && Number.isFinite(log) ? [log - margin, log + margin] : null;
}
