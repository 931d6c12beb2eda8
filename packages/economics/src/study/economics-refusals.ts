import type { StudyPlan } from "@likewise/schema";
import { costsOfStudy } from "./costs-of-study.ts";
import type { RejectedSpend, SpentItem } from "./study-economics.ts";
import { type PlacedRefusal, valuesOfStudy } from "./values-of-study.ts";
import { periodOf, yearsWithoutIndex } from "./years-of-study.ts";

/**
 * What of costs and benefits will be refused, told before anything is analysed: from the plan and what was spent alone. Whether an effect
 * has an interval, and its level, is known only of results.
 *
 * @param spent    added up by payer, purpose, kind and year
 * @param rejected rows of spend that could not be read
 * @example
 * economicsRefusals({ outcomes: [], economics: { priceYear: "2024-25", costs: {} } }, [])[0].id; // "no-spend"
 */
export function economicsRefusals(
  plan: Pick<StudyPlan, "outcomes" | "economics">,
  spent: readonly SpentItem[],
  rejected?: RejectedSpend,
): PlacedRefusal[] {
  const { economics } = plan;
  if (economics === undefined) return [];
  const ofSpend = yearsWithoutIndex(spent, economics);
  const costs =
    ofSpend.length > 0 ? ofSpend : costsOfStudy(economics, spent, periodOf(spent, economics), rejected).refusals;
  return [
    ...costs.map((refusal) => ({
      ...refusal,
      path: refusal.id === "cost-without-support" ? "economics.costs" : "data.tables.costs",
    })),
    ...valuesOfStudy(plan, economics).refusals,
  ];
}
