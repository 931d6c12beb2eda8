import { Failure } from "@likewise/schema";
import { applyLayout } from "../layout/apply-layout.ts";
import type { Assumption } from "./assumption.ts";
import { decodeText } from "./decode-text.ts";
import type { FileReader, FileSource, TableFormat } from "./file-reader.ts";
import type { FlatFile } from "./flat-file.ts";
import { parseRecords } from "./parse-records.ts";

/** Delimited text: CSV, TSV and their kin. */
export const delimited: FileReader = {
  id: "delimited",
  label: "delimited text (CSV, TSV)",
  extensions: [".csv", ".tsv", ".tab", ".txt", ".psv"],
  recognises: (_, name) => /\.(csv|tsv|tab|txt|psv)$/i.test(name),
  read,
};

async function read(source: FileSource, format: TableFormat): Promise<FlatFile> {
  const { shown, name } = source;
  const { bytes, sha256 } = await source.contents();
  const { text, assumed } = decodeText(bytes, shown, format.encoding);
  if (text.trim() === "") throw new Failure("data", `${shown} is empty`);
  const delimiter = format.delimiter ?? (/\.(tsv|tab)$/i.test(name) ? "\t" : ",");
  const layout = applyLayout(parseRecords(text, delimiter, shown), format, shown);
  const encoding: Assumption[] = assumed
    ? [
        {
          what: "encoding",
          value: "windows-1252",
          evidence: "the bytes are not UTF-8",
          fix: "format.encoding: windows-1252",
        },
      ]
    : [];
  return {
    shown,
    sha256,
    delimiter,
    headerText: layout.headerRecords.map((record) => record.join(delimiter)).join("\n"),
    ...layout,
    assumptions: [...encoding, ...layout.assumptions],
    realDates: false,
  };
}
