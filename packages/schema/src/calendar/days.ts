/** A calendar date, months 1 to 12. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Days since 1970-01-01 of a date in the proleptic Gregorian calendar.
 *
 * @param date months 1 to 12
 * @returns whole days, negative before 1970
 * @throws RangeError when the date does not exist (31 February)
 * @source Howard Hinnant, chrono-compatible low-level date algorithms (days_from_civil), 2013
 * @example
 * dayNumber({ year: 2023, month: 3, day: 14 }); // 19430
 */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = date;
  if (!exists(date)) {
    throw new RangeError(`dayNumber: date must exist, got ${year}-${month}-${day}`);
  }
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/**
 * The calendar date of a day number.
 *
 * @param days whole days since 1970-01-01
 * @throws RangeError when not whole
 * @example
 * calendarDate(19430); // { year: 2023, month: 3, day: 14 }
 */
export function calendarDate(days: number): CalendarDate {
  if (!Number.isInteger(days)) throw new RangeError(`calendarDate: days must be whole, got ${days}`);
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/**
 * Days in a month.
 *
 * @param month 1 to 12
 * @throws RangeError when there is no such month
 * @example
 * daysInMonth(2024, 2); // 29
 */
export function daysInMonth(year: number, month: number): number {
  if (!(month >= 1 && month <= 12)) throw new RangeError(`daysInMonth: month must be 1 to 12, got ${month}`);
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * A day number as an ISO 8601 date.
 *
 * @example
 * isoDate(19430); // "2023-03-14"
 */
export function isoDate(days: number): string {
  const { year, month, day } = calendarDate(days);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * The day number of an ISO 8601 date, or null when the text is not a date that exists.
 *
 * @example
 * parseIsoDate("2023-02-29"); // null
 */
export function parseIsoDate(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return exists({ year, month, day }) ? dayNumber({ year, month, day }) : null;
}

function exists({ year, month, day }: CalendarDate): boolean {
  if (![year, month, day].every(Number.isInteger) || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}
