import { type SpatialIndex, spatialIndex } from "@likewise/stats";
import type { MahalanobisSpace } from "./mahalanobis-space.ts";
import { type NearestProblem, type NearInSpace, pairRule } from "./nearest-problem.ts";
import type { NeighbourSearch } from "./neighbour-search.ts";

/**
 * Nearest neighbours in the space of covariates, one index for each exact stratum.
 *
 * @param turns decides between equal distances, lowest first, by row; rows themselves when null
 */
export function spaceSearch(
  problem: NearestProblem,
  { space, caliperWidth }: NearInSpace,
  turns: ArrayLike<number> | null,
): NeighbourSearch {
  const { strata, numStrata, windows, antiExact } = problem;
  const { dimensions, coordinates } = space;
  const members = membersOf(problem);
  const itemOf = new Int32Array(strata.length);
  const indexes = Array.from({ length: numStrata }, (_, stratum): SpatialIndex => {
    const rows = members[stratum]!;
    rows.forEach((row, item) => {
      itemOf[row] = item;
    });
    const here = new Float64Array(rows.length * dimensions);
    rows.forEach((row, item) => {
      here.set(coordinates.subarray(row * dimensions, (row + 1) * dimensions), item * dimensions);
    });
    return spatialIndex({
      dimensions,
      coordinates: here,
      windows: windows.map(({ values, width }) => ({ values: Float64Array.from(rows, (row) => values[row]!), width })),
      turns: turns === null ? rows : Int32Array.from(rows, (row) => turns[row]!),
    });
  });
  // Windows are the index's own affair.
  const fits = pairRule({ antiExact, windows: [] });
  return {
    take: (row) => indexes[strata[row]!]!.remove(itemOf[row]!),
    distance: spaceDistance(space),
    nearest: (row, admits) => {
      const rows = members[strata[row]!]!;
      const item = indexes[strata[row]!]!.nearest({
        point: coordinates.subarray(row * dimensions, (row + 1) * dimensions),
        at: Float64Array.from(windows, ({ values }) => values[row]!),
        within: caliperWidth,
        admits: (one) => {
          const other = rows[one]!;
          return other !== row && (fits === null || fits(row, other)) && (admits === undefined || admits(other));
        },
      });
      return item < 0 ? -1 : rows[item]!;
    },
  };
}

/** Distance of two rows. */
export function spaceDistance({ dimensions, coordinates }: MahalanobisSpace): (one: number, other: number) => number {
  return (one, other) => {
    let total = 0;
    for (let d = 0; d < dimensions; d++) {
      total += (coordinates[one * dimensions + d]! - coordinates[other * dimensions + d]!) ** 2;
    }
    return Math.sqrt(total);
  };
}

/** Comparison rows of each stratum that may be matched, ascending. */
function membersOf({ treated, eligible, strata, numStrata }: NearestProblem): Int32Array[] {
  const lists = Array.from({ length: numStrata }, (): number[] => []);
  strata.forEach((stratum, row) => {
    if (treated[row] === 0 && eligible?.[row] !== 0) lists[stratum]!.push(row);
  });
  return lists.map((rows) => Int32Array.from(rows));
}
