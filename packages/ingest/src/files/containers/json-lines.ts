import { Failure } from "@likewise/schema";
import { decodeText } from "../decode-text.ts";
import type { FileReader, FileSource, TableFormat } from "../file-reader.ts";
import type { FlatFile } from "../flat-file.ts";
import { hasExtension } from "../has-extension.ts";
import { namedColumns } from "./named-columns.ts";
import { type JsonRecord, JsonTrouble, scanJson } from "./scan-json.ts";

const extensions = [".jsonl", ".ndjson", ".json"];

/** One JSON object a line, or an array of them. */
export const jsonLines: FileReader = {
  id: "json-lines",
  label: "JSON lines",
  extensions,
  recognises: (head, name) => hasExtension(name, extensions) && !head.includes(0),
  read,
};

/**
 * The columns are all names in the order in which they first occur; where a record lacks one, the cell is blank. A
 * column with an object or a list in any record is left out, as no cell can hold it.
 */
async function read(source: FileSource, format: TableFormat): Promise<FlatFile> {
  const { shown } = source;
  const { bytes, sha256 } = await source.contents();
  const { text, encoding } = decodeText(bytes, shown, format.encoding);
  // Anything else would be a guess: JSON is UTF-8 (RFC 8259, section 8.1).
  if (format.encoding === undefined && encoding === "windows-1252") {
    throw new Failure("data", `${shown} is not UTF-8, as JSON must be; name its encoding in format.encoding`);
  }
  const records = scanned(text, shown);
  const names = new Set<string>();
  const unreadable = new Map<string, string>();
  for (const { cells, nested } of records) {
    for (const name of cells.keys()) names.add(name);
    for (const [name, path] of nested) {
      if (!unreadable.has(name)) unreadable.set(name, `further values (${path})`);
    }
  }
  if (names.size === 0) throw new Failure("data", `${shown} is empty: it has no records`);
  const header = [...names].filter((name) => !unreadable.has(name));
  return namedColumns(shown, sha256, {
    header,
    rows: records.map(({ cells }) => header.map((name) => cells.get(name) ?? "")),
    lines: Int32Array.from(records, ({ line }) => line),
    realDates: false,
    assumptions: [],
    unreadable,
  });
}

function scanned(text: string, shown: string): readonly JsonRecord[] {
  try {
    return scanJson(text);
  } catch (error) {
    if (!(error instanceof JsonTrouble)) throw error;
    throw new Failure("data", `${shown}: line ${error.line} is not a JSON object with each name once`);
  }
}
