import type { ScreenedColumn } from "./screened-column.ts";

/** Years of the days a column holds, and how many of its texts hold one. */
export interface YearsFound {
  readonly years: readonly number[];
  /** Rows that hold each. */
  readonly rowsOf: readonly number[];
  readonly texts: number;
  readonly rows: number;
}

const monthNames = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const longYear = "(?:18|19|20)\\d\\d";
const isoLike = new RegExp(`(?<![\\d/.-])(${longYear})[-/.](\\d{1,2})[-/.](\\d{1,2})(?![\\d/-])`);
const dayFirst = new RegExp(`(?<![\\d/.-])(\\d{1,2})[-/. ](\\d{1,2})[-/. ](${longYear}|\\d\\d)(?![\\d/-])`);
const monthNamed = new RegExp(
  `(?<![\\d])(\\d{1,2})(?:st|nd|rd|th)?[-/. ]*(?:${monthNames})[a-z]*[-/. ,']*(${longYear}|\\d\\d)(?!\\d)`,
  "i",
);
const monthFirst = new RegExp(`\\b(?:${monthNames})[a-z]* (\\d{1,2})(?:st|nd|rd|th)?,? (${longYear})\\b`, "i");

/** The year of a day written with separators or a month's name, anywhere in a text; null when there is none. */
export function yearOfDate(text: string): number | null {
  if (text.length < 6) return null;
  let found = isoLike.exec(text);
  if (found !== null) return isDay(Number(found[3]), Number(found[2])) ? Number(found[1]) : null;
  found = dayFirst.exec(text);
  if (found !== null) {
    const [first, second] = [Number(found[1]), Number(found[2])];
    return isDay(first, second) || isDay(second, first) ? fullYear(found[3]!) : null;
  }
  found = monthNamed.exec(text) ?? monthFirst.exec(text);
  return found !== null && isDay(Number(found[1]), 1) ? fullYear(found[2]!) : null;
}

const eightDigits = /(?<!\d)\d{8}(?!\d)/;
const sixDigits = /(?<!\d)\d{5,6}(?!\d)/;

/** The year of a day written as eight digits, year or day first, anywhere in a text. */
export function yearOfEightDigits(text: string): number | null {
  const digits = eightDigits.exec(text)?.[0];
  if (digits === undefined) return null;
  const [a, b, c] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))];
  if (inCalendar(a) && isDay(c, b)) return a;
  const [d, e, f] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4))];
  return inCalendar(f) && isDay(d, e) ? f : null;
}

/** The year of a day written as six digits, day first, or five where a leading zero was lost. */
export function yearOfSixDigits(text: string): number | null {
  const digits = sixDigits.exec(text)?.[0].padStart(6, "0");
  if (digits === undefined) return null;
  return isDay(Number(digits.slice(0, 2)), Number(digits.slice(2, 4))) ? fullYear(digits.slice(4)) : null;
}

/**
 * Whether days, months and years all vary in figures that hold a day: births do, running numbers share their first
 * figures. Which pair of figures is which does not matter; a century is a fourth that does not vary.
 */
export function daysVary(texts: readonly string[]): boolean {
  const pairs = [0, 2, 4, 6].map(() => new Set<string>());
  for (const text of texts) {
    const digits = eightDigits.exec(text)?.[0] ?? sixDigits.exec(text)?.[0].padStart(6, "0") ?? "";
    for (const [index, pair] of pairs.entries()) pair.add(digits.slice(2 * index, 2 * index + 2));
  }
  return pairs.filter(({ size }) => size >= Math.min(5, texts.length / 3)).length >= 3;
}

/** The year of a day counted as spreadsheets do, from 1900. */
export function yearOfSerial(text: string): number | null {
  return /^\d{4,5}(\.0+)?$/.test(text) ? 1900 + Math.floor((Number(text) - 1) / 365.25) : null;
}

export function yearsIn(column: ScreenedColumn, yearOf: (text: string) => number | null): YearsFound {
  const years: number[] = [];
  const rowsOf: number[] = [];
  let rows = 0;
  column.texts.forEach((text, index) => {
    const year = yearOf(text);
    if (year === null) return;
    years.push(year);
    rowsOf.push(column.rowsOf[index]!);
    rows += column.rowsOf[index]!;
  });
  return { years, rowsOf, texts: years.length, rows };
}

/** Youngest people an extract holds by birth, and what is taken for its date where nothing says it, in years. */
const youngest = 10;
const noYear = 2015;

/**
 * Whether days are births rather than events: events reach up to the extract, births end well before it, and either
 * births spread over half a working life, or everything ends long before another date of the table.
 *
 * @param latest the newest year the plan or another column of the table shows; null when none does
 * @param alone  whether a gap alone may prove it
 */
export function areBirths(found: YearsFound, latest: number | null, alone: boolean): boolean {
  if (found.texts < 8) return false;
  const [first, low, high, last] = quantiles(found, [0, 0.1, 0.9, 0.98]) as [number, number, number, number];
  if (first < 1890) return false;
  const until = Math.max(noYear, latest ?? 0);
  if (last <= until - youngest && high - low >= 15) return true;
  return alone && latest !== null && last <= latest - 12 && high - low >= 1;
}

/** Years from which and up to which shares of the rows lie. */
function quantiles({ years, rowsOf, rows }: YearsFound, shares: readonly number[]): number[] {
  const order = years.map((year, index) => [year, rowsOf[index]!] as const).sort(([a], [b]) => a - b);
  return shares.map((share) => {
    let before = 0;
    for (const [year, count] of order) {
      before += count;
      if (before >= share * rows && before > 0) return year;
    }
    return order.at(-1)![0];
  });
}

/** The newest year of a column of days, the last hundredth left out as misprints; null for another column. */
export function newestYear(column: ScreenedColumn): number | null {
  for (const yearOf of [yearOfDate, yearOfEightDigits]) {
    const found = yearsIn(column, yearOf);
    if (found.texts >= 3 && found.rows >= 0.5 * column.rows) return quantiles(found, [0.99])[0]!;
  }
  return null;
}

function isDay(day: number, month: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && !(month === 2 && day > 29);
}

function inCalendar(year: number): boolean {
  return year >= 1890 && year <= 2040;
}

/** Two digits of a year up to 30 are of this century. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year <= 30 ? 2000 + year : 1900 + year;
}
