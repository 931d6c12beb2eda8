import type { DateFormat } from "../generated/types.ts";

/** What a date written in a format says, and what it can be mistaken for. */
export interface DateNotation {
  /** A day, or only a month or a year, which then stays an earliest and a latest day. */
  readonly precision: "day" | "month" | "year";
  /**
   * Two digits for the year: the latest year that is not after the extract date `data.asAt` (of dates that may lie
   * ahead, not more than 50 years after it). A birth that could be of either century is refused.
   */
  readonly shortYear: boolean;
  /** The format in which one text can be another day: 01/02/2024 by either order, 2024 as a year or as Excel's day. */
  readonly mistakenFor: DateFormat | null;
}

const day: DateNotation = { precision: "day", shortYear: false, mistakenFor: null };
const month: DateNotation = { ...day, precision: "month" };

/** What is known of every format a plan can declare; how each is read, `ingest` says. */
export const dateNotations: Readonly<Record<DateFormat, DateNotation>> = {
  "yyyy-mm-dd": day,
  "dd/mm/yyyy": { ...day, mistakenFor: "mm/dd/yyyy" },
  "mm/dd/yyyy": { ...day, mistakenFor: "dd/mm/yyyy" },
  "dd-mm-yyyy": day,
  "dd.mm.yyyy": day,
  "yyyy/mm/dd": day,
  yyyymmdd: day,
  "dd-mon-yyyy": day,
  "dd/mm/yy": { ...day, shortYear: true, mistakenFor: "mm/dd/yy" },
  "mm/dd/yy": { ...day, shortYear: true, mistakenFor: "dd/mm/yy" },
  "dd-mon-yy": { ...day, shortYear: true },
  "excel-serial": { ...day, mistakenFor: "yyyy" },
  "mm/yyyy": month,
  "mon-yyyy": month,
  "yyyy-mm": month,
  yyyy: { ...day, precision: "year", mistakenFor: "excel-serial" },
};
