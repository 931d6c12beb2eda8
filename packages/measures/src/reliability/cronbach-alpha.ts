import { fQuantile, sampleVariance } from "@likewise/stats";
import { correlation } from "./correlation.ts";

export interface CronbachAlpha {
  readonly kind: "likewise/cronbach-alpha";
  readonly people: number;
  readonly items: number;
  readonly alpha: number;
  /** from the mean correlation between items; null where an item does not vary */
  readonly standardised: number | null;
  readonly meanCorrelation: number | null;
  /** Feldt's interval */
  readonly interval: readonly [number, number];
  readonly level: number;
  /** correlation of each item with the sum of the others; null where it does not vary */
  readonly itemRest: readonly (number | null)[];
  /** items, from 1, that go against the rest: not reversed, or not of this scale */
  readonly against: readonly number[];
  /** too few people to use it in a reliable change index: take a published one */
  readonly tooFewToReuse: boolean;
}

/**
 * Cronbach's alpha: how far items of one scale go together in these people. It holds no error over time.
 *
 * @param items one entry an item, scored and reversed, each of the number of people; complete questionnaires only
 * @param level default 0.95
 * @throws RangeError when there are fewer than two items or three people, lengths differ, or the total does not vary
 * @source Cronbach (1951), doi:10.1007/BF02310555; Feldt, Woodruff and Salih (1987), doi:10.1177/014662168701100107
 * @example
 * cronbachAlpha([[1, 2, 3], [1, 3, 2]]).alpha; // 0.6666666666666666
 */
export function cronbachAlpha(items: readonly ArrayLike<number>[], level = 0.95): CronbachAlpha {
  const k = items.length;
  const n = items[0]?.length ?? 0;
  if (k < 2 || n < 3)
    throw new RangeError(`cronbachAlpha: items must be at least two, of three people or more, got ${k} and ${n}`);
  if (items.some(({ length }) => length !== n))
    throw new RangeError(`cronbachAlpha: items must have equal lengths (${n} people), got others`);
  const total = Float64Array.from({ length: n }, (_, i) => items.reduce((sum, item) => sum + item[i]!, 0));
  const variances = items.map(sampleVariance);
  const ofTotal = sampleVariance(total);
  if (!(ofTotal > 0)) throw new RangeError("cronbachAlpha: the sum of items must vary (points), got one value");
  const alpha = (k / (k - 1)) * (1 - variances.reduce((sum, one) => sum + one, 0) / ofTotal);
  const meanCorrelation = variances.includes(0) ? null : meanOfPairs(items);
  const itemRest = items.map((item) =>
    correlation(
      item,
      Float64Array.from(total, (sum, i) => sum - item[i]!),
    ),
  );
  const df1 = n - 1;
  const df2 = (n - 1) * (k - 1);
  return {
    kind: "likewise/cronbach-alpha",
    people: n,
    items: k,
    alpha,
    standardised: meanCorrelation === null ? null : (k * meanCorrelation) / (1 + (k - 1) * meanCorrelation),
    meanCorrelation,
    interval: [
      1 - (1 - alpha) * fQuantile((1 + level) / 2, df1, df2),
      1 - (1 - alpha) * fQuantile((1 - level) / 2, df1, df2),
    ],
    level,
    itemRest,
    against: itemRest.flatMap((one, at) => (one !== null && one < 0 ? [at + 1] : [])),
    tooFewToReuse: n < fewestToReuse,
  };
}

const fewestToReuse = 50;

function meanOfPairs(items: readonly ArrayLike<number>[]): number {
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < items.length; a++) {
    for (let b = a + 1; b < items.length; b++) {
      sum += correlation(items[a]!, items[b]!)!;
      pairs++;
    }
  }
  return sum / pairs;
}
