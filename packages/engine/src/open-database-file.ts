import type { Engine } from "./open-engine.ts";
import { queryTexts, type TableTexts } from "./query-texts.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import { quoteText } from "./quote-text.ts";

/** The tables and views of a database file, and the rows of one of them. */
export interface DatabaseFile {
  /** `name`, with its schema before it (`archive.events`) unless that is `main`; in natural order of code points. */
  readonly tables: readonly { readonly name: string; readonly view: boolean }[];
  /**
   * The rows of one table, in the order in which they were put in; of a view, in the order it gives.
   *
   * @throws RangeError when there is no such table or more than `mostTextCells` cells
   */
  readonly read: (name: string) => Promise<TableTexts>;
}

/**
 * Opens a DuckDB file to read from. Nothing is written to it or beside it, and what its views say cannot reach any other
 * file: from here on this engine opens none.
 *
 * @throws the database's error when the file is damaged, in use, or of another version
 * @example
 * const engine = await openEngine({ threads: 1 });
 * await engine.connection.run(`ATTACH '${folder}/extract.duckdb' AS made`);
 * await engine.connection.run("CREATE TABLE made.people AS SELECT '007' AS id, 12.50 AS cost");
 * await engine.connection.run("DETACH made");
 * const { tables, read } = await openDatabaseFile(engine, `${folder}/extract.duckdb`);
 * tables; // [{ name: "people", view: false }]
 * (await read("people")).rows; // [["007", "12.50"]]
 * await closeEngine(engine);
 */
export async function openDatabaseFile(engine: Engine, path: string): Promise<DatabaseFile> {
  const { connection } = engine;
  await connection.run(`ATTACH ${quoteText(path)} AS extract (TYPE duckdb, READ_ONLY)`);
  await connection.run("SET enable_external_access = false");
  await connection.run("USE extract");
  const found = await connection.runAndReadAll(
    `SELECT schema_name, table_name, false FROM duckdb_tables() WHERE database_name = 'extract' AND NOT internal
     UNION ALL
     SELECT schema_name, view_name, true FROM duckdb_views() WHERE database_name = 'extract' AND NOT internal
     ORDER BY 1, 2`,
  );
  const places = found.getRows().map(([schema, table, view]) => ({
    name: schema === "main" ? String(table) : `${schema}.${table}`,
    sql: `extract.${quoteIdentifier(String(schema))}.${quoteIdentifier(String(table))}`,
    view: view === true,
  }));
  return {
    tables: places.map(({ name, view }) => ({ name, view })),
    read: (name) => {
      const place = places.find((each) => each.name === name);
      if (place === undefined) throw new RangeError(`openDatabaseFile: name must be a table or view, got ${name}`);
      return queryTexts(engine, place.sql, place.view ? "" : "ORDER BY rowid");
    },
  };
}
