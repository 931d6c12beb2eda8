import type { EconomicsResult } from "@likewise/schema";
import type { DataTable } from "../charts/chart.ts";
import { amountWords, budgetWords, costPerSuccessWords, costPerWords, ratioWords } from "../wording/economics-words.ts";
import { formatCount, formatMeasured, formatPer100, formatPercent, formatRatio } from "../wording/formats.ts";
import { formatPounds, formatWholePounds } from "../wording/pounds.ts";
import { moneyRows } from "./money-rows.ts";
import { termsOf } from "./terms-of.ts";

type Result = NonNullable<EconomicsResult["appraisal"]>;

/** Who pays and who gains, with what each body would pay if all paid as they gain. Pounds are whole, so that columns add up. */
export function matrixTable(result: Result): DataTable {
  const whole = (pounds: number | null | undefined, otherwise: string) =>
    pounds == null ? otherwise : formatWholePounds(pounds);
  return {
    caption: `Public bodies, funders and people; present value over ${result.years} years, prices of ${result.priceYear}`,
    head: [
      "Who",
      "Pays",
      "Gains",
      "Of it cashable",
      "Gains less pays",
      "Interval of its gains",
      "Interval of gains less pays",
      "Gains for each pound paid",
      "Share if each paid as it gains",
      "That less what it pays",
    ],
    rows: moneyRows(result).map(({ who, pays, gains, net, cashable, body, gainsInterval, netInterval }) => [
      who,
      formatWholePounds(pays),
      formatWholePounds(gains),
      whole(cashable, "[z]"),
      formatWholePounds(net),
      limitsOf(gainsInterval),
      limitsOf(netInterval),
      body?.ratio == null ? "[z]" : formatRatio(body.ratio),
      whole(body?.fairShare, "[z]"),
      whole(body?.gap, "[z]"),
    ]),
  };
}

function limitsOf(interval: readonly [number, number] | null): string {
  return interval === null ? "[z]" : interval.map(formatPounds).join(" to ");
}

/** Every headline amount with its interval. */
export function amountsTable(result: Result, scenario: boolean): DataTable {
  const { byKind, costPer, costPerSuccess, perfectInformation, withoutInformation, label } = result;
  const released = byKind.fiscal.estimate - byKind.cashable.estimate;
  const per = (pounds: number | null) => costPerWords(result.cost, pounds) ?? "Not known";
  const success =
    costPerSuccess === null
      ? []
      : [[`Cost for each additional success (${costPerSuccess.label})`, costPerSuccessWords(costPerSuccess)]];
  return {
    caption: `${scenario ? "A scenario: if the whole difference were caused by the programme. " : ""}${termsOf(result)}; ${formatCount(100 * result.level)}% intervals of ${formatCount(result.draws)} draws`,
    head: ["What", "Amount"],
    rows: [
      ["Cost", amountWords(result.cost)],
      ["Cost for each person referred", per(costPer.referral)],
      ["Cost for each who started", per(costPer.start)],
      ["Cost for each who completed", per(costPer.completer)],
      ...success,
      ["Gains in all", amountWords(result.benefit)],
      [budgetWords.avoided, amountWords(byKind.fiscal)],
      [budgetWords.cashable, amountWords(byKind.cashable)],
      [budgetWords.released, formatPounds(released)],
      ...(byKind.economic.estimate === 0 ? [] : [["Earnings and output", amountWords(byKind.economic)]]),
      ["People’s welfare", amountWords(byKind.social)],
      ["Net present social value", amountWords(result.netPresentSocialValue)],
      ["Benefit-cost ratio", ratioWords(result.benefitCostRatio)],
      ...(label === null ? [] : [["Value-for-money category, a label and no verdict", label]]),
      ["Net present budget impact", amountWords(result.netBudgetImpact)],
      ["Fiscal return", ratioWords(result.fiscalReturn)],
      ["Cashable return", ratioWords(result.cashableReturn)],
      ["Draws in which gains exceed costs", formatPercent(result.probabilityPositive)],
      ["Years until budgets gained what was paid", paybackWords(result)],
      [
        "The most a better evaluation is worth",
        perfectInformation === null ? (withoutInformation ?? "Not known") : formatPounds(perfectInformation),
      ],
    ],
  };
}

/** Costs and successes of the same people, estimated together. */
export function perPersonTable(found: NonNullable<EconomicsResult["perPerson"]>, scenario: boolean): DataTable {
  const { label, priceYear, includesProgramme, cost, success, correlation, netBenefit, draws, level } = found;
  const { successes } = success;
  const limits = `${formatPer100(successes.interval[0])} to ${formatPer100(successes.interval[1])}`;
  return {
    caption: `${scenario ? "A scenario: if the whole difference were caused by the programme. " : ""}Against doing without; ${label}, prices of ${priceYear}, ${includesProgramme ? "the programme among them" : "with spend for each person reached"}; ${formatCount(100 * level)}% intervals of ${formatCount(draws)} draws of both together`,
    head: ["What", "Amount"],
    rows: [
      ["Difference in cost, pounds a person", amountWords(cost)],
      [`Difference for every 100 people (${success.label})`, `${formatPer100(successes.estimate)} (${limits})`],
      ["Cost for each additional success", costPerSuccessWords(success)],
      ...Object.entries(success.shares).map(([place, share]) => [`Draws: ${place}`, formatPercent(share)]),
      [
        "Correlation of the two differences",
        correlation === null ? "None: one is certain" : formatMeasured(correlation),
      ],
      ...netBenefit.map(({ worth, amount, with: share }) => [
        `Net benefit a person where one success is worth ${formatPounds(worth)}`,
        `${amountWords(amount)}; above nothing in ${formatPercent(share)} of draws`,
      ]),
    ],
  };
}

/** Draws that never have it back within the years appraised leave the upper limit out. */
function paybackWords({ paybackYears, paybackInterval }: Result): string {
  const beyond = "not within the years appraised";
  const years = (limit: number | null) => (limit === null ? beyond : formatMeasured(limit));
  if (paybackInterval === undefined || paybackInterval.every((limit) => limit === null)) {
    return paybackYears === null ? "Not within the years appraised" : formatMeasured(paybackYears);
  }
  return `${paybackYears === null ? "Not within the years appraised" : formatMeasured(paybackYears)} (${paybackInterval.map(years).join(" to ")})`;
}

/** The result once more with one thing changed, and where a run does not apply, why. */
export function runsTable({ runs }: Result): DataTable {
  return {
    caption: "Once more with one thing changed",
    head: ["What is changed", "Net present social value", "Benefit-cost ratio"],
    rows: runs.map(({ label, net, ratio, why }) => [
      label,
      net === null ? why! : formatPounds(net),
      ratio === null ? "" : formatMeasured(ratio),
    ]),
  };
}

/** Every value with its source, status and prices. */
export function ledgerTable({ ledger }: EconomicsResult, priceYear: string): DataTable {
  return {
    caption: "Values, and what each holds: none is counted twice",
    head: ["Value", "To whom", "Kind", "As published", `Prices of ${priceYear}`, "One", "Holds", "Status", "Source"],
    rows: ledger.map((row) => [
      row.label,
      row.agency,
      row.kind,
      `${formatPounds(row.pounds)}, ${row.priceBase}`,
      formatPounds(row.priced),
      row.per,
      row.covers.join(", "),
      row.status,
      row.source,
    ]),
  };
}

/** The same by another edition of values, line by line. */
export function vintagesTable({ vintages }: EconomicsResult): DataTable | null {
  if (vintages === null) return null;
  return {
    caption: `Net present social value ${formatPounds(vintages.netFrom)} by values ${vintages.from}…, ${vintages.netTo === null ? "not known" : formatPounds(vintages.netTo)} by ${vintages.to}…`,
    head: ["Value", "As used", "Other edition", "Status of the other", "What this line changes"],
    rows: vintages.rows.map(({ label, before, after, status, difference }) => [
      label,
      formatPounds(before),
      after === null ? "There is none" : formatPounds(after),
      status ?? "",
      difference === null ? "Not known" : formatPounds(difference),
    ]),
  };
}
