import type { Matrix } from "../linear-algebra/matrix.ts";
import { column, product, transposedProduct } from "../linear-algebra/product.ts";
import { randomStream } from "../random/random-stream.ts";
import { type Refused, refuse } from "../refusals/refused.ts";
import { clusterCodes, rowsByCluster } from "./cluster-codes.ts";
import { scaledContrast, scaledRows } from "./column-scaling.ts";
import type { LeastSquaresFit } from "./fit-least-squares.ts";
import { sandwichParts } from "./sandwich.ts";
import { type WildWeights, wildWeights } from "./wild-weights.ts";

export interface WildClusterBootstrapInput {
  /** the matrix that was fitted */
  readonly design: Matrix;
  readonly fit: LeastSquaresFit;
  /** any number per row, equal within a cluster, length n */
  readonly clusters: ArrayLike<number>;
  /** column of the design, from 0 */
  readonly column: number;
  readonly seed: number | string;
  /** value of the coefficient under the null hypothesis, in its unit; default 0 */
  readonly null?: number;
  /** default "rademacher", or "webb" below 11 clusters, where signs alone give too few different samples */
  readonly weights?: WildWeights;
  /** default 9999; where there are no more different samples than this, each is used once */
  readonly replications?: number;
  /** of the interval, default 0.95 */
  readonly level?: number;
}

export interface WildClusterBootstrap {
  readonly estimate: number;
  /** estimate minus null, over the CR1 standard error */
  readonly t: number;
  /** two-sided: the share of samples whose |t| is at least as large */
  readonly pValue: number;
  /** values that a test at 1 − level does not reject; null = no value is too far on that side */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly level: number;
  readonly weights: WildWeights;
  readonly clusters: number;
  readonly replications: number;
  /** every different sample was used once: the seed plays no part */
  readonly exhaustive: boolean;
}

/**
 * Wild cluster bootstrap test of one coefficient of a least-squares fit, with
 * the null hypothesis imposed, and the interval of values it does not reject.
 *
 * For few clusters, where cluster-robust t tests reject too often. Each sample
 * multiplies the residuals of the restricted fit by one random number per
 * cluster: a sign (Rademacher) or one of six values (Webb). The statistic uses
 * the CR1 standard error. A random sample counts the data among its draws; an
 * exhaustive one holds them. The p-value cannot be below 2^(1−G) with signs,
 * so with 5 clusters no test at 5 % can reject: an interval is then unbounded.
 *
 * With only one or two clusters in an arm it hardly ever rejects, whatever the effect.
 *
 * @param input fit with its design, clusters of length n, the column, and a seed
 * @returns p-value and interval for the coefficient, in its unit; or a refusal
 * @throws RangeError when lengths differ, the column is aliased, or replications or level are out of range
 * @source Cameron, Gelbach and Miller (2008), doi:10.1162/rest.90.3.414; Webb (2023), doi:10.1111/caje.12661; Roodman et al. (2019), doi:10.1177/1536867X19830877
 * @example
 * const design = designMatrix([[0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]]);
 * const fit = fitLeastSquares({ design, outcome: [1, 3, 2, 4, 2, 2, 5, 9, 7, 7, 8, 6] });
 * wildClusterBootstrap({ design, fit, clusters: [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6], column: 1, seed: 1, weights: "rademacher" }).pValue; // 0.03125
 */
export function wildClusterBootstrap(input: WildClusterBootstrapInput): WildClusterBootstrap | Refused {
  const caller = "wildClusterBootstrap";
  const { fit, null: nullValue = 0, replications = 9999, level = 0.95 } = input;
  const estimate = fit.coefficients[input.column];
  if (estimate === undefined || estimate === null) {
    throw new RangeError(
      `${caller}: column must be one that was estimated (0 to ${fit.terms.length - 1}), got ${input.column}`,
    );
  }
  if (!Number.isInteger(replications) || replications < 99) {
    throw new RangeError(`${caller}: replications must be a whole number of at least 99, got ${replications}`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`${caller}: level must be between 0 and 1, got ${level}`);
  const codes = clusterCodes(caller, input.clusters, fit);
  const weights = input.weights ?? (codes.used < 11 ? "webb" : "rademacher");

  const parts = clusterParts(input, rowsByCluster(codes, fit));
  const { draws, exhaustive } = wildWeights(weights, codes.used, replications, randomStream(input.seed).split(caller));
  const observed = sampleOf(parts, new Float64Array(codes.used).fill(1));
  if (!(observed.square[0] > 1e-20 * parts.size)) {
    return refuse(
      `wild cluster bootstrap of ${fit.terms[input.column]}`,
      "the residuals of every cluster cancel out, so the clustered standard error is 0",
      "more clusters, or fewer coefficients that a cluster determines alone",
    );
  }
  const samples = draws.map((draw) => sampleOf(parts, draw));
  const pAt = (distance: number) => pValueAt(distance, observed, samples, exhaustive);
  const factor = (codes.used / (codes.used - 1)) * ((fit.rows - 1) / (fit.rows - fit.rank));
  const standardError = Math.sqrt(factor * observed.square[0]);
  const end = (direction: number) => {
    const distance = furthestKept(pAt, direction * standardError, 1 - level);
    return distance === null ? null : estimate + distance;
  };
  return {
    estimate,
    t: (estimate - nullValue) / standardError,
    pValue: pAt(nullValue - estimate),
    lower: end(-1),
    upper: end(1),
    level,
    weights,
    clusters: codes.used,
    replications: draws.length,
    exhaustive,
  };
}

/** Scores of the restricted residuals by cluster, each a constant plus a slope in the null's distance from the estimate. */
interface ClusterParts {
  /** m'z, with m the row of (X'WX)⁻¹X'W that makes the coefficient and z the cluster's score */
  readonly own: readonly (readonly [number, number])[];
  /** z itself */
  readonly scores: readonly (readonly [Float64Array, Float64Array])[];
  /** M X'WX m of the cluster: what its residuals lose when every cluster's are refitted */
  readonly shared: readonly Float64Array[];
  /** Σ over clusters of what squared scores would be if nothing cancelled */
  readonly size: number;
}

function clusterParts({ design, fit, column: j }: WildClusterBootstrapInput, members: Int32Array[]): ClusterParts {
  const { scaling, columns, bread } = sandwichParts("wildClusterBootstrap", design, fit);
  const contrast = scaledContrast(
    scaling,
    columns,
    fit.terms.map((_, other) => Number(other === j)),
  );
  const direction = product(bread, column(contrast));
  const curvature = dot(contrast, direction.values);
  const own: [number, number][] = [];
  const scores: [Float64Array, Float64Array][] = [];
  const shared: Float64Array[] = [];
  let size = 0;
  for (const rows of members) {
    const x = scaledRows(design, scaling, columns, rows);
    const along = product(x, direction).values;
    const u = Float64Array.from(rows, (i) => fit.scoreResiduals[i]!);
    const weighted = Float64Array.from(rows, (i, at) => fit.informationWeights[i]! * along[at]!);
    const score = transposedProduct(x, column(u)).values;
    const reach = transposedProduct(x, column(weighted));
    const slope = reach.values.map((value) => -value / curvature);
    own.push([dot(direction.values, score), dot(direction.values, slope)]);
    scores.push([score, slope]);
    shared.push(product(bread, reach).values);
    size += u.reduce((sum, value, at) => sum + Math.abs(value * along[at]!), 0) ** 2;
  }
  return { own, scores, shared, size };
}

/** A sample's estimate minus the null, a + bδ, and squared standard error without its factor, a + bδ + cδ². */
interface Sample {
  readonly distance: readonly [number, number];
  readonly square: readonly [number, number, number];
}

function sampleOf({ own, scores, shared }: ClusterParts, draw: Float64Array): Sample {
  const p = shared[0]!.length;
  const total = [new Float64Array(p), new Float64Array(p)] as const;
  const distance: [number, number] = [0, 0];
  for (let g = 0; g < draw.length; g++) {
    for (const part of [0, 1] as const) {
      distance[part] += draw[g]! * own[g]![part];
      const score = scores[g]![part];
      for (let c = 0; c < p; c++) total[part][c] = total[part][c]! + draw[g]! * score[c]!;
    }
  }
  const square: [number, number, number] = [0, 0, 0];
  for (let g = 0; g < draw.length; g++) {
    const constant = draw[g]! * own[g]![0] - dot(shared[g]!, total[0]);
    const slope = draw[g]! * own[g]![1] - dot(shared[g]!, total[1]);
    square[0] += constant * constant;
    square[1] += 2 * constant * slope;
    square[2] += slope * slope;
  }
  return { distance, square };
}

/** Equal statistics come out of different sums, so they are equal up to rounding. */
const TIE = 1e-9;

function pValueAt(distance: number, observed: Sample, samples: readonly Sample[], exhaustive: boolean): number {
  const least = (1 - TIE) * distance * distance;
  const square = squareAt(observed, distance);
  let count = 0;
  for (const sample of samples) {
    const away = sample.distance[0] + sample.distance[1] * distance;
    if (away * away * square >= least * squareAt(sample, distance)) count++;
  }
  return exhaustive ? count / samples.length : (count + 1) / (samples.length + 1);
}

function squareAt({ square }: Sample, distance: number): number {
  return square[0] + (square[1] + square[2] * distance) * distance;
}

/** Doublings of the standard error after which a value that is still kept is one of any number. */
const DOUBLINGS = 40;

/** The distance in one direction at which values begin to be rejected; null when none is. */
function furthestKept(pAt: (distance: number) => number, step: number, alpha: number): number | null {
  let kept = 0;
  let rejected = step;
  for (let doubling = 0; pAt(rejected) > alpha; doubling++) {
    if (doubling === DOUBLINGS) return null;
    kept = rejected;
    rejected *= 2;
  }
  while (Math.abs(rejected - kept) > 1e-12 * Math.abs(rejected)) {
    const middle = (kept + rejected) / 2;
    if (middle === kept || middle === rejected) break;
    if (pAt(middle) > alpha) kept = middle;
    else rejected = middle;
  }
  return rejected;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += a[c]! * b[c]!;
  return sum;
}
