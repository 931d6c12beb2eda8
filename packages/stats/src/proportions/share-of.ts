import { wilsonInterval } from "./wilson-interval.ts";

/** A share of a whole as a table prints it: both counts, and its 95 % interval. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** 0 to 1; null when the denominator is 0 */
  readonly value: number | null;
  readonly interval: [number, number] | null;
}

/**
 * Share with its 95 % Wilson interval; there is no share of nobody.
 *
 * @param numerator   those with what is asked
 * @param denominator everyone who could have it
 * @returns value and limits 0 to 1, null when the denominator is 0
 * @throws RangeError when there are some and the counts are not whole numbers with 0 <= numerator <= denominator
 * @source as `wilsonInterval`
 * @example
 * shareOf(1, 4).value; // 0.25
 * shareOf(0, 0); // { numerator: 0, denominator: 0, value: null, interval: null }
 */
export function shareOf(numerator: number, denominator: number): Share {
  if (denominator === 0) return { numerator, denominator, value: null, interval: null };
  const { proportion, lower, upper } = wilsonInterval({ events: numerator, total: denominator });
  return { numerator, denominator, value: proportion, interval: [lower, upper] };
}
