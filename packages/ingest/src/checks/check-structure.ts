import { isBulk } from "../bulk/is-bulk.ts";
import { type IssueLedger, noteIssue } from "../table/issue-ledger.ts";

/** Rows whose cells cannot be told apart: blank, too many or too few cells, or a stray quote. Nothing else is read of them. */
export function checkStructure(ledger: IssueLedger): void {
  const { rows } = ledger;
  for (const [index, file] of rows.files.entries()) {
    const headers = file.header.length;
    // Read in bulk, all other rows were split into as many cells as headers.
    for (const row of isBulk(file) ? file.coded.broken : file.rows.keys()) {
      const cells = file.rows[row]!;
      const at = rows.starts[index]! + row;
      const aside = file.setAside.get(row);
      if (aside === undefined && cells.length === headers && !isBlank(cells) && !file.strayQuotes.has(row)) continue;
      if (isBlank(cells)) noteIssue(ledger, "blank_row", at);
      else if (aside !== undefined) noteIssue(ledger, aside, at);
      else if (file.strayQuotes.has(row)) noteIssue(ledger, "quote_stray", at);
      else if (cells.length < headers) noteIssue(ledger, "too_few_cells", at, null, { headers });
      else if (!isBlank(cells.slice(headers))) noteIssue(ledger, "too_many_cells", at, null, { headers });
    }
  }
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return false;
  return true;
}
