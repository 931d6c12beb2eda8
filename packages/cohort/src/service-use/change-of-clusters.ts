import { studentTQuantile } from "@likewise/stats";

/** What one person adds to a quantity before and after: a sum and how many it is of. */
export interface PairedSums {
  readonly before: Sums;
  readonly after: Sums;
}

interface Sums {
  readonly sum: number;
  readonly count: number;
}

export interface Change {
  readonly before: number | null;
  readonly after: number | null;
  /** After over before, or after less before; null where one of them is not there. */
  readonly change: number | null;
  /** 95 %, people drawn as wholes; null where fewer than two people are there or nothing varies. */
  readonly interval: [number, number] | null;
}

/**
 * The ratio of two means of the same people, after over before: sum over count of each, linearised, with people as
 * clusters, so that many contacts of one person do not pass for many people.
 *
 * @param people one entry a person; counts of 1 make the means contacts a person
 * @source Cochran, Sampling Techniques (1977), 6.4; the variance is that of a Poisson regression on the period with
 *   people as clusters (CR1 without the term for regressors)
 * @example
 * ratioOfMeans([{ before: { sum: 1, count: 1 }, after: { sum: 2, count: 1 } }, { before: { sum: 1, count: 1 }, after: { sum: 2, count: 1 } }]).change; // 2
 */
export function ratioOfMeans(people: readonly PairedSums[]): Change {
  const { before, after, meanBefore, meanAfter } = means(people);
  if (meanBefore === null || meanAfter === null || before.sum === 0 || after.sum === 0)
    return { before: meanBefore, after: meanAfter, change: null, interval: null };
  const error = clusteredError(
    people.map(
      (one) =>
        (one.after.sum - meanAfter * one.after.count) / after.sum -
        (one.before.sum - meanBefore * one.before.count) / before.sum,
    ),
  );
  const change = meanAfter / meanBefore;
  const interval = error === null ? null : limits(Math.log(change), error, people.length);
  return {
    before: meanBefore,
    after: meanAfter,
    change,
    interval: interval && [Math.exp(interval[0]), Math.exp(interval[1])],
  };
}

/**
 * The difference of two means, after less before, each a sum over a count (severity over contacts), with people as
 * clusters.
 *
 * @param people one entry a person; somebody without contacts in a period adds nothing to it
 * @source as `ratioOfMeans`, of a linear regression on the period
 * @example
 * differenceOfMeans([{ before: { sum: 4, count: 2 }, after: { sum: 1, count: 1 } }, { before: { sum: 2, count: 1 }, after: { sum: 1, count: 1 } }]).change; // -1
 */
export function differenceOfMeans(people: readonly PairedSums[]): Change {
  const { before, after, meanBefore, meanAfter } = means(people);
  if (meanBefore === null || meanAfter === null)
    return { before: meanBefore, after: meanAfter, change: null, interval: null };
  const error = clusteredError(
    people.map(
      (one) =>
        (one.after.sum - meanAfter * one.after.count) / after.count -
        (one.before.sum - meanBefore * one.before.count) / before.count,
    ),
  );
  const change = meanAfter - meanBefore;
  return {
    before: meanBefore,
    after: meanAfter,
    change,
    interval: error === null ? null : limits(change, error, people.length),
  };
}

function means(people: readonly PairedSums[]) {
  const total = (period: keyof PairedSums): Sums => ({
    sum: people.reduce((all, one) => all + one[period].sum, 0),
    count: people.reduce((all, one) => all + one[period].count, 0),
  });
  const [before, after] = [total("before"), total("after")];
  const mean = ({ sum, count }: Sums) => (count === 0 ? null : sum / count);
  return { before, after, meanBefore: mean(before), meanAfter: mean(after) };
}

/** Of a total of influences that sum to nothing, one a person; null where it cannot be told. */
function clusteredError(influences: readonly number[]): number | null {
  const people = influences.length;
  if (people < 2) return null;
  const squares = influences.reduce((all, one) => all + one * one, 0);
  return squares === 0 ? null : Math.sqrt((people / (people - 1)) * squares);
}

function limits(centre: number, error: number, people: number): [number, number] {
  const reach = studentTQuantile(0.975, people - 1) * error;
  return [centre - reach, centre + reach];
}
