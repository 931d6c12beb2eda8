import type { EconomicsResult } from "@likewise/schema";
import { formatMeasured } from "./formats.ts";
import { formatPounds } from "./pounds.ts";

type Result = NonNullable<EconomicsResult["appraisal"]>;
type Amount = Result["cost"];

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
