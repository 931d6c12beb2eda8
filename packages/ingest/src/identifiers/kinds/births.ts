import {
  areBirths,
  daysVary,
  yearOfDate,
  yearOfEightDigits,
  yearOfSerial,
  yearOfSixDigits,
  yearsIn,
} from "../birth-dates.ts";
import type { ScreenedColumn } from "../screened-column.ts";
import type { IdentifierKind, ScreeningContext } from "./identifier-kind.ts";

const shared = {
  label: "full dates of birth",
  header: null,
  coarser: null,
  within: null,
  atLeast: 1,
  use: "age",
} as const;

function spreadLikeBirths(yearOf: (text: string) => number | null) {
  return (column: ScreenedColumn, { latestYear }: ScreeningContext): boolean =>
    column.readAs === "birth" || areBirths(yearsIn(column, yearOf), latestYear, column.readAs !== "event-date");
}

/** Days written with separators or a month's name, alone, with a time, or inside an id. */
export const births: IdentifierKind = {
  ...shared,
  id: "date-of-birth",
  header: /\bd ?o ?b\b|date of birth|birth ?date|birth ?day|born on|date born/,
  coarser: /year|month/,
  cell: (text) => yearOfDate(text) !== null,
  share: 0.3,
  holds: spreadLikeBirths(yearOfDate),
};

/** Days written as eight figures, alone or inside an id. */
export const birthsInDigits: IdentifierKind = {
  ...shared,
  id: "date-of-birth-in-eight-digits",
  cell: (text) => yearOfEightDigits(text) !== null,
  share: 0.9,
  holds: (column, context) => daysVary(column.texts) && spreadLikeBirths(yearOfEightDigits)(column, context),
};

/** Days written as six figures; one in thirty numbers of six figures is a day, so nearly all must be. */
export const birthsInSixDigits: IdentifierKind = {
  ...shared,
  id: "date-of-birth-in-six-digits",
  cell: (text) => yearOfSixDigits(text) !== null,
  share: 0.97,
  atLeast: 15,
  holds: (column, context) => daysVary(column.texts) && spreadLikeBirths(yearOfSixDigits)(column, context),
};

const counted =
  /\b(income|salary|wage|pay|paid|earn|earnings|cost|amount|price|value|money|pounds|spend|grant|count|number|score|total|population|days|seqn?|row)\b/;

/** Some people of every extract were born since. */
const latestBirths = 1965;

/**
 * Days counted as spreadsheets do. Amounts of money and running numbers share the range, and are told apart by round
 * figures and by rising from row to row.
 */
export const birthsInSerials: IdentifierKind = {
  ...shared,
  id: "date-of-birth-in-serials",
  cell: (text) => yearOfSerial(text) !== null,
  share: 0.97,
  atLeast: 20,
  holds: (column, context) => {
    const serials = column.texts.filter((text) => /^\d/.test(text)).map(Number);
    const round = serials.filter((serial) => serial % 10 === 0).length;
    const rising = serials.filter((serial, index) => index > 0 && serial > serials[index - 1]!).length;
    const found = yearsIn(column, yearOfSerial);
    const oldest = found.years.reduce((least, year) => Math.min(least, year), Number.POSITIVE_INFINITY);
    const recent = found.years.filter((year) => year >= latestBirths).length;
    return (
      !counted.test(column.words) &&
      column.readAs !== "id" &&
      oldest >= 1920 &&
      recent >= 0.1 * found.texts &&
      column.texts.length >= 0.7 * column.rows &&
      round < 0.25 * serials.length &&
      rising > 0.3 * serials.length &&
      rising < 0.7 * serials.length &&
      areBirths(found, context.latestYear, false)
    );
  },
};
