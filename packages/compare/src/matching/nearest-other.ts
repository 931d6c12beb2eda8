import { neighbourSearch, usualTies } from "./greedy-sets.ts";
import type { NearestProblem } from "./nearest-problem.ts";
import type { NeighbourSearch } from "./neighbour-search.ts";

/**
 * Of a comparison person, the nearest other comparison person in the same exact stratum, however far, whose outcome is known:
 * how far two people so alike differ says how far one outcome is off.
 *
 * @returns a function of a comparison row and of who may be named (1), giving a row or −1
 */
export function nearestOther(problem: NearestProblem): (row: number, allowed: Uint8Array) => number {
  const anyDistance = { ...problem.near, caliperWidth: Number.POSITIVE_INFINITY };
  const wide: NearestProblem = { ...problem, antiExact: [], windows: [], near: anyDistance };
  let search: NeighbourSearch | null = null;
  return (row, allowed) => {
    search ??= neighbourSearch(wide, usualTies(wide));
    return search.nearest(row, (other) => allowed[other] === 1);
  };
}
