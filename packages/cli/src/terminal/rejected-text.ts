import { formatIssue, type Issue } from "@likewise/schema";

const shownKinds = 5;

/** Rejected because a row they name was: a consequence, in any number, that would bury its cause. */
const consequence = "reference_rejected";

/** Rows that were rejected, by file, column and reason, most first: the count, and the first row of each. Empty where none was. */
export function rejectedText(issues: readonly Issue[]): string {
  const kinds = new Map<string, Issue[]>();
  let following = 0;
  for (const issue of issues) {
    if (issue.severity !== "rejected") continue;
    if (issue.code === consequence) {
      following++;
      continue;
    }
    const kind = JSON.stringify([issue.table, issue.file, issue.column, issue.code]);
    const all = kinds.get(kind);
    if (all === undefined) kinds.set(kind, [issue]);
    else all.push(issue);
  }
  if (kinds.size === 0) return "";
  const mostFirst = [...kinds.values()].sort((a, b) => b.length - a.length);
  const lines = mostFirst.slice(0, shownKinds).map((all) => {
    const first = all.reduce((least, issue) => ((issue.row ?? 0) < (least.row ?? 0) ? issue : least));
    return `  ${all.length} ${all.length === 1 ? "row" : "rows, the first"}: ${formatIssue(first)}`;
  });
  const more = mostFirst.slice(shownKinds).reduce((sum, all) => sum + all.length, 0);
  if (more > 0) lines.push(`  ${more} more ${more === 1 ? "row" : "rows"} for other reasons`);
  if (following > 0)
    lines.push(`  ${following} more ${following === 1 ? "row that names" : "rows that name"} one of these`);
  return `Rows rejected when the files were read, which may be the cause (rows are counted below the header, from 1):\n${lines.join("\n")}`;
}
