import type { MappedColumn, ReaderName } from "../mapping/mapped-column.ts";
import { readBoolean } from "./read-boolean.ts";
import { dateFormats, readDate } from "./read-date.ts";
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
  const recoded = column.recodes.get(trimmed);
  if (recoded === undefined) return inRange(readers[reader](trimmed, column), column);
  if (isMissing(recoded, column)) return missing;
  // Our own codes are written plainly: a proportion stands for itself, not for a percentage.
  const plain = reader === "money" || reader === "percent" ? "number" : reader;
  return inRange(readers[plain](recoded, column), column);
}

/** Whether a trimmed text means that nothing is known. */
export function isMissing(trimmed: string, { missingCodes }: MappedColumn): boolean {
  return trimmed === "" || missingCodes.has(trimmed);
}

const readers: Readonly<Record<ReaderName, (text: string, column: MappedColumn) => Reading>> = {
  text: (text, { isId }) => (isId && scientific.test(text) ? problem("id_scientific") : { value: text }),
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
  date: (text, { dateFormats: declared }) => {
    const dateFormat = declared?.[0] ?? "yyyy-mm-dd";
    const value = readDate(text, dateFormats.find(({ format }) => format === dateFormat)!);
    return typeof value === "number" ? { value } : problem(value, { format: dateFormat });
  },
};

/** Excel's way with long digits: 1.23E+11. */
const scientific = /^\d(\.\d+)?E\+\d+$/i;

function valueOr(
  value: number | null,
  code: "boolean_unknown" | "number_not_a_number" | "money_not_money" | "percent_not_percent",
): Reading {
  return value === null ? problem(code) : { value };
}

function inRange(reading: Reading, { minimum, maximum }: MappedColumn): Reading {
  if (typeof reading.value !== "number") return reading;
  const low = minimum !== null && reading.value < minimum;
  const high = maximum !== null && reading.value > maximum;
  return low || high ? problem("number_out_of_range", { range: rangeWords(minimum, maximum) }) : reading;
}

function rangeWords(minimum: number | null, maximum: number | null): string {
  if (minimum === null) return `${maximum} or less`;
  return maximum === null ? `${minimum} or more` : `from ${minimum} to ${maximum}`;
}
