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
  const column = columnNamed("numbersOf", table, name, ["number", "integer", "boolean"]);
  if (column.type === "number") return column;
  return { type: "number", values: Float64Array.from(column.values as Int32Array | Uint8Array), valid: column.valid };
}

/**
 * A column of whole numbers.
 *
 * @throws RangeError when there is no such column or it holds something else
 */
export function integersOf(table: Columns, name: string): IntegerColumn {
  return columnNamed("integersOf", table, name, ["integer"]) as IntegerColumn;
}

/**
 * A column of dates, whole days since 1970-01-01.
 *
 * @throws RangeError when there is no such column or it holds something else
 */
export function datesOf(table: Columns, name: string): DateColumn {
  return columnNamed("datesOf", table, name, ["date"]) as DateColumn;
}

/**
 * A column of true (1) and false (0).
 *
 * @throws RangeError when there is no such column or it holds something else
 */
export function booleansOf(table: Columns, name: string): BooleanColumn {
  return columnNamed("booleansOf", table, name, ["boolean"]) as BooleanColumn;
}

/**
 * A column of categories.
 *
 * @throws RangeError when there is no such column or it holds something else
 */
export function categoriesOf(table: Columns, name: string): CategoryColumn {
  return columnNamed("categoriesOf", table, name, ["category"]) as CategoryColumn;
}

/**
 * A column of text.
 *
 * @throws RangeError when there is no such column or it holds something else
 */
export function textsOf(table: Columns, name: string): TextColumn {
  return columnNamed("textsOf", table, name, ["text"]) as TextColumn;
}

function columnNamed(caller: string, table: Columns, name: string, types: readonly ColumnType[]): ColumnData {
  const column = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined;
  if (column === undefined) {
    const names = Object.keys(table.columns).join(", ");
    throw new RangeError(`${caller}: name must be a column of the table (${names}), got ${name}`);
  }
  if (!types.includes(column.type)) {
    throw new RangeError(`${caller}: ${name} must be of type ${types.join(" or ")}, got ${column.type}`);
  }
  return column;
}
