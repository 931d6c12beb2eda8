import type { Results } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import { dataTable } from "../page/table.ts";
import { amountWords } from "../wording/economics-words.ts";
import { formatPounds } from "../wording/pounds.ts";

/** What each study cost and what it was worth, in its own prices and years; amounts of two studies are of different things. */
export function portfolioMoney(studies: readonly Results[]): Html {
  return html`<p>What is costed, prices and years are those of each study, so amounts of two studies cannot be set against each other. A scenario says what the money would be if the whole difference were caused by the programme.</p>
${dataTable({
  caption: "Money of each study by itself",
  head: [
    "Study",
    "Prices of",
    "Years",
    "Cost",
    "Cost for each person referred",
    "Gains less costs, with interval",
    "Read as",
  ],
  rows: studies.map(row),
})}`;
}

function row({ study, economics }: Results): string[] {
  const appraisal = economics?.appraisal ?? null;
  if (economics === null || appraisal === null)
    return [
      study.title,
      "[z]",
      "[z]",
      economics === null ? "Not measured" : formatPounds(economics.spend.total),
      "[z]",
      "[z]",
      "[z]",
    ];
  const { cost, costPer, priceYear, years, netPresentSocialValue } = appraisal;
  const valued = economics.claims?.can.some(({ rule }) => rule.startsWith("money-worth-")) ?? false;
  return [
    study.title,
    priceYear,
    String(years),
    formatPounds(cost.estimate),
    costPer.referral === null ? "[x]" : formatPounds(costPer.referral),
    valued ? amountWords(netPresentSocialValue) : "Not measured",
    valued ? (economics.scenario ? "Scenario" : "Result") : "[z]",
  ];
}
