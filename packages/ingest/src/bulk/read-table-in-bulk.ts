import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Failure, type RecordSchema, type TableSource } from "@likewise/schema";
import { locateColumns } from "../files/locate-columns.ts";
import { largestBytes } from "../files/read-bytes.ts";
import { headerOf, type MappedColumn } from "../mapping/mapped-column.ts";
import type { IssueLedger } from "../table/issue-ledger.ts";
import { isBulk } from "./is-bulk.ts";
import { type BulkFile, type BulkOptions, readInBulk } from "./read-in-bulk.ts";

/**
 * Reads the one file of a table in bulk, where it is large enough and simple enough; null where it is to be read row by
 * row, which gives the same.
 *
 * @throws Failure `data` when it is too large to be read row by row and not simple enough for anything else
 */
export async function readTableInBulk(
  folder: string,
  schema: RecordSchema,
  source: TableSource,
  mapped: readonly MappedColumn[],
  options: BulkOptions,
): Promise<BulkFile | null> {
  const [shown] = source.files;
  if (source.files.length !== 1 || shown === undefined) return null;
  const path = resolve(folder, shown);
  const { size } = await stat(path);
  if (size < options.bulkFrom) return null;
  const wanted = mapped.map(headerOf).filter((header) => header !== null);
  const reading = await readInBulk(
    path,
    shown,
    source.format ?? {},
    (file) => {
      const { positions } = locateColumns(file, wanted);
      return isKeyed(schema, source, mapped) ? [...new Set(positions)] : [...file.header.keys()];
    },
    options,
  );
  if (reading.file !== null) return reading.file;
  if (size <= largestBytes) return null;
  throw new Failure(
    "data",
    `${shown} is larger than 400 MB, and only a file with one record a line under one header is read at that size: ${reading.obstacle}; mend that, or split the file (a table may list several)`,
  );
}

/** Fetches the cells of rejected rows, which are kept as received. */
export async function fetchRejected({ rows, rejected }: IssueLedger): Promise<void> {
  for (const file of rows.files) {
    if (!isBulk(file)) continue;
    const wanted: number[] = [];
    for (let row = rejected.indexOf(1); row !== -1; row = rejected.indexOf(1, row + 1)) wanted.push(row);
    await file.coded.fetch(wanted);
  }
}

/** Where a table has no key, rows are compared in all their cells. */
function isKeyed(schema: RecordSchema, source: TableSource, mapped: readonly MappedColumn[]): boolean {
  const parts = (source.key ?? schema.key).map((name) => mapped.find((column) => column.name === name));
  return parts.every((part) => part !== undefined) && parts.some((part) => part?.source.kind === "column");
}
