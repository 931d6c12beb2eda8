/** `holm` keeps the chance of any false positive; `bh` the expected share of them among the positives. */
export type MultiplicityMethod = "holm" | "bh";

/**
 * p-values of several tests adjusted for their number, each to be compared with the level as it is.
 *
 * @param pValues 0 to 1, length n, in any order
 * @param method  "holm" (holds whatever the dependence) or "bh" (Benjamini and Hochberg; independent or positively related tests)
 * @returns length n, in the same order, none above 1
 * @throws RangeError when a p-value lies outside 0 to 1
 * @source Holm (1979), Scandinavian Journal of Statistics 6(2); Benjamini and Hochberg (1995),
 *         doi:10.1111/j.2517-6161.1995.tb02031.x
 * @example
 * adjustedPValues([0.25, 0.125, 0.5], "holm"); // [0.5, 0.375, 0.5]
 */
export function adjustedPValues(pValues: readonly number[], method: MultiplicityMethod): number[] {
  const outside = pValues.find((value) => !(value >= 0 && value <= 1));
  if (outside !== undefined) throw new RangeError(`adjustedPValues: pValues must lie in 0 to 1, got ${outside}`);
  const n = pValues.length;
  const ascending = pValues.map((_, at) => at).sort((a, b) => pValues[a]! - pValues[b]! || a - b);
  const adjusted = new Array<number>(n);
  let running = method === "holm" ? 0 : 1;
  for (let step = 0; step < n; step++) {
    const rank = method === "holm" ? step : n - 1 - step;
    const at = ascending[rank]!;
    running =
      method === "holm"
        ? Math.max(running, (n - rank) * pValues[at]!)
        : Math.min(running, (n / (rank + 1)) * pValues[at]!);
    adjusted[at] = Math.min(1, running);
  }
  return adjusted;
}
