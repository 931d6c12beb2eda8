import type { EconomicsResult } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { moneySaid } from "../wording/money-said.ts";
import { formatPounds } from "../wording/pounds.ts";
import { payersTable } from "./payers-table.ts";

/**
 * The commissioner's answer on money: what it cost, what it would take to pay, who pays and who gains; null where nothing may stand in a headline.
 *
 * @param without items of spend that the cost lacks, in words
 */
export function moneyAnswer(economics: EconomicsResult, without: string | null): Html | null {
  const { appraisal, ledger } = economics;
  if (appraisal === null || ledger.some(({ status }) => status === "RECALLED")) return null;
  const { cost, costPer } = appraisal;
  const said = [moneySaid(economics, "money-worth"), moneySaid(economics, "money-break-even")];
  return html`<p class="answer">It cost ${formatPounds(cost.estimate)}${costPer.referral === null ? null : html`, ${formatPounds(costPer.referral)} for each person referred`}</p>
${without === null ? null : html`<p>${without}.</p>\n`}<div class="money"><div>
${said.map((text) => (text === null ? null : html`<p>${text}</p>\n`))}</div>
${payersTable(appraisal, economics.scenario)}</div>
`;
}
