import { type IssueCode, issueCodes } from "@likewise/ingest";
import { type Account, exact, formatIssue, type Issue } from "@likewise/schema";

const shownPerCode = 3;

const shownWhole: ReadonlySet<string> = new Set(
  issueCodes.filter(({ listedWhole }: IssueCode) => listedWhole === true).map(({ code }) => code),
);

/** The account of rows as lines for a terminal: each table with its reasons, then where the issues of each code begin. */
export function accountText(accounts: readonly Account[], issues: readonly Issue[]): string {
  const lines = ["Account of rows: rows in = rows used + rows rejected", "", ...accounts.flatMap(accountLines)];
  const byCode = new Map<string, Issue[]>();
  for (const issue of issues) {
    const kind = `${issue.severity} ${issue.code}`;
    const all = byCode.get(kind);
    if (all === undefined) byCode.set(kind, [issue]);
    else all.push(issue);
  }
  if (issues.length > 0)
    lines.push(
      "",
      `Issues: ${issues.length}; the first ${shownPerCode} of each kind. Rows are counted below the header, from 1`,
    );
  for (const [kind, all] of byCode) {
    lines.push("", `  ${kind}: ${all.length}`);
    const shown = shownWhole.has(all[0]!.code) ? all : all.slice(0, shownPerCode);
    lines.push(...shown.map((issue) => `    ${formatIssue(issue)}`));
  }
  return `${lines.join("\n")}\n`;
}

function accountLines(account: Account): string[] {
  const [rowsIn, used, rejected] = [account.rowsIn, account.rowsUsed, account.rowsRejected].map((rows) =>
    String(exact(rows)).padStart(8),
  );
  const place =
    account.stage !== "ingest"
      ? `${account.stage} (${account.table})`
      : account.file === null
        ? account.table
        : `${account.table} (${account.file})`;
  const nothingUsed = exact(account.rowsIn) > 0 && exact(account.rowsUsed) === 0;
  return [
    `  ${place.padEnd(44)} ${rowsIn} in = ${used} used + ${rejected} rejected`,
    ...account.reasons.map((reason) => `      rejected ${String(exact(reason.rows)).padStart(6)}  ${reason.code}`),
    ...(nothingUsed ? ["      No row of this can be used: what rests on it would count nobody"] : []),
    ...account.notes.map((note) => `      reported ${String(exact(note.rows)).padStart(6)}  ${note.code}`),
  ];
}
