import type { Columns, ColumnType } from "@likewise/schema";
import { loadColumns } from "./load-columns.ts";
import type { Engine } from "./open-engine.ts";
import { quoteFile } from "./quote-file.ts";
import { quoteIdentifier } from "./quote-identifier.ts";

/**
 * Rows that stay in the database: in Parquet files, read where they lie and only in the columns asked for, or in a table
 * of it. They are there until the engine is closed, or `dropStored`.
 */
export interface StoredTable {
  /** Of the view or table in the database. */
  readonly name: string;
  readonly columns: Readonly<Record<string, StoredType>>;
}

/** Types a stored column can have; categories are text, and of a partial date there is the earliest day. */
export type StoredType = Exclude<ColumnType, "category">;

/**
 * Parquet files as one table that stays where it is. Nothing is read but names and types: no row is checked and none is
 * copied.
 *
 * @param files   at least one, of the same columns
 * @param mapping name in the table to name in the files, for the columns wanted; all of them when left out
 * @throws RangeError when there is no file, a column is not there, or is no whole number of 32 bits, number, date,
 *   boolean or text
 * @throws the database's error when a file cannot be read
 * @example
 * const engine = await openEngine({ threads: 1 });
 * const unit = { type: "integer", values: Int32Array.of(1, 0), valid: null };
 * await writeParquet(engine, { numRows: 2, columns: { unit } }, `${folder}/units.parquet`);
 * (await storeParquet(engine, [`${folder}/units.parquet`], { person: "unit" })).columns.person; // "integer"
 * await closeEngine(engine);
 */
export async function storeParquet(
  engine: Engine,
  files: readonly string[],
  mapping: Readonly<Record<string, string>> | null = null,
): Promise<StoredTable> {
  if (files.length === 0) throw new RangeError("storeParquet: files must be at least one, got none");
  const from = `read_parquet([${files.map(quoteFile).join(", ")}], hive_partitioning = false)`;
  const found = await typesOf(engine, from);
  const wanted = Object.entries(mapping ?? Object.fromEntries([...found.keys()].map((name) => [name, name])));
  const columns: Record<string, StoredType> = {};
  for (const [name, source] of wanted) {
    const type = found.get(source);
    if (type === undefined) throw new RangeError(`storeParquet: files must have the column ${source}, got none`);
    const stored = storedTypes[type];
    if (stored === undefined) {
      const known = Object.keys(storedTypes).join(", ");
      throw new RangeError(`storeParquet: column ${source} must be one of ${known}, got ${type}`);
    }
    columns[name] = stored;
  }
  const name = `stored ${engine.tablesMade.count++}`;
  const selected = wanted.map(([as, source]) => `${quoteIdentifier(source)} AS ${quoteIdentifier(as)}`).join(", ");
  await engine.connection.run(`CREATE VIEW ${quoteIdentifier(name)} AS SELECT ${selected} FROM ${from}`);
  return { name, columns };
}

/**
 * Columns as a table that stays in the database, for what is asked of it several times.
 *
 * @throws RangeError when there is no column
 * @example
 * const engine = await openEngine({ threads: 1 });
 * const unit = { type: "integer", values: Int32Array.of(1, 0), valid: null };
 * (await storeColumns(engine, { numRows: 2, columns: { unit } })).columns.unit; // "integer"
 * await closeEngine(engine);
 */
export async function storeColumns(engine: Engine, columns: Columns): Promise<StoredTable> {
  const name = `stored ${engine.tablesMade.count++}`;
  await loadColumns(engine, name, columns);
  const types = Object.entries(columns.columns).map(
    ([column, { type }]) => [column, type === "category" ? "text" : type] as const,
  );
  return { name, columns: Object.fromEntries(types) };
}

/**
 * Forgets a stored table before the engine is closed; files stay as they are.
 *
 * @example
 * const engine = await openEngine({ threads: 1 });
 * const unit = { type: "integer", values: Int32Array.of(1, 0), valid: null };
 * const table = await storeColumns(engine, { numRows: 2, columns: { unit } });
 * await dropStored(engine, table);
 * await readColumns(engine, table.name, ["unit"]).catch(() => "gone"); // "gone"
 * await closeEngine(engine);
 */
export async function dropStored(engine: Engine, { name }: StoredTable): Promise<void> {
  const found = await engine.connection.runAndReadAll(
    `SELECT 1 FROM information_schema.tables WHERE table_name = '${name}' AND table_type = 'VIEW'`,
  );
  await engine.connection.run(
    `DROP ${found.currentRowCount > 0 ? "VIEW" : "TABLE"} IF EXISTS ${quoteIdentifier(name)}`,
  );
}

const storedTypes: Readonly<Record<string, StoredType>> = {
  INTEGER: "integer",
  DOUBLE: "number",
  DATE: "date",
  BOOLEAN: "boolean",
  VARCHAR: "text",
};

async function typesOf({ connection }: Engine, from: string): Promise<ReadonlyMap<string, string>> {
  const described = await connection.run(`SELECT * FROM ${from} LIMIT 0`);
  const types = described.columnTypes();
  return new Map(described.columnNames().map((name, index) => [name, types[index]!.toString()]));
}
