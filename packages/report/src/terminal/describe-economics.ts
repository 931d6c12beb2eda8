import type { Results } from "@likewise/schema";
import { amountWords, ratioWords } from "../wording/economics-words.ts";
import { moneySaid } from "../wording/money-said.ts";
import { formatPounds } from "../wording/pounds.ts";

/** Costs and benefits in ten lines: what it cost, what it was worth, who paid and gained, how sure, and what has no price. */
export function describeEconomics({ economics, refusals }: Results): string[] {
  if (economics === null) return ["Costs and benefits were not worked out."];
  const { appraisal, spend, level, ledger, notMonetised, attributions, notPublished } = economics;
  const spent = `Spent      ${formatPounds(spend.total)} as spent: ${formatPounds(spend.cash)} in cash, ${formatPounds(spend.inKind)} in kind`;
  const graded = `Level      ${level === null ? "not graded" : `${level} of 5`}`;
  const missing = `No price   ${notMonetised.join("; ")}`;
  const refused = refusals
    .filter(({ id }) => economics.refusals.includes(id))
    .map(({ what, why, unlocks }) => `Refused    ${what}: ${why}; would need ${unlocks}`);
  const said = (name: string, kind: string) => {
    const text = moneySaid(economics, kind);
    return text === null ? [] : [`${name.padEnd(11)}${text}`];
  };
  const cannot = said("Not shown", "money-cannot");
  if (appraisal === null) {
    const gone = notPublished === null ? [] : [`Withheld   ${notPublished}`];
    return [spent, ...gone, graded, missing, ...refused, ...attributions];
  }
  const { cost, costPer, agencies } = appraisal;
  const per = [
    ["person referred", costPer.referral],
    ["start", costPer.start],
    ["completer", costPer.completer],
  ] as const;
  const recalled = ledger.some(({ status }) => status === "RECALLED");
  return [
    spent,
    `Cost       ${amountWords(cost)}, present value over ${appraisal.years} ${appraisal.years === 1 ? "year" : "years"} in prices of ${appraisal.priceYear}`,
    `For each   ${per.map(([who, pounds]) => `${who} ${pounds === null ? "not known" : formatPounds(pounds)}`).join(", ")}`,
    ...said("Worth", "money-worth"),
    ...(recalled || ledger.length === 0 ? [] : [`Ratio      ${ratioWords(appraisal.benefitCostRatio)}`]),
    ...said("Budgets", "money-budgets"),
    `Who        ${agencies.rows.map(({ agency, pays, gains }) => `${agency} pays ${formatPounds(pays)}, ${economics.scenario ? "would gain" : "gains"} ${formatPounds(gains)}`).join("; ")}`,
    ...said("Break-even", "money-break-even"),
    ...said("How sure", "money-draws"),
    missing,
    graded,
    ...cannot,
    ...refused,
    ...attributions,
  ];
}
