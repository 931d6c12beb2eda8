import type { Results } from "@likewise/schema";
import {
  amountWords,
  breakEvenWords,
  probabilityWords,
  ratioWords,
  scenarioWords,
  worthWords,
} from "../wording/economics-words.ts";
import { formatPounds } from "../wording/pounds.ts";

/** Costs and benefits in ten lines: what it cost, what it was worth, who paid and gained, how sure, and what has no price. */
export function describeEconomics({ economics, refusals }: Results): string[] {
  if (economics === null) return ["Costs and benefits were not worked out."];
  const { appraisal, spend, level, ledger, notMonetised, attributions, notPublished } = economics;
  const spent = `Spent      ${formatPounds(spend.total)} as spent: ${formatPounds(spend.cash)} in cash, ${formatPounds(spend.inKind)} in kind`;
  const graded = `Level      ${level === null ? "not graded" : `${level} of 5`}${economics.scenario && appraisal !== null ? `. ${scenarioWords}` : ""}`;
  const missing = `No price   ${notMonetised.join("; ")}`;
  const refused = refusals
    .filter(({ id }) => economics.refusals.includes(id))
    .map(({ what, why, unlocks }) => `Refused    ${what}: ${why}; would need ${unlocks}`);
  if (appraisal === null) {
    const gone = notPublished === null ? [] : [`Withheld   ${notPublished}`];
    return [spent, ...gone, graded, missing, ...refused, ...attributions];
  }
  const { cost, costPer, agencies, byKind } = appraisal;
  const per = [
    ["person referred", costPer.referral],
    ["start", costPer.start],
    ["completer", costPer.completer],
  ] as const;
  const evens = breakEvenWords(economics);
  const recalled = ledger.some(({ status }) => status === "RECALLED");
  return [
    spent,
    `Cost       ${amountWords(cost)}, present value over ${appraisal.years} ${appraisal.years === 1 ? "year" : "years"} in prices of ${appraisal.priceYear}`,
    `For each   ${per.map(([who, pounds]) => `${who} ${pounds === null ? "not known" : formatPounds(pounds)}`).join(", ")}`,
    ...(recalled || ledger.length === 0
      ? []
      : [
          `Worth      ${worthWords(economics, appraisal)}; benefit-cost ratio ${ratioWords(appraisal.benefitCostRatio)}`,
          `Budgets    ${economics.scenario ? "in that case " : ""}cost avoided ${formatPounds(byKind.fiscal.estimate)}; of it cashable ${formatPounds(byKind.cashable.estimate)}, capacity released ${formatPounds(byKind.fiscal.estimate - byKind.cashable.estimate)}`,
        ]),
    `Who        ${agencies.rows.map(({ agency, pays, gains }) => `${agency} pays ${formatPounds(pays)}, ${economics.scenario ? "would gain" : "gains"} ${formatPounds(gains)}`).join("; ")}`,
    ...(evens === null || recalled ? [] : [`Break-even ${evens}`]),
    ...(recalled || ledger.length === 0 ? [] : [`How sure   ${probabilityWords(appraisal)}`]),
    missing,
    graded,
    ...refused,
    ...attributions,
  ];
}
