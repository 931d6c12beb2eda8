import {
  crossproduct,
  designMatrix,
  distinctCodes,
  type Matrix,
  sampleStandardDeviation,
  sortedOrder,
  symmetricEigen,
} from "@likewise/stats";
import type { Covariate } from "../covariates/covariate.ts";
import { covariateColumns } from "../covariates/covariate-columns.ts";

/** People as points whose ordinary distance is their Mahalanobis distance. */
export interface MahalanobisSpace {
  readonly dimensions: number;
  /** Coordinate d of person i at `i * dimensions + d`. */
  readonly coordinates: Float64Array;
}

/** `values`: of the covariates as they are. `ranks`: of their ranks, which no far-out value can stretch. */
export type MahalanobisKind = "values" | "ranks";

/**
 * Coordinates in which distance is Mahalanobis's: differences of covariates, every level of a factor a column, divided by how
 * much people of one arm differ (covariance within arms, pooled) and counted once where columns say the same.
 *
 * By ranks: equal values share their mean rank, covariance is that over everybody, and each column is given the spread of
 * ranks without ties, so that a rare level does not outweigh everything else.
 *
 * @param treated 1 = treated, 0 = comparison, length n
 * @returns null when some combination of covariates differs between the arms and never within one
 * @source Rubin (1980), doi:10.2307/2529981; ranks: Rosenbaum (2010), Design of Observational Studies, section 8.3
 */
export function mahalanobisSpace(
  covariates: readonly Covariate[],
  treated: Uint8Array,
  kind: MahalanobisKind,
): MahalanobisSpace | null {
  const varying = covariateColumns(covariates).filter(({ values }) => values.some((value) => value !== values[0]));
  if (varying.length === 0) return null;
  // The last coordinates made below are of single columns: best those of few values, which divide people most clearly.
  const columns = varying
    .map(({ values }) => ({ values, count: distinctCodes(values).count }))
    .sort((a, b) => b.count - a.count)
    .map(({ values }) => values);
  return kind === "ranks" ? spaceOfRanks(columns.map(ranksOf)) : spaceOfValues(columns.map(standardised), treated);
}

function spaceOfValues(columns: readonly Float64Array[], treated: Uint8Array): MahalanobisSpace | null {
  const overall = covariance(columns, 1);
  const withinArms = covariance(
    columns.map((values) => centredInArms(values, treated)),
    2,
  );
  const inverse = generalisedInverse(withinArms);
  return inverse.rank < generalisedInverse(overall).rank ? null : spaceOf(columns, inverse.matrix);
}

function spaceOfRanks(ranks: readonly Float64Array[]): MahalanobisSpace {
  const n = ranks[0]!.length;
  const untied = Math.sqrt((n * (n + 1)) / 12);
  const inverse = generalisedInverse(covariance(ranks.map(standardised), 1));
  return spaceOf(
    ranks.map((values) => centred(values).map((value) => value / untied)),
    inverse.matrix,
  );
}

function ranksOf(values: Float64Array): Float64Array {
  const order = sortedOrder(values);
  const ranks = new Float64Array(values.length);
  for (let from = 0, to = 1; from < order.length; from = to++) {
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let place = from; place < to; place++) ranks[order[place]!] = (from + to + 1) / 2;
  }
  return ranks;
}

/** In standard deviations from the mean, so that no unit decides which combinations count as the same. */
function standardised(values: Float64Array): Float64Array {
  const deviation = sampleStandardDeviation(values);
  return centred(values).map((value) => value / deviation);
}

function centred(values: Float64Array): Float64Array {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - centre);
}

function centredInArms(values: Float64Array, treated: Uint8Array): Float64Array {
  const totals = [0, 0];
  const people = [0, 0];
  values.forEach((value, row) => {
    const arm = treated[row]!;
    totals[arm] = totals[arm]! + value;
    people[arm] = people[arm]! + 1;
  });
  return values.map((value, row) => value - totals[treated[row]!]! / people[treated[row]!]!);
}

/** Of columns centred already; `means` of them were estimated on the way. */
function covariance(columns: readonly Float64Array[], means: number): Matrix {
  const design = designMatrix([...columns], { intercept: false });
  const { rows, columns: k, values } = crossproduct(design);
  return { rows, columns: k, values: values.map((value) => value / (columns[0]!.length - means)) };
}

/** Moore and Penrose's inverse: directions in which nothing varies are left out. */
function generalisedInverse(matrix: Matrix): { matrix: Matrix; rank: number } {
  const k = matrix.columns;
  const { values, vectors } = symmetricEigen(matrix);
  const kept = Array.from(values, (_, j) => j).filter((j) => values[j]! > smallestVariance * values[0]!);
  const inverse = new Float64Array(k * k);
  for (const j of kept) {
    const vector = vectors.values.subarray(j * k, (j + 1) * k);
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) inverse[a * k + b] = inverse[a * k + b]! + (vector[a]! * vector[b]!) / values[j]!;
    }
  }
  return { matrix: { rows: k, columns: k, values: inverse }, rank: kept.length };
}

/** Relative to the largest; below it a direction is rounding. */
const smallestVariance = 1e-10;

/** With M = LL', the squared length of L'z is z'Mz. Coordinates of single columns come first. */
function spaceOf(columns: readonly Float64Array[], inverse: Matrix): MahalanobisSpace {
  const k = columns.length;
  const loads = semidefiniteFactor(inverse).reverse();
  const n = columns[0]!.length;
  const coordinates = new Float64Array(n * loads.length);
  loads.forEach((load, d) => {
    for (let i = 0; i < k; i++) {
      const values = columns[i]!;
      if (load[i] === 0) continue;
      for (let row = 0; row < n; row++) {
        const at = row * loads.length + d;
        coordinates[at] = coordinates[at]! + load[i]! * values[row]!;
      }
    }
  });
  return { dimensions: loads.length, coordinates };
}

/** Columns of a lower triangular L with LL' = M, as many as M has rank; nothing is left where a pivot is but rounding. */
function semidefiniteFactor({ columns: k, values }: Matrix): Float64Array[] {
  const left = Float64Array.from(values);
  const factor: Float64Array[] = [];
  for (let j = 0; j < k; j++) {
    const pivot = left[j * k + j]!;
    if (!(pivot > smallestVariance * values[j * k + j]!)) continue;
    const column = Float64Array.from({ length: k }, (_, i) => (i < j ? 0 : left[j * k + i]! / Math.sqrt(pivot)));
    for (let a = j; a < k; a++) {
      for (let b = j; b < k; b++) left[a * k + b] = left[a * k + b]! - column[a]! * column[b]!;
    }
    factor.push(column);
  }
  return factor;
}
