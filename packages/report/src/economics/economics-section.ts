import type { EconomicsResult, Results } from "@likewise/schema";
import { type Html, heading, html } from "../page/html.ts";
import { empty } from "../page/parts.ts";
import { dataTable } from "../page/table.ts";
import { formatPounds } from "../wording/pounds.ts";
import { capital } from "../wording/sentence-case.ts";
import { spentWithoutWorth, withoutItems } from "../wording/spend-words.ts";
import { canOfMoney } from "./can-of-money.ts";
import {
  amountsTable,
  ledgerTable,
  matrixTable,
  perPersonTable,
  runsTable,
  vintagesTable,
} from "./economics-tables.ts";

/**
 * Costs and benefits: who pays and who gains, what it was worth with its interval, what it rests on, and what has no price.
 *
 * @param draw draws a chart by its id
 */
export async function economicsSection(
  results: Results,
  draw: (id: string, otherwise: string) => Promise<Html>,
): Promise<Html> {
  const { economics } = results;
  if (economics === null) {
    const spent = spentWithoutWorth(results);
    return spent === null ? empty("Not measured in this study.") : html`<p>${spent}</p>\n`;
  }
  const { appraisal } = economics;
  return html`${spent(economics, withoutItems(results))}${appraisal === null ? canOfMoney(economics) : await result(economics, appraisal, draw)}${remainder(results, economics)}`;
}

function spent({ spend }: EconomicsResult, without: string | null): Html {
  const { total, cash, inKind, support, planned } = spend;
  return html`<p>${without === null ? null : `${without}, `}${formatPounds(total)} was spent: ${formatPounds(cash)} in cash and ${formatPounds(inKind)} in kind, as spent.${support === null ? null : html` ${formatPounds(support)} of it was support for victim-survivors and children.`}${planned === null ? null : html` The plan had ${formatPounds(planned)}.`}</p>
`;
}

async function result(
  economics: EconomicsResult,
  appraisal: NonNullable<EconomicsResult["appraisal"]>,
  draw: (id: string, otherwise: string) => Promise<Html>,
): Promise<Html> {
  const { perPerson } = economics;
  const other = vintagesTable(economics);
  return html`${canOfMoney(economics)}${heading(3, "Who pays and who gains")}
${dataTable(matrixTable(appraisal))}${await draw("money-waterfall", "")}${heading(3, "Amounts and their intervals")}
${dataTable(amountsTable(appraisal, economics.scenario))}${perPerson === undefined ? null : html`${heading(3, "Costs and successes of the same people")}\n${dataTable(perPersonTable(perPerson, economics.scenario))}`}${await draw("money-acceptability", "")}${await draw("money-plane", "")}${heading(3, "What it rests on")}
${await draw("money-tornado", "")}${dataTable(runsTable(appraisal))}${other === null ? null : html`${heading(3, "By another edition of values")}\n${dataTable(other)}`}${heading(3, "Values and where they are from")}
${dataTable(ledgerTable(economics, appraisal.priceYear))}<p>Discounted by ${appraisal.schedule} over ${appraisal.years} years; ${appraisal.draws} draws from seed ${String(appraisal.seed)}.</p>
`;
}

function remainder(results: Results, { notMonetised, notes, attributions, refusals }: EconomicsResult): Html {
  const refused = results.refusals.filter(({ id }) => refusals.includes(id));
  return html`${bulleted("Worth something, and without a price here", notMonetised)}${bulleted("What to know of these numbers", notes)}${
    refused.length === 0
      ? null
      : html`${heading(3, "What could not be said, and what would make it possible")}
<ul>${refused.map(({ what, why, unlocks }) => html`<li>${capital(what)}: ${why}. It would take: ${unlocks}</li>`)}</ul>
`
  }${attributions.map((one) => html`<p class="note">${one}</p>\n`)}`;
}

function bulleted(title: string, lines: readonly string[]): Html | null {
  if (lines.length === 0) return null;
  return html`${heading(3, title)}
<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
`;
}
