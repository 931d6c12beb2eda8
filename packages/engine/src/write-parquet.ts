import { type ColumnData, type Columns, columnsOf } from "@likewise/schema";
import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import { quoteText } from "./quote-text.ts";
import { withWorkingTables } from "./working-tables.ts";

/** What Parquet itself does not keep, stored in the file's metadata under `likewise`. */
export interface ParquetNotes {
  readonly version: 1;
  /** Levels of category columns, in order. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
  /** Date column to the column that holds its latest days. */
  readonly latest: Readonly<Record<string, string>>;
}

/**
 * Writes columns as one Parquet file, rows in their order. Categories are stored as text with their levels in the
 * file's metadata; the latest days of partial dates as a further column.
 *
 * @param columns at least one column
 * @param path    of the file; replaced when it exists
 * @throws RangeError when there is no column
 * @example
 * const engine = await openEngine({ threads: 1 });
 * const unit = { type: "integer", values: Int32Array.of(1, 0), valid: null };
 * await writeParquet(engine, { numRows: 2, columns: { unit } }, `${folder}/baseline.parquet`);
 * (await readParquet(engine, `${folder}/baseline.parquet`)).columns.unit.values; // [1, 0]
 * await closeEngine(engine);
 */
export async function writeParquet(engine: Engine, columns: Columns, path: string): Promise<void> {
  const entries = Object.entries(columns.columns);
  const levels = entries.flatMap(([name, column]) => (column.type === "category" ? [[name, column.levels]] : []));
  const partial = entries.flatMap(([name, column]) =>
    column.type === "date" && column.latest !== null
      ? [{ name, as: `${name} (latest)`, column: { ...column, values: column.latest, latest: null } }]
      : [],
  );
  const notes: ParquetNotes = {
    version: 1,
    levels: Object.fromEntries(levels),
    latest: Object.fromEntries(partial.map(({ name, as }) => [name, as])),
  };
  const stored: Readonly<Record<string, ColumnData>> = Object.fromEntries([
    ...entries,
    ...partial.map(({ as, column }) => [as, column] as const),
  ]);
  await withWorkingTables(engine, { rows: columnsOf(stored) }, async ({ rows }) => {
    const metadata = `KV_METADATA {likewise: ${quoteText(JSON.stringify(notes))}}`;
    const names = Object.keys(stored).map(quoteIdentifier).join(", ");
    await engine.connection.run(
      `COPY (SELECT ${names} FROM ${rows} ORDER BY rowid) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION zstd, ${metadata})`,
    );
  });
}
