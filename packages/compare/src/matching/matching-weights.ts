import type { MatchedSet } from "./matched-sets.ts";

/**
 * Balancing weights of matched sets for the effect on the treated: 1 for each matched treated person; each comparison
 * person gets, over their sets, the treated divided by the comparisons in the set, rescaled so that the comparison
 * weights average 1; 0 for everybody unmatched.
 *
 * @param sets    rows from 0
 * @param numRows n
 * @returns weights >= 0, length n
 * @source Stuart (2010), doi:10.1214/09-STS313, section 3.2
 * @example
 * Array.from(matchingWeights([{ treated: [0], comparison: [2, 3] }, { treated: [1], comparison: [4] }], 6)); // [1, 1, 0.75, 0.75, 1.5, 0]
 */
export function matchingWeights(sets: readonly MatchedSet[], numRows: number): Float64Array {
  const weights = new Float64Array(numRows);
  for (const { treated, comparison } of sets) {
    for (const row of treated) weights[row] = 1;
    for (const row of comparison) weights[row] = weights[row]! + treated.length / comparison.length;
  }
  let total = 0;
  const people = new Set<number>();
  for (const { treated, comparison } of sets) {
    total += treated.length;
    for (const row of comparison) people.add(row);
  }
  for (const row of people) weights[row] = (weights[row]! * people.size) / total;
  return weights;
}
