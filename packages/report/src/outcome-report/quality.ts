import { type Comparison, type Estimate, effectMeasure, type Matching, type Results } from "@likewise/schema";
import { covariateName } from "../charts/love-plot.ts";
import { cellText, intervalText } from "../figures.ts";
import { outcomeLabel } from "../headline.ts";
import { type Html, html } from "../page/html.ts";
import { dataTable } from "../page/table.ts";
import { codeWords } from "../wording/code-words.ts";
import { formatCount, formatMeasured, formatRatio } from "../wording/formats.ts";
import { estimatorLabel } from "../wording/labels.ts";
import { asSentence, capital } from "../wording/sentence-case.ts";
import type { Draw } from "./render-report.ts";

/** Balance, matching and its checks, who was left out, and how strong something unmeasured would have to be. */
export async function quality(results: Results, draw: Draw): Promise<Html> {
  return html`${await draw("balance", "No characteristics were compared.")}
${results.comparisons.map((comparison) => sensitivity(comparison, results))}`;
}

function sensitivity(comparison: Comparison, results: Results): Html {
  const { matching, assumptions } = comparison;
  const outcomeName = (outcome: string) => outcomeLabel(results, outcome);
  return html`${matching === null ? null : matchingTables(matching, comparison.label, outcomeName)}${dataTable({
    caption: `How strong something unmeasured would have to be, as a risk ratio with both the programme and the outcome (E-value): ${comparison.label}`,
    head: ["Estimate", "To explain it away", "To make it unclear"],
    rows: comparison.estimates.flatMap((estimate) => eValueRow(estimate, outcomeName)),
  })}${
    assumptions.length === 0
      ? null
      : html`<h3>Assumed, because the plan does not say: ${comparison.label}</h3>\n<ul>${assumptions.map((assumption) => html`<li>${asSentence(assumption)}</li>`)}</ul>`
  }`;
}

function eValueRow(estimate: Estimate, outcomeName: (outcome: string) => string): string[][] {
  const { eValue } = estimate.sensitivity;
  if (eValue === null) return [];
  return [
    [
      `${capital(outcomeName(estimate.outcome))}: ${effectMeasure(estimate.measure).label}, ${estimatorLabel(estimate)}`,
      cellText(eValue.estimate, formatRatio),
      cellText(eValue.interval, formatRatio),
    ],
  ];
}

function matchingTables(matching: Matching, label: string, outcomeName: (outcome: string) => string): Html {
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
      ...Object.entries(matching.tieRange).map(([outcome, range]) => [
        `Estimate over all ways of breaking ties: ${outcomeName(outcome)}`,
        range === null ? "not tried" : intervalText(range, formatMeasured),
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
