import type { EconomicsResult } from "@likewise/schema";
import { formatMeasured } from "./formats.ts";
import { formatPounds } from "./pounds.ts";
import { capital } from "./sentence-case.ts";

type Result = NonNullable<EconomicsResult["appraisal"]>;
type Amount = Result["cost"];
type Success = NonNullable<Result["costPerSuccess"]>;

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

/** Cost over so many people: their number is known as it is, so that limits are those of the cost. */
export function costPerWords({ estimate, interval }: Amount, pounds: number | null): string | null {
  if (pounds === null) return null;
  if (estimate === 0) return formatPounds(pounds);
  const limits = interval.map((limit) => formatPounds((pounds * limit) / estimate));
  return `${formatPounds(pounds)} (${limits.join(" to ")})`;
}

/** Pounds for one more success with their limits, or why there are none; outside dearer and more the place says all. */
export function costPerSuccessWords({ pounds, interval: [low, high], quadrant }: Success): string {
  if (pounds === null) return capital(quadrant);
  return low === null || high === null
    ? `${formatPounds(pounds)} (no limits: in some draws there are no more successes)`
    : `${formatPounds(pounds)} (${formatPounds(low)} to ${formatPounds(high)})`;
}

export function ratioWords({ estimate, interval }: Result["benefitCostRatio"]): string {
  if (estimate === null) return "No ratio";
  const [low, high] = interval;
  return low === null || high === null
    ? `${formatMeasured(estimate)} (no limits)`
    : `${formatMeasured(estimate)} (${formatMeasured(low)} to ${formatMeasured(high)})`;
}
