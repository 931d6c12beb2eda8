import { mean, sum } from "@likewise/stats";

/** What a harm distribution is like: never its mean alone. */
export interface HarmDescription {
  readonly people: number;
  readonly total: number;
  /** null without people, as everything below. */
  readonly mean: number | null;
  readonly median: number | null;
  /** Mean after the given share of people is cut at each end. */
  readonly trimmedMean: number | null;
  readonly trimmedShare: number;
  readonly withHarm: number;
  readonly shareZero: number | null;
  /** Share of all harm that the most harmful twentieth of people (rounded up) have; null without harm. */
  readonly shareOfTopTwentieth: number | null;
}

/**
 * Harm of people in one window, described so that one grave offence shows as what it is: mean, median, trimmed mean,
 * the share at zero and how concentrated it is.
 *
 * @param values harm of each person, >= 0, in one unit, none missing
 * @param trimmedShare of people cut at each end, from 0 to under 0.5
 * @throws RangeError when a value is negative or not finite, or the share is out of range
 * @example
 * describeHarm([0, 0, 0, 10, 5475]).median; // 0
 * describeHarm([0, 0, 0, 10, 5475], { trimmedShare: 0.2 }).trimmedMean; // 3.3333333333333335
 */
export function describeHarm(
  values: ArrayLike<number>,
  { trimmedShare = 0.05 }: { readonly trimmedShare?: number } = {},
): HarmDescription {
  if (!(trimmedShare >= 0 && trimmedShare < 0.5)) {
    throw new RangeError(`describeHarm: trimmedShare must be from 0 to under 0.5, got ${trimmedShare}`);
  }
  const rising = new Float64Array(values).sort();
  const bad = rising.find((value) => !(value >= 0 && Number.isFinite(value)));
  if (bad !== undefined) throw new RangeError(`describeHarm: values must be finite and 0 or more, got ${bad}`);
  const people = rising.length;
  const total = sum(rising);
  const withHarm = rising.filter((value) => value > 0).length;
  const cut = Math.floor(trimmedShare * people);
  const top = rising.slice(people - Math.ceil(people / 20));
  const none = people === 0;
  return {
    people,
    total,
    mean: none ? null : mean(rising),
    median: none ? null : middleOf(rising),
    trimmedMean: none ? null : mean(rising.subarray(cut, people - cut)),
    trimmedShare,
    withHarm,
    shareZero: none ? null : (people - withHarm) / people,
    shareOfTopTwentieth: total === 0 ? null : sum(top) / total,
  };
}

/** Median of values in rising order, at least one. */
export function middleOf(rising: ArrayLike<number>): number {
  return (rising[Math.floor((rising.length - 1) / 2)]! + rising[Math.floor(rising.length / 2)]!) / 2;
}
