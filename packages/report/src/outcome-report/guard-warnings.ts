import type { GuardFinding, Results } from "@likewise/schema";
import { headlineComparison, outcomeLabel } from "../headline.ts";
import { type Html, html } from "../page/html.ts";
import { empty, sentences } from "../page/parts.ts";
import { basisWords, effectWords, guardWording } from "../wording/guards.ts";

/** What guards found: each with why it misleads, what was found in numbers, what it does to the claims, and what to do. */
export function guardWarnings(results: Results): Html | null {
  const { guards } = results;
  if (guards === undefined) return null;
  return html`<h3>Warnings</h3>
${guards.length === 0 ? empty("None of the ways to be misled that are looked for was found.") : guards.map((finding) => warning(finding, results))}`;
}

function warning(finding: GuardFinding, results: Results): Html {
  const { title, explanation, whatToDo } = guardWording(finding.guard);
  const comparison = results.comparisons.find(({ id }) => id === finding.comparison) ?? null;
  const isHeadline = comparison === headlineComparison(results);
  const open = finding.effect === "not-assessed" ? "Not looked into: " : "";
  const about = finding.outcomes.map((outcome) => outcomeLabel(results, outcome)).join("; ");
  return html`<h4>${open}${title}${isHeadline || comparison === null ? null : html` (${comparison.label})`}</h4>
<p>${explanation}</p>
${sentences(finding.shown)}<dl class="grid">${open === "" ? html`<dt>Where it shows</dt><dd>${basisWords[finding.basis]}</dd>` : null}<dt>What it does here</dt><dd>${effectWords[finding.effect]}${about === "" ? null : html` About: ${about}.`}</dd><dt>What to do</dt><dd>${whatToDo}</dd></dl>
`;
}
