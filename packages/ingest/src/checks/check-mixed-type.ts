import { headerOf } from "../mapping/mapped-column.ts";
import { type IssueLedger, noteFileIssue } from "../table/issue-ledger.ts";
import { numberShare, type ReadColumn } from "../table/read-column.ts";

/** Nine in ten are numbers, and the type was left to be read off: the tenth may be a misprint. */
export function checkMixedType(ledger: IssueLedger, column: ReadColumn): void {
  if (column.mapped.reader !== null || column.reader === "number") return;
  const { numbers, others } = numberShare(column.mapped, column);
  if (numbers >= 0.9 * (numbers + others) && others > 0) {
    noteFileIssue(ledger, "type_mixed", null, headerOf(column.mapped), { numbers, others });
  }
}
