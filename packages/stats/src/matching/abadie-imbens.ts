import { sumOf } from "../sums/sum.ts";

export interface MatchedOnce {
  /** Outcome of each treated person, length n. */
  readonly treated: ArrayLike<number>;
  /** Outcome of the comparison person each was matched to, length n. */
  readonly comparison: ArrayLike<number>;
  /** How often each distinct comparison person was used; adds up to n. */
  readonly timesUsed: ArrayLike<number>;
}

/**
 * Mean difference of treated people and the comparison people matched to them one to one with replacement, with Abadie and
 * Imbens's standard error where outcomes spread alike for everybody: the spread of the differences says how far one
 * outcome is off, and a comparison person used often counts by the square of how often.
 *
 * @returns effect in the unit of the outcome; `variance` of one outcome; `standardError` of the effect in these people
 * @throws RangeError when lengths differ or uses do not add up to the treated
 * @source Abadie and Imbens (2006), doi:10.1111/j.1468-0262.2006.00655.x, section 4
 * @example
 * const matched = { treated: [1, 0, 0, 1, 0], comparison: [1, 1, 0, 1, 1], timesUsed: [1, 3, 1] };
 * abadieImbens(matched).variance; // 0.12
 */
export function abadieImbens({ treated, comparison, timesUsed }: MatchedOnce): {
  effect: number;
  variance: number;
  standardError: number;
} {
  const n = treated.length;
  const uses = sumOf(timesUsed.length, (j) => timesUsed[j]!);
  if (comparison.length !== n || uses !== n || n === 0) {
    throw new RangeError(
      `abadieImbens: comparison and uses must match the treated (${n}), got ${comparison.length} and ${uses}`,
    );
  }
  const effect = sumOf(n, (i) => treated[i]! - comparison[i]!) / n;
  const variance = sumOf(n, (i) => (treated[i]! - comparison[i]! - effect) ** 2) / (2 * n);
  const squares = sumOf(timesUsed.length, (j) => timesUsed[j]! ** 2);
  return { effect, variance, standardError: Math.sqrt((variance * (n + squares)) / n ** 2) };
}

/**
 * By how much a person used as a match counts, beyond once for themselves, in the variance of an average effect on
 * everyone: (K / M)² + (2M − 1) / M · K / M.
 *
 * @param timesUsed K, how often the person was used
 * @param matches   M, matches of each person
 * @source Abadie and Imbens (2006), doi:10.1111/j.1468-0262.2006.00655.x, theorem 1
 * @example
 * abadieImbensFactor(10, 1); // 110
 */
export function abadieImbensFactor(timesUsed: number, matches: number): number {
  const share = timesUsed / matches;
  return share * share + ((2 * matches - 1) / matches) * share;
}
