import type { EconomicsPlan, Refusal } from "@likewise/schema";
import { priceIndices } from "../prices/price-index.ts";
import type { SpentItem } from "./study-economics.ts";

/** Years appraised where a plan does not say: an effect on offending that fades. */
export const usualYears = 5;

/** The years appraised: from the first the plan names, or the first of spend. */
export function periodOf(
  spent: readonly SpentItem[],
  { firstYear, priceYear, years = usualYears }: EconomicsPlan,
): { readonly first: string; readonly years: number } {
  const earliest = spent.flatMap(({ year }) => (year === null ? [] : [year])).sort()[0];
  return { first: firstYear ?? earliest ?? priceYear, years };
}

/** Prices cannot be mixed: a year without an index refuses the whole. */
export function yearsWithoutIndex(spent: readonly SpentItem[], { priceYear }: EconomicsPlan): Refusal[] {
  const known = priceIndices[0]!.years.map(({ year }) => year);
  const years = [...new Set([priceYear, ...spent.flatMap(({ year }) => (year === null ? [] : [year]))])].sort();
  const unknown = years.filter((year) => !known.includes(year));
  if (unknown.length === 0) return [];
  return [
    {
      id: "price-index-missing",
      what: "costs and benefits",
      why: `prices of ${unknown.join(", ")} cannot be made those of ${priceYear}: the price index holds ${known[0]} to ${known.at(-1)}`,
      unlocks: "spend and a price year the index holds",
    },
  ];
}
