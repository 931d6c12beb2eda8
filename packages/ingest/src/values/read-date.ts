import { dayNumber, daysInMonth } from "@likewise/schema";
import type { DateFormat } from "./date-formats.ts";

export type DateProblem = "date_format" | "date_impossible" | "date_out_of_range" | "date_century";

/** All that is known of a date that is not written to the day: it lies from one day to another, both included. */
export interface PartialDate {
  /** Whole days since 1970-01-01. */
  readonly earliest: number;
  readonly latest: number;
}

/** Which century two digits of a year stand for. */
export interface Century {
  /** Year of the extract date `data.asAt`. */
  readonly year: number;
  /** Whether a later year is refused, may be meant, or, of a birth, makes both centuries possible. */
  readonly kind: "past" | "ahead" | "birth";
}

/** Systems write 1 January 1900 where they know no date; whole days since 1970-01-01. */
const firstDay = dayNumber({ year: 1900, month: 1, day: 2 });
const lastDay = dayNumber({ year: 2100, month: 12, day: 31 });

/** Serial of 1970-01-01 in Excel's count from 1900. */
const serialOf1970 = 25569;

/**
 * A date in a declared format.
 *
 * @param century how two digits of a year are completed; without it they are not read
 * @returns whole days since 1970-01-01, the days between which a partial date lies, or what is wrong with the text
 * @example
 * readDate("14/03/2023", dateFormats[1]); // 19430
 * readDate("March 2023", dateFormats[13]); // { earliest: 19417, latest: 19447 }
 */
export function readDate(
  text: string,
  { pattern, precision, shortYear }: DateFormat,
  century: Century | null = null,
): number | PartialDate | DateProblem {
  const groups = pattern.exec(text)?.groups;
  if (groups === undefined) return "date_format";
  if (groups.serial !== undefined) return serialDay(Number(groups.serial));
  const month = groups.month === undefined ? null : monthOf(groups.month);
  if (month === undefined) return "date_format";
  const year = shortYear ? fullYear(Number(groups.year), century) : Number(groups.year);
  if (typeof year === "string") return year;
  if (precision === "year") return spanOf({ year, month: 1, day: 1 }, { year, month: 12, day: 31 });
  if (month === null || month < 1 || month > 12) return "date_impossible";
  const length = daysInMonth(year, month);
  if (precision === "month") return spanOf({ year, month, day: 1 }, { year, month, day: length });
  const day = Number(groups.day);
  if (day < 1 || day > length) return "date_impossible";
  return inRange(dayNumber({ year, month, day }));
}

function serialDay(serial: number): number | DateProblem {
  if (serial === 60) return "date_impossible";
  return serial < 60 ? "date_out_of_range" : inRange(serial - serialOf1970);
}

function inRange(day: number): number | DateProblem {
  return day < firstDay || day > lastDay ? "date_out_of_range" : day;
}

/** A partial date that holds the day systems write for no date is one all the same: 1900 is a year of birth. */
function spanOf(
  first: Parameters<typeof dayNumber>[0],
  last: Parameters<typeof dayNumber>[0],
): PartialDate | DateProblem {
  const [earliest, latest] = [dayNumber(first), dayNumber(last)];
  return latest < firstDay || latest > lastDay ? "date_out_of_range" : { earliest, latest };
}

/** How far ahead of the extract a planned date may lie. */
const yearsAhead = 50;

function fullYear(digits: number, century: Century | null): number | DateProblem {
  if (century === null) return "date_century";
  const latest = century.kind === "ahead" ? century.year + yearsAhead : century.year;
  const year = latest - ((((latest - digits) % 100) + 100) % 100);
  // Somebody born in (20)12 may have been born in 1912: two digits do not say.
  return century.kind === "birth" && year - 100 >= 1900 ? "date_century" : year;
}

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** 1 to 12 by name, any number as it stands; undefined when it is no month's name. */
function monthOf(text: string): number | undefined {
  if (/^\d/.test(text)) return Number(text);
  const name = text.toLowerCase();
  if (name === "sept") return 9;
  const index = months.findIndex((month) => month === name || month.slice(0, 3) === name);
  return index === -1 ? undefined : index + 1;
}
