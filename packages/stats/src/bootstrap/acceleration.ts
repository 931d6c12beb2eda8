import { type ReplicatesInput, strataMembers, valuesOf } from "./bootstrap-replicates.ts";

/** More parts than this would cost evaluations and tell the acceleration little. */
const MOST_PARTS = 1000;

/**
 * Acceleration of each statistic: a sixth of the skewness of what single units
 * contribute, by leaving each out in turn. In strata of more than a thousand
 * units, parts of every thousandth unit are left out instead: sums of b units
 * are less skewed by √b, of which there are fewer by b.
 *
 * @source Efron (1987), doi:10.1080/01621459.1987.10478410; Davison and Hinkley (1997), section 5.3
 */
export function acceleration(input: ReplicatesInput): (number | null)[] {
  const multiplicities = new Float64Array(input.units).fill(1);
  const squares: number[] = [];
  const cubes: number[] = [];
  for (const members of strataMembers("clusterBootstrap", input)) {
    const parts = Math.min(members.length, MOST_PARTS);
    const without = Array.from({ length: parts }, (_, part) => {
      for (let k = part; k < members.length; k += parts) multiplicities[members[k]!] = 0;
      const values = valuesOf(input.statistic, multiplicities);
      for (let k = part; k < members.length; k += parts) multiplicities[members[k]!] = 1;
      return values;
    });
    const count = without[0]!.length;
    for (let s = 0; s < count; s++) {
      let mean = 0;
      for (const values of without) mean += values[s]! / parts;
      for (const values of without) {
        // (parts − 1)(mean − value) / parts
        const influence = ((parts - 1) * (mean - values[s]!)) / parts;
        squares[s] = (squares[s] ?? 0) + influence ** 2;
        cubes[s] = (cubes[s] ?? 0) + influence ** 3;
      }
    }
  }
  return squares.map((square, s) => {
    const value = cubes[s]! / (6 * square ** 1.5);
    return Number.isFinite(value) ? value : null;
  });
}
