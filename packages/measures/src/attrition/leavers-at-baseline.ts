import { isPresent, type NumberColumn } from "@likewise/schema";
import { mean, normalQuantile, type Refused, sampleVariance } from "@likewise/stats";

export interface LeaversAtBaseline {
  readonly kind: "likewise/leavers-at-baseline";
  readonly completers: { readonly n: number; readonly mean: number; readonly sd: number };
  readonly leavers: { readonly n: number; readonly mean: number; readonly sd: number };
  /** completers minus leavers, points */
  readonly difference: number;
  /** over the pooled standard deviation */
  readonly standardised: number;
  readonly interval: readonly [number, number];
  readonly level: number;
}

/**
 * Whether those who were seen again began as those who were not: first scores of completers and leavers.
 *
 * @param pre  first scores, points
 * @param post later scores; missing of leavers
 * @returns refused where one of the two holds fewer than two people or scores do not vary
 * @missing people without a first score stand in neither
 * @example
 * const pre = { type: "number", values: Float64Array.of(10, 14, 20, 24), valid: null };
 * const post = { type: "number", values: Float64Array.of(8, 9, 0, 0), valid: Uint8Array.of(1, 1, 0, 0) };
 * leaversAtBaseline({ pre, post }).difference; // -10
 */
export function leaversAtBaseline({
  pre,
  post,
  level = 0.95,
}: {
  readonly pre: NumberColumn;
  readonly post: NumberColumn;
  readonly level?: number;
}): LeaversAtBaseline | Refused {
  if (pre.values.length !== post.values.length) {
    throw new RangeError(
      `leaversAtBaseline: pre and post must have equal lengths (people), got ${pre.values.length} and ${post.values.length}`,
    );
  }
  const seen: number[] = [];
  const left: number[] = [];
  for (let i = 0; i < pre.values.length; i++) {
    if (isPresent(pre, i)) (isPresent(post, i) ? seen : left).push(pre.values[i]!);
  }
  if (seen.length < 2 || left.length < 2)
    return refused(`${seen.length} people were seen again and ${left.length} were not`);
  const [a, b] = [sampleVariance(seen), sampleVariance(left)];
  const pooled = Math.sqrt(((seen.length - 1) * a + (left.length - 1) * b) / (seen.length + left.length - 2));
  if (!(pooled > 0)) return refused("first scores do not vary");
  const difference = mean(seen) - mean(left);
  const standardised = difference / pooled;
  // Large-sample variance of a standardised difference (Hedges and Olkin 1985, chapter 5).
  const variance = 1 / seen.length + 1 / left.length + standardised ** 2 / (2 * (seen.length + left.length));
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
  return {
    kind: "likewise/leavers-at-baseline",
    completers: { n: seen.length, mean: mean(seen), sd: Math.sqrt(a) },
    leavers: { n: left.length, mean: mean(left), sd: Math.sqrt(b) },
    difference,
    standardised,
    interval: [standardised - reach, standardised + reach],
    level,
  };
}

function refused(why: string): Refused {
  return {
    refused: {
      what: "completers and leavers at baseline",
      why,
      unlocks: "two people or more with a first score in each",
    },
  };
}
