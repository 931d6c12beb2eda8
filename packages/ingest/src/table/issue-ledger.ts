import type { Issue } from "@likewise/schema";
import { type IssueCodeName, type IssueFacts, issueCode, issueOf, issueRank } from "../issue-codes.ts";
import { originOf, type TableRows } from "./table-rows.ts";

/** One problem of one row, before it is written out. */
interface Entry {
  readonly code: IssueCodeName;
  readonly row: number;
  /** Header in the file; null when the whole row is meant, or the column is not from the file. */
  readonly column: string | null;
  readonly facts: IssueFacts;
}

/** The problems found in one table so far, and which rows they reject. */
export interface IssueLedger {
  readonly table: string;
  readonly rows: TableRows;
  /** 1 = rejected. */
  readonly rejected: Uint8Array;
  readonly entries: Entry[];
  /** Issues about a whole file or column. */
  readonly general: Issue[];
  /** Rows such an issue concerns, by file: its place in the plan's list. */
  readonly concerned: { readonly code: IssueCodeName; readonly file: number; readonly rows: number }[];
}

export function issueLedger(table: string, rows: TableRows): IssueLedger {
  return { table, rows, rejected: new Uint8Array(rows.cells.length), entries: [], general: [], concerned: [] };
}

/** Notes a problem of a row, and rejects the row when the registry says so. */
export function noteIssue(
  ledger: IssueLedger,
  code: IssueCodeName,
  row: number,
  column: string | null = null,
  facts: IssueFacts = {},
): void {
  ledger.entries.push({ code, row, column, facts });
  if (issueCode(code).severity === "rejected") ledger.rejected[row] = 1;
}

/**
 * Notes a problem of a whole file or column.
 *
 * @param rows how many rows of each file it concerns, in the order of the plan's list
 */
export function noteFileIssue(
  ledger: IssueLedger,
  code: IssueCodeName,
  file: string | null,
  column: string | null,
  facts: IssueFacts,
  rows: readonly number[],
): void {
  ledger.general.push(issueOf(code, { table: ledger.table, file, row: null, column }, facts));
  for (const [index, count] of rows.entries()) {
    if (count > 0) ledger.concerned.push({ code, file: index, rows: count });
  }
}

/** Every issue of the table: those about files first, then by row; of one row, in the order of the registry. */
export function issuesOf(ledger: IssueLedger): Issue[] {
  const { files } = ledger.rows;
  const ordered = entriesInOrder(ledger).map(({ code, row, column, facts }) => {
    const origin = originOf(ledger.rows, row);
    return issueOf(code, { table: ledger.table, file: files[origin.file]!.shown, row: origin.row, column }, facts);
  });
  return [...ledger.general, ...ordered];
}

/** For each rejected row the codes that reject it, the first reason first, each once. */
export function reasonsByRow(ledger: IssueLedger): ReadonlyMap<number, readonly string[]> {
  const reasons = new Map<number, string[]>();
  for (const { code, row } of entriesInOrder(ledger)) {
    if (issueCode(code).severity !== "rejected") continue;
    const codes = reasons.get(row);
    if (codes === undefined) reasons.set(row, [code]);
    else if (!codes.includes(code)) codes.push(code);
  }
  return reasons;
}

/** Rows with a reported issue, by code, among the rows used. */
export function notedRows(ledger: IssueLedger): ReadonlyMap<string, ReadonlySet<number>> {
  const rows = new Map<string, Set<number>>();
  for (const { code, row } of ledger.entries) {
    if (issueCode(code).severity !== "reported") continue;
    const noted = rows.get(code) ?? new Set();
    rows.set(code, noted.add(row));
  }
  return rows;
}

/** Sorting is stable: two issues of one row and code stay in the order of the columns. */
function entriesInOrder({ entries }: IssueLedger): readonly Entry[] {
  return [...entries].sort((a, b) => a.row - b.row || issueRank.get(a.code)! - issueRank.get(b.code)!);
}
