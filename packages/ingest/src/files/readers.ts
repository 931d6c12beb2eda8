import { delimited } from "./delimited.ts";
import type { FileReader } from "./file-reader.ts";

/** Every kind of file that can be read; the first to recognise a file reads it, and delimited text takes the rest. */
export const fileReaders: readonly FileReader[] = [delimited];
