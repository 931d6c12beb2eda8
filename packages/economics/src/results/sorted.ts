/** Type 7 quantile of values already in order. */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const [low, high] = [sorted[below]!, sorted[Math.ceil(at)]!];
  // Nothing of the way from one value to an infinite one, or between two of them, is a number.
  return at === below || low === high ? low : low + (at - below) * (high - low);
}
