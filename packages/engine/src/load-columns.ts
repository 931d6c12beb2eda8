import type { DuckDBDataChunk, DuckDBType } from "@duckdb/node-api";
import { type ColumnData, type Columns, isPresent } from "@likewise/schema";
import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import { vectorMemory } from "./vector-memory.ts";

/** Rows of one data chunk: the size of the database's own vectors. */
const chunkRows = 2048;

/**
 * Puts columns into a new table of the database, in order, by whole chunks.
 *
 * Numbers become DOUBLE, integers INTEGER, dates DATE (of a partial date its earliest day), booleans BOOLEAN, categories
 * and text VARCHAR; missing becomes NULL.
 *
 * @param name    name of the table; replaces one of that name
 * @param columns at least one column
 * @throws RangeError when there is no column
 * @example
 * const engine = await openEngine({ threads: 1 });
 * const unit = { type: "integer", values: Int32Array.of(1, 0), valid: null };
 * await loadColumns(engine, "events", { numRows: 2, columns: { unit } });
 * (await readColumns(engine, "events", ["unit"])).columns.unit.values; // [0, 1]
 * await closeEngine(engine);
 */
export async function loadColumns(engine: Engine, name: string, columns: Columns): Promise<void> {
  const names = Object.keys(columns.columns);
  if (names.length === 0) throw new RangeError("loadColumns: columns must have at least one column, got none");
  const data = names.map((column) => columns.columns[column]!);
  const definitions = names.map((column, index) => `${quoteIdentifier(column)} ${sqlTypes[data[index]!.type]}`);
  await engine.connection.run(`CREATE OR REPLACE TABLE ${quoteIdentifier(name)} (${definitions.join(", ")})`);
  const types = data.map((column) => driverType(engine, column));
  const appender = await engine.connection.createAppender(name);
  for (let start = 0; start < columns.numRows; start += chunkRows) {
    const count = Math.min(chunkRows, columns.numRows - start);
    const chunk = engine.duckdb.DuckDBDataChunk.create(types, count);
    for (const [index, column] of data.entries()) fillVector(chunk, index, column, start, count);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

const sqlTypes: Readonly<Record<ColumnData["type"], string>> = {
  number: "DOUBLE",
  integer: "INTEGER",
  date: "DATE",
  boolean: "BOOLEAN",
  category: "VARCHAR",
  text: "VARCHAR",
};

function driverType({ duckdb }: Engine, column: ColumnData): DuckDBType {
  const types: Readonly<Record<ColumnData["type"], DuckDBType>> = {
    number: duckdb.DOUBLE,
    integer: duckdb.INTEGER,
    date: duckdb.DATE,
    boolean: duckdb.BOOLEAN,
    category: duckdb.VARCHAR,
    text: duckdb.VARCHAR,
  };
  return types[column.type];
}

function fillVector(chunk: DuckDBDataChunk, index: number, column: ColumnData, start: number, count: number): void {
  const vector = chunk.getColumnVector(index);
  if (column.type === "number" || column.type === "integer" || column.type === "date") {
    const { items } = vectorMemory(vector);
    (items as Float64Array | Int32Array).set(column.values.subarray(start, start + count));
    if (column.valid !== null) {
      for (let row = 0; row < count; row++) if (column.valid[start + row] === 0) vector.setItem(row, null);
    }
  } else {
    for (let row = 0; row < count; row++) vector.setItem(row, valueAt(column, start + row));
  }
  vector.flush();
}

function valueAt(column: Exclude<ColumnData, { values: Float64Array }>, row: number): string | boolean | null {
  if (!isPresent(column, row)) return null;
  if (column.type === "boolean") return column.values[row] === 1;
  return column.type === "category" ? column.levels[column.values[row]!]! : String(column.values[row]);
}
