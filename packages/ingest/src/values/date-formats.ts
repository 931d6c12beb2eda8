import { type DateFormat as DateFormatName, type DateNotation, dateNotations } from "@likewise/schema";

export type { DateFormatName };

/** How a date is written; declared by the plan or proven from the cells, never guessed. */
export interface DateFormat extends DateNotation {
  readonly format: DateFormatName;
  /** Named groups `year`, `month`, `day` or `serial`; a time of day after the date is left out. */
  readonly pattern: RegExp;
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

/**
 * The formats a plan can declare. Months have their English names, in full or by three letters. A serial is Excel's
 * count of days from 1900, with its 29 February 1900 that never was: 60 and below are refused. What counts from 1904
 * is turned into dates by the reader of workbooks, which alone can know.
 */
export const dateFormats: readonly DateFormat[] = [
  written("yyyy-mm-dd", `${year}-${month}-${day}${time}`),
  written("dd/mm/yyyy", `${day}/${month}/${year}${time}`),
  written("mm/dd/yyyy", `${month}/${day}/${year}${time}`),
  written("dd-mm-yyyy", `${day}-${month}-${year}${time}`),
  written("dd.mm.yyyy", `${day}\\.${month}\\.${year}${time}`),
  written("yyyy/mm/dd", `${year}/${month}/${day}${time}`),
  written("yyyymmdd", String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})${time}`),
  written("dd-mon-yyyy", `${ordinal}[-/ ]${monthName}[-/ ]${year}${time}`),
  written("dd/mm/yy", `${day}/${month}/${shortYear}${time}`),
  written("mm/dd/yy", `${month}/${day}/${shortYear}${time}`),
  written("dd-mon-yy", `${ordinal}[-/ ]${monthName}[-/ ]${shortYear}${time}`),
  written("excel-serial", String.raw`(?<serial>\d{1,6})(?:\.\d*)?`, /^\d{5}(?:\.\d*)?$/),
  written("mm/yyyy", `${month}/${year}`),
  written("mon-yyyy", `${monthName}[-/ ]${year}`),
  written("yyyy-mm", `${year}-${month}`),
  written("yyyy", year),
];

function written(format: DateFormatName, pattern: string, proof: RegExp | null = null): DateFormat {
  return { format, pattern: new RegExp(`^${pattern}$`, "i"), proof, ...dateNotations[format] };
}

const byName: ReadonlyMap<DateFormatName, DateFormat> = new Map(dateFormats.map((entry) => [entry.format, entry]));

/** The entry of a format. */
export function dateFormat(name: DateFormatName): DateFormat {
  return byName.get(name)!;
}

/** Where a format has the day, of day and month in figures that can change places: 0 first, 1 second; null of others. */
export function dayPlace({ pattern, mistakenFor }: DateFormat): 0 | 1 | null {
  const [atDay, atMonth] = [pattern.source.indexOf("<day>"), pattern.source.indexOf("<month>")];
  if (mistakenFor === null || atDay === -1 || atMonth === -1) return null;
  return atDay < atMonth ? 0 : 1;
}

/** The format that differs only in which of day and month comes first; null where there is none. */
export function turned(format: DateFormatName): DateFormatName | null {
  const entry = dateFormat(format);
  return dayPlace(entry) === null ? null : entry.mistakenFor;
}
