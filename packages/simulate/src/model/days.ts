/** Days after `after` up to and including `upTo`, whole days since 1970-01-01; empty when upTo <= after. */
export interface DayRange {
  readonly after: number;
  readonly upTo: number;
}

/** A spell in custody, both days inside. */
export interface Spell {
  readonly from: number;
  readonly to: number;
}

/** The days of a range outside a spell of custody, as at most two ranges in order of time. */
export function atLiberty(range: DayRange, custody: Spell | null): DayRange[] {
  if (custody === null || custody.to <= range.after || custody.from > range.upTo) return [range];
  return [
    { after: range.after, upTo: custody.from - 1 },
    { after: custody.to, upTo: range.upTo },
  ].filter((part) => part.upTo > part.after);
}

/** How many days the ranges hold. */
export function countDays(ranges: readonly DayRange[]): number {
  let days = 0;
  for (const { after, upTo } of ranges) days += upTo - after;
  return days;
}

/** The day that stands at a position (0 = first) among the days of the ranges. */
export function dayAt(ranges: readonly DayRange[], position: number): number {
  let left = position;
  for (const { after, upTo } of ranges) {
    if (left < upTo - after) return after + 1 + left;
    left -= upTo - after;
  }
  throw new RangeError(`dayAt: position must be among the days of the ranges, got ${position}`);
}

/** Days in a year of rates: rates are per 365.25 days at liberty. */
export const daysPerYear = 365.25;
