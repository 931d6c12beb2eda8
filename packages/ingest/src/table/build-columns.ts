import { type ColumnData, type Columns, naturalOrder, numberColumn, type TextColumn } from "@likewise/schema";
import type { Reading } from "../values/reading.ts";
import type { ReadColumn } from "./read-column.ts";
import { rowsUsing } from "./rows-using.ts";

/**
 * The columns handed on: of the rows used, under our names, in the types of the schema.
 *
 * @param rows     not rejected, in order
 * @param rejected 1 = by the number of the row
 */
export function buildColumns(columns: readonly ReadColumn[], rows: Int32Array, rejected: Uint8Array): Columns {
  const built = columns.map((column) => [column.mapped.name, buildColumn(column, rows, rejected)] as const);
  return { numRows: rows.length, columns: Object.fromEntries(built) };
}

/** One column, row by row from the meaning of its texts. */
function buildColumn(column: ReadColumn, rows: Int32Array, rejected: Uint8Array): ColumnData {
  // A type left to be read off the cells is one of these two.
  const type = column.mapped.type ?? (column.reader === "number" ? "number" : "category");
  switch (type) {
    case "text":
      return rows.length >= manyRows || column.alone !== undefined ? lazyText(column, rows) : textColumn(column, rows);
    case "category":
      return buildCategory(column, rows, rejected);
    case "number":
      return numberColumn(...filled(column, rows, rejected, new Float64Array(room(rows, 8))));
    case "integer": {
      const [values, valid] = filled(column, rows, rejected, new Int32Array(room(rows, 4)));
      return { type, values, valid };
    }
    case "date": {
      const [values, valid] = filled(column, rows, rejected, new Int32Array(room(rows, 4)));
      return { type, values, valid, latest: latestDays(column, rows, values) };
    }
    case "boolean": {
      const [values, valid] = filled(column, rows, rejected, new Uint8Array(room(rows, 1)));
      return { type, values, valid };
    }
  }
}

/** Last days of partial dates, of exact ones the same day; null when every date is exact. */
function latestDays({ codes, readings }: ReadColumn, rows: Int32Array, values: Int32Array): Int32Array | null {
  if (readings.every(({ latest }) => latest === undefined)) return null;
  const latest = values.map((day, index) => readings[codes[rows[index]!]!]!.latest ?? day);
  return latest.some((day, index) => day !== values[index]) ? latest : null;
}

const manyRows = 500_000;

/** Room for a value in each of many rows is shared memory, which does not make the engine look for garbage again and again. */
function room({ length }: Int32Array, bytes: number): ArrayBufferLike {
  return length < manyRows ? new ArrayBuffer(length * bytes) : new SharedArrayBuffer(length * bytes);
}

/**
 * Ten million ids take half a gigabyte as strings, and are seldom looked at: they are made when somebody does, once.
 */
function lazyText(column: ReadColumn, rows: Int32Array): TextColumn {
  const { codes, readings } = column;
  const isMissing = (row: number) => codes[row] !== -1 && readings[codes[row]!]!.value === null;
  const mayMiss = readings.some(({ value }) => value === null);
  const valid = mayMiss && rows.some(isMissing) ? Uint8Array.from(rows, (row) => Number(!isMissing(row))) : null;
  let values: readonly string[] | null = null;
  return {
    type: "text",
    get values() {
      values ??= Array.from(rows, (row) => textOf(column, row) ?? "");
      return values;
    },
    valid,
  };
}

function textOf({ codes, readings, alone }: ReadColumn, row: number): string | null {
  if (codes[row] === -1) return alone?.(row) ?? null;
  const value = readings[codes[row]!]!.value;
  return value === null ? null : String(value);
}

function textColumn({ codes, readings }: ReadColumn, rows: Int32Array): TextColumn {
  const textOfCode = readings.map(({ value }) => (value === null ? "" : String(value)));
  const presentOf = Uint8Array.from(readings, ({ value }) => (value === null ? 0 : 1));
  const values = new Array<string>(rows.length);
  const valid = new Uint8Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const code = codes[rows[index]!]!;
    values[index] = textOfCode[code]!;
    valid[index] = presentOf[code]!;
  }
  return { type: "text", values, valid: valid.includes(0) ? valid : null };
}

/** Where a value of another kind is read, zero stands, and the row is not valid. */
function filled<T extends Float64Array | Int32Array | Uint8Array>(
  column: ReadColumn,
  rows: Int32Array,
  rejected: Uint8Array,
  values: T,
): [values: T, valid: Uint8Array | null] {
  const { codes, readings } = column;
  const numbers = Float64Array.from(readings, ({ value }) => (typeof value === "number" ? value : 0));
  if (values instanceof Float64Array) takeDoubles(values, numbers, codes, rows);
  else if (values instanceof Int32Array) takeIntegers(values, Int32Array.from(numbers), codes, rows);
  else takeBytes(values, Uint8Array.from(numbers), codes, rows);
  return [values, validRows(column, rows, rowsUsing(rejected, column), ({ value }) => typeof value === "number")];
}

/** 1 where the reading of a row holds; null where all do. */
function validRows(
  { codes, readings }: ReadColumn,
  rows: Int32Array,
  using: Int32Array,
  holds: (reading: Reading) => boolean,
): Uint8Array | null {
  const present = Uint8Array.from(readings, (reading) => Number(holds(reading)));
  if (present.every((held, code) => held === 1 || using[code] === 0)) return null;
  const valid = new Uint8Array(room(rows, 1));
  takeBytes(valid, present, codes, rows);
  return valid;
}

// Of each kind of array one loop of its own: what compiles for several at once runs at a fraction of the speed.

function takeBytes(values: Uint8Array, meaning: Uint8Array, codes: Int32Array, rows: Int32Array): void {
  for (let index = 0; index < rows.length; index++) values[index] = meaning[codes[rows[index]!]!]!;
}

function takeIntegers(values: Int32Array, meaning: Int32Array, codes: Int32Array, rows: Int32Array): void {
  for (let index = 0; index < rows.length; index++) values[index] = meaning[codes[rows[index]!]!]!;
}

function takeDoubles(values: Float64Array, meaning: Float64Array, codes: Int32Array, rows: Int32Array): void {
  for (let index = 0; index < rows.length; index++) values[index] = meaning[codes[rows[index]!]!]!;
}

/** Levels are those that occur among the rows used, in natural order; texts that mean one code share its level. */
function buildCategory(column: ReadColumn, rows: Int32Array, rejected: Uint8Array): ColumnData {
  const { codes, readings } = column;
  const using = rowsUsing(rejected, column);
  const labels = readings.map(({ value }) => (value === null ? null : String(value)));
  const present = labels.filter((label, code): label is string => label !== null && using[code]! > 0);
  const levels = [...new Set(present)].sort(naturalOrder);
  const levelAt = new Map(levels.map((level, index) => [level, index]));
  const levelOf = Int32Array.from(labels, (label) => (label === null ? 0 : (levelAt.get(label) ?? 0)));
  const values = new Int32Array(room(rows, 4));
  takeIntegers(values, levelOf, codes, rows);
  return { type: "category", values, levels, valid: validRows(column, rows, using, ({ value }) => value !== null) };
}
