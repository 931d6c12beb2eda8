import { isUnbounded, isWithheld } from "@likewise/schema";

/** The words of an interval, by which of its limits exist. */
export interface IntervalWords {
  both(low: number, high: number): string;
  above(low: number): string;
  below(high: number): string;
  readonly unlimited: string;
  readonly withheld: string;
}

/** Chooses the words for two limits, of which either may be withheld or unbounded. */
export function intervalWords(low: unknown, high: unknown, words: IntervalWords): string {
  if (isWithheld(low) || isWithheld(high)) return words.withheld;
  if (isUnbounded(low)) return isUnbounded(high) ? words.unlimited : words.below(high as number);
  return isUnbounded(high) ? words.above(low as number) : words.both(low as number, high as number);
}
