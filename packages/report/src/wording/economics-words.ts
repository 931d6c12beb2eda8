import type { EconomicsResult } from "@likewise/schema";
import { formatMeasured, formatPercent } from "./formats.ts";
import { formatPounds } from "./pounds.ts";

type Result = NonNullable<EconomicsResult["appraisal"]>;
type Amount = Result["cost"];

/** What money at level 1 or 2 is: nothing of it may be read as saved. */
export const scenarioWords =
  "If the whole difference were caused by the programme, the money would be as here. The evidence does not show that it was: this is a scenario.";

/** Three words for what a public budget gains; none stands for another. */
export const budgetWords = {
  avoided: "Cost avoided: what public budgets would have spent",
  released: "Capacity released: time and places that others use",
  cashable: "Cashable: what could leave a budget",
} as const;

/** An amount with its interval. */
export function amountWords({ estimate, interval }: Amount): string {
  return `${formatPounds(estimate)} (${formatPounds(interval[0])} to ${formatPounds(interval[1])})`;
}

export function ratioWords({ estimate, interval }: Result["benefitCostRatio"]): string {
  if (estimate === null) return "No ratio";
  const [low, high] = interval;
  return low === null || high === null
    ? `${formatMeasured(estimate)} (no limits)`
    : `${formatMeasured(estimate)} (${formatMeasured(low)} to ${formatMeasured(high)})`;
}

/** What it was worth, in a sentence a claim of its level may say. */
export function worthWords({ scenario }: EconomicsResult, { benefit, netPresentSocialValue, cost }: Result): string {
  const what = `gains of ${amountWords(benefit)} against a cost of ${formatPounds(cost.estimate)}: ${amountWords(netPresentSocialValue)} in all`;
  return scenario
    ? `If the whole difference were caused by the programme: ${what}`
    : `Valued at published prices: ${what}`;
}

/** What would just pay, set against what was found. */
export function breakEvenWords({ effects }: EconomicsResult): string | null {
  const row = effects.find(({ needed }) => needed !== null);
  if (row === undefined) return null;
  const { needed, found, interval, unit, neededFiscal } = row;
  const [low, high] = interval;
  const limits = low === null || high === null ? "" : ` (interval ${formatMeasured(low)} to ${formatMeasured(high)})`;
  const place =
    low === null || high === null
      ? ""
      : needed! > high
        ? " That lies above the whole interval."
        : needed! < low
          ? " That lies below the whole interval."
          : " That lies within the interval.";
  const fiscal =
    neededFiscal === null ? "" : ` Counting public budgets alone it would take ${formatMeasured(neededFiscal)}.`;
  return `To break even, the gain for each person would have to be ${formatMeasured(needed!)} (${unit}); it was ${formatMeasured(found)}${limits}.${place}${fiscal}`;
}

export function probabilityWords({ probabilityPositive }: Result): string {
  return `Gains exceed costs in ${formatPercent(probabilityPositive)} of draws of everything uncertain`;
}
