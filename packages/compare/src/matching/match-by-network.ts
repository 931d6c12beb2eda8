import { type JoinLimits, joinInSpace } from "@likewise/stats";
import type { MatchedSet } from "./matched-sets.ts";
import { type NearestProblem, pairRule } from "./nearest-problem.ts";
import { starsOf } from "./stars.ts";

export type NetworkProblem = Pick<
  NearestProblem,
  "treated" | "eligible" | "strata" | "numStrata" | "antiExact" | "windows" | "near"
>;

export interface SetLimits {
  /** Comparison people of each treated person. */
  readonly treated: JoinLimits;
  /** Treated people of each comparison person. */
  readonly comparison: JoinLimits;
  /** A treated person who cannot have all that is wanted is left out. */
  readonly allOrNone: boolean;
}

export interface NetworkMatch {
  /** Stars, in order of the first treated row. */
  readonly sets: readonly MatchedSet[];
  /** Sum of the distances within sets: the smallest of all ways of matching as many. */
  readonly totalDistance: number;
  /** By the prices that prove it, no other way saves more than this: rounding alone. */
  readonly gap: number;
}

/**
 * Optimal matching under limits on pairs and on the sizes of sets: as many people as can be are matched, and of all ways of
 * matching as many the one whose distances add up to least. Strata are matched one by one.
 *
 * With `allOrNone` those who fall short when as many wants as can be are met are left out, and the rest is optimal; to
 * leave out the fewest is a problem nobody can solve for many people.
 *
 * @source Rosenbaum (1989), doi:10.1080/01621459.1989.10478868; Hansen and Klopfer (2006), doi:10.1198/106186006X137047
 */
export function matchByNetwork(problem: NetworkProblem, limits: SetLimits): NetworkMatch {
  let totalDistance = 0;
  let gap = 0;
  const sets: MatchedSet[] = [];
  for (const [ofTreated, ofComparison] of membersOf(problem)) {
    const joined = joinRows(problem, limits, ofTreated, ofComparison);
    totalDistance += joined.cost;
    gap += joined.gap;
    for (const set of starsOf(joined.treated, joined.comparison)) sets.push(set);
  }
  sets.sort((a, b) => a.treated[0]! - b.treated[0]!);
  return { sets, totalDistance, gap };
}

function joinRows(
  problem: NetworkProblem,
  limits: SetLimits,
  ofTreated: Int32Array,
  ofComparison: Int32Array,
): RowsJoined {
  const { near, windows, antiExact } = problem;
  const { dimensions, coordinates } = near.kind === "line" ? { dimensions: 1, coordinates: near.scores } : near.space;
  const taken = (rows: Int32Array) => {
    const here = new Float64Array(rows.length * dimensions);
    rows.forEach((row, at) => {
      here.set(coordinates.subarray(row * dimensions, (row + 1) * dimensions), at * dimensions);
    });
    return here;
  };
  // Windows are the search's own affair.
  const fits = pairRule({ antiExact, windows: [] });
  const joined = joinInSpace(
    {
      dimensions,
      left: taken(ofTreated),
      right: taken(ofComparison),
      windows: windows.map(({ values, width }) => ({
        left: Float64Array.from(ofTreated, (row) => values[row]!),
        right: Float64Array.from(ofComparison, (row) => values[row]!),
        width,
      })),
      within: near.caliperWidth,
      ...(fits === null ? {} : { admits: (left, right) => fits(ofTreated[left]!, ofComparison[right]!) }),
    },
    { left: limits.treated, right: limits.comparison },
  );
  if (limits.allOrNone) {
    const partners = new Int32Array(ofTreated.length);
    for (const left of joined.left) partners[left] = partners[left]! + 1;
    const kept = ofTreated.filter((_, left) => partners[left]! >= limits.treated.wanted);
    if (kept.length < ofTreated.length) return joinRows(problem, limits, kept, ofComparison);
  }
  return {
    treated: Int32Array.from(joined.left, (left) => ofTreated[left]!),
    comparison: Int32Array.from(joined.right, (right) => ofComparison[right]!),
    cost: joined.cost,
    gap: joined.gap,
  };
}

interface RowsJoined {
  readonly treated: Int32Array;
  readonly comparison: Int32Array;
  readonly cost: number;
  readonly gap: number;
}

/** Treated and comparison rows of each stratum that may be matched, ascending. */
function membersOf({ treated, eligible, strata, numStrata }: NetworkProblem): [Int32Array, Int32Array][] {
  const members = Array.from({ length: numStrata }, (): [number[], number[]] => [[], []]);
  strata.forEach((stratum, row) => {
    if (eligible?.[row] !== 0) members[stratum]![treated[row] === 1 ? 0 : 1].push(row);
  });
  return members.map(([ofTreated, ofComparison]) => [Int32Array.from(ofTreated), Int32Array.from(ofComparison)]);
}
