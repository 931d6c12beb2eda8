import { calendarDate } from "@likewise/schema";

/** The financial year (April to March) of a day, as 2021-22. */
export function financialYearOf(day: number): string {
  const { year, month } = calendarDate(day);
  const first = month >= 4 ? year : year - 1;
  return `${first}-${String((first + 1) % 100).padStart(2, "0")}`;
}
