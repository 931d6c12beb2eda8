import type { TableSource } from "@likewise/schema";
import type { FlatFile } from "./flat-file.ts";
import type { FileBytes } from "./read-bytes.ts";

/** How a table's files are written, as the plan says. */
export type TableFormat = NonNullable<TableSource["format"]>;

export type ReaderId = NonNullable<TableFormat["reader"]>;

/** A file to be read: what a reader may ask of it. */
export interface FileSource {
  readonly path: string;
  /** As the user wrote it, for messages. */
  readonly shown: string;
  /** As shown, without the .gz of a compressed file. */
  readonly name: string;
  /** The first bytes, decompressed; at most 4,096. */
  readonly head: Buffer;
  /** Whether the file is gzip; then only `contents` has its bytes as they are to be read. */
  readonly compressed: boolean;
  /** The whole file in memory, decompressed, with the hash of the file as it stands. */
  readonly contents: () => Promise<FileBytes>;
}

/** A kind of file: how it is known, and how one table of it is read. */
export interface FileReader {
  readonly id: ReaderId;
  /** For people, as "Excel workbook". */
  readonly label: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  /** Whether the first bytes (and, where they cannot say, the name) are of this kind. */
  readonly recognises: (head: Buffer, name: string) => boolean;
  /** @throws Failure when the file cannot be read at all */
  readonly read: (source: FileSource, format: TableFormat) => Promise<FlatFile>;
}
