/** Pairs, or people seen twice, by which of the two had the event. */
export interface PairCounts {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number;
}

/** Refuses anything but whole numbers >= 0 with at least one pair. */
export function checkPairs(caller: string, pairs: PairCounts): void {
  let total = 0;
  for (const name of ["both", "firstOnly", "secondOnly", "neither"] as const) {
    const count = pairs[name];
    if (!Number.isInteger(count) || count < 0)
      throw new RangeError(`${caller}: ${name} must be a whole number >= 0 (pairs), got ${count}`);
    total += count;
  }
  if (total === 0) throw new RangeError(`${caller}: there must be at least one pair, got 0`);
}
