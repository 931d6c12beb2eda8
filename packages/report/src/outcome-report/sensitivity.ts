import type { Comparison, Estimate, Results } from "@likewise/schema";
import { effectMeasure } from "@likewise/schema";
import { cellText, effectFormat, intervalText } from "../figures.ts";
import { headlineComparison, outcomeLabel } from "../headline.ts";
import { type Html, html } from "../page/html.ts";
import { empty } from "../page/parts.ts";
import { dataTable } from "../page/table.ts";
import { withCovariateLabels } from "../wording/covariate-labels.ts";
import { formatRatio } from "../wording/formats.ts";
import { estimatorLabel } from "../wording/labels.ts";
import { asSentence, capital } from "../wording/sentence-case.ts";
import type { Draw } from "./render-report.ts";

/** What would have to be so for the answers to be wrong, of the headline: drawn, what the checks found, what it would take. */
export async function sensitivity(results: Results, draw: Draw): Promise<Html> {
  const comparison = headlineComparison(results);
  const answers = comparison?.estimates.filter(({ primary, subgroup }) => primary && subgroup === null) ?? [];
  if (comparison === null || answers.length === 0)
    return empty("No effect was estimated, so there is nothing to doubt.");
  return html`<p>An interval covers chance. It does not cover people differing in ways nobody measured, other ways to compare them, people whose outcome is not known, or events that nobody recorded. Each check takes one of these, and asks how large it would have to be. More of them, and those of other comparisons, stand in <a href="#checks">an annex</a>.</p>
${warnings(comparison, results)}${await draw("specification-curve", "The plan declares no other ways to compare.")}${await draw("caliper-path", "The plan asks for no other calipers.")}${eValues(comparison, answers, results)}${controls(comparison, answers, results)}${tiers(comparison)}`;
}

/** What the checks found against the comparison stands before everything they found. */
function warnings({ sensitivity: checks }: Comparison, results: Results): Html | null {
  const found = Object.values(checks?.warnings ?? {});
  if (found.length === 0) return null;
  return html`<p class="lead-in">Found against this comparison:</p>
<ul>${found.map((text) => html`<li>${asSentence(withLabels(text, results))}</li>`)}</ul>
`;
}

/** Ids of outcomes by the names the plan gives them. */
function withLabels(text: string, results: Results): string {
  const longest = [...results.study.outcomes].sort((a, b) => b.id.length - a.id.length);
  return longest.reduce((said, { id, label }) => said.replaceAll(id, label), withCovariateLabels(text, results));
}

function eValues({ label }: Comparison, answers: readonly Estimate[], results: Results): Html {
  return dataTable({
    caption: `How strong something unmeasured would have to be, as a risk ratio with both the programme and the outcome (E-value): ${label}`,
    head: ["Estimate", "To explain it away", "To make it unclear"],
    rows: answers.flatMap((estimate) => {
      const { eValue } = estimate.sensitivity;
      if (eValue === null) return [];
      return [
        [
          estimateName(estimate, results),
          cellText(eValue.estimate, formatRatio),
          cellText(eValue.interval, formatRatio),
        ],
      ];
    }),
  });
}

function controls({ label, sensitivity: checks }: Comparison, answers: readonly Estimate[], results: Results): Html {
  return dataTable({
    caption: `Outcomes the programme cannot affect, in which a clear difference would speak against the comparison: ${label}`,
    head: ["Estimate", "Difference or ratio", "Interval"],
    rows: answers
      .filter(({ id }) => checks?.negativeControls.includes(id))
      .map((estimate) => [
        estimateName(estimate, results),
        cellText(estimate.estimate, effectFormat(estimate)),
        intervalText(estimate.interval, effectFormat(estimate)),
      ]),
  });
}

/** "Recorded reoffending: risk difference, matched". */
export function estimateName(estimate: Estimate, results: Results): string {
  return `${capital(outcomeLabel(results, estimate.outcome))}: ${effectMeasure(estimate.measure).label}, ${estimatorLabel(estimate)}`;
}

function tiers({ sensitivity: checks }: Comparison): Html | null {
  const said = checks?.tiers ?? [];
  return said.length === 0 ? null : html`<p class="note">${said.map((text) => html`${asSentence(text)} `)}</p>\n`;
}
