import { calendarDate } from "@likewise/schema";
import { holdsDates, type MappedColumn, type ReaderName, withIsoDates } from "../mapping/mapped-column.ts";
import { dateFormat } from "./date-formats.ts";
import { isSpreadsheetError } from "./is-spreadsheet-error.ts";
import { readBoolean } from "./read-boolean.ts";
import { readDate } from "./read-date.ts";
import { readDistrict } from "./read-district.ts";
import { readMoney } from "./read-money.ts";
import { readNumber } from "./read-number.ts";
import { readPercent } from "./read-percent.ts";
import { missing, problem, type Reading } from "./reading.ts";

/**
 * What a text means in a column: spaces around it are trimmed, blanks and missing codes are missing, the plan's recodes
 * are applied, and the rest is read by the column's type. Called once for each different text, not for each row.
 */
export function readCellText(text: string, column: MappedColumn, reader: ReaderName): Reading {
  const trimmed = text.trim();
  if (isMissing(trimmed, column)) return missing;
  // A date of birth is no age yet: its range is that of the age.
  const range = reader === "birth-date" ? unlimited : column;
  const recoded = column.recodes.get(trimmed);
  if (recoded === undefined && isSpreadsheetError(trimmed)) return problem("spreadsheet_error");
  if (recoded === undefined) return inRange(readers[reader](trimmed, column), range);
  if (isMissing(recoded, column)) return missing;
  // Our own codes are written plainly: a proportion stands for itself, not for a percentage, and a date is ISO.
  const plain = reader === "money" || reader === "percent" ? "number" : reader;
  return inRange(readers[plain](recoded, holdsDates(plain) ? withIsoDates(column) : column), range);
}

/** Whether a trimmed text means that nothing is known. */
export function isMissing(trimmed: string, { missingCodes }: MappedColumn): boolean {
  return trimmed === "" || missingCodes.has(trimmed);
}

const readers: Readonly<Record<ReaderName, (text: string, column: MappedColumn) => Reading>> = {
  text: (text, { isId, normalise }) =>
    isId && scientific.test(text) ? problem("id_scientific") : { value: evenedOut(text, normalise) },
  category: (text, { values }) =>
    values === null || values.includes(text) ? { value: text } : problem("code_unknown", { values: values.join(", ") }),
  boolean: (text) => valueOr(readBoolean(text), "boolean_unknown"),
  number: (text) => valueOr(readNumber(text), "number_not_a_number"),
  integer: (text) => {
    const value = readNumber(text);
    if (value === null) return problem("number_not_a_number");
    return (value | 0) === value ? { value } : problem("integer_expected");
  },
  money: (text) => valueOr(readMoney(text), "money_not_money"),
  percent: (text) => valueOr(readPercent(text), "percent_not_percent"),
  date: readDay,
  "birth-year": (text, column) => {
    const born = readDay(text, column);
    return typeof born.value === "number" ? { value: calendarDate(born.value).year } : born;
  },
  "birth-date": readDay,
  district: (text) => {
    const value = readDistrict(text);
    return value === null ? problem("postcode_unreadable") : { value };
  },
};

/** No text is a date in two formats of one column, so the first that knows its form decides. */
function readDay(text: string, { dateFormats, century }: MappedColumn): Reading {
  const formats = dateFormats ?? ["yyyy-mm-dd"];
  for (const format of formats) {
    const read = readDate(text, dateFormat(format), century);
    if (typeof read === "number") return { value: read };
    if (typeof read === "object") return { value: read.earliest, latest: read.latest };
    if (read !== "date_format") return problem(read, { format });
  }
  return problem("date_format", { format: formats.join(" or ") });
}

const unlimited = { minimum: null, maximum: null };

/** An id as the plan asks for it to be compared. */
function evenedOut(id: string, normalise: MappedColumn["normalise"]): string {
  const bare = normalise.includes("spaces") ? id.replace(/\s+/g, "") : id;
  return normalise.includes("case") ? bare.toUpperCase() : bare;
}

/** Excel's way with long digits: 1.23E+11. */
const scientific = /^\d(\.\d+)?E\+\d+$/i;

function valueOr(
  value: number | null,
  code: "boolean_unknown" | "number_not_a_number" | "money_not_money" | "percent_not_percent",
): Reading {
  return value === null ? problem(code) : { value };
}

/** A number outside the range of its field is a problem. */
export function inRange(reading: Reading, { minimum, maximum }: Pick<MappedColumn, "minimum" | "maximum">): Reading {
  if (typeof reading.value !== "number") return reading;
  const low = minimum !== null && reading.value < minimum;
  const high = maximum !== null && reading.value > maximum;
  return low || high ? problem("number_out_of_range", { range: rangeWords(minimum, maximum) }) : reading;
}

function rangeWords(minimum: number | null, maximum: number | null): string {
  if (minimum === null) return `${maximum} or less`;
  return maximum === null ? `${minimum} or more` : `from ${minimum} to ${maximum}`;
}
