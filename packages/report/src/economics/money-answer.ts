import type { EconomicsResult } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { probabilityWords, worthWords } from "../wording/economics-words.ts";
import { formatPounds } from "../wording/pounds.ts";

/** The commissioner's answer on money; null where nothing may stand in a headline. */
export function moneyAnswer(economics: EconomicsResult): Html | null {
  const { appraisal, ledger, attributions } = economics;
  if (appraisal === null || ledger.some(({ status }) => status === "RECALLED")) return null;
  const { cost, costPer, agencies, byKind } = appraisal;
  const verb = economics.scenario ? "would gain" : "gains";
  const welfare = byKind.social.estimate + byKind.economic.estimate;
  return html`<p class="answer">It cost ${formatPounds(cost.estimate)}${costPer.referral === null ? null : html`, ${formatPounds(costPer.referral)} for each person referred`}</p>
${ledger.length === 0 ? null : html`<p>${worthWords(economics, appraisal)}. ${probabilityWords(appraisal)}.</p>\n`}<ul>
${agencies.rows.map(({ agency, pays, gains }) => html`<li>${agency}: pays ${formatPounds(pays)}, ${verb} ${formatPounds(gains)}</li>\n`)}${welfare === 0 ? null : html`<li>People and society: ${economics.scenario ? "would gain" : "gain"} ${formatPounds(welfare)}</li>\n`}</ul>
${attributions.map((one) => html`<p class="note">${one}</p>\n`)}`;
}
