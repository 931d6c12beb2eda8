import type { FlatFile } from "../files/flat-file.ts";
import type { BulkFile } from "./read-in-bulk.ts";

/** Whether a file was read in bulk: it has its columns as texts and codes, and only some of its rows. */
export function isBulk(file: FlatFile): file is BulkFile {
  return "coded" in file;
}
