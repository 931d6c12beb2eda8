import type { Appraisal, Comparison, Emmie, Estimate, Results } from "@likewise/schema";
import { outcomeLabel } from "../../headline.ts";
import { type Html, html } from "../../page/html.ts";
import { dataTable } from "../../page/table.ts";
import { dimensionNames, domainNames, judgementNames, precisionTexts } from "../../wording/appraisal-words.ts";
import { estimatorLabel } from "../../wording/labels.ts";
import { asSentence, capital } from "../../wording/sentence-case.ts";

/** Risk of bias by domain and precision, beside the level and never part of it; of the estimates that decide alone. */
export function appraisals(comparison: Comparison, results: Results): Html {
  const shown = (comparison.appraisal ?? []).filter((one) => decides(one, comparison));
  return html`${shown.map((appraisal) => block(appraisal, comparison, results))}${comparison.emmie == null ? null : emmie(comparison.emmie)}`;
}

function decides(appraisal: Appraisal, { estimates }: Comparison): boolean {
  const isPrimary = (id: string) => estimates.some((one) => one.id === id && one.primary && one.subgroup === null);
  return appraisal.estimates.length === 0 || appraisal.estimates.some(isPrimary);
}

function block(appraisal: Appraisal, comparison: Comparison, results: Results): Html {
  const first = comparison.estimates.find(({ id }) => appraisal.estimates.includes(id));
  const of = first === undefined ? "the design" : `estimates ${estimatorLabel(first)}`;
  return html`<h3>Risk of bias by domain: ${comparison.label}, ${of}</h3>
<p class="note">After ROBINS-I, version ${appraisal.version}; the judgements follow from the facts and figures named. They stand beside the level and do not change it. Overall: ${judgementNames[appraisal.overall].toLowerCase()}.</p>
${dataTable({
  caption: `Risk of bias by domain: ${comparison.label}, ${of}`,
  head: ["Domain", "Judgement", "Because", "Not known"],
  rows: appraisal.domains.map(({ id, judgement, because, unknown }) => [
    domainNames[id],
    judgementNames[judgement],
    textOf(because),
    textOf(unknown),
  ]),
})}${precision(appraisal, comparison.estimates, results)}`;
}

function textOf(reasons: Appraisal["domains"][number]["because"]): string {
  return reasons.length === 0 ? "[z]" : reasons.map(({ text }) => asSentence(text)).join(" ");
}

function precision({ precision: statuses }: Appraisal, estimates: readonly Estimate[], results: Results): Html | null {
  const items = statuses.flatMap((status) => {
    const estimate = estimates.find(({ id }) => id === status.estimate);
    if (estimate === undefined) return [];
    const texts = precisionTexts(status, estimate).map(asSentence);
    return [`${capital(outcomeLabel(results, estimate.outcome))}: ${texts.join(" ")}`];
  });
  if (items.length === 0) return null;
  return html`<h3>How small a difference could be seen</h3>
<ul>${items.map((text) => html`<li>${text}</li>`)}</ul>
`;
}

function emmie({ notice, dimensions }: Emmie): Html {
  return html`<h3>EMMIE for this one study</h3>
<p class="note">${asSentence(notice)}</p>
${dataTable({
  caption: "The five dimensions of EMMIE, for this one study",
  head: ["Dimension", "In this study", "What there is"],
  rows: dimensions.map(({ id, status, because }) => [
    dimensionNames[id],
    status === "reported" ? "Reported" : "Not reported",
    textOf(because),
  ]),
})}`;
}
