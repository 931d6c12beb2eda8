import type { DatabaseFile } from "./open-database-file.ts";
import { mostTextCells, type TableTexts } from "./query-texts.ts";
import { quoteIdentifier } from "./quote-identifier.ts";

/** What of an open SQLite database is used here: the shape that sql.js gives it. */
export interface SqliteConnection {
  run(sql: string): unknown;
  exec(sql: string): readonly { readonly values: readonly (readonly unknown[])[] }[];
  prepare(sql: string): SqliteStatement;
}

interface SqliteStatement {
  getColumnNames(): readonly string[];
  step(): boolean;
  get(bound: null, options: { readonly useBigInt: boolean }): readonly unknown[];
  free(): unknown;
}

/**
 * The tables and views of a SQLite database that somebody else has opened, as text: each cell by its own type, whole
 * numbers by all their digits. Dates are text or numbers there, and stay so.
 *
 * @throws the database's error when it is damaged
 */
export function openSqliteTables(connection: SqliteConnection): DatabaseFile {
  connection.run("PRAGMA trusted_schema = OFF");
  const found = connection.exec(
    `SELECT name, type FROM sqlite_master
     WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  );
  const tables = (found[0]?.values ?? []).map(([name, type]) => ({ name: String(name), view: type === "view" }));
  return {
    tables,
    read: async (name) => {
      if (!tables.some((table) => table.name === name)) {
        throw new RangeError(`openSqliteTables: name must be a table or view, got ${name}`);
      }
      return textsOf(connection, quoteIdentifier(name));
    },
  };
}

function textsOf(connection: SqliteConnection, table: string): TableTexts {
  const statement = connection.prepare(`SELECT * FROM ${table}${orderOf(connection, table)}`);
  const names = statement.getColumnNames();
  const rows: string[][] = [];
  const binary = new Set<number>();
  while (statement.step()) {
    if ((rows.length + 1) * names.length > mostTextCells) {
      throw new RangeError(`openSqliteTables: a table must have at most ${mostTextCells} cells (rows x columns)`);
    }
    // As bigint: beyond 2^53 a number would lose digits.
    const values = statement.get(null, { useBigInt: true });
    rows.push(
      values.map((value, column) => {
        if (value instanceof Uint8Array) binary.add(column);
        return value === null || value instanceof Uint8Array ? "" : String(value);
      }),
    );
  }
  statement.free();
  const kept = names.map((_, column) => column).filter((column) => !binary.has(column));
  return {
    names: kept.map((column) => names[column]!),
    rows: binary.size === 0 ? rows : rows.map((row) => kept.map((column) => row[column]!)),
    dates: false,
    instants: [],
    unreadable: Object.fromEntries([...binary].map((column) => [names[column]!, "BLOB"])),
  };
}

/** In the order rows were put in, where the table numbers them: an index could give another. */
function orderOf(connection: SqliteConnection, table: string): string {
  try {
    connection.exec(`SELECT rowid FROM ${table} LIMIT 0`);
    return " ORDER BY rowid";
  } catch {
    return "";
  }
}
