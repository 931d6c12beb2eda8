import { type BetterIs, improvementSign } from "./improvement.ts";
import { toLimit } from "./to-limit.ts";

export interface FloorAndCeiling {
  readonly kind: "likewise/floor-and-ceiling";
  readonly people: number;
  /** people at the lowest score */
  readonly atLowest: number;
  readonly atHighest: number;
  /** 15 % or more at an end: changes there cannot be seen. The limit is a convention nobody verified */
  readonly floor: boolean;
  readonly ceiling: boolean;
  /** people whose first score leaves no room for a reliable improvement */
  readonly cannotImprove: number;
  /** people whose first score leaves no room for a reliable worsening */
  readonly cannotDeteriorate: number;
}

/**
 * Scores at the ends of their range, and people who could not have shown reliable change whatever happened to them.
 *
 * @param scores    first scores, points
 * @param threshold points of change that are reliable, this or more
 * @throws RangeError when the range is not from lower to higher or the threshold is not > 0
 * @example
 * floorAndCeiling({ scores: [0, 3, 9, 27], range: [0, 27], better: "lower", threshold: 6 }).cannotImprove; // 2
 */
export function floorAndCeiling({
  scores,
  range: [lowest, highest],
  better,
  threshold,
}: {
  readonly scores: ArrayLike<number>;
  readonly range: readonly [number, number];
  readonly better: BetterIs;
  readonly threshold: number;
}): FloorAndCeiling {
  if (!(highest > lowest))
    throw new RangeError(`floorAndCeiling: range must run from lower to higher (points), got ${lowest} and ${highest}`);
  if (!(threshold > 0)) throw new RangeError(`floorAndCeiling: threshold must be > 0 (points), got ${threshold}`);
  const best = better === "higher" ? highest : lowest;
  const worst = better === "higher" ? lowest : highest;
  const sign = improvementSign(better);
  const counts = { atLowest: 0, atHighest: 0, cannotImprove: 0, cannotDeteriorate: 0 };
  for (let i = 0; i < scores.length; i++) {
    const score = toLimit(toLimit(scores[i]!, lowest), highest);
    if (score === lowest) counts.atLowest++;
    if (score === highest) counts.atHighest++;
    if (toLimit(sign * (best - score), threshold) < threshold) counts.cannotImprove++;
    if (toLimit(sign * (score - worst), threshold) < threshold) counts.cannotDeteriorate++;
  }
  const share = Math.max(1, scores.length) * endShare;
  return {
    kind: "likewise/floor-and-ceiling",
    people: scores.length,
    ...counts,
    floor: counts.atLowest >= share,
    ceiling: counts.atHighest >= share,
  };
}

const endShare = 0.15;
