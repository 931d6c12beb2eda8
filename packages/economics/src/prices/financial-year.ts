/** A price base as a financial year, and whether that took a convention. */
export interface FinancialYear {
  /** April to March, as 2016-17 */
  readonly year: string;
  /** a calendar year was given: taken as the financial year that starts in it */
  readonly fromCalendarYear: boolean;
}

/**
 * The financial year of a price base: itself, or, of a calendar year, the one that starts in it.
 *
 * @param base `2016-17` or `2019`
 * @throws RangeError when it is neither, or the two years do not follow each other
 * @example
 * financialYear("2019"); // { year: "2019-20", fromCalendarYear: true }
 */
export function financialYear(base: string): FinancialYear {
  const [, first, last] = /^(\d{4})(?:-(\d{2}))?$/.exec(base) ?? [];
  if (first === undefined || (last !== undefined && Number(last) !== (Number(first) + 1) % 100)) {
    throw new RangeError(`financialYear: base must be a year (2019) or a financial year (2016-17), got ${base}`);
  }
  return { year: `${first}-${following(Number(first))}`, fromCalendarYear: last === undefined };
}

/** The two digits of the year after. */
function following(year: number): string {
  return String((year + 1) % 100).padStart(2, "0");
}
