import type { Results } from "@likewise/schema";
import { cellText } from "../figures.ts";
import { gradeOf, headlineClaim, headlineComparison } from "../headline.ts";
import { formatCount } from "../wording/formats.ts";
import { shortScaleNames } from "../wording/labels.ts";
import { wrapped } from "./wrapped.ts";

/** A run in a few lines: what was found, how sure, and where every row went. */
export function describeRun(results: Results): string {
  const claim = headlineClaim(results);
  const found = claim?.can[0]?.text ?? "No claim can be made";
  const detail = claim?.can[1]?.text ?? claim?.cannot[0]?.text ?? "";
  return [
    ...wrapped(`${results.study.title}${results.study.synthetic ? " (synthetic data)" : ""}`, ""),
    ...wrapped(found, "Found      "),
    ...(detail ? wrapped(detail, "           ") : []),
    ...wrapped(howSure(results), "How sure   "),
    ...results.accounts.map(
      (account, index) =>
        `${index === 0 ? "Rows       " : "           "}${account.table}: ${cellText(account.rowsIn, formatCount)} in = ${cellText(account.rowsUsed, formatCount)} used + ${cellText(account.rowsRejected, formatCount)} rejected`,
    ),
  ].join("\n");
}

function howSure(results: Results): string {
  const comparison = headlineComparison(results);
  const estimate = headlineClaim(results)?.estimate;
  const grade = comparison && estimate ? gradeOf(comparison, estimate, "wwclg") : null;
  if (grade === null || grade.level === null) return "the design cannot be placed on the Maryland scale";
  return `level ${grade.level} of 5, at most ${grade.atMost}, ${shortScaleNames.wwclg}`;
}
