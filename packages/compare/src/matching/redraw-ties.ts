import type { RandomStream } from "@likewise/stats";
import { type GreedyProblem, greedySets } from "./greedy-sets.ts";
import { setsOf } from "./match-nearest.ts";
import type { MatchedSet } from "./matched-sets.ts";
import { scoreLine } from "./score-line.ts";

/**
 * Ways of breaking ties other than the one reported: people of equal score stand (and choose) in a random order, and a
 * coin decides between two comparison people at the same distance. The order "data", and a seeded random order, are kept:
 * they were asked for and are not ties.
 *
 * @returns null when nothing is tied, so that no draw can differ from the result reported
 */
export function tieRedraw(problem: GreedyProblem): ((stream: RandomStream) => MatchedSet[]) | null {
  const line = scoreLine(problem.scores);
  const runs = equalRuns(problem.scores, line);
  if (runs.length === 0 && !comesToTies(problem, line)) return null;
  return (stream) => {
    const shuffled = line.slice();
    for (const [start, end] of runs) shuffled.set(stream.shuffle(line.subarray(start, end)), start);
    const coin = (_: number, below: number, above: number) => (stream.bernoulli(0.5) ? below : above);
    return setsOf(greedySets(problem, shuffled, coin), problem.ratio);
  };
}

/** Stretches of the line, [from, to), where the score stays the same. */
function equalRuns(scores: Float64Array, line: Int32Array): [number, number][] {
  const runs: [number, number][] = [];
  for (let start = 0, end = 1; start < line.length; start = end++) {
    while (end < line.length && scores[line[end]!] === scores[line[start]!]) end++;
    if (end - start > 1) runs.push([start, end]);
  }
  return runs;
}

function comesToTies(problem: GreedyProblem, line: Int32Array): boolean {
  let tied = false;
  greedySets(problem, line, (_, below) => {
    tied = true;
    return below;
  });
  return tied;
}
