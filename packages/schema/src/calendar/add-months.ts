import { calendarDate, dayNumber, daysInMonth } from "./days.ts";

/**
 * The same day so many calendar months away; the end of a shorter month stands for a day it lacks, as SQL does.
 * Always computed from the anchor, never chained: 31 January + 1 + 1 months is 28 March, + 2 months is 31 March.
 *
 * @param days   anchor, whole days since 1970-01-01
 * @param months whole months, may be negative
 * @throws RangeError when either is not whole
 * @example
 * isoDate(addMonths(parseIsoDate("2024-01-31"), 1)); // "2024-02-29"
 */
export function addMonths(days: number, months: number): number {
  if (!Number.isInteger(months)) throw new RangeError(`addMonths: months must be whole, got ${months}`);
  const { year, month, day } = calendarDate(days);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return dayNumber({ year: toYear, month: toMonth, day: Math.min(day, daysInMonth(toYear, toMonth)) });
}
