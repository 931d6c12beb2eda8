import { type Dialect, parseRecords } from "../files/parse-records.ts";
import type { EncodedFile } from "./encode-file.ts";
import { readRows } from "./read-rows.ts";

/** The rows of a file of one record a line, of which only those asked for are read. */
export interface RowStore {
  /** Cells as received; nothing stands where a row has not been asked for. */
  readonly rows: (readonly string[])[];
  /** Reads some rows, in rising order. */
  readonly fetch: (wanted: readonly number[]) => Promise<void>;
}

/** @param shown the file as the user wrote it */
export function rowStore(path: string, shown: string, encoded: EncodedFile, dialect: Dialect): RowStore {
  const rows = sparseRows(encoded.numRows);
  const fetch = async (wanted: readonly number[]): Promise<void> => {
    const unread = wanted.filter((row) => rows[row] === undefined);
    if (unread.length === 0) return;
    const lines = await readRows(path, encoded, unread);
    const { records } = parseRecords(`${lines.join("\n")}\n`, dialect, shown);
    for (const [index, row] of unread.entries()) rows[row] = records[index]!;
  };
  return { rows, fetch };
}

/** Room for rows that takes none until they are there: an array that begins far out is kept as a table of what it holds. */
function sparseRows(length: number): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  rows[2 ** 32 - 2] = [];
  rows.length = length;
  return rows;
}
