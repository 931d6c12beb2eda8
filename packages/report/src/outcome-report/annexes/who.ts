import type { Results } from "@likewise/schema";
import { cellText } from "../../figures.ts";
import { headlineComparison, outcomeLabel } from "../../headline.ts";
import { type Html, html } from "../../page/html.ts";
import { dataTable } from "../../page/table.ts";
import { codeWords } from "../../wording/code-words.ts";
import { formatCount } from "../../wording/formats.ts";
import { reasonWords } from "../../wording/reason-words.ts";
import { capital } from "../../wording/sentence-case.ts";

/** Who is counted in each analysis, looked for and found for each outcome, and used in each comparison. */
export function who(results: Results): Html {
  const labels = headlineComparison(results)?.arms.labels;
  const armName = (arm: string) => capital(labels && (arm === "treated" || arm === "comparison") ? labels[arm] : arm);
  return html`${dataTable({
    caption: "Who is counted in each analysis",
    head: ["Set", "Group", "People", "Part it plays"],
    rows: results.analysisSets.map((set) => [
      capital(codeWords(set.id)),
      armName(set.arm),
      cellText(set.people, formatCount),
      set.why,
    ]),
  })}${dataTable({
    caption: "Who was looked for, found, and observed to the end",
    head: ["Outcome", "Group", "People", "Looked for and found", "Observed to the end", "Not known, and why"],
    rows: results.coverage.map((row) => [
      capital(outcomeLabel(results, row.outcome)),
      armName(row.arm),
      cellText(row.people, formatCount),
      cellText(row.searchedAndFound, formatCount),
      cellText(row.observedToEnd, formatCount),
      row.missing
        .map((reason) => `${reasonWords(reason.code, results)} ${cellText(reason.rows, formatCount)}`)
        .join(", ") || "none",
    ]),
  })}${results.comparisons.map((comparison) =>
    dataTable({
      caption: `Rows of the comparison: ${comparison.label}`,
      head: ["Rows", "Number"],
      rows: [
        ["Read", cellText(comparison.rows.read, formatCount)],
        ...comparison.rows.excluded.map((exclusion) => [
          `Left out: ${reasonWords(exclusion.reason, results)}`,
          cellText(exclusion.rows, formatCount),
        ]),
        ["Used", cellText(comparison.rows.used, formatCount)],
      ],
    }),
  )}`;
}
