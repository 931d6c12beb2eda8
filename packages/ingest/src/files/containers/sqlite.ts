import { mostTextCells } from "@likewise/engine";
import { Failure } from "@likewise/schema";
import type { FileReader, FileSource, TableFormat } from "../file-reader.ts";
import type { FlatFile } from "../flat-file.ts";
import { chooseTable } from "./choose-table.ts";
import { type NamedColumns, namedColumns } from "./named-columns.ts";
import { requireSettled } from "./require-settled.ts";

type Database = import("sql.js").Database;
type Statement = import("sql.js").Statement;

const mark = Buffer.from("SQLite format 3\0", "latin1");

/** A table or view of a SQLite file. Dates are text or numbers there, so the plan says how they are written. */
export const sqlite: FileReader = {
  id: "sqlite",
  label: "SQLite database",
  extensions: [".sqlite", ".sqlite3", ".db"],
  recognises: (head, name) => head.subarray(0, 16).equals(mark) || /\.(sqlite|sqlite3)$/i.test(name),
  read,
};

/** The file is read into memory and only this copy is opened: nothing can be written beside the input. */
async function read(source: FileSource, format: TableFormat): Promise<FlatFile> {
  const { shown, path } = source;
  await requireSettled(path, shown, ["-wal", "-journal"]);
  const { bytes, sha256 } = await source.contents();
  if (!bytes.subarray(0, 16).equals(mark)) {
    throw new Failure("data", `${shown} is not a SQLite database, or it is encrypted`);
  }
  if (!isWhole(bytes)) throw new Failure("data", `${shown} was cut off; get it again`);
  const { default: initSqlJs } = await import("sql.js");
  const { Database } = await initSqlJs();
  const database = new Database(withoutLog(bytes));
  try {
    database.run("PRAGMA trusted_schema = OFF");
    const name = chooseTable(tablesOf(database), format.table, shown);
    return namedColumns(shown, sha256, columnsOf(database, name, shown));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure("data", `${shown} cannot be read as a SQLite database; it is damaged or was cut off`);
  } finally {
    database.close();
  }
}

/** Whether the file has all the pages its header counts, where that count is kept (file format, 1.3.7). */
function isWhole(bytes: Buffer): boolean {
  if (bytes.length < 100) return false;
  const pageBytes = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16);
  const counted = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
  return !counted || bytes.length >= bytes.readUInt32BE(28) * pageBytes;
}

/** A database that keeps a log beside it can only be opened with one; ours is in memory and the log is known empty. */
function withoutLog(bytes: Buffer): Buffer {
  if (bytes[18] !== 2 && bytes[19] !== 2) return bytes;
  const copy = Buffer.from(bytes);
  copy[18] = 1;
  copy[19] = 1;
  return copy;
}

function tablesOf(database: Database): readonly { readonly name: string; readonly view: boolean }[] {
  const found = database.exec(
    "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
  );
  return (found[0]?.values ?? []).map(([name, type]) => ({ name: String(name), view: type === "view" }));
}

function columnsOf(database: Database, name: string, shown: string): NamedColumns {
  const statement = database.prepare(`SELECT * FROM "${name.replaceAll('"', '""')}"${orderOf(database, name)}`);
  const header = statement.getColumnNames();
  const rows: string[][] = [];
  const binary = new Set<number>();
  while (statement.step()) {
    if (rows.length * header.length > mostTextCells) {
      throw new Failure("data", `${shown} holds more than can be read; split it`);
    }
    const values = exactRow(statement);
    rows.push(
      values.map((value, column) => {
        if (value instanceof Uint8Array) binary.add(column);
        return value === null || value instanceof Uint8Array ? "" : String(value);
      }),
    );
  }
  statement.free();
  const kept = header.map((_, column) => column).filter((column) => !binary.has(column));
  return {
    header: kept.map((column) => header[column]!),
    rows: binary.size === 0 ? rows : rows.map((row) => kept.map((column) => row[column]!)),
    realDates: false,
    assumptions: [],
    unreadable: new Map([...binary].map((column) => [header[column]!, "BLOB"])),
  };
}

/** Whole numbers as bigint: beyond 2^53 a number would lose digits. The option is missing from the library's types. */
function exactRow(statement: Statement): readonly unknown[] {
  const get = statement.get.bind(statement) as (bound: null, options: { readonly useBigInt: boolean }) => unknown[];
  return get(null, { useBigInt: true });
}

/** In the order rows were put in, where the table numbers them: an index could give another. */
function orderOf(database: Database, name: string): string {
  try {
    database.exec(`SELECT rowid FROM "${name.replaceAll('"', '""')}" LIMIT 0`);
    return " ORDER BY rowid";
  } catch {
    return "";
  }
}
