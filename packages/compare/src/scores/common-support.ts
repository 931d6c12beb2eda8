import type { ComparisonPlan } from "@likewise/schema";

/** Whose people are left out when their score is outside the range of the other arm's. */
export type CommonSupport = NonNullable<ComparisonPlan["commonSupport"]>;

/**
 * Who is inside the common support: people of the arms named whose score is not below the least nor above the greatest of the
 * other arm.
 *
 * @param scores  length n
 * @param treated 1 = treated, 0 = comparison, length n
 * @returns 1 for whoever stays, length n; null when nobody is asked to go
 * @source Dehejia and Wahba (1999), doi:10.1080/01621459.1999.10473858, section 3
 */
export function commonSupport(scores: Float64Array, treated: Uint8Array, whose: CommonSupport): Uint8Array | null {
  if (whose === "none") return null;
  const ranges = [rangeOf(scores, treated, 0), rangeOf(scores, treated, 1)] as const;
  return Uint8Array.from(treated, (arm, row) => {
    if (whose !== "both" && (whose === "treated") !== (arm === 1)) return 1;
    const [least, most] = ranges[arm === 1 ? 0 : 1];
    return scores[row]! >= least && scores[row]! <= most ? 1 : 0;
  });
}

function rangeOf(scores: Float64Array, treated: Uint8Array, arm: number): readonly [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  scores.forEach((score, row) => {
    if (treated[row] !== arm) return;
    least = Math.min(least, score);
    most = Math.max(most, score);
  });
  return [least, most];
}
