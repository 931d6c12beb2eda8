import type { MatchedSet } from "./matched-sets.ts";
import { type NearestProblem, type NearOnLine, pairRule } from "./nearest-problem.ts";
import { scoreLine } from "./score-line.ts";

/**
 * Radius matching on a score: each treated person is compared with everybody of the other arm inside the caliper and the
 * other limits, and each comparison person may serve any number.
 *
 * @param mostPairs how many pairs there may be in all
 * @returns sets of one treated person, in order of rows, comparisons ascending; null when there would be more pairs
 */
export function radiusSets(
  problem: NearestProblem,
  { scores, caliperWidth }: NearOnLine,
  mostPairs: number,
): MatchedSet[] | null {
  const { treated, eligible, strata } = problem;
  const offered = comparisonLines(problem, scoreLine(scores));
  const fits = pairRule(problem);
  const sets: MatchedSet[] = [];
  let pairs = 0;
  for (let row = 0; row < treated.length; row++) {
    if (treated[row] !== 1 || eligible?.[row] === 0) continue;
    const line = offered[strata[row]!]!;
    const comparison: number[] = [];
    // From a hair below the radius: what counts is the distance itself.
    const from = firstAtLeast(scores, line, scores[row]! - caliperWidth * (1 + 1e-9));
    for (let place = from; place < line.length; place++) {
      const other = line[place]!;
      const distance = Math.abs(scores[row]! - scores[other]!);
      if (distance > caliperWidth && scores[other]! > scores[row]!) break;
      if (distance <= caliperWidth && (fits === null || fits(row, other))) comparison.push(other);
    }
    pairs += comparison.length;
    if (pairs > mostPairs) return null;
    if (comparison.length > 0) sets.push({ treated: [row], comparison: comparison.sort((a, b) => a - b) });
  }
  return sets;
}

/** Comparison rows of each stratum that may be matched, in ascending order of score. */
function comparisonLines(
  { treated, eligible, strata, numStrata }: NearestProblem,
  line: Int32Array,
): readonly (readonly number[])[] {
  const lines = Array.from({ length: numStrata }, (): number[] => []);
  for (const row of line) if (treated[row] === 0 && eligible?.[row] !== 0) lines[strata[row]!]!.push(row);
  return lines;
}

function firstAtLeast(scores: Float64Array, line: readonly number[], value: number): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scores[line[middle]!]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
