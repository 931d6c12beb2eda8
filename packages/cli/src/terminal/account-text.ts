import { type Account, exact, formatIssue, type Issue } from "@likewise/schema";

const shownIssues = 20;

/** The account of rows as lines for a terminal: each table, its reasons, then the first issues with their places. */
export function accountText(accounts: readonly Account[], issues: readonly Issue[]): string {
  const lines = ["Account of rows: rows in = rows used + rows rejected", ""];
  for (const account of accounts) lines.push(...accountLines(account));
  if (issues.length > 0) {
    lines.push("", `Issues: ${issues.length}${issues.length > shownIssues ? `, the first ${shownIssues}` : ""}`, "");
    lines.push(...issues.slice(0, shownIssues).map((issue) => `  ${formatIssue(issue)}`));
  }
  return `${lines.join("\n")}\n`;
}

function accountLines(account: Account): string[] {
  const [rowsIn, used, rejected] = [account.rowsIn, account.rowsUsed, account.rowsRejected].map(exact);
  const place = account.file === null ? account.table : `${account.table} (${account.file})`;
  return [
    `  ${place.padEnd(44)} ${String(rowsIn).padStart(8)} in = ${String(used).padStart(8)} used + ${String(rejected).padStart(6)} rejected`,
    ...account.reasons.map((reason) => `      rejected ${String(exact(reason.rows)).padStart(6)}  ${reason.code}`),
    ...account.notes.map((note) => `      reported ${String(exact(note.rows)).padStart(6)}  ${note.code}`),
  ];
}
