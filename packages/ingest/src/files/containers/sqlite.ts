import { openSqliteTables, type SqliteConnection } from "@likewise/engine";
import { Failure } from "@likewise/schema";
import type { FileReader, FileSource, TableFormat } from "../file-reader.ts";
import type { FlatFile } from "../flat-file.ts";
import { hasExtension } from "../has-extension.ts";
import { chooseTable } from "./choose-table.ts";
import { namedColumns } from "./named-columns.ts";
import { requireSettled } from "./require-settled.ts";
import { columnsOfTexts } from "./table-texts.ts";

const mark = Buffer.from("SQLite format 3\0", "latin1");

const extensions = [".sqlite", ".sqlite3", ".db"];

/** A table or view of a SQLite file. Dates are text or numbers there, so the plan says how they are written. */
export const sqlite: FileReader = {
  id: "sqlite",
  label: "SQLite database",
  extensions,
  recognises: (head, name) => head.subarray(0, 16).equals(mark) || hasExtension(name, extensions),
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
    // The library's types leave out that whole numbers can be had as bigint.
    const { tables, read: readTable } = openSqliteTables(database as unknown as SqliteConnection);
    const texts = await readTable(chooseTable(tables, format.table, shown));
    return namedColumns(shown, sha256, columnsOfTexts(texts));
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (error instanceof RangeError) throw new Failure("data", `${shown} holds more than can be read; split it`);
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
