import { sortedOrder } from "@likewise/stats";

export interface DistributionDifference {
  readonly mean: number;
  readonly max: number;
}

/**
 * How far apart the arms' cumulative distributions of a column are, weighted, over the distinct values of everybody: on
 * average, and at most (Kolmogorov and Smirnov's distance). One pass in order of values serves every set of weights.
 *
 * @param weightings each by row and >= 0, both arms with weight; null where everybody counts once
 * @returns between 0 and 1, one for each weighting
 * @source Ho, Imai, King and Stuart (2007), doi:10.1093/pan/mpl013, on quantile plots; Austin (2009), doi:10.1002/sim.3697
 */
export function distributionDifferences(
  values: Float64Array,
  treated: Uint8Array,
  weightings: readonly (Float64Array | null)[],
): DistributionDifference[] {
  const steps = stepsOf(values);
  return weightings.map((weights) => differenceOver(steps, treated, weights));
}

/** Rows in order of value, and where each distinct value begins. */
interface Steps {
  readonly order: Int32Array;
  /** 1 at the last place of each distinct value. */
  readonly isLast: Uint8Array;
}

function stepsOf(values: Float64Array): Steps {
  const order = sortedOrder(values);
  const isLast = new Uint8Array(order.length);
  for (let place = 0, value = values[order[0]!]!; place < order.length; place++) {
    const next = place + 1 < order.length ? values[order[place + 1]!]! : Number.NaN;
    if (next !== value) isLast[place] = 1;
    value = next;
  }
  return { order, isLast };
}

function differenceOver(
  { order, isLast }: Steps,
  treated: Uint8Array,
  weights: Float64Array | null,
): DistributionDifference {
  const n = order.length;
  let inTreated = 0;
  let inComparison = 0;
  for (let row = 0; row < n; row++) {
    const weight = weights === null ? 1 : weights[row]!;
    if (treated[row] === 1) inTreated += weight;
    else inComparison += weight;
  }
  let ofTreated = 0;
  let ofComparison = 0;
  let total = 0;
  let max = 0;
  let distinct = 0;
  for (let place = 0; place < n; place++) {
    const row = order[place]!;
    const weight = weights === null ? 1 : weights[row]!;
    if (treated[row] === 1) ofTreated += weight;
    else ofComparison += weight;
    if (isLast[place] === 0) continue;
    // At the last value both are 1 but for rounding.
    const apart = place + 1 === n ? 0 : Math.abs(ofTreated / inTreated - ofComparison / inComparison);
    distinct++;
    total += apart;
    if (apart > max) max = apart;
  }
  return { mean: total / distinct, max };
}
