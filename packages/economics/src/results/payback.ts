import type { EconomicModel } from "../model/economic-model.ts";
import { evaluate, type Points } from "../model/evaluate.ts";

/**
 * Years until public budgets have gained what was paid, within the year by its share.
 *
 * @returns null where they have not within the years appraised
 */
export function paybackYears(model: EconomicModel, points: Points): number | null {
  let before = 0;
  for (let years = 1; years <= model.years; years++) {
    const balance = balanceAfter(model, points, years);
    if (balance >= 0) return years - 1 + (balance === before ? 0 : -before / (balance - before));
    before = balance;
  }
  return null;
}

/** What was gained less what was paid in the first years, each as present value. */
function balanceAfter(model: EconomicModel, points: Points, years: number): number {
  const upTo = {
    ...model,
    costs: model.costs.filter(({ year }) => year < years),
    benefits: model.benefits
      .filter(({ lagYears }) => lagYears < years)
      .map((line) => ({ ...line, persistsYears: Math.min(line.persistsYears, years - line.lagYears) })),
  };
  const at = evaluate(upTo, points, 1);
  return at.byKind.fiscal[0]! - at.cost[0]!;
}
