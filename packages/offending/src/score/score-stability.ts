import type { RankedScore, Scores } from "./score-people.ts";

/** How far a ranking kept from one as-of day to the next. */
export interface ScoreStability {
  readonly from: number;
  readonly to: number;
  /** People scored on both days. */
  readonly people: number;
  /** Spearman's correlation of the scores, ties sharing their mean rank; null where either day's scores are all equal. */
  readonly rankCorrelation: number | null;
  readonly top: number;
  /** Of the people at or above rank `top` on the first day, those still there on the second. */
  readonly keptInTop: number;
  readonly inTop: number;
  /** People whose rank changed though none of their events is newer than the first day: moved by age, or by others. */
  readonly movedWithoutNewEvent: number;
}

/**
 * How stable a ranking is from each as-of day to the next, such as week to week.
 *
 * @param scores of the same configuration, days in rising order
 * @param top    size of the list people are taken from; ties at its end are all in it
 * @throws RangeError when there are configurations of two kinds, days do not rise, or top is not 1 or more
 */
export function scoreStability(scores: readonly Scores[], { top }: { readonly top: number }): ScoreStability[] {
  if (!(top >= 1)) throw new RangeError(`scoreStability: top must be 1 or more (people), got ${top}`);
  return scores.slice(1).map((later, index) => {
    const earlier = scores[index]!;
    if (later.configurationSha256 !== earlier.configurationSha256) {
      throw new RangeError("scoreStability: scores must be of one configuration, got two");
    }
    if (later.asOf <= earlier.asOf) {
      throw new RangeError(`scoreStability: as-of days must rise, got ${later.asOf} after ${earlier.asOf}`);
    }
    const laterOf = new Map(later.people.map((person) => [person.unit, person]));
    const pairs = earlier.people.flatMap((before): [RankedScore, RankedScore][] => {
      const after = laterOf.get(before.unit);
      return after === undefined ? [] : [[before, after]];
    });
    const inTop = pairs.filter(([before]) => before.rank <= top);
    return {
      from: earlier.asOf,
      to: later.asOf,
      people: pairs.length,
      rankCorrelation: correlation(
        midRanks(pairs.map(([before]) => before.total)),
        midRanks(pairs.map(([, after]) => after.total)),
      ),
      top,
      keptInTop: inTop.filter(([, after]) => after.rank <= top).length,
      inTop: inTop.length,
      movedWithoutNewEvent: pairs.filter(
        ([before, after]) => before.rank !== after.rank && after.reasons.every(({ day }) => day <= earlier.asOf),
      ).length,
    };
  });
}

function midRanks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) ranks[order[i]!] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}

/** Of ranks, whose mean is known and whose products are exact. */
function correlation(a: readonly number[], b: readonly number[]): number | null {
  const centre = (a.length + 1) / 2;
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((total, value, i) => total + (value - centre) * (y[i]! - centre), 0);
  const [ab, aa, bb] = [product(a, b), product(a, a), product(b, b)];
  return aa === 0 || bb === 0 ? null : ab / Math.sqrt(aa * bb);
}
