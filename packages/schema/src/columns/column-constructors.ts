import { naturalOrder } from "../order/natural-order.ts";
import type {
  BooleanColumn,
  CategoryColumn,
  DateColumn,
  IntegerColumn,
  NumberColumn,
  TextColumn,
  Valid,
} from "./columns.ts";

/**
 * A column of numbers. Typed arrays are kept as they are, not copied; a mask without a 0 becomes null, so that columns
 * with the same content look the same.
 *
 * @param values any unit; null where missing
 * @param valid  for a typed array: 1 = present, 0 = missing, same length; leave out when all are present
 * @throws RangeError when a present value is not finite or the mask has another length
 * @example
 * Array.from(numberColumn([1.5, null, 3]).valid); // [1, 0, 1]
 */
export function numberColumn(values: readonly (number | null)[] | Float64Array, valid: Valid = null): NumberColumn {
  const filled = fill<Float64Array>("numberColumn", values, valid, (length) => new Float64Array(length));
  requireEach("numberColumn", "finite or null", filled.values, filled.valid, Number.isFinite);
  return { type: "number", ...filled };
}

/**
 * A column of whole numbers that fit 32 bits.
 *
 * @param values whole numbers; null where missing
 * @param valid  for a typed array: 1 = present, 0 = missing, same length
 * @throws RangeError when a value is not a whole number between -2147483648 and 2147483647
 * @example
 * integerColumn([3, 1, 2]).valid; // null
 */
export function integerColumn(values: readonly (number | null)[] | Int32Array, valid: Valid = null): IntegerColumn {
  return { type: "integer", ...fillIntegers("integerColumn", values, valid) };
}

/**
 * A column of dates.
 *
 * @param values whole days since 1970-01-01 (of a partial date its earliest day); null where missing
 * @param valid  for a typed array: 1 = present, 0 = missing, same length
 * @param latest of partial dates their latest day, of exact ones the same day; null when every date is exact
 * @throws RangeError when a day is not whole, or a latest day comes before its earliest
 * @example
 * Array.from(dateColumn([19430, null]).values); // [19430, 0]
 */
export function dateColumn(
  values: readonly (number | null)[] | Int32Array,
  valid: Valid = null,
  latest: Int32Array | null = null,
): DateColumn {
  const filled = fillIntegers("dateColumn", values, valid);
  if (latest !== null) {
    requireLength("dateColumn", "latest", latest, filled.values.length);
    requireEach("dateColumn", "on or before its latest day", filled.values, filled.valid, (day, row) => {
      return day <= latest[row]!;
    });
  }
  return { type: "date", ...filled, latest };
}

/**
 * A column of true and false.
 *
 * @param values booleans, or 1 = true and 0 = false in a typed array; null where missing
 * @param valid  for a typed array: 1 = present, 0 = missing, same length
 * @throws RangeError when a typed array holds anything but 0 and 1
 * @example
 * Array.from(booleanColumn([true, false]).values); // [1, 0]
 */
export function booleanColumn(values: readonly (boolean | null)[] | Uint8Array, valid: Valid = null): BooleanColumn {
  const numbers =
    values instanceof Uint8Array ? values : values.map((value) => (value === null ? null : Number(value)));
  const filled = fill<Uint8Array>("booleanColumn", numbers, valid, (length) => new Uint8Array(length));
  requireEach("booleanColumn", "0 or 1", filled.values, filled.valid, (value) => value === 0 || value === 1);
  return { type: "boolean", ...filled };
}

/**
 * A column of categories. Levels stand in natural order, whatever the order of the rows; the first is the reference.
 *
 * @param values the level of each row; null where missing
 * @param levels every level there can be, in any order; leave out for those that occur
 * @throws RangeError when a value is not one of the levels given
 * @example
 * categoryColumn(["site 10", "site 2", null, "site 2"]).levels; // ["site 2", "site 10"]
 */
export function categoryColumn(values: readonly (string | null)[], levels?: readonly string[]): CategoryColumn {
  const present = values.filter((value) => value !== null);
  const ordered = [...new Set(levels ?? present)].sort(naturalOrder);
  const code = new Map(ordered.map((level, index) => [level, index]));
  const stray = present.find((value) => !code.has(value));
  if (stray !== undefined) {
    throw new RangeError(`categoryColumn: values must be among the ${ordered.length} levels given, got another`);
  }
  const codes = values.map((value) => (value === null ? null : code.get(value)!));
  return {
    type: "category",
    levels: ordered,
    ...fill<Int32Array>("categoryColumn", codes, null, (length) => new Int32Array(length)),
  };
}

/**
 * A column of ids or other text that is not grouped.
 *
 * @param values any text; null where missing (empty text is present)
 * @example
 * textColumn(["a", null]).values; // ["a", ""]
 */
export function textColumn(values: readonly (string | null)[]): TextColumn {
  return { type: "text", values: values.map((value) => value ?? ""), valid: maskOf(values) };
}

type NumericArray = Float64Array | Int32Array | Uint8Array;

function fill<T extends NumericArray>(
  caller: string,
  values: readonly (number | null)[] | T,
  valid: Valid,
  allocate: (length: number) => T,
): { values: T; valid: Valid } {
  if (valid !== null) requireLength(caller, "valid", valid, values.length);
  if (!isPlainArray(values)) return { values, valid: valid?.includes(0) ? valid : null };
  if (valid !== null)
    throw new RangeError(`${caller}: a mask must come with a typed array, got one with a plain array`);
  const filled = allocate(values.length);
  for (let row = 0; row < values.length; row++) filled[row] = values[row] ?? 0;
  return { values: filled, valid: maskOf(values) };
}

/** Checked before they are stored: a typed array would wrap or truncate what does not fit. */
function fillIntegers(caller: string, values: readonly (number | null)[] | Int32Array, valid: Valid) {
  if (isPlainArray(values)) {
    const wrong = values.findIndex((value) => value !== null && (value | 0) !== value);
    if (wrong >= 0) {
      throw new RangeError(
        `${caller}: values must be whole numbers of 32 bits or null, got ${values[wrong]} in row ${wrong}`,
      );
    }
  }
  return fill<Int32Array>(caller, values, valid, (length) => new Int32Array(length));
}

function isPlainArray<T extends NumericArray>(
  values: readonly (number | null)[] | T,
): values is readonly (number | null)[] {
  return Array.isArray(values);
}

function maskOf(values: readonly unknown[]): Valid {
  if (!values.includes(null)) return null;
  return Uint8Array.from(values, (value) => (value === null ? 0 : 1));
}

function requireLength(caller: string, name: string, values: { readonly length: number }, length: number): void {
  if (values.length !== length) {
    throw new RangeError(`${caller}: ${name} must have the length of values (${length}), got ${values.length}`);
  }
}

function requireEach(
  caller: string,
  what: string,
  values: NumericArray,
  valid: Valid,
  holds: (value: number, row: number) => boolean,
): void {
  for (let row = 0; row < values.length; row++) {
    if (valid !== null && valid[row] === 0) continue;
    if (!holds(values[row]!, row)) {
      throw new RangeError(`${caller}: values must be ${what}, got ${values[row]} in row ${row}`);
    }
  }
}
