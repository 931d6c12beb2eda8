import { sumOf } from "../sums/sum.ts";

export interface MatchedOnce {
  /** Value of each unit, length n. */
  readonly values: ArrayLike<number>;
  /** Value of the partner each was matched to, length n. */
  readonly partners: ArrayLike<number>;
  /** How often each distinct partner was used; adds up to n. */
  readonly timesUsed: ArrayLike<number>;
}

/**
 * Mean difference of units and the partners matched to them one to one with replacement, with Abadie and Imbens's standard
 * error where values spread alike for every unit: the spread of the differences says how far one value is off, and a partner
 * used often counts by the square of how often.
 *
 * @returns difference in the unit of the values; `variance` of one value; `standardError` of the difference in these units
 * @throws RangeError when lengths differ or uses do not add up to the units
 * @source Abadie and Imbens (2006), doi:10.1111/j.1468-0262.2006.00655.x, section 4
 * @example
 * const matched = { values: [1, 0, 0, 1, 0], partners: [1, 1, 0, 1, 1], timesUsed: [1, 3, 1] };
 * abadieImbens(matched).variance; // 0.12
 */
export function abadieImbens({ values, partners, timesUsed }: MatchedOnce): {
  difference: number;
  variance: number;
  standardError: number;
} {
  const n = values.length;
  const uses = sumOf(timesUsed.length, (j) => timesUsed[j]!);
  if (partners.length !== n || uses !== n || n === 0) {
    throw new RangeError(
      `abadieImbens: partners and their uses must match the values (${n}), got ${partners.length} and ${uses}`,
    );
  }
  const difference = sumOf(n, (i) => values[i]! - partners[i]!) / n;
  const variance = sumOf(n, (i) => (values[i]! - partners[i]! - difference) ** 2) / (2 * n);
  const squares = sumOf(timesUsed.length, (j) => timesUsed[j]! ** 2);
  return { difference, variance, standardError: Math.sqrt((variance * (n + squares)) / n ** 2) };
}

/**
 * By how much a unit used as a match counts, beyond once for itself, in the variance of the average difference over all
 * units: (K / M)² + (2M − 1) / M · K / M.
 *
 * @param timesUsed K, how often the unit was used
 * @param matches   M, matches of each unit
 * @source Abadie and Imbens (2006), doi:10.1111/j.1468-0262.2006.00655.x, theorem 1
 * @example
 * abadieImbensFactor(10, 1); // 110
 */
export function abadieImbensFactor(timesUsed: number, matches: number): number {
  const share = timesUsed / matches;
  return share * share + ((2 * matches - 1) / matches) * share;
}
