import { equalRows } from "../bulk/equal-rows.ts";
import { isBulk } from "../bulk/is-bulk.ts";
import { type IssueLedger, noteIssue } from "../table/issue-ledger.ts";

/**
 * Rows equal in every cell of the file to an earlier one, in a table without a key. They may be different people or
 * events, so they are kept, and counted: all cells are compared, since people alike in the few columns mapped are common.
 */
export function checkEqualRows(ledger: IssueLedger): void {
  const [file] = ledger.rows.files;
  if (file !== undefined && isBulk(file)) {
    for (const row of equalRows(file.coded.columns, ledger.rejected)) noteIssue(ledger, "equal_rows", row);
    return;
  }
  const seen = new Set<string>();
  for (let row = 0; row < ledger.rejected.length; row++) {
    if (ledger.rejected[row] === 1) continue;
    const before = seen.size;
    if (seen.add(ledger.rows.cells[row]!.join("\u001f")).size === before) noteIssue(ledger, "equal_rows", row);
  }
}
