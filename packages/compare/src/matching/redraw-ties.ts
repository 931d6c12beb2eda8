import type { RandomStream } from "@likewise/stats";
import { greedySets, type TieBreaking, usualTies } from "./greedy-sets.ts";
import { setsOf } from "./match-nearest.ts";
import type { MatchedSet } from "./matched-sets.ts";
import type { NearestProblem } from "./nearest-problem.ts";

/**
 * Ways of breaking ties other than the one reported: people of equal score stand (and choose) in a random order, a coin
 * decides between two comparison people at the same distance on a score, and a random order between those in a space. The
 * order "data", and a seeded random order, are kept: they were asked for and are not ties.
 *
 * @returns null when nothing is tied, so that no draw can differ from the result reported
 */
export function tieRedraw(problem: NearestProblem): ((stream: RandomStream) => MatchedSet[]) | null {
  const usual = usualTies(problem);
  const runs = problem.scores === null ? [] : equalRuns(problem.scores, usual.line);
  const inSpace = problem.near.kind === "space";
  if (runs.length === 0 && !(inSpace ? comesToTiesInSpace(problem, usual) : comesToTiesOnLine(problem, usual))) {
    return null;
  }
  return (stream) => {
    const line = usual.line.slice();
    for (const [start, end] of runs) line.set(stream.shuffle(usual.line.subarray(start, end)), start);
    const tieRule = (_: number, below: number, above: number) => (stream.bernoulli(0.5) ? below : above);
    const ties = inSpace ? { line, turns: stream.shuffle(rowsOf(problem)) } : { line, tieRule };
    return setsOf(greedySets(problem, ties), problem.ratio);
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

function comesToTiesOnLine(problem: NearestProblem, usual: TieBreaking): boolean {
  let tied = false;
  greedySets(problem, {
    ...usual,
    tieRule: (_, below) => {
      tied = true;
      return below;
    },
  });
  return tied;
}

/** The first tie come to is decided otherwise when everybody's turn is. */
function comesToTiesInSpace(problem: NearestProblem, usual: TieBreaking): boolean {
  const forwards = greedySets(problem, usual);
  const backwards = greedySets(problem, { ...usual, turns: rowsOf(problem).reverse() });
  return forwards.some((row, at) => row !== backwards[at]);
}

function rowsOf({ treated }: NearestProblem): Int32Array {
  return Int32Array.from(treated, (_, row) => row);
}
