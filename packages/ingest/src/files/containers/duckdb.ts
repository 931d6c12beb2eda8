import { openDatabaseFile } from "@likewise/engine";
import type { FileReader } from "../file-reader.ts";
import { hasExtension } from "../has-extension.ts";
import { chooseTable } from "./choose-table.ts";
import { namedColumns } from "./named-columns.ts";
import { readInPlace } from "./read-in-place.ts";
import { requireSettled } from "./require-settled.ts";
import { columnsOfTexts } from "./table-texts.ts";

const extensions = [".duckdb", ".ddb"];

/** A table or view of a DuckDB file, which is opened to read only. */
export const duckdb: FileReader = {
  id: "duckdb",
  label: "DuckDB database",
  extensions,
  recognises: (head, name) => head.subarray(8, 12).toString("latin1") === "DUCK" || hasExtension(name, extensions),
  read: async (source, format) => {
    const { path, shown } = source;
    await requireSettled(path, shown, [".wal"]);
    const { sha256, table } = await readInPlace(source, broken, async (engine) => {
      const database = await openDatabaseFile(engine, path);
      return database.read(chooseTable(database.tables, format.table, shown));
    });
    return namedColumns(shown, sha256, columnsOfTexts(table));
  },
};

function broken(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  if (/(set|conflicting) lock/i.test(message)) return "is in use by another program; close it there";
  if (/version/i.test(message)) return "was written by another version of DuckDB; save the table as Parquet";
  return "cannot be read as a DuckDB database; it is damaged, encrypted, or a view in it needs another file";
}
