import { financialYear } from "./financial-year.ts";
import { type PriceIndex, priceIndices } from "./price-index.ts";

/** How prices of one year become prices of another. */
export interface Repricing {
  /** what a value is multiplied by */
  readonly factor: number;
  readonly index: string;
  /** what stands behind the factor that a reader must know, in words */
  readonly notes: readonly string[];
}

/**
 * The factor that takes prices of one year to those of another: the index of the year wanted over that of the year given.
 *
 * @param from  price base of the value, a financial year (`2016-17`) or a calendar year (`2019`, taken as the financial year that
 *   starts in it)
 * @param to    price base wanted
 * @param index series of prices; the newest release when left out
 * @throws RangeError when the series has no such year
 * @source HM Treasury, The Green Book (2026), chapter 6: constant prices of one year, by the GDP deflator
 * @example
 * reprice("2016-17", "2016-17").factor; // 1
 */
export function reprice(from: string, to: string, index: PriceIndex = priceIndices[0]!): Repricing {
  const given = financialYear(from);
  const wanted = financialYear(to);
  const before = indexAt(index, given.year);
  const after = indexAt(index, wanted.year);
  const calendar = [[from, given] as const, [to, wanted] as const].flatMap(([base, { year, fromCalendarYear }]) =>
    fromCalendarYear ? [`prices of ${base} are taken as those of ${year}`] : [],
  );
  const forecast = [before, after].flatMap(({ year, kind }) =>
    kind === "forecast" ? [`the price index of ${year} is a forecast`] : [],
  );
  const distorted = [before, after].flatMap(({ year }) =>
    pandemicYears.includes(year) ? [`the price index of ${year} is distorted by how output was measured then`] : [],
  );
  return {
    factor: after.index / before.index,
    index: index.id,
    notes: [...new Set([...calendar, ...forecast, ...(before === after ? [] : distorted)])],
  };
}

/** Whether prices of a base can be made those of another year. */
export function hasIndex(base: string, index: PriceIndex = priceIndices[0]!): boolean {
  try {
    indexAt(index, financialYear(base).year);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** +5.2 % and then +0.2 %: output was measured otherwise in the pandemic. */
const pandemicYears: readonly string[] = ["2020-21", "2021-22"];

function indexAt({ id, years }: PriceIndex, year: string): PriceIndex["years"][number] {
  const found = years.find((one) => one.year === year);
  if (found === undefined) {
    const [first, last] = [years[0]!.year, years.at(-1)!.year];
    throw new RangeError(`reprice: ${id} holds ${first} to ${last}, got ${year}`);
  }
  return found;
}
