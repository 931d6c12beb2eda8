import { Failure } from "@likewise/schema";
import { delimited } from "./delimited.ts";
import type { FileReader, FileSource, TableFormat } from "./file-reader.ts";
import type { FlatFile } from "./flat-file.ts";
import { openSource } from "./open-source.ts";
import { fileReaders } from "./readers.ts";

/**
 * Reads one table of a file, by the reader the plan names or the one that recognises the file.
 *
 * @param path   where it is
 * @param shown  as the user wrote it, for messages
 * @param format as the plan says; what it leaves out is read off the file and listed in `assumptions`
 * @throws Failure when the file is missing, a folder, empty, or cannot be read as what it is
 */
export async function readFile(path: string, shown: string, format: TableFormat = {}): Promise<FlatFile> {
  const source = await openSource(path, shown);
  return readerOf(source, format).read(source, format);
}

function readerOf({ shown, head, name }: FileSource, format: TableFormat): FileReader {
  if (format.reader === undefined) return fileReaders.find((reader) => reader.recognises(head, name)) ?? delimited;
  const declared = fileReaders.find(({ id }) => id === format.reader);
  if (declared === undefined) throw new Failure("usage", `${shown}: there is no reader ${format.reader}`);
  return declared;
}
