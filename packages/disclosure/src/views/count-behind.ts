import { type Balance, type Figure, isWithheld } from "@likewise/schema";

/** The two values of a column that has no others: its mean then counts the people with the higher one. */
export interface TwoValues {
  readonly low: number;
  readonly high: number;
}

const yesOrNo: TwoValues = { low: 0, high: 1 };

/**
 * People behind the mean of a column with two values.
 *
 * @param mean   share, or mean of zeros and ones (or of the two values given)
 * @param people whose mean it is
 * @returns null when the mean cannot be one, or when either figure is missing or withheld
 */
export function countBehind(
  mean: Figure | null,
  people: Figure | null,
  { low, high }: TwoValues = yesOrNo,
): number | null {
  if (people === null || mean === null || isWithheld(people) || isWithheld(mean)) return null;
  const amount = ((mean - low) / (high - low)) * people;
  const count = Math.round(amount);
  return count >= 0 && count <= people && Math.abs(amount - count) < tolerance ? count : null;
}

/**
 * The two values a covariate seems to have, as anyone can find who knows its means and its standardised difference: a
 * column of zeros and twos counts people as one of zeros and ones does. The lower value is tried as 0 and as 1, and
 * believed when both arms then hold a whole number of people.
 *
 * @param people sizes of the treated and of the comparison arm
 * @returns zero and one for a level, and where nothing says otherwise
 */
export function twoValuesOf({ level, before }: Balance, people: readonly [Figure, Figure]): TwoValues {
  const { treated, comparison, standardisedMeanDifference, varianceRatio } = before;
  const figures = [treated, comparison, standardisedMeanDifference, ...people];
  if (level !== null || figures.some((each) => typeof each !== "number") || standardisedMeanDifference === 0)
    return yesOrNo;
  const [inTreated, inComparison, difference, n] = figures as [number, number, number, number];
  const spread = ((inTreated - inComparison) / difference) ** 2;
  const share = (mean: number) => mean * (1 - mean);
  const ofShares = [share(inTreated), share(inComparison), (share(inTreated) + share(inComparison)) / 2];
  if (ofShares.some((each) => Math.abs(spread - each) < tolerance)) return yesOrNo;
  // The unit is the deviation of the treated, of the comparison arm, or of both together; of a sample, so that the
  // variance of the two values is smaller by (n − 1)/n.
  const ratio = typeof varianceRatio === "number" ? varianceRatio : 0;
  const found = [spread, spread * ratio, (2 * spread * ratio) / (1 + ratio), 2 * spread]
    .flatMap((variance) =>
      [0, 1].map((low) => ({ low, high: inTreated + (variance * (n - 1)) / n / (inTreated - low) })),
    )
    .find(
      (two) =>
        two.high > two.low && [treated, comparison].every((mean, arm) => countBehind(mean, people[arm]!, two) !== null),
    );
  return found ?? yesOrNo;
}

/** People times a mean in floating point. */
const tolerance = 1e-6;
