import type { EconomicModel } from "../model/economic-model.ts";
import { evaluate, type Points } from "../model/evaluate.ts";

/**
 * Years until public budgets have back what was paid, for good: each year's spend is paid at its start, its gains come evenly over it.
 *
 * @returns null where they have not within the years appraised, or gain nothing
 */
export function paybackYears(model: EconomicModel, points: Points): number | null {
  const upTo = Array.from({ length: model.years + 1 }, (_, years) => totalsOf(model, points, years));
  const last = upTo.at(-1)!;
  if (!(last.gained > 0) || last.gained < last.paid) return null;
  for (let year = model.years - 1; year >= 0; year--) {
    const before = upTo[year]!.gained - upTo[year + 1]!.paid;
    if (before < 0) return year - before / (upTo[year + 1]!.gained - upTo[year]!.gained);
  }
  return 0;
}

/** What was paid and gained in the first years, as present values. */
function totalsOf(
  model: EconomicModel,
  points: Points,
  years: number,
): { readonly paid: number; readonly gained: number } {
  if (years === 0) return { paid: 0, gained: 0 };
  const paid = evaluate({ ...model, costs: model.costs.filter(({ year }) => year < years), benefits: [] }, points, 1);
  const gained = evaluate({ ...model, years, costs: [] }, points, 1);
  return { paid: paid.cost[0]!, gained: gained.byKind.fiscal[0]! };
}
