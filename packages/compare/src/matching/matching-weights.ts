import type { MatchedSet } from "./matched-sets.ts";

/**
 * Balancing weights of matched sets for the effect on the treated: 1 for each matched treated person; each comparison
 * person gets, over their sets, the treated divided by the comparisons in the set, rescaled so that the comparison
 * weights average 1 (or, with `sumTo` "treated", add up to the treated); 0 for everybody unmatched.
 *
 * @param sets    rows from 0
 * @param numRows n
 * @returns weights >= 0, length n
 * @source Stuart (2010), doi:10.1214/09-STS313, section 3.2
 * @example
 * Array.from(matchingWeights([{ treated: [0], comparison: [2, 3] }, { treated: [1], comparison: [4] }], 6)); // [1, 1, 0.75, 0.75, 1.5, 0]
 */
export function matchingWeights(
  sets: readonly MatchedSet[],
  numRows: number,
  sumTo: "comparison" | "treated" = "comparison",
): Float64Array {
  const weights = new Float64Array(numRows);
  for (const { treated, comparison } of sets) {
    for (const row of treated) weights[row] = 1;
    for (const row of comparison) weights[row] = weights[row]! + treated.length / comparison.length;
  }
  if (sumTo === "treated") return weights;
  let total = 0;
  let people = 0;
  const isComparison = new Uint8Array(numRows);
  for (const { treated, comparison } of sets) {
    total += treated.length;
    for (const row of comparison) {
      people += 1 - isComparison[row]!;
      isComparison[row] = 1;
    }
  }
  for (let row = 0; row < numRows; row++) if (isComparison[row] === 1) weights[row] = (weights[row]! * people) / total;
  return weights;
}

/**
 * Balancing weights of matched sets for the effect on the treated, on the comparison people, or on everyone: within a set
 * each arm stands for as many people as the effect is about there; weights of an arm average 1.
 *
 * @param sets disjoint, rows from 0
 */
export function weightsOfSets(
  sets: readonly MatchedSet[],
  numRows: number,
  estimand: "att" | "atc" | "ate",
): Float64Array {
  if (estimand === "att") return matchingWeights(sets, numRows);
  const weights = new Float64Array(numRows);
  const totals = [0, 0];
  const people = [0, 0];
  for (const { treated, comparison } of sets) {
    const about = comparison.length + (estimand === "ate" ? treated.length : 0);
    for (const [arm, rows] of [comparison, treated].entries()) {
      for (const row of rows) weights[row] = about / rows.length;
      totals[arm] = totals[arm]! + about;
      people[arm] = people[arm]! + rows.length;
    }
  }
  for (const { treated, comparison } of sets) {
    for (const row of treated) weights[row] = (weights[row]! * people[1]!) / totals[1]!;
    for (const row of comparison) weights[row] = (weights[row]! * people[0]!) / totals[0]!;
  }
  return weights;
}
