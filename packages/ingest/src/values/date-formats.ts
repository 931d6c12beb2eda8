import type { DateFormat as DateFormatName } from "@likewise/schema";

export type { DateFormatName };

/** How a date is written; declared by the plan or proven from the cells, never guessed. */
export interface DateFormat {
  readonly format: DateFormatName;
  /** Named groups `year`, `month`, `day` or `serial`; a time of day after the date is left out. */
  readonly pattern: RegExp;
  /** What a text says: a day, or only a month or a year, which then stays an earliest and a latest day. */
  readonly precision: "day" | "month" | "year";
  /**
   * Two digits for the year: the latest year that is not after the extract date `data.asAt` (of dates that may lie
   * ahead, not more than 50 years after it). A birth that could be of either century is refused.
   */
  readonly shortYear: boolean;
  /** What a text must look like to prove the format where none is declared: four digits are rather a year. */
  readonly proof: RegExp | null;
}

/** A time of day is allowed and left out: the day is what is used. One with a zone is not. */
const time = String.raw`(?:(?:[ T]|, )\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?)?`;
const day = String.raw`(?<day>\d{1,2})`;
const month = String.raw`(?<month>\d{1,2})`;
const year = String.raw`(?<year>\d{4})`;
const shortYear = String.raw`(?<year>\d{2})`;
const ordinal = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const monthName = "(?<month>[a-z]{3,9})";

const written = (pattern: string) => new RegExp(`^${pattern}$`, "i");
const plain = { precision: "day", shortYear: false, proof: null } as const;

/**
 * The formats a plan can declare. Months have their English names, in full or by three letters. A serial is Excel's
 * count of days from 1900, with its 29 February 1900 that never was: 60 and below are refused. What counts from 1904
 * is turned into dates by the reader of workbooks, which alone can know.
 */
export const dateFormats: readonly DateFormat[] = [
  { format: "yyyy-mm-dd", pattern: written(`${year}-${month}-${day}${time}`), ...plain },
  { format: "dd/mm/yyyy", pattern: written(`${day}/${month}/${year}${time}`), ...plain },
  { format: "mm/dd/yyyy", pattern: written(`${month}/${day}/${year}${time}`), ...plain },
  { format: "dd-mm-yyyy", pattern: written(`${day}-${month}-${year}${time}`), ...plain },
  { format: "dd.mm.yyyy", pattern: written(`${day}\\.${month}\\.${year}${time}`), ...plain },
  { format: "yyyy/mm/dd", pattern: written(`${year}/${month}/${day}${time}`), ...plain },
  {
    format: "yyyymmdd",
    pattern: written(String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})${time}`),
    ...plain,
  },
  { format: "dd-mon-yyyy", pattern: written(`${ordinal}[-/ ]${monthName}[-/ ]${year}${time}`), ...plain },
  { format: "dd/mm/yy", pattern: written(`${day}/${month}/${shortYear}${time}`), ...plain, shortYear: true },
  { format: "mm/dd/yy", pattern: written(`${month}/${day}/${shortYear}${time}`), ...plain, shortYear: true },
  {
    format: "dd-mon-yy",
    pattern: written(`${ordinal}[-/ ]${monthName}[-/ ]${shortYear}${time}`),
    ...plain,
    shortYear: true,
  },
  {
    format: "excel-serial",
    pattern: written(String.raw`(?<serial>\d{1,6})(?:\.\d*)?`),
    ...plain,
    proof: /^\d{5}(?:\.\d*)?$/,
  },
  { format: "mm/yyyy", pattern: written(`${month}/${year}`), ...plain, precision: "month" },
  { format: "mon-yyyy", pattern: written(`${monthName}[-/ ]${year}`), ...plain, precision: "month" },
  { format: "yyyy-mm", pattern: written(`${year}-${month}`), ...plain, precision: "month" },
  { format: "yyyy", pattern: written(year), ...plain, precision: "year" },
];

const byName: ReadonlyMap<DateFormatName, DateFormat> = new Map(dateFormats.map((entry) => [entry.format, entry]));

/** The entry of a format. */
export function dateFormat(name: DateFormatName): DateFormat {
  return byName.get(name)!;
}

/** Formats that differ only in which of day and month comes first. */
export const turned: Partial<Record<DateFormatName, DateFormatName>> = {
  "dd/mm/yyyy": "mm/dd/yyyy",
  "mm/dd/yyyy": "dd/mm/yyyy",
  "dd/mm/yy": "mm/dd/yy",
  "mm/dd/yy": "dd/mm/yy",
};
