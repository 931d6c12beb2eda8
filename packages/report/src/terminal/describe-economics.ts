import type { EconomicsResult, Results } from "@likewise/schema";
import { amountWords, costPerSuccessWords, costPerWords, ratioWords } from "../wording/economics-words.ts";
import { formatPer100 } from "../wording/formats.ts";
import { moneySaid } from "../wording/money-said.ts";
import { formatPounds } from "../wording/pounds.ts";
import { capital } from "../wording/sentence-case.ts";

type Appraisal = NonNullable<EconomicsResult["appraisal"]>;

/**
 * Costs and benefits in ten lines: what it cost, what it was worth, who paid and gained, what would break even, how sure, what has no
 * price. What cannot be told says why; below the ten stand what was refused and what licences ask to be said.
 */
export function describeEconomics({ economics, refusals }: Results): string[] {
  if (economics === null) return ["Costs and benefits were not worked out."];
  const { appraisal, spend, notMonetised, attributions, notPublished } = economics;
  const spent = `Spent      ${formatPounds(spend.total)} as spent: ${formatPounds(spend.cash)} in cash, ${formatPounds(spend.inKind)} in kind`;
  const missing = `No price   ${notMonetised.join("; ")}`;
  const refused = refusals
    .filter(({ id }) => economics.refusals.includes(id))
    .map(({ what, why, unlocks }) => `Refused    ${what}: ${why}; would need ${unlocks}`);
  if (appraisal === null) {
    const gone = notPublished === null ? [] : [`Withheld   ${notPublished}`];
    const takes = moneySaid(economics, "money-break-even");
    return [
      spent,
      ...gone,
      ...(takes === null ? [] : [`Break-even ${takes}`]),
      missing,
      gradeLine(economics),
      ...refused,
      ...attributions,
    ];
  }
  return [
    spent,
    `Cost       ${amountWords(appraisal.cost)}, present value over ${appraisal.years} ${appraisal.years === 1 ? "year" : "years"} in prices of ${appraisal.priceYear}`,
    `For each   ${costsForEach(appraisal)}`,
    ...samePeople(economics),
    `Worth      ${worth(economics, appraisal)}`,
    `Budgets    ${moneySaid(economics, "money-budgets") ?? notTold(economics)}`,
    `Who        ${whoPaysAndGains(economics, appraisal)}`,
    `Break-even ${moneySaid(economics, "money-break-even") ?? breakEvenOfSuccess(economics, appraisal)}`,
    `How sure   ${moneySaid(economics, "money-draws") ?? notTold(economics)}`,
    missing,
    gradeLine(economics),
    ...refused,
    ...attributions,
  ];
}

function gradeLine(economics: EconomicsResult): string {
  const level = economics.level === null ? "Not graded" : `${economics.level} of 5`;
  const cannot = moneySaid(economics, "money-cannot");
  return `Level      ${cannot === null ? level : `${level}. Not shown: ${cannot.replace(/^That/, "that")}`}`;
}

function costsForEach({ cost, costPer, costPerSuccess }: Appraisal): string {
  const per = [
    ["person referred", costPer.referral],
    ["start", costPer.start],
    ["completer", costPer.completer],
  ] as const;
  const success =
    costPerSuccess?.pounds == null ? [] : [`one more (${costPerSuccess.label}) ${costPerSuccessWords(costPerSuccess)}`];
  const each = per.map(([who, pounds]) => `${who} ${costPerWords(cost, pounds) ?? "not known"}`);
  return [...each, ...success].map(capital).join(". ");
}

/** Costs and successes of the same people, where the comparison estimated both. */
function samePeople({ perPerson, scenario }: EconomicsResult): string[] {
  if (perPerson === undefined) return [];
  const { cost, success } = perPerson;
  const differs = scenario ? "If the whole difference were caused by the programme, cost would differ" : "Cost differs";
  return [
    `Together   ${differs} by ${amountWords(cost)} a person. One more (${success.label}): ${costPerSuccessWords(success)}`,
  ];
}

function worth(economics: EconomicsResult, { benefitCostRatio }: Appraisal): string {
  const said = moneySaid(economics, "money-worth");
  if (said === null) return notTold(economics);
  return `${said} Benefit-cost ratio ${ratioWords(benefitCostRatio)}`;
}

function notTold({ ledger }: EconomicsResult): string {
  if (ledger.length === 0) return "Not told: no gain has a price here";
  return ledger.some(({ status }) => status === "RECALLED")
    ? "Not told: a value it rests on was written from memory"
    : "Not told: these results hold no claims of money";
}

function whoPaysAndGains({ scenario }: EconomicsResult, { agencies }: Appraisal): string {
  const gains = scenario ? "would gain" : "gains";
  return agencies.rows
    .map(({ agency, pays, gains: pounds, gainsInterval }) => {
      const limits = gainsInterval === undefined ? "" : ` (${gainsInterval.map(formatPounds).join(" to ")})`;
      return `${agency} pays ${pays === 0 ? "nothing" : formatPounds(pays)}, ${gains} ${pounds === 0 ? "nothing" : `${formatPounds(pounds)}${limits}`}`;
    })
    .join(". ");
}

/** Without a price of gains: what one success would have to be worth. */
function breakEvenOfSuccess(economics: EconomicsResult, { acceptability, costPerSuccess }: Appraisal): string {
  const told = acceptability.filter(({ needed }) => needed != null);
  const at = told.find(({ needed }) => needed! < 1) ?? told.at(-1);
  const effect = economics.effects.find(({ unit }) => unit === costPerSuccess?.label);
  if (at === undefined || effect === undefined || economics.ledger.length > 0) return notTold(economics);
  const [low, high] = effect.interval;
  const limits =
    low === null || high === null ? "" : `; the study’s interval is ${formatPer100(low)} to ${formatPer100(high)}`;
  return `If one (${effect.unit}) is worth ${formatPounds(at.worth)}, it takes ${formatPer100(at.needed!)} more of every 100 people${limits}`;
}
