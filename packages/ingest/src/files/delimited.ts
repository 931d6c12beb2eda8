import { Failure } from "@likewise/schema";
import { applyLayout } from "../layout/apply-layout.ts";
import type { Assumption } from "./assumption.ts";
import { decodeText } from "./decode-text.ts";
import { detectDelimiter } from "./detect-delimiter.ts";
import type { FileReader, FileSource, TableFormat } from "./file-reader.ts";
import type { FlatFile } from "./flat-file.ts";
import { hasExtension } from "./has-extension.ts";
import { type Dialect, type ParsedRecords, parseRecords } from "./parse-records.ts";

const extensions = [".csv", ".tsv", ".tab", ".txt", ".psv"];

/** Delimited text: CSV, TSV and their kin. */
export const delimited: FileReader = {
  id: "delimited",
  label: "delimited text (CSV, TSV)",
  extensions,
  recognises: (_, name) => hasExtension(name, extensions),
  read,
};

/** All records of a delimited file, before any of them is known to be a header. */
export interface DelimitedRecords extends ParsedRecords {
  readonly sha256: string;
  /** Of the file as it stands. */
  readonly bytes: number;
  readonly encoding: NonNullable<TableFormat["encoding"]>;
  readonly delimiter: string;
  readonly assumptions: readonly Assumption[];
}

/** @throws Failure `data` when the file is not text, is empty, or its quotes cannot be paired */
export async function readRecords(source: FileSource, format: TableFormat): Promise<DelimitedRecords> {
  const { shown, name } = source;
  const { bytes, sha256, size } = await source.contents();
  const { text, encoding, evidence } = decodeText(bytes, shown, format.encoding);
  if (text.trim() === "") throw new Failure("data", `${shown} is empty`);
  const dialect = dialectOf(text, format, name);
  requireDialect(dialect, shown);
  const { delimiter } = dialect;
  const assumptions: Assumption[] = [];
  if (evidence !== null) {
    assumptions.push({ what: "encoding", value: encoding, evidence, fix: `format.encoding: ${encoding}` });
  }
  if (dialect.evidence !== null) {
    assumptions.push({
      what: "delimiter",
      value: delimiter,
      evidence: dialect.evidence,
      fix: `format.delimiter: ${JSON.stringify(delimiter)}`,
    });
  }
  return { ...parseRecords(text, dialect, shown), sha256, bytes: size, encoding, delimiter, assumptions };
}

async function read(source: FileSource, format: TableFormat): Promise<FlatFile> {
  const records = await readRecords(source, format);
  const { sha256, delimiter } = records;
  const layout = applyLayout(records, format, source.shown);
  return {
    shown: source.shown,
    sha256,
    delimiter,
    headerText: layout.headerRecords.map((record) => record.join(delimiter)).join("\n"),
    ...layout,
    assumptions: [...records.assumptions, ...layout.assumptions],
    realDates: false,
  };
}

function dialectOf(text: string, format: TableFormat, name: string): Dialect & { evidence: string | null } {
  const quote = format.quote === "" ? null : (format.quote ?? '"');
  if (format.delimiter !== undefined) return { delimiter: format.delimiter, quote, evidence: null };
  return { ...detectDelimiter(text, quote, name), quote };
}

function requireDialect({ delimiter, quote }: Dialect, shown: string): void {
  const named = `${shown}: format`;
  if (/[\r\n]/.test(delimiter)) throw new Failure("usage", `${named}.delimiter must not hold a line break`);
  if (quote === null) return;
  if (quote.length !== 1 || /[\r\n]/.test(quote)) throw new Failure("usage", `${named}.quote must be one character`);
  if (delimiter.includes(quote)) throw new Failure("usage", `${named}.delimiter and quote must differ`);
}
