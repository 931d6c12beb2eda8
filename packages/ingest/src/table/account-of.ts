import type { Account, ReasonCount } from "@likewise/schema";
import { issueRank } from "../issue-codes.ts";
import { type IssueLedger, notedRows, reasonsByRow } from "./issue-ledger.ts";
import { originOf } from "./table-rows.ts";

/** Rejected rows of one file, exactly as received. For `private/` only: they hold every cell of the row. */
export interface RejectedTable {
  readonly table: string;
  /** As the plan names it. */
  readonly file: string;
  readonly header: readonly string[];
  /** About victim-survivors or children, and kept apart from the other rows. */
  readonly apart: boolean;
  readonly rows: readonly {
    /** Line of the file on which the row begins, 1 for the first. */
    readonly line: number;
    readonly cells: readonly string[];
    /** Codes, the first reason first. */
    readonly reasons: readonly string[];
  }[];
}

/** For each file of a table, rows in = rows used + rows rejected, each rejected row counted by its first reason. */
export function accountsOf(ledger: IssueLedger): Account[] {
  const { files } = ledger.rows;
  const reasons = files.map(() => new Map<string, number>());
  for (const [row, codes] of reasonsByRow(ledger)) count(reasons[originOf(ledger.rows, row).file]!, codes[0]!);
  const notes = files.map(() => new Map<string, number>());
  for (const [code, rows] of notedRows(ledger)) {
    for (const row of rows) count(notes[originOf(ledger.rows, row).file]!, code);
  }
  // Two headers with spaces are one fact about a file's rows.
  for (const { code, file, rows } of ledger.concerned) {
    notes[file]!.set(code, Math.max(rows, notes[file]!.get(code) ?? 0));
  }
  return files.map((file, index) => {
    const rowsRejected = [...reasons[index]!.values()].reduce((sum, rows) => sum + rows, 0);
    return {
      stage: "ingest",
      table: ledger.table,
      file: file.shown,
      rowsIn: file.rows.length,
      rowsUsed: file.rows.length - rowsRejected,
      rowsRejected,
      reasons: inOrder(reasons[index]!),
      notes: inOrder(notes[index]!),
    };
  });
}

/**
 * Rejected rows by file, and within a file those kept apart by themselves; files without one are left out.
 *
 * @param isApart whether a row is about victim-survivors or children
 */
export function rejectedTables(ledger: IssueLedger, isApart: (row: number) => boolean = () => false): RejectedTable[] {
  const { files } = ledger.rows;
  const rowsOf = files.map((): [RejectedTable["rows"][number][], RejectedTable["rows"][number][]] => [[], []]);
  for (const [row, reasons] of reasonsByRow(ledger)) {
    const { file, line } = originOf(ledger.rows, row);
    rowsOf[file]![isApart(row) ? 1 : 0].push({ line, cells: asReceived(ledger, row), reasons });
  }
  return files.flatMap(({ shown, header }, index) =>
    rowsOf[index]!.flatMap((rows, apart) =>
      rows.length === 0 ? [] : [{ table: ledger.table, file: shown, header, apart: apart === 1, rows }],
    ),
  );
}

function asReceived({ rows }: IssueLedger, row: number): readonly string[] {
  const { file, row: number } = originOf(rows, row);
  return rows.files[file]!.received.get(number - 1) ?? rows.cells[row]!;
}

function count(counts: Map<string, number>, code: string): void {
  counts.set(code, (counts.get(code) ?? 0) + 1);
}

function inOrder(counts: ReadonlyMap<string, number>): ReasonCount[] {
  return [...counts].sort(([a], [b]) => issueRank.get(a)! - issueRank.get(b)!).map(([code, rows]) => ({ code, rows }));
}
