import { locateColumns } from "../files/locate-columns.ts";
import { headerOf, type MappedColumn } from "../mapping/mapped-column.ts";
import { type IssueLedger, noteFileIssue } from "./issue-ledger.ts";

/** Position of every mapped column in every file; null for a column that is not from the files. */
export function locatePositions(ledger: IssueLedger, mapped: readonly MappedColumn[]): (number[] | null)[] {
  const headers = mapped.map(headerOf);
  const wanted = headers.filter((header) => header !== null);
  const positions = headers.map((header): number[] | null => (header === null ? null : []));
  for (const [index, file] of ledger.rows.files.entries()) {
    const ofFile = ledger.rows.files.map(({ rows }, at) => (at === index ? rows.length : 0));
    if (file.assumptions.some(({ what, value }) => what === "encoding" && value === "windows-1252"))
      noteFileIssue(ledger, "encoding_assumed", file.shown, null, {}, ofFile);
    const located = locateColumns(file, wanted);
    for (const header of located.spaced) noteFileIssue(ledger, "header_whitespace", file.shown, header, {}, ofFile);
    let next = 0;
    for (const column of positions) column?.push(located.positions[next++]!);
  }
  return positions;
}
