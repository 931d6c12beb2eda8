import { headerOf } from "../mapping/mapped-column.ts";
import { type IssueLedger, noteFileIssue } from "../table/issue-ledger.ts";
import { kindsOfTexts, type ReadColumn } from "../table/read-column.ts";

/** Nine in ten are numbers, and the type was left to be read off: the tenth may be a misprint. */
export function checkMixedType(ledger: IssueLedger, { mapped, reader, codes, texts }: ReadColumn): void {
  if (mapped.reader !== null || reader === "number") return;
  const kinds = kindsOfTexts(mapped, texts);
  const { files, starts } = ledger.rows;
  const others = files.map(() => 0);
  let numbers = 0;
  for (const [file, start] of starts.entries()) {
    const end = start + files[file]!.rows.length;
    for (let row = start; row < end; row++) {
      const kind = codes[row] === -1 ? "missing" : kinds[codes[row]!];
      if (kind === "number") numbers++;
      else if (kind === "other") others[file]!++;
    }
  }
  const other = others.reduce((sum, rows) => sum + rows, 0);
  if (numbers >= 0.9 * (numbers + other) && other > 0) {
    noteFileIssue(ledger, "type_mixed", null, headerOf(mapped), { numbers, others: other }, others);
  }
}
