import { dayNumber, isoDate } from "@likewise/schema";

const millisecondsOfDay = 86_400_000;

/** Days from the spreadsheet's day 0 to 1970-01-01, from 1 March 1900 on. */
const serialOfEpoch = 25_569;
/** What the calendar that begins in 1904 lacks of the one that begins in 1900. */
const daysTo1904 = 1462;
const lastSerial = dayNumber({ year: 9999, month: 12, day: 31 }) + serialOfEpoch;

/**
 * The number behind a date or a time of day, as text: `2024-03-14`, with the time where it is not midnight
 * (`2024-03-14T09:30:00`), or the time alone (`09:30:00`).
 *
 * The calendar that begins in 1900 has a 29 February 1900, which never was, and a day 0: both are written as the
 * spreadsheet shows them, so that they are refused as days that do not exist. A number that is no date comes back as a
 * number.
 *
 * @param serial days, and as a fraction the time of day, rounded to milliseconds
 * @param shows  what the cell's number format shows
 */
export function serialText(serial: number, shows: "date" | "time" | "elapsed", from1904: boolean): string {
  if (!(serial >= 0)) return String(serial);
  if (shows === "elapsed") return clockText(Math.round(serial * millisecondsOfDay));
  let day = Math.floor(serial);
  let time = Math.round((serial - day) * millisecondsOfDay);
  if (time === millisecondsOfDay) {
    day++;
    time = 0;
  }
  if (day === 0 && (shows === "time" || (time > 0 && !from1904))) return clockText(time);
  const days = from1904 ? day + daysTo1904 : day;
  if (days > lastSerial) return String(serial);
  return time === 0 ? dayText(days) : `${dayText(days)}T${clockText(time)}`;
}

function dayText(serial: number): string {
  if (serial === 0) return "1900-01-00";
  if (serial === 60) return "1900-02-29";
  return isoDate(serial - serialOfEpoch + (serial < 60 ? 1 : 0));
}

function clockText(milliseconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const seconds = Math.floor(milliseconds / 1000);
  const rest = milliseconds % 1000;
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, "0")}`;
}
