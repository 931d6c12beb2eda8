import { type Ingested, placeReceived } from "@likewise/ingest";
import { type Columns, type Issue, integerColumn, withColumns } from "@likewise/schema";

/** Tables as ingested, with the number of each row from 1 as `line`, by which later stages name a row. */
export function numberedTables({ tables }: Ingested): Readonly<Record<string, Columns>> {
  return Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [
      name,
      withColumns(table, { line: integerColumn(Int32Array.from({ length: table.numRows }, (_, row) => row + 1)) }),
    ]),
  );
}

/**
 * Issues that a later stage found in rows of `numberedTables`, at the file and row as received: rows that ingest rejected
 * lie between those of a table.
 */
export function issuesReceived(issues: readonly Issue[], { used }: Ingested): Issue[] {
  return issues.map((issue) => {
    const rows = used[issue.table];
    return rows === undefined || issue.row === null ? issue : { ...issue, ...placeReceived(rows, issue.row - 1) };
  });
}
