import { duckdb } from "./containers/duckdb.ts";
import { jsonLines } from "./containers/json-lines.ts";
import { parquet } from "./containers/parquet.ts";
import { sqlite } from "./containers/sqlite.ts";
import { workbook } from "./containers/workbook.ts";
import { delimited } from "./delimited.ts";
import type { FileReader } from "./file-reader.ts";

/** Every kind of file that can be read; the first to recognise a file reads it, and delimited text takes the rest. */
export const fileReaders: readonly FileReader[] = [workbook, parquet, duckdb, sqlite, jsonLines, delimited];
