// The database: opened once a run, in memory

// Columns in and out
export {
  type CodedTexts,
  type DelimitedFile,
  type DelimitedProblem,
  type EncodedDelimited,
  encodeDelimited,
} from "./encode-delimited.ts";
// Files
export { hasCode } from "./file-failures.ts";
export { loadColumns } from "./load-columns.ts";
// Tables of other people's files, as text
export { type DatabaseFile, openDatabaseFile } from "./open-database-file.ts";
export { closeEngine, type Engine, type EngineOptions, openEngine } from "./open-engine.ts";
export { openSqliteTables, type SqliteConnection } from "./open-sqlite-tables.ts";
// Windows around anchor days
export { overlapDays } from "./overlap-days.ts";
export { mostTextCells, type TableTexts, timeZone } from "./query-texts.ts";
export { quoteIdentifier } from "./quote-identifier.ts";
export { readColumns } from "./read-columns.ts";
export { readParquet } from "./read-parquet.ts";
export { readParquetTexts } from "./read-parquet-texts.ts";
export { sha256Bytes, sha256File, sha256Text } from "./sha256.ts";
export type { DistinctTexts } from "./text-dictionary.ts";
export { type WindowRequest, windowAggregates } from "./window-aggregates.ts";
export { type NamedWindow, windowEdgeDays } from "./window-edge-days.ts";
export { type AtomicOptions, recoverInterruptedWrite, writeAtomically } from "./write-atomically.ts";
export { writeParquet } from "./write-parquet.ts";
