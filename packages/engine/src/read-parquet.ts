import { type ColumnData, type Columns, categoryColumn, cell, columnsOf, datesOf } from "@likewise/schema";
import type { Engine } from "./open-engine.ts";
import { quoteFile } from "./quote-file.ts";
import { queryColumns } from "./read-columns.ts";
import type { ParquetNotes } from "./write-parquet.ts";

/**
 * Reads a Parquet file that `writeParquet` wrote: the same columns, levels and rows.
 *
 * @throws RangeError when the file does not carry the notes `writeParquet` leaves
 * @example
 * const engine = await openEngine({ threads: 1 });
 * const unit = { type: "integer", values: Int32Array.of(1, 0), valid: null };
 * await writeParquet(engine, { numRows: 2, columns: { unit } }, `${folder}/baseline.parquet`);
 * (await readParquet(engine, `${folder}/baseline.parquet`)).columns.unit.values; // [1, 0]
 * await closeEngine(engine);
 */
export async function readParquet(engine: Engine, path: string): Promise<Columns> {
  const notes = await notesOf(engine, path);
  const stored = await queryColumns(
    engine,
    `SELECT * EXCLUDE (file_row_number) FROM read_parquet(${quoteFile(path)}, file_row_number = true) ORDER BY file_row_number`,
  );
  const latestNames = new Set(Object.values(notes.latest));
  const columns = Object.entries(stored.columns)
    .filter(([name]) => !latestNames.has(name))
    .map(([name, column]) => [name, restored(stored, name, column, notes)] as const);
  return columnsOf(Object.fromEntries(columns));
}

function restored(stored: Columns, name: string, column: ColumnData, notes: ParquetNotes): ColumnData {
  const levels = Object.hasOwn(notes.levels, name) ? notes.levels[name] : undefined;
  if (levels !== undefined) {
    const values = Array.from({ length: stored.numRows }, (_, row) => cell(column, row) as string | null);
    return categoryColumn(values, levels);
  }
  const latest = Object.hasOwn(notes.latest, name) ? notes.latest[name] : undefined;
  if (latest !== undefined && column.type === "date") return { ...column, latest: datesOf(stored, latest).values };
  return column;
}

async function notesOf(engine: Engine, path: string): Promise<ParquetNotes> {
  const result = await engine.connection.runAndReadAll(
    `SELECT decode(value) FROM parquet_kv_metadata(${quoteFile(path)}) WHERE decode(key) = 'likewise' ORDER BY 1`,
  );
  const text = result.getRows()[0]?.[0];
  if (typeof text !== "string") throw new RangeError("readParquet: the file must have been written by writeParquet");
  return JSON.parse(text) as ParquetNotes;
}
