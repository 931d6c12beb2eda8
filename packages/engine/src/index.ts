// The database: opened once a run, in memory

export { closeEngine, type Engine, type EngineOptions, openEngine } from "./open-engine.ts";
export { quoteIdentifier } from "./quote-identifier.ts";

// Columns in and out

export { loadColumns } from "./load-columns.ts";
export { readColumns } from "./read-columns.ts";
export { readParquet } from "./read-parquet.ts";
export { writeParquet } from "./write-parquet.ts";

// Files of other people, as text

export { type DatabaseFile, openDatabaseFile } from "./open-database-file.ts";
export { openSqliteTables, type SqliteConnection } from "./open-sqlite-tables.ts";
export { type TableTexts, timeZone } from "./query-texts.ts";
export { readParquetTexts } from "./read-parquet-texts.ts";

// Tables that stay in the database: files read where they lie

export { type CountedRows, countRows } from "./count-rows.ts";
export type { RowColumn, RowLookup, RowsOfUnits } from "./rows-of-units.ts";
export { storeIds } from "./stored-ids.ts";
export { dropStored, type StoredTable, type StoredType, storeColumns, storeParquet } from "./stored-table.ts";

// Windows around anchor days

export { overlapDays } from "./overlap-days.ts";
export { type WindowRequest, windowAggregates } from "./window-aggregates.ts";
export { type NamedWindow, windowEdgeDays } from "./window-edge-days.ts";

// Files: hashes, errors, a lock, a folder replaced as a whole

export { hasCode } from "./file-failures.ts";
export { sha256Bytes, sha256File, sha256Text } from "./sha256.ts";
export { whileLocked } from "./while-locked.ts";
export { type AtomicOptions, recoverInterruptedWrite, writeAtomically } from "./write-atomically.ts";
