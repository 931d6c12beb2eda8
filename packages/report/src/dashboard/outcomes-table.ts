import { type Claim, type Comparison, type Estimate, effectMeasure, type Results } from "@likewise/schema";
import { cellText, effectFormat, intervalText, isShare } from "../figures.ts";
import { headlineClaim, headlineComparison, outcomeLabel, primaryEstimate } from "../headline.ts";
import { type Html, html } from "../page/html.ts";
import { dataTable } from "../page/table.ts";
import { formatMeasured, formatPer100 } from "../wording/formats.ts";
import { intervalName, shortVerdictNames } from "../wording/labels.ts";
import { capital } from "../wording/sentence-case.ts";

/** Every outcome but the headline, a row each, and the same outcome compared in another way; null with nothing else. */
export function outcomesTable(results: Results): Html | null {
  const headline = headlineClaim(results);
  const others = results.comparisons.flatMap((comparison) =>
    comparison.claims.filter((claim) => claim !== headline).map((claim) => ({ comparison, claim })),
  );
  if (others.length === 0) return null;
  const level =
    others.map(({ comparison, claim }) => primaryEstimate(comparison, claim.outcome)?.level).find(Boolean) ?? 0.95;
  const compared = results.comparisons.filter((one) => one !== headlineComparison(results));
  return html`<h3>What else was looked at</h3>
${dataTable({
  caption: `Each other outcome, in every 100 people or in its own measure; differences with their ${intervalName(level)}s`,
  head: ["Outcome", "In the programme", "In the comparison", "Difference", "Verdict", "Other estimates"],
  rows: others.map(({ comparison, claim }) => row(results, comparison, claim)),
})}${compared.map(({ label, id }) => html`<p class="note">${capital(comparisonName(results, id))}: ${label}.</p>\n`)}`;
}

function row(results: Results, comparison: Comparison, claim: Claim): string[] {
  const estimate = primaryEstimate(comparison, claim.outcome);
  const name = `${capital(outcomeLabel(results, claim.outcome))}${measureName(estimate)}${ofAnother(results, comparison.id)}`;
  if (estimate === null) return [name, "[x]", "[x]", "[x]", verdict(claim), "[z]"];
  const value = isShare(estimate) ? formatPer100 : formatMeasured;
  const effect = effectFormat(estimate);
  return [
    name,
    cellText(estimate.treated.value, value),
    cellText(estimate.comparison.value, value),
    `${cellText(estimate.estimate, effect)} (${intervalText(estimate.interval, effect)})`,
    verdict(claim),
    others(claim),
  ];
}

/** What tells a row of another comparison from those of the first. */
function ofAnother(results: Results, id: string): string {
  return headlineComparison(results)?.id === id ? "" : ` (${comparisonName(results, id)})`;
}

function comparisonName({ comparisons }: Results, id: string): string {
  return `comparison ${comparisons.findIndex((comparison) => comparison.id === id) + 1}`;
}

function measureName(estimate: Estimate | null): string {
  return estimate === null || isShare(estimate) ? "" : ` (${effectMeasure(estimate.measure).label})`;
}

function verdict(claim: Claim): string {
  const differs = claim.verdict === "better" || claim.verdict === "worse";
  return differs && !claim.causal
    ? `${shortVerdictNames[claim.verdict]}; cause not shown`
    : shortVerdictNames[claim.verdict];
}

/** Whether other estimates and tests of the outcome see it as the deciding one does; the report has each. */
function others({ caveats }: Claim): string {
  return caveats.some(({ rule }) => /-(?:null|opposite)$|-test-p-/.test(rule)) ? "differ" : "do not differ";
}
