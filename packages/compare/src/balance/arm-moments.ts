import { sum, sumChunkLength, sumOf } from "@likewise/stats";

/** The people of one arm who count, and for how much. */
export interface WeighedArm {
  /** Rows with a weight above 0, ascending. */
  readonly rows: Int32Array;
  /** By place in `rows`; null where everybody counts once. */
  readonly weights: Float64Array | null;
  readonly totalWeight: number;
  /** 1 less the share of squared weights: what a weighted variance is divided by. */
  readonly varianceDivisor: number;
}

export interface ArmMoments {
  readonly mean: number;
  /** Unbiased for reliability weights, n − 1 where everybody counts once; null for one person. */
  readonly variance: number | null;
}

/** Everybody of an arm, counting once or by weights of all people. */
export function weighedArm(treated: Uint8Array, arm: 0 | 1, weights: Float64Array | null): WeighedArm {
  let people = 0;
  for (let row = 0; row < treated.length; row++) if (treated[row] === arm && counts(weights, row)) people++;
  const rows = new Int32Array(people);
  for (let row = 0, at = 0; row < treated.length; row++) {
    if (treated[row] === arm && counts(weights, row)) rows[at++] = row;
  }
  if (weights === null) return { rows, weights, totalWeight: people, varianceDivisor: 1 - 1 / people };
  const own = new Float64Array(people);
  for (let at = 0; at < people; at++) own[at] = weights[rows[at]!]!;
  const totalWeight = sum(own);
  const squares = sumOf(people, (at) => own[at]! * own[at]!);
  return { rows, weights: own, totalWeight, varianceDivisor: 1 - squares / totalWeight ** 2 };
}

/** Mean and variance of a column in an arm, in two passes; of 0 and 1 the mean says both, as n would divide. */
export function armMoments(values: Float64Array, arm: WeighedArm, binary: boolean): ArmMoments {
  const mean = chunkedSum(values, arm, 0, 1) / arm.totalWeight;
  if (arm.rows.length < 2) return { mean, variance: null };
  const squares = binary ? mean * (1 - mean) : chunkedSum(values, arm, mean, 2) / arm.totalWeight;
  return { mean, variance: squares / arm.varianceDivisor };
}

function counts(weights: Float64Array | null, row: number): boolean {
  return weights === null || weights[row]! > 0;
}

/**
 * Weighted sum over an arm of values (power 1) or of squares about a centre (power 2). Chunks are as in `sum` of stats,
 * without its compensation inside them: a chunk of 4,096 loses next to nothing, and this runs over every covariate.
 */
function chunkedSum(values: Float64Array, { rows, weights }: WeighedArm, centre: number, power: 1 | 2): number {
  let total = 0;
  let lost = 0;
  for (let start = 0; start < rows.length; start += sumChunkLength) {
    const end = Math.min(start + sumChunkLength, rows.length);
    let chunk = 0;
    for (let at = start; at < end; at++) {
      const apart = values[rows[at]!]! - centre;
      const term = power === 2 ? apart * apart : apart;
      chunk += weights === null ? term : term * weights[at]!;
    }
    const next = total + chunk;
    lost += Math.abs(total) >= Math.abs(chunk) ? total - next + chunk : chunk - next + total;
    total = next;
  }
  return total + lost;
}
