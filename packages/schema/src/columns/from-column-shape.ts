import { parseIsoDate } from "../calendar/days.ts";
import {
  booleanColumn,
  categoryColumn,
  dateColumn,
  integerColumn,
  numberColumn,
  textColumn,
} from "./column-constructors.ts";
import type { ColumnData, Columns, ColumnType } from "./columns.ts";
import { columnsOf } from "./columns-of.ts";

/** Anything with Arquero's column shape: arrays, typed arrays, Arrow columns. */
export interface ColumnShape {
  readonly length: number;
  at(row: number): unknown;
}

/**
 * Columns from anything with Arquero's column shape.
 *
 * Types are those given, else those of the values: true and false, numbers (whole ones only where a typed array says
 * so), `Date` for dates, text for categories. Missing rule: null, undefined and NaN are missing.
 *
 * @param shapes by name, of equal length
 * @param types  by name, where the values do not say: `date` for ISO text or days since 1970-01-01, `text` for ids,
 *               `integer` for whole numbers in a plain array
 * @throws RangeError when values of a column are of several types, not finite, or not of the type given
 * @example
 * fromColumnShape({ age: [31, null], born: ["1992-02-29", null] }, { born: "date" }).columns.born.type; // "date"
 */
export function fromColumnShape(
  shapes: Readonly<Record<string, ColumnShape>>,
  types: Readonly<Record<string, ColumnType>> = {},
): Columns {
  const columns = Object.entries(shapes).map(([name, shape]) => {
    const values = Array.from({ length: shape.length }, (_, row) => presentOrNull(shape.at(row)));
    const type = (Object.hasOwn(types, name) ? types[name] : null) ?? typeOfShape(name, shape, values);
    return [name, makers[type](values.map((value) => (value === null ? null : converted(name, type, value))))];
  });
  return columnsOf(Object.fromEntries(columns));
}

/** The type of each column, to be handed back to `fromColumnShape` after a trip through a form that loses them. */
export function columnTypes(table: Columns): Readonly<Record<string, ColumnType>> {
  return Object.fromEntries(Object.entries(table.columns).map(([name, { type }]) => [name, type]));
}

type Maker = (values: readonly (never | null)[]) => ColumnData;

const makers: Readonly<Record<ColumnType, Maker>> = {
  number: (values) => numberColumn(values),
  integer: (values) => integerColumn(values),
  boolean: (values) => booleanColumn(values),
  date: (values) => dateColumn(values),
  category: (values) => categoryColumn(values),
  text: (values) => textColumn(values),
};

function presentOrNull(value: unknown): unknown {
  return value === undefined || Number.isNaN(value) ? null : value;
}

const integerArrays = [Int8Array, Int16Array, Int32Array, Uint8Array, Uint16Array, Uint32Array];

function typeOfShape(name: string, shape: ColumnShape, values: readonly unknown[]): ColumnType {
  if (integerArrays.some((array) => shape instanceof array)) return "integer";
  const found = [...new Set(values.filter((value) => value !== null).map(typeOfValue))];
  if (found.length === 0) return "number";
  if (found.length === 1 && found[0] !== null) return found[0]!;
  throw new RangeError(
    `fromColumnShape: values of ${name} must be of one type, got ${found.length}; say which in types`,
  );
}

function typeOfValue(value: unknown): ColumnType | null {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number" || typeof value === "bigint") return "number";
  if (typeof value === "string") return "category";
  return value instanceof Date ? "date" : null;
}

function converted(name: string, type: ColumnType, value: unknown): never {
  const result = convert(type, value);
  if (result === null)
    throw new RangeError(`fromColumnShape: values of ${name} must be readable as ${type}, got another`);
  return result as never;
}

function convert(type: ColumnType, value: unknown): unknown {
  switch (type) {
    case "number":
    case "integer":
      if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : null;
      return typeof value === "number" ? value : null;
    case "boolean":
      if (value === 0 || value === 1) return value === 1;
      return typeof value === "boolean" ? value : null;
    case "date":
      if (value instanceof Date) return wholeDay(value.getTime());
      return typeof value === "string" ? parseIsoDate(value) : typeof value === "number" ? value : null;
    default:
      return typeof value === "object" ? null : String(value);
  }
}

/** Midnight UTC, as Arquero and Arrow make dates of days; a time of day would be lost silently. */
function wholeDay(milliseconds: number): number | null {
  return milliseconds % 86_400_000 === 0 ? milliseconds / 86_400_000 : null;
}
