import type { Comparison, Matching, Results } from "@likewise/schema";
import { balanceTable } from "../../charts/love-plot.ts";
import { cellText } from "../../figures.ts";
import { type Html, html } from "../../page/html.ts";
import { dataTable } from "../../page/table.ts";
import { codeWords } from "../../wording/code-words.ts";
import { covariateName } from "../../wording/covariate-labels.ts";
import { formatCount, formatMeasured } from "../../wording/formats.ts";
import { capital } from "../../wording/sentence-case.ts";

/** Every standardised difference of every comparison, how matching went, and everyone left out. */
export function balance(results: Results): Html {
  return html`${results.comparisons.map((comparison) => comparisonBalance(comparison, results))}`;
}

function comparisonBalance(comparison: Comparison, results: Results): Html {
  return html`<h3>${comparison.label}</h3>
${dataTable(balanceTable(comparison, results))}${comparison.matching === null ? null : matchingTables(comparison.matching, comparison.label, results)}`;
}

function matchingTables(matching: Matching, label: string, results: Results): Html {
  return html`${dataTable({
    caption: `Matching: ${label}`,
    head: ["What", "Number"],
    rows: [
      ["People in the programme with a match", cellText(matching.treatedMatched, formatCount)],
      ["People in the programme without one", cellText(matching.treatedUnmatched, formatCount)],
      ["Comparison people used", cellText(matching.comparisonMatched, formatCount)],
      ...Object.entries(matching.constraintsChecked).map(([name, { checked, broken }]) => [
        `Constraint checked again: ${spaced(name)}`,
        `${formatCount(checked)} checked, ${formatCount(broken)} broken`,
      ]),
    ],
  })}${dataTable({
    caption: `Who was left out: means of people in the programme with and without a match: ${label}`,
    head: ["Characteristic", "With a match", "Without"],
    rows: matching.lost.map((lost) => [
      capital(covariateName(lost, results)),
      cellText(lost.kept, formatMeasured),
      cellText(lost.lost, formatMeasured),
    ]),
  })}`;
}

/** `usedOnce` reads "used once". */
function spaced(name: string): string {
  return codeWords(name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase());
}
