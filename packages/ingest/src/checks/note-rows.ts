import type { IssueCodeName, IssueFacts } from "../issue-codes.ts";
import { headerOf } from "../mapping/mapped-column.ts";
import { type IssueLedger, noteIssue } from "../table/issue-ledger.ts";
import type { ReadColumn } from "../table/read-column.ts";

/** How many rows used hold each text; missing codes are no spelling and count as none. */
export function usesOf({ rejected }: IssueLedger, { codes, readings }: ReadColumn): Int32Array {
  const uses = new Int32Array(readings.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code !== -1 && rejected[row] === 0) uses[code]!++;
  }
  for (let code = 0; code < uses.length; code++) if (readings[code]!.value === null) uses[code] = 0;
  return uses;
}

/** One issue for each row used that holds one of the texts. */
export function noteRows(
  ledger: IssueLedger,
  { mapped, codes }: ReadColumn,
  code: IssueCodeName,
  facts: ReadonlyMap<number, IssueFacts>,
): void {
  if (facts.size === 0) return;
  for (let row = 0; row < codes.length; row++) {
    const found = ledger.rejected[row] === 0 ? facts.get(codes[row]!) : undefined;
    if (found !== undefined) noteIssue(ledger, code, row, headerOf(mapped), found);
  }
}
