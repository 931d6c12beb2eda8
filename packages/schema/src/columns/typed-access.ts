import { columnNamed } from "./column-named.ts";
import type {
  BooleanColumn,
  CategoryColumn,
  ColumnData,
  Columns,
  ColumnType,
  DateColumn,
  IntegerColumn,
  NumberColumn,
  TextColumn,
} from "./columns.ts";

/**
 * A column as numbers: numbers as they are, whole numbers widened, true as 1 and false as 0.
 *
 * @throws RangeError when there is no such column or it holds something else
 * @example
 * Array.from(numbersOf(columnsOf({ age: integerColumn([31, 45]) }), "age").values); // [31, 45]
 */
export function numbersOf(table: Columns, name: string): NumberColumn {
  const column = columnOfType("numbersOf", table, name, ["number", "integer", "boolean"]);
  if (column.type === "number") return column;
  return { type: "number", values: Float64Array.from(column.values as Int32Array | Uint8Array), valid: column.valid };
}

/**
 * A column of whole numbers.
 *
 * @throws RangeError when there is no such column or it holds something else
 * @example
 * Array.from(integersOf(columnsOf({ unit: integerColumn([0, 1]) }), "unit").values); // [0, 1]
 */
export function integersOf(table: Columns, name: string): IntegerColumn {
  return columnOfType("integersOf", table, name, ["integer"]) as IntegerColumn;
}

/**
 * A column of dates, whole days since 1970-01-01.
 *
 * @throws RangeError when there is no such column or it holds something else
 * @example
 * Array.from(datesOf(columnsOf({ date: dateColumn([19430]) }), "date").values); // [19430]
 */
export function datesOf(table: Columns, name: string): DateColumn {
  return columnOfType("datesOf", table, name, ["date"]) as DateColumn;
}

/**
 * A column of true (1) and false (0).
 *
 * @throws RangeError when there is no such column or it holds something else
 * @example
 * Array.from(booleansOf(columnsOf({ arm: booleanColumn([true, false]) }), "arm").values); // [1, 0]
 */
export function booleansOf(table: Columns, name: string): BooleanColumn {
  return columnOfType("booleansOf", table, name, ["boolean"]) as BooleanColumn;
}

/**
 * A column of categories.
 *
 * @throws RangeError when there is no such column or it holds something else
 * @example
 * categoriesOf(columnsOf({ sex: categoryColumn(["M", "F"]) }), "sex").levels; // ["F", "M"]
 */
export function categoriesOf(table: Columns, name: string): CategoryColumn {
  return columnOfType("categoriesOf", table, name, ["category"]) as CategoryColumn;
}

/**
 * A column of text.
 *
 * @throws RangeError when there is no such column or it holds something else
 * @example
 * textsOf(columnsOf({ id: textColumn(["NSW2"]) }), "id").values; // ["NSW2"]
 */
export function textsOf(table: Columns, name: string): TextColumn {
  return columnOfType("textsOf", table, name, ["text"]) as TextColumn;
}

function columnOfType(caller: string, table: Columns, name: string, types: readonly ColumnType[]): ColumnData {
  const column = columnNamed(caller, table, name);
  if (types.includes(column.type)) return column;
  throw new RangeError(`${caller}: ${name} must be of type ${types.join(" or ")}, got ${column.type}`);
}
