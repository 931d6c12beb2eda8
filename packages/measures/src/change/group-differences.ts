import { designMatrix, fitLeastSquares, type Matrix, studentTCdf, studentTQuantile } from "@likewise/stats";
import { checkPairs } from "./check-pairs.ts";

export interface GroupDifference {
  readonly estimator: "ancova" | "change score";
  /** treated minus comparison, points of the later score */
  readonly estimate: number;
  readonly standardError: number;
  readonly df: number;
  readonly interval: readonly [number, number];
  /** null where nothing scatters, so that chance cannot be told */
  readonly pValue: number | null;
  /** points of the later score for each point of the first; null of a change score, which takes it as 1 */
  readonly slope: number | null;
}

export interface GroupDifferences {
  readonly kind: "likewise/group-differences";
  readonly treated: number;
  readonly comparison: number;
  readonly level: number;
  readonly differences: readonly [ancova: GroupDifference, changeScore: GroupDifference];
  /** groups that were not assigned at random: neither estimator is right for sure, so both stand */
  readonly bothNeeded: boolean;
}

/**
 * The difference two groups make, given first scores: analysis of covariance, and change scores beside it. At random
 * assignment ANCOVA is the more precise; without it they answer different questions and may disagree (Lord's paradox).
 *
 * @param pre      first scores, points
 * @param post     later scores, points
 * @param treated  1 = treated, 0 = comparison
 * @param assigned how people came into groups
 * @throws RangeError when lengths differ, or a group has fewer than two people, or scores do not vary
 * @source Vickers and Altman (2001), doi:10.1136/bmj.323.7321.1123; Lord (1967), doi:10.1037/h0025105
 * @example
 * const scores = { pre: [1, 2, 3, 1, 2, 3], post: [3, 4, 6, 1, 3, 3], treated: [1, 1, 1, 0, 0, 0] };
 * groupDifferences({ ...scores, assigned: "random" }).differences[1].estimate; // 2
 */
export function groupDifferences({
  pre,
  post,
  treated,
  assigned,
  level = 0.95,
}: {
  readonly pre: ArrayLike<number>;
  readonly post: ArrayLike<number>;
  readonly treated: ArrayLike<number>;
  readonly assigned: "random" | "not at random";
  readonly level?: number;
}): GroupDifferences {
  checkPairs("groupDifferences", pre, post, 4);
  const n = pre.length;
  if (treated.length !== n) {
    throw new RangeError(`groupDifferences: treated must have the length of pre (${n} people), got ${treated.length}`);
  }
  let arm = 0;
  for (let i = 0; i < n; i++) arm += treated[i]!;
  if (arm < 2 || n - arm < 2) {
    throw new RangeError(`groupDifferences: each group must hold at least two people, got ${arm} and ${n - arm}`);
  }
  const change = Float64Array.from({ length: n }, (_, i) => post[i]! - pre[i]!);
  return {
    kind: "likewise/group-differences",
    treated: arm,
    comparison: n - arm,
    level,
    differences: [
      fitted("ancova", designMatrix([treated, pre]), post, level),
      fitted("change score", designMatrix([treated]), change, level),
    ],
    bothNeeded: assigned !== "random",
  };
}

function fitted(
  estimator: GroupDifference["estimator"],
  design: Matrix,
  outcome: ArrayLike<number>,
  level: number,
): GroupDifference {
  const { coefficients, standardErrors, residualDf, aliased } = fitLeastSquares({ design, outcome });
  if (aliased.length > 0)
    throw new RangeError("groupDifferences: pre must vary within groups (points), got scores that do not");
  const estimate = coefficients[1]!;
  const standardError = standardErrors[1]!;
  const t = studentTQuantile((1 + level) / 2, residualDf);
  return {
    estimator,
    estimate,
    standardError,
    df: residualDf,
    interval: [estimate - t * standardError, estimate + t * standardError],
    // No score is told to a thousand-millionth of a point.
    pValue:
      standardError > 1e-9 ? 2 * studentTCdf(Math.abs(estimate / standardError), residualDf, { upper: true }) : null,
    slope: estimator === "ancova" ? coefficients[2]! : null,
  };
}

/**
 * ANCOVA's difference from what a paper prints: means of both scores in both groups and the slope.
 *
 * @returns treated minus comparison, points
 * @source Vickers and Altman (2001), doi:10.1136/bmj.323.7321.1123
 * @example
 * ancovaFromMeans({ treated: { pre: 10, post: 14 }, comparison: { pre: 12, post: 13 }, slope: 0.5 }); // 2
 */
export function ancovaFromMeans({
  treated,
  comparison,
  slope,
}: {
  readonly treated: { readonly pre: number; readonly post: number };
  readonly comparison: { readonly pre: number; readonly post: number };
  readonly slope: number;
}): number {
  return treated.post - comparison.post - slope * (treated.pre - comparison.pre);
}
