import { Failure, type TableSource } from "@likewise/schema";
import { decodeText } from "./decode-text.ts";
import { parseRecords } from "./parse-records.ts";
import { readBytes } from "./read-bytes.ts";

/** A delimited file, read and split, nothing converted. */
export interface FlatFile {
  /** As the user wrote it. */
  readonly shown: string;
  readonly sha256: string;
  readonly delimiter: string;
  readonly encodingAssumed: boolean;
  readonly header: readonly string[];
  /** The header record before it was split, to look for another delimiter in. */
  readonly headerText: string;
  /** Data rows as received, blank ones too. */
  readonly rows: readonly (readonly string[])[];
  /** Line of the file on which each row begins. */
  readonly lines: Int32Array;
  /** Rows with text after a closing quote. */
  readonly strayQuotes: ReadonlySet<number>;
}

/**
 * Reads and splits one delimited file.
 *
 * @param path   where it is
 * @param shown  as the user wrote it
 * @param format as the plan says; the delimiter is a comma, or a tab in a .tsv file, unless it says otherwise
 * @throws Failure when the file is missing, a folder, empty, not text, or has no header row
 */
export async function readDelimited(
  path: string,
  shown: string,
  format: TableSource["format"] = {},
): Promise<FlatFile> {
  const { bytes, sha256 } = await readBytes(path, shown);
  const { text, assumed } = decodeText(bytes, shown, format.encoding);
  if (text.trim() === "") throw new Failure("data", `${shown} is empty`);
  const delimiter = format.delimiter ?? (/\.(tsv|tab)$/i.test(shown) ? "\t" : ",");
  const { records, lines, strayQuotes } = parseRecords(text, delimiter, shown);
  const headerIndex = (format.headerRow ?? 1) - 1;
  const header = records[headerIndex];
  if (header === undefined) {
    throw new Failure("data", `${shown} has no row ${headerIndex + 1}, where the plan says the header is`);
  }
  return {
    shown,
    sha256,
    delimiter,
    encodingAssumed: assumed,
    header,
    headerText: header.join(delimiter),
    rows: records.slice(headerIndex + 1),
    lines: lines.subarray(headerIndex + 1),
    strayQuotes: new Set([...strayQuotes].map((record) => record - headerIndex - 1)),
  };
}
