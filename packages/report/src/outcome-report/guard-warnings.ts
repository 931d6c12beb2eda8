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
${guards.length === 0 ? empty("None of the ways to be misled that are looked for was found.") : alike(guards).map((findings) => warning(findings, results))}`;
}

/** Findings that say the same of several comparisons are one warning. */
function alike(guards: readonly GuardFinding[]): GuardFinding[][] {
  const groups = new Map<string, GuardFinding[]>();
  for (const finding of guards) {
    const { guard, effect, basis, shown } = finding;
    const key = JSON.stringify([guard, effect, basis, shown.map(({ text }) => text)]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}

function warning(findings: readonly GuardFinding[], results: Results): Html {
  const [first] = findings as readonly [GuardFinding];
  const { title, explanation, whatToDo } = guardWording(first.guard);
  const open = first.effect === "not-assessed" ? "Not looked into: " : "";
  const comparisons = results.comparisons.filter(({ id }) => findings.some(({ comparison }) => comparison === id));
  const isHeadlineAlone = comparisons.length === 1 && comparisons[0] === headlineComparison(results);
  const places =
    comparisons.length === 0 || isHeadlineAlone || comparisons.length === results.comparisons.length
      ? null
      : html` (${comparisons.map(({ label }) => label).join("; ")})`;
  const outcomes = [...new Set(findings.flatMap((finding) => finding.outcomes))];
  const about =
    outcomes.length === results.study.outcomes.length
      ? ""
      : outcomes.map((outcome) => outcomeLabel(results, outcome)).join("; ");
  return html`<h4>${open}${title}${places}</h4>
<p>${explanation}</p>
${sentences(first.shown)}<dl class="grid">${open === "" ? html`<dt>Where it shows</dt><dd>${basisWords[first.basis]}</dd>` : null}<dt>What it does here</dt><dd>${effectWords[first.effect]}${about === "" ? null : html` About: ${about}.`}</dd><dt>What to do</dt><dd>${whatToDo}</dd></dl>
`;
}
