import {
  booleanColumn,
  type CellValue,
  type ColumnData,
  type Columns,
  categoryColumn,
  columnsOf,
  dateColumn,
  integerColumn,
  numberColumn,
  recordFields,
  textColumn,
} from "@likewise/schema";

/** One row of a record: a value for each of its fields; dates as whole days since 1970-01-01. */
export type RecordRow<Field extends string = string> = Readonly<Record<Field, CellValue>>;

/**
 * Rows as columns, each held in the way the record declares for its field.
 *
 * @param table  a record of `data-schemas/`
 * @param fields the fields wanted, in order; every row has them
 */
export function recordColumns<Field extends string>(
  table: string,
  fields: readonly Field[],
  rows: readonly RecordRow<Field>[],
): Columns {
  const declared = new Map(recordFields(table).map((field) => [field.name, field.type]));
  const columns: Record<string, ColumnData> = {};
  for (const field of fields) {
    const type = declared.get(field);
    if (type === undefined) throw new RangeError(`recordColumns: field must be one of ${table}, got ${field}`);
    columns[field] = makers[type](rows.map((row) => row[field]));
  }
  return columnsOf(columns);
}

const makers = {
  text: (values: CellValue[]) => textColumn(values as (string | null)[]),
  category: (values: CellValue[]) => categoryColumn(values as (string | null)[]),
  number: (values: CellValue[]) => numberColumn(values as (number | null)[]),
  integer: (values: CellValue[]) => integerColumn(values as (number | null)[]),
  date: (values: CellValue[]) => dateColumn(values as (number | null)[]),
  boolean: (values: CellValue[]) => booleanColumn(values as (boolean | null)[]),
};
