import { isBlankRecord } from "../layout/cell-kinds.ts";
import { detectLayout } from "../layout/detect-layout.ts";
import { fillDownCandidates } from "../layout/fill-down-candidates.ts";
import { headerNames } from "../layout/header-names.ts";
import type { Assumption } from "./assumption.ts";
import { readRecords } from "./delimited.ts";
import type { TableFormat } from "./file-reader.ts";
import type { SetAsideReason } from "./flat-file.ts";
import { openSource } from "./open-source.ts";

/** How a delimited file is written and laid out. Counts and headers only: no cell of a row of data. */
export interface FileDescription {
  /** As the user wrote it. */
  readonly file: string;
  /** Size of the file as it stands. */
  readonly bytes: number;
  readonly encoding: NonNullable<TableFormat["encoding"]>;
  readonly delimiter: string;
  readonly records: number;
  /** Lines as an editor counts them: a record with a line break in a cell has several. */
  readonly lines: number;
  /** Position of the first record of the header, 0 for the first. */
  readonly headerIndex: number;
  /** The header as it stands: one record, or several where it is stacked. */
  readonly headerRecords: readonly (readonly string[])[];
  /** One name for each column. */
  readonly header: readonly string[];
  readonly columns: number;
  readonly recordsAfterHeader: number;
  readonly blankAfterHeader: number;
  /** Different numbers of cells that records have, the smallest first. */
  readonly recordWidths: readonly number[];
  /** Records below the header that are not data, by reason. */
  readonly setAside: Readonly<Partial<Record<SetAsideReason, number>>>;
  /** Columns whose blanks may repeat the cell above; never assumed, for a plan to declare. */
  readonly fillDownCandidates: readonly string[];
  readonly assumptions: readonly Assumption[];
}

/**
 * Describes a delimited file: encoding, delimiter, where its header is, what stands above and below its data, and what
 * speaks for each.
 *
 * @param file   its path, as the user wrote it
 * @param format what is known of it; the rest is read off the file
 * @throws Failure when the file is missing, a folder, empty, or not text
 * @example
 * await writeFile(`${folder}/extract.csv`, "Report on people\n\nid;age\n1;31\n2;44\n");
 * const { headerIndex, header, delimiter } = await describeFile({ file: `${folder}/extract.csv` });
 * headerIndex; // 2
 * header; // ["id", "age"]
 * delimiter; // ";"
 */
export async function describeFile({
  file,
  format = {},
}: {
  readonly file: string;
  readonly format?: TableFormat | undefined;
}): Promise<FileDescription> {
  const source = await openSource(file, file);
  const { records, lineCount, bytes, encoding, delimiter, assumptions } = await readRecords(source, format);
  const layout = detectLayout(records, format);
  const start = layout.headerIndex + layout.headerCount;
  const headerRecords = records.slice(layout.headerIndex, start);
  const header = headerNames(headerRecords);
  const rows = records.slice(start);
  const setAside: Partial<Record<SetAsideReason, number>> = {};
  for (const reason of layout.setAside.values()) setAside[reason] = (setAside[reason] ?? 0) + 1;
  return {
    file,
    bytes,
    encoding,
    delimiter,
    records: records.length,
    lines: lineCount,
    headerIndex: layout.headerIndex,
    headerRecords,
    header,
    columns: header.length,
    recordsAfterHeader: rows.length,
    blankAfterHeader: rows.filter(isBlankRecord).length,
    recordWidths: [...new Set(records.map((record) => record.length))].sort((a, b) => a - b),
    setAside,
    fillDownCandidates: fillDownCandidates(
      rows.filter((_, row) => !layout.setAside.has(row)),
      header,
    ),
    assumptions: [...assumptions, ...layout.assumptions],
  };
}
