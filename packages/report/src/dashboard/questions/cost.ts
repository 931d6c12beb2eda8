import type { EconomicsResult, Results } from "@likewise/schema";
import { chartNamed } from "../../charts/index.ts";
import { canOfMoney } from "../../economics/can-of-money.ts";
import { figures } from "../../page/figures.ts";
import { type Html, html } from "../../page/html.ts";
import { formatPounds } from "../../wording/pounds.ts";
import { capital } from "../../wording/sentence-case.ts";
import { spentWithoutWorth, withoutItems } from "../../wording/spend-words.ts";
import type { Question } from "../question.ts";

const pictures = ["money-waterfall", "money-tornado", "money-acceptability", "money-plane"];

/** What it cost, what that was worth and to whom, how sure that is, and what has no price. */
export const cost: Question = {
  id: "cost",
  title: "What does it cost, and who gains?",
  startsPage: true,
  answer: (results) => {
    const { economics } = results;
    if (economics === null) return spentWithoutWorth(results) ?? "Not measured. Costs were not set against gains.";
    const { total, cash, inKind } = economics.spend;
    const without = withoutItems(results);
    return `${without === null ? "" : `${without}, `}${formatPounds(total)} was spent: ${formatPounds(cash)} in cash and ${formatPounds(inKind)} in kind.`;
  },
  detail: async (results) => (results.economics === null ? html`` : appraised(results, results.economics)),
};

async function appraised(results: Results, economics: EconomicsResult): Promise<Html> {
  const { notMonetised, attributions, refusals } = economics;
  const refused = results.refusals.filter(({ id }) => refusals.includes(id));
  return html`${canOfMoney(economics)}<div class="pictures">
${await figures(pictures.map(chartNamed), results)}</div>
${list("Worth something, and without a price here", notMonetised)}${list(
  "What could not be said, and what would make it possible",
  refused.map(({ what, why, unlocks }) => `${capital(what)}: ${why}. It would take: ${unlocks}`),
)}${attributions.map((one) => html`<p class="note">${one}</p>\n`)}`;
}

function list(title: string, lines: readonly string[]): Html | null {
  if (lines.length === 0) return null;
  return html`<h3>${title}</h3>
<ul class="several">${lines.map((line) => html`<li>${line}</li>`)}</ul>
`;
}
