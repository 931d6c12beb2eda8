import type { EconomicModel } from "../model/economic-model.ts";
import { evaluate, type Points } from "../model/evaluate.ts";

/**
 * Years until public budgets have back what was paid, for good: each year's spend is paid at its start, its gains come evenly over it.
 *
 * @param n how many points there are
 * @returns at each point; infinite where they have not within the years appraised, or gain nothing
 */
export function paybackYears(model: EconomicModel, points: Points, n: number): Float64Array {
  const upTo = Array.from({ length: model.years + 1 }, (_, years) => totalsOf(model, points, n, years));
  return Float64Array.from({ length: n }, (_, i) => paidBack(upTo, i));
}

interface Totals {
  readonly paid: Float64Array;
  readonly gained: Float64Array;
}

function paidBack(upTo: readonly Totals[], i: number): number {
  const last = upTo.at(-1)!;
  if (!(last.gained[i]! > 0) || last.gained[i]! < last.paid[i]!) return Number.POSITIVE_INFINITY;
  for (let year = upTo.length - 2; year >= 0; year--) {
    const before = upTo[year]!.gained[i]! - upTo[year + 1]!.paid[i]!;
    if (before < 0) return year - before / (upTo[year + 1]!.gained[i]! - upTo[year]!.gained[i]!);
  }
  return 0;
}

/** What was paid and gained in the first years, as present values. */
function totalsOf(model: EconomicModel, points: Points, n: number, years: number): Totals {
  if (years === 0) return { paid: new Float64Array(n), gained: new Float64Array(n) };
  const fiscal = model.benefits.filter(({ kind }) => kind === "fiscal");
  const paid = evaluate({ ...model, costs: model.costs.filter(({ year }) => year < years), benefits: [] }, points, n);
  const gained = evaluate({ ...model, years, costs: [], benefits: fiscal }, points, n);
  return { paid: paid.cost, gained: gained.byKind.fiscal };
}
