import type { RatesFound, Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { dataTable } from "../page/table.ts";
import { formatPer100, formatPercent, formatRatio } from "../wording/formats.ts";
import { rateBases, ratePeriod } from "../wording/practice-words.ts";

/** Published rates with their period, people and source, the pairs set beside one another, and the pairs refused; null without. */
export function publishedRates({ rates, refusals }: Results): Html | null {
  if (rates == null) return null;
  const bases = [...new Set(rates.declared.map(({ basis }) => basis))];
  const refusalOf = (id: string) => refusals.find((refusal) => refusal.id === id);
  const refused = rates.compared.flatMap(({ refusal }) => (refusal === null ? [] : (refusalOf(refusal) ?? [])));
  return html`<p>These rates were published elsewhere, of other people. They are context, and no comparison group.</p>
${dataTable({
  caption: "Published rates, each over its own period",
  head: ["Rate", "Percent", "Over", "People", "Rests on", "Source"],
  rows: rates.declared.map(({ label, share, months, population, basis, source }) => [
    label,
    formatPercent(share),
    ratePeriod(months),
    population,
    rateBases[basis].label,
    source,
  ]),
})}<h3>What these rates leave out</h3>
<ul>${bases.map((basis) => html`<li>${namesOf(rates, basis)}: ${rateBases[basis].undercounts}</li>`)}${rates.declared.flatMap(({ label, conservative }) => (conservative === null ? [] : [html`<li>${label}: ${conservative}</li>`]))}</ul>
${comparedTable(rates)}${
  refused.length === 0
    ? null
    : html`<h3>Rates that may not stand beside one another</h3>
<ul>${refused.map(({ what, why, unlocks }) => html`<li><b>${what}:</b> ${why}. What would make it possible: ${unlocks}.</li>`)}</ul>\n`
}`;
}

function namesOf({ declared }: RatesFound, basis: RatesFound["declared"][number]["basis"]): string {
  return declared
    .filter((rate) => rate.basis === basis)
    .map(({ label }) => label)
    .join("; ");
}

function comparedTable({ declared, compared }: RatesFound): Html {
  const labelOf = (id: string) => declared.find((rate) => rate.id === id)!.label;
  const allowed = compared.filter(({ difference }) => difference !== null);
  return dataTable({
    caption: "Rates beside one another",
    head: ["First", "Second", "First less second, in every 100", "First over second", "Unlike"],
    rows: allowed.map(({ rate, with: other, difference, ratio, unlike }) => [
      labelOf(rate),
      labelOf(other),
      formatPer100(difference!),
      ratio === null ? "[x]" : formatRatio(ratio),
      unlike.length === 0 ? "nothing" : "the people",
    ]),
  });
}
