import type { Comparison, Matching, Results } from "@likewise/schema";
import { covariateName } from "../charts/love-plot.ts";
import { cellText } from "../figures.ts";
import { type Html, html } from "../page/html.ts";
import { dataTable } from "../page/table.ts";
import { codeWords } from "../wording/code-words.ts";
import { formatCount, formatMeasured } from "../wording/formats.ts";
import { asSentence } from "../wording/sentence-case.ts";
import type { Draw } from "./render-report.ts";

/** Balance, matching and its checks, who was left out, and what was assumed. */
export async function quality(results: Results, draw: Draw): Promise<Html> {
  return html`${await draw("balance", "No characteristics were compared.")}
${results.comparisons.map((comparison) => matchingPart(comparison))}`;
}

function matchingPart(comparison: Comparison): Html {
  const { matching, assumptions } = comparison;
  return html`${matching === null ? null : matchingTables(matching, comparison.label)}${
    assumptions.length === 0
      ? null
      : html`<h3>Assumed, because the plan does not say: ${comparison.label}</h3>\n<ul>${assumptions.map((assumption) => html`<li>${asSentence(assumption)}</li>`)}</ul>`
  }`;
}

function matchingTables(matching: Matching, label: string): Html {
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
      covariateName(lost),
      cellText(lost.kept, formatMeasured),
      cellText(lost.lost, formatMeasured),
    ]),
  })}`;
}

/** `usedOnce` reads "used once". */
function spaced(name: string): string {
  return codeWords(name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase());
}
