import { isoDate } from "@likewise/schema";
import type { DateFormat } from "../values/date-formats.ts";
import { type Century, readDate } from "../values/read-date.ts";

/**
 * A date of birth as it is compared, `1984-03-14`; null where the text is no such day in any of the formats, only part
 * of one, or the day systems write where they know none.
 *
 * @example
 * normaliseDate("14/03/1984", [dateFormats[1]]); // "1984-03-14"
 */
export function normaliseDate(
  text: string,
  formats: readonly DateFormat[],
  century: Century | null = null,
): string | null {
  for (const format of formats) {
    const day = readDate(text, format, century);
    if (typeof day === "number") return isoDate(day);
  }
  return null;
}
