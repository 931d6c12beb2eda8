import { newcombeDifference, wilsonInterval } from "@likewise/stats";
import type { CheckedGroup } from "./checked-groups.ts";
import { observedRows, type PeopleInBlocks } from "./people-in-blocks.ts";

/** The arms side by side so many months after the index date. */
export interface HorizonDifference {
  readonly months: number;
  readonly window: string;
  /** Those selected first. */
  readonly groups: readonly {
    readonly group: string;
    /** Observed until then. */
    readonly atRisk: number;
    readonly withEvent: number;
    readonly share: number | null;
    readonly interval: readonly [number, number] | null;
  }[];
  /** First group less second, nobody adjusted for; null without two groups that were observed so long. */
  readonly difference: { readonly value: number; readonly interval: readonly [number, number] } | null;
}

export const horizonWindow = (months: number): string => `recorded-${months}m`;

/**
 * Shares with an event within each horizon, and their difference between the first two groups: whether a difference
 * lasts or fades. The longer the horizon the fewer were observed for so long, and the fewer stand beside each figure.
 *
 * @param around people around the index date, in the window of every horizon
 */
export function horizonDifferences(
  around: PeopleInBlocks,
  groups: readonly CheckedGroup[],
  horizons: readonly number[],
): HorizonDifference[] {
  return [...horizons]
    .sort((a, b) => a - b)
    .map((months) => {
      const window = horizonWindow(months);
      const block = around.block(window);
      const counted = groups.map(({ id, rows }) => {
        const observed = observedRows(block, rows);
        return { group: id, total: observed.length, events: observed.filter((row) => block.events[row]! > 0).length };
      });
      const [first, second] = counted;
      const both = first !== undefined && second !== undefined && first.total > 0 && second.total > 0;
      const found = both ? newcombeDifference({ first, second }) : null;
      return {
        months,
        window,
        groups: counted.map(({ group, total, events }) => {
          const wilson = total === 0 ? null : wilsonInterval({ events, total });
          return {
            group,
            atRisk: total,
            withEvent: events,
            share: wilson === null ? null : events / total,
            interval: wilson === null ? null : ([wilson.lower, wilson.upper] as const),
          };
        }),
        difference: found === null ? null : { value: found.difference, interval: [found.lower, found.upper] },
      };
    });
}
