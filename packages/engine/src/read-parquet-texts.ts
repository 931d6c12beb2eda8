import type { Engine } from "./open-engine.ts";
import { queryTexts, type TableTexts } from "./query-texts.ts";
import { quoteFile } from "./quote-file.ts";

/**
 * The rows of a Parquet file as text, in the order of the file: whole numbers and decimals by all their digits, other
 * numbers as JavaScript writes them, dates as yyyy-mm-dd, timestamps likewise with the time where it is not midnight.
 *
 * @throws RangeError when there are more than `mostTextCells` cells
 * @throws the database's error when the file cannot be read
 * @example
 * const engine = await openEngine({ threads: 1 });
 * const unit = { type: "integer", values: Int32Array.of(1, 0), valid: null };
 * await writeParquet(engine, { numRows: 2, columns: { unit } }, `${folder}/units.parquet`);
 * (await readParquetTexts(engine, `${folder}/units.parquet`)).rows; // [["1"], ["0"]]
 * await closeEngine(engine);
 */
export async function readParquetTexts(engine: Engine, path: string): Promise<TableTexts> {
  return queryTexts(engine, `read_parquet(${quoteFile(path)}, hive_partitioning = false)`);
}
