import { areBirths, yearsIn } from "./birth-dates.ts";
import { inwardCode, namesStreets, outwardCode } from "./kinds/places.ts";
import { type ScreenedColumn, shareWhere } from "./screened-column.ts";

/** What identifies people only when columns are put side by side. */
export interface CrossColumnKind {
  readonly id: string;
  readonly label: string;
  /** The columns that must not pass together; none when there are none. */
  readonly find: (columns: readonly ScreenedColumn[], latestYear: number | null) => readonly ScreenedColumn[];
}

export const crossColumnKinds: readonly CrossColumnKind[] = [
  {
    id: "split-date-of-birth",
    label: "dates of birth split into day, month and year",
    find: (columns, latestYear) => {
      const year = columns.find((column) => holdsBirthYears(column, latestYear));
      const months = columns.filter((column) => column !== year && coversRange(column, 12));
      const days = columns.filter((column) => column !== year && coversRange(column, 31));
      return year === undefined || months.length === 0 || days.length === 0 ? [] : [...days, ...months, year];
    },
  },
  {
    id: "split-postcode",
    label: "the last half of postcodes, whose first half is another column",
    find: (columns) =>
      columns.some((column) => mostAre(column, outwardCode))
        ? columns.filter((column) => mostAre(column, inwardCode))
        : [],
  },
  {
    id: "split-address",
    label: "streets, whose house numbers are another column",
    find: (columns) =>
      columns.some((column) => mostAre(column, houseNumber) && column.texts.some((text) => /[a-z]$/i.test(text)))
        ? columns.filter(namesStreets)
        : [],
  },
  {
    id: "split-coordinates",
    label: "coordinates of places, in two columns",
    find: (columns) => {
      const north = columns.filter((column) => isDegrees(column, 49.8, 60.9));
      const east = columns.filter((column) => isDegrees(column, -8.7, 1.8));
      return north.length === 0 || east.length === 0 ? [] : [...north, ...east];
    },
  },
];

const houseNumber = /^\d{1,4}[a-z]?$/i;

function mostAre(column: ScreenedColumn, pattern: RegExp): boolean {
  const share = shareWhere(column, (text) => pattern.test(text));
  return share.texts >= 3 && share.rows >= 0.9 * column.rows;
}

function holdsBirthYears(column: ScreenedColumn, latestYear: number | null): boolean {
  const found = yearsIn(column, (text) => (/^(18|19|20)\d\d(\.0)?$/.test(text) ? Number(text) : null));
  return found.rows >= 0.95 * column.rows && areBirths(found, latestYear, false);
}

/** Whole numbers from 1 to `last`, nearly all of which occur, high ones as often as low ones. */
function coversRange(column: ScreenedColumn, last: number): boolean {
  const values = column.texts.map((text) => (/^\d{1,2}(\.0)?$/.test(text) ? Number(text) : Number.NaN));
  if (column.rows < 12 || values.some((value) => !(value >= 1 && value <= last))) return false;
  const high = shareWhere(column, (text) => Number(text) > last / 2).rows / column.rows;
  const different = new Set(values).size;
  return (
    Math.max(...values) >= 0.85 * last &&
    different >= Math.min(0.7 * last, 0.4 * column.rows) &&
    high > 0.25 &&
    high < 0.7
  );
}

/** Decimal degrees to a hundred metres or nearer. */
function isDegrees(column: ScreenedColumn, from: number, to: number): boolean {
  const alike = shareWhere(
    column,
    (text) => /^-?\d{1,2}\.\d{3,}$/.test(text) && Number(text) >= from && Number(text) <= to,
  );
  return alike.texts >= 5 && alike.rows >= 0.95 * column.rows;
}
