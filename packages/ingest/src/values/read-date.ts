import { type DateFormat as DateFormatName, dayNumber, daysInMonth } from "@likewise/schema";

export type { DateFormatName };

/** How a date is written; declared by the plan, never guessed. */
export interface DateFormat {
  readonly format: DateFormatName;
  readonly pattern: RegExp;
  /** Groups of the pattern that hold year, month and day. */
  readonly order: readonly [year: number, month: number, day: number];
}

/** A time of day after the date is allowed and left out: the day is what is used. One with a zone is not. */
const time = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?`;

/** The formats a plan can declare. */
export const dateFormats: readonly DateFormat[] = [
  { format: "yyyy-mm-dd", pattern: new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${time}$`), order: [1, 2, 3] },
  { format: "dd/mm/yyyy", pattern: new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${time}$`), order: [3, 2, 1] },
  { format: "mm/dd/yyyy", pattern: new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${time}$`), order: [3, 1, 2] },
  {
    format: "dd-mon-yyyy",
    pattern: new RegExp(`^(\\d{1,2})[- ]([a-z]{3})[- ](\\d{4})${time}$`, "i"),
    order: [3, 2, 1],
  },
  { format: "dd.mm.yyyy", pattern: new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})${time}$`), order: [3, 2, 1] },
];

export type DateProblem = "date_format" | "date_impossible" | "date_out_of_range";

/** Systems write these where they know no date; whole days since 1970-01-01. */
const firstDay = dayNumber({ year: 1900, month: 1, day: 2 });
const lastDay = dayNumber({ year: 2100, month: 12, day: 31 });

/**
 * A date in a declared format.
 *
 * @returns whole days since 1970-01-01, or what is wrong with the text
 * @example
 * readDate("14/03/2023", dateFormats[1]); // 19430
 */
export function readDate(text: string, { pattern, order }: DateFormat): number | DateProblem {
  const match = pattern.exec(text);
  if (match === null) return "date_format";
  const [year, month, day] = [Number(match[order[0]]), monthOf(match[order[1]]!), Number(match[order[2]])];
  if (month === null) return "date_format";
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return "date_impossible";
  const days = dayNumber({ year, month, day });
  return days < firstDay || days > lastDay ? "date_out_of_range" : days;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function monthOf(text: string): number | null {
  if (/^\d/.test(text)) return Number(text);
  const index = months.indexOf(text.toLowerCase());
  return index === -1 ? null : index + 1;
}
