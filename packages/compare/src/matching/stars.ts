import type { MatchedSet } from "./matched-sets.ts";

/** Pairs that make stars, gathered by the end that has several; in order of the first treated row. */
export function starsOf(treatedEnd: Int32Array, comparisonEnd: Int32Array): MatchedSet[] {
  const ofTreated = gathered(treatedEnd, comparisonEnd);
  const ofComparison = gathered(comparisonEnd, treatedEnd);
  const sets: MatchedSet[] = [];
  for (const [row, comparison] of ofTreated) {
    if (comparison.length > 1 || ofComparison.get(comparison[0]!)!.length === 1)
      sets.push({ treated: [row], comparison });
  }
  for (const [row, treated] of ofComparison) if (treated.length > 1) sets.push({ treated, comparison: [row] });
  return sets.sort((a, b) => a.treated[0]! - b.treated[0]!);
}

function gathered(by: Int32Array, others: Int32Array): Map<number, number[]> {
  const lists = new Map<number, number[]>();
  by.forEach((row, edge) => {
    const list = lists.get(row) ?? [];
    lists.set(row, list);
    list.push(others[edge]!);
  });
  for (const list of lists.values()) list.sort((a, b) => a - b);
  return lists;
}
