import { calendarDate } from "@likewise/schema";

/** A day as dd/mm/yyyy. */
export function ukDate(day: number): string {
  const { year, month, day: dayOfMonth } = calendarDate(day);
  return `${String(dayOfMonth).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}
