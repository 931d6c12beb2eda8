import type { IssueCodeName, IssueFacts } from "../issue-codes.ts";
import { headerOf } from "../mapping/mapped-column.ts";
import { type IssueLedger, noteIssue } from "../table/issue-ledger.ts";
import type { ReadColumn } from "../table/read-column.ts";
import { rowsUsing } from "../table/rows-using.ts";

/** How many rows used hold each text; missing codes are no spelling and count as none. */
export function usesOf({ rejected }: IssueLedger, column: ReadColumn): Int32Array {
  const uses = rowsUsing(rejected, column);
  for (let code = 0; code < uses.length; code++) if (column.readings[code]!.value === null) uses[code] = 0;
  return uses;
}

/** One issue for each row used that holds one of the texts. */
export function noteRows(
  ledger: IssueLedger,
  { mapped, codes, texts }: ReadColumn,
  code: IssueCodeName,
  facts: ReadonlyMap<number, IssueFacts>,
): void {
  const isNoted = new Uint8Array(texts.length);
  for (const noted of facts.keys()) isNoted[noted] = 1;
  for (const row of rowsMarked(codes, isNoted)) {
    if (ledger.rejected[row] === 0) noteIssue(ledger, code, row, headerOf(mapped), facts.get(codes[row]!)!);
  }
}

/**
 * Rows that hold a marked text, in order.
 *
 * @param marked 1 = by the number of a text
 */
export function rowsMarked(codes: Int32Array, marked: Uint8Array): number[] {
  const rows: number[] = [];
  if (!marked.includes(1)) return rows;
  for (let row = 0; row < codes.length; row++) if (codes[row] !== -1 && marked[codes[row]!] === 1) rows.push(row);
  return rows;
}
