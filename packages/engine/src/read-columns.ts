import type { DuckDBDataChunk, DuckDBType } from "@duckdb/node-api";
import {
  booleanColumn,
  type ColumnData,
  type Columns,
  columnsOf,
  dateColumn,
  integerColumn,
  numberColumn,
  textColumn,
} from "@likewise/schema";
import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import { copyPresence, vectorMemory } from "./vector-memory.ts";

/**
 * The rows of a table of the database as columns, in a stated order.
 *
 * @param name    name of the table
 * @param orderBy columns that order the rows; ties keep the order in which rows were loaded
 * @throws RangeError when orderBy is empty
 * @example
 * const engine = await openEngine({ threads: 1 });
 * const unit = { type: "integer", values: Int32Array.of(1, 0), valid: null };
 * await loadColumns(engine, "events", { numRows: 2, columns: { unit } });
 * (await readColumns(engine, "events", ["unit"])).columns.unit.values; // [0, 1]
 * await closeEngine(engine);
 */
export async function readColumns(engine: Engine, name: string, orderBy: readonly string[]): Promise<Columns> {
  if (orderBy.length === 0) throw new RangeError("readColumns: orderBy must name at least one column, got none");
  const keys = orderBy.map((column) => `${quoteIdentifier(column)} NULLS LAST`).join(", ");
  return queryColumns(engine, `SELECT * FROM ${quoteIdentifier(name)} ORDER BY ${keys}, rowid`);
}

/** The result of a query, copied chunk by chunk into typed arrays. The query must order its rows. */
export async function queryColumns(engine: Engine, sql: string): Promise<Columns> {
  const result = await engine.connection.stream(sql);
  const names = result.columnNames();
  const chunks: DuckDBDataChunk[] = [];
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    chunks.push(chunk);
  }
  const columns = names.map(
    (name, index) => [name, copyColumn(engine, name, result.columnType(index), chunks, index)] as const,
  );
  return columnsOf(Object.fromEntries(columns));
}

function copyColumn(
  { duckdb }: Engine,
  name: string,
  type: DuckDBType,
  chunks: readonly DuckDBDataChunk[],
  index: number,
): ColumnData {
  const length = chunks.reduce((rows, chunk) => rows + chunk.rowCount, 0);
  switch (type.typeId) {
    case duckdb.DuckDBTypeId.DOUBLE: {
      const { values, valid } = copyItems(chunks, index, new Float64Array(length));
      return numberColumn(values, valid);
    }
    case duckdb.DuckDBTypeId.INTEGER: {
      const { values, valid } = copyItems(chunks, index, new Int32Array(length));
      return integerColumn(values, valid);
    }
    case duckdb.DuckDBTypeId.DATE: {
      const { values, valid } = copyItems(chunks, index, new Int32Array(length));
      return dateColumn(values, valid);
    }
    case duckdb.DuckDBTypeId.BOOLEAN:
      return booleanColumn(cellsOf(chunks, index) as (boolean | null)[]);
    case duckdb.DuckDBTypeId.VARCHAR:
      return textColumn(cellsOf(chunks, index) as (string | null)[]);
    default:
      throw new RangeError(
        `readColumns: ${name} must be DOUBLE, INTEGER, DATE, BOOLEAN or VARCHAR, got ${type.toString()}`,
      );
  }
}

function copyItems<T extends Float64Array | Int32Array>(
  chunks: readonly DuckDBDataChunk[],
  index: number,
  values: T,
): { values: T; valid: Uint8Array | null } {
  const valid = new Uint8Array(values.length);
  let missing = false;
  let start = 0;
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(index);
    values.set(vectorMemory(vector).items as T, start);
    missing = copyPresence(vector, chunk.rowCount, valid, start) || missing;
    start += chunk.rowCount;
  }
  if (missing) for (let row = 0; row < values.length; row++) if (valid[row] === 0) values[row] = 0;
  return { values, valid: missing ? valid : null };
}

function cellsOf(chunks: readonly DuckDBDataChunk[], index: number): unknown[] {
  const cells: unknown[] = [];
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(index);
    const { rowCount } = chunk;
    for (let row = 0; row < rowCount; row++) cells.push(vector.getItem(row));
  }
  return cells;
}
