import type { Figure, ReasonCount, Results } from "@likewise/schema";
import type { CountId, Reader } from "./readings.ts";

/** Stages whose reasons speak of how a row is written, not of the person it is about. */
const aboutFiles: readonly string[] = ["ingest"];

/**
 * The account of rows. What a file contained is shown to the last row, or nobody could check it; from then on a reason
 * says something about people, and small counts by reason go. Rows in are known to whoever sent the file; rows used and
 * rejected are withheld only to protect the reasons, and a single reason is the rejected total itself.
 */
export function readAccounts({ accounts }: Results, read: Reader): void {
  for (const [index, account] of accounts.entries()) {
    if (aboutFiles.includes(account.stage)) continue;
    const at = (part: string) => `accounts/${index}/${part}`;
    const rowsIn = read.count(at("rowsIn"), account.rowsIn, { sensitive: false, known: true });
    const used = read.count(at("rowsUsed"), account.rowsUsed, { sensitive: false, need: 2 });
    const rejected = read.count(at("rowsRejected"), account.rowsRejected, { sensitive: false, need: 2 });
    read.sum(rowsIn, [used, rejected]);
    readBreakdown(read, rejected, account.reasons, (reason) => at(`reasons/${reason}/rows`));
    for (const [note, { rows }] of account.notes.entries()) read.count(at(`notes/${note}/rows`), rows, { need: 0 });
  }
}

/** Counts by reason that make up a total; with one reason only, its count is the total. */
export function readBreakdown(
  read: Reader,
  total: CountId,
  reasons: readonly Pick<ReasonCount, "rows">[],
  key: (index: number) => string,
): CountId[] {
  const several = reasons.filter(({ rows }) => rows !== 0).length > 1;
  const parts = reasons.map(({ rows }: { rows: Figure }, index) =>
    read.count(key(index), rows, { sensitive: several, need: 0 }),
  );
  read.sum(total, parts);
  return parts;
}
