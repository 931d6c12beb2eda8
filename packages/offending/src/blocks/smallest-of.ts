/** The smallest of the groups of people behind a figure that is not empty; 0 where all are. */
export function smallestOf(counts: readonly number[]): number {
  const groups = counts.filter((count) => count > 0);
  return groups.length === 0 ? 0 : Math.min(...groups);
}
