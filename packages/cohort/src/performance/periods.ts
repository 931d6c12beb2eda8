import { addMonths, calendarDate, dayNumber, isoDate } from "@likewise/schema";

/** Days from one to another, both included, whole days since 1970-01-01. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A whole quarter, half-year or year of the calendar or of the financial year. */
export interface Period extends Span {
  /** First and last month: "2023-04 to 2023-06". */
  readonly id: string;
  /** "Q1 2023/24" of a financial year, "Q2 2023" of the calendar. */
  readonly label: string;
}

/** Months of a period: a quarter, a half-year or a year. */
export type PeriodMonths = 3 | 6 | 12;

export type YearKind = "financial" | "calendar";

/** Every period that shares a day with the span, in order. */
export function periodsOf({ from, to }: Span, months: PeriodMonths, year: YearKind): Period[] {
  const periods: Period[] = [];
  for (let begins = periodStart(from, months, year); begins <= to; begins = addMonths(begins, months)) {
    const ends = addMonths(begins, months) - 1;
    periods.push({ from: begins, to: ends, id: idOf(begins, ends), label: labelOf(begins, months, year) });
  }
  return periods;
}

/** Days two spans share; null for none. */
export function overlap(one: Span, other: Span): Span | null {
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
  return from > to ? null : { from, to };
}

export function daysIn({ from, to }: Span): number {
  return to - from + 1;
}

/** Months from the first of the year, April or January. */
function monthOfYear(day: number, year: YearKind): number {
  const { month } = calendarDate(day);
  return year === "calendar" ? month - 1 : (month + 8) % 12;
}

function periodStart(day: number, months: PeriodMonths, year: YearKind): number {
  const date = calendarDate(day);
  return addMonths(dayNumber({ ...date, day: 1 }), -(monthOfYear(day, year) % months));
}

function idOf(begins: number, ends: number): string {
  return `${isoDate(begins).slice(0, 7)} to ${isoDate(ends).slice(0, 7)}`;
}

function labelOf(begins: number, months: PeriodMonths, year: YearKind): string {
  const { year: first } = calendarDate(addMonths(begins, -monthOfYear(begins, year)));
  const name = year === "calendar" ? String(first) : `${first}/${String((first + 1) % 100).padStart(2, "0")}`;
  const number = monthOfYear(begins, year) / months + 1;
  if (months === 12) return name;
  return `${months === 3 ? "Q" : "H"}${number} ${name}`;
}
