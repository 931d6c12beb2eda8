import { sumOf } from "@likewise/stats";
import type { CovariateColumn } from "../covariates/covariate-columns.ts";

export interface DistributionDifference {
  readonly mean: number;
  readonly max: number;
}

/**
 * How far apart the arms' cumulative distributions of a column are, weighted, over the distinct values of everybody: on
 * average, and at most (Kolmogorov and Smirnov's distance). Of a 0/1 column both are the difference in shares.
 *
 * @param order   rows in ascending order of value; not looked at for a 0/1 column
 * @param weights >= 0, length n; both arms must have weight
 * @returns between 0 and 1
 * @source Ho, Imai, King and Stuart (2007), doi:10.1093/pan/mpl013, on quantile plots; Austin (2009), doi:10.1002/sim.3697
 */
export function distributionDifference(
  { values, binary }: CovariateColumn,
  order: Int32Array,
  treated: Uint8Array,
  weights: Float64Array,
): DistributionDifference {
  const n = values.length;
  const totals = [0, 1].map((arm) => sumOf(n, (row) => (treated[row] === arm ? weights[row]! : 0)));
  const [inComparison, inTreated] = totals as [number, number];
  if (binary) {
    const share = (arm: number) => sumOf(n, (row) => (treated[row] === arm ? weights[row]! * values[row]! : 0));
    const apart = Math.abs(share(1) / inTreated - share(0) / inComparison);
    return { mean: apart, max: apart };
  }
  let ofTreated = 0;
  let ofComparison = 0;
  let total = 0;
  let max = 0;
  let distinct = 0;
  for (let place = 0; place < n; place++) {
    const row = order[place]!;
    if (treated[row] === 1) ofTreated += weights[row]!;
    else ofComparison += weights[row]!;
    if (place + 1 < n && values[order[place + 1]!] === values[row]) continue;
    // At the last value both are 1 but for rounding.
    const apart = place + 1 === n ? 0 : Math.abs(ofTreated / inTreated - ofComparison / inComparison);
    distinct++;
    total += apart;
    if (apart > max) max = apart;
  }
  return { mean: total / distinct, max };
}
