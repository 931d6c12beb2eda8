import type { DiscountSchedule } from "./discount-schedules.ts";

/**
 * What a pound (or a quantity) of each year is worth today: 1 in year 0, and each year the year before over 1 + its own rate. Rates are
 * chained; years before a change of rate keep theirs.
 *
 * @param schedule rates by years from the start
 * @param years    number of years, year 0 included
 * @returns one factor a year, length `years`
 * @throws RangeError when years is not a whole number of 1 or more
 * @source HM Treasury, The Green Book (2026), chapter 6
 * @example
 * const flat = discountSchedules.find(({ id }) => id === "review-2026");
 * Array.from(discountFactors(flat, 2)); // [1, 0.970873786407767]
 */
export function discountFactors({ bands }: Pick<DiscountSchedule, "bands">, years: number): Float64Array {
  if (!Number.isInteger(years) || years < 1) {
    throw new RangeError(`discountFactors: years must be a whole number of 1 or more, got ${years}`);
  }
  const factors = new Float64Array(years);
  factors[0] = 1;
  for (let year = 1; year < years; year++) factors[year] = factors[year - 1]! / (1 + rateOf(bands, year));
  return factors;
}

function rateOf(bands: DiscountSchedule["bands"], year: number): number {
  return (bands.find(({ to }) => year <= to) ?? bands.at(-1)!).rate;
}
