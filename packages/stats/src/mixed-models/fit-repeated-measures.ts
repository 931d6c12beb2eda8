import { cholesky } from "../linear-algebra/cholesky.ts";
import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { householderQr } from "../linear-algebra/householder-qr.ts";
import { inverseCholesky } from "../linear-algebra/inverse-cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { solveCholesky } from "../linear-algebra/solve-cholesky.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";
import { checkedTerms } from "../regression/checked-design.ts";
import { minimiseSmooth } from "./minimise-smooth.ts";
import { contrastOf, type MixedContrast } from "./mixed-contrast.ts";
import { place } from "./mixed-likelihood.ts";
import { inverseCurvature, shifted, slopeOf, stepAt } from "./numerical-derivatives.ts";
import { type PersonPattern, personPatterns } from "./person-patterns.ts";

export interface RepeatedMeasuresInput {
  /** n by k, of full rank */
  readonly design: Matrix;
  /** length n */
  readonly outcome: ArrayLike<number>;
  /** person of each row, any numbers, length n */
  readonly people: ArrayLike<number>;
  /** occasion of each row, 0, 1, …; a person has each once at most */
  readonly occasions: ArrayLike<number>;
}

export interface RepeatedMeasuresFit {
  /** false where scores of a person are combinations of each other, or too few for so many numbers: then nothing else can be used */
  readonly converged: boolean;
  readonly people: number;
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  /** of one person's outcomes, occasions by occasions */
  readonly occasionCovariance: readonly (readonly number[])[];
  /** restricted, with 2π and all constants */
  readonly logLikelihood: number;
  /** a combination of coefficients, with Satterthwaite's degrees of freedom */
  contrast(weights: readonly number[], level?: number): MixedContrast;
}

/**
 * A linear model for repeated measurements whose covariance over occasions may be anything (unstructured): nothing is taken for
 * granted of how people differ or change, by restricted maximum likelihood. What trials call MMRM.
 *
 * @param input every two occasions must have been seen together in several people, and design and occasions be few
 * @throws RangeError when lengths differ, a value is missing, a person has an occasion twice, or columns repeat each other
 * @source Mallinckrodt and others (2008), doi:10.1177/009286150804200402; degrees of freedom: Fai and Cornelius (1996),
 *   doi:10.1080/00949659608811740
 * @example
 * const input = { people: [1, 1, 2, 2, 3, 3, 4, 4], occasions: [0, 1, 0, 1, 0, 1, 0, 1], outcome: [10, 13, 20, 22, 31, 33, 41, 46] };
 * fitRepeatedMeasures({ ...input, design: designMatrix([[0, 1, 0, 1, 0, 1, 0, 1]]) }).contrast([0, 1]).estimate.toFixed(6); // "3.000000"
 */
export function fitRepeatedMeasures(input: RepeatedMeasuresInput): RepeatedMeasuresFit {
  const { design } = input;
  const n = design.rows;
  checkedTerms("fitRepeatedMeasures", design, undefined);
  const outcome = finiteVector("fitRepeatedMeasures", "outcome", input.outcome, n);
  const { codes, count } = distinctCodes(finiteVector("fitRepeatedMeasures", "people", input.people, n));
  const occasions = Int32Array.from(finiteVector("fitRepeatedMeasures", "occasions", input.occasions, n));
  const { kept } = householderQr(design);
  if (kept.length < design.columns) {
    throw new RangeError(`fitRepeatedMeasures: columns must not repeat each other, ${design.columns - kept.length} do`);
  }
  const width = occasions.reduce((most, one) => Math.max(most, one + 1), 0);
  requireOnce(codes, occasions, width);
  // About its mean and over its spread, so that every parameter of the search is about 1.
  const centre = outcome.reduce((sum, one) => sum + one, 0) / n;
  const spread = Math.sqrt(outcome.reduce((sum, one) => sum + (one - centre) ** 2, 0) / n) || 1;
  const scaled = outcome.map((one) => one / spread);
  const patterns = personPatterns(design, scaled, codes, occasions, count);
  const criterion = (parameters: Float64Array) => solvedAt(patterns, design.columns, width, parameters).criterion;
  const found = minimiseSmooth(criterion, startOf(width));
  const best = solvedAt(patterns, design.columns, width, found.point);
  const covariance = squareOf(best.covariance, spread ** 2);
  const curvature = inverseCurvature(found.hessian);
  const coefficients = Array.from(best.coefficients, (one) => one * spread);
  const varianceAt = (weights: readonly number[]) => (parameters: Float64Array) =>
    quadratic(weights, solvedAt(patterns, design.columns, width, parameters).covariance);
  const degrees = n - design.columns;
  return {
    converged: found.converged,
    people: count,
    coefficients,
    standardErrors: covariance.map((row, j) => Math.sqrt(row[j]!)),
    covariance,
    occasionCovariance: squareOf(covarianceOf(found.point, width), spread ** 2),
    logLikelihood: -(found.value + degrees * (Math.log(2 * Math.PI) + 2 * Math.log(spread))) / 2,
    contrast: (weights, level = 0.95) =>
      contrastOf({
        weights,
        level,
        coefficients,
        covariance,
        aliased: [],
        degreesOf: () => {
          const variance = varianceAt(weights);
          const slopes = found.point.map((_, j) =>
            slopeOf((shift) => variance(shifted(found.point, j, shift)), stepAt(found.point, j)),
          );
          return variance(found.point) ** 2 / quadratic(slopes, curvature);
        },
      }),
  };
}

function requireOnce(people: Int32Array, occasions: Int32Array, width: number): void {
  const seen = new Set<number>();
  for (let i = 0; i < people.length; i++) {
    const key = people[i]! * width + occasions[i]!;
    if (!(occasions[i]! >= 0) || seen.has(key)) {
      throw new RangeError(
        `fitRepeatedMeasures: occasions must be whole numbers from 0, each once a person, row ${i} (from 0) is not`,
      );
    }
    seen.add(key);
  }
}

/** People alike by half: an ordinary start for scores of one person. */
function startOf(width: number): Float64Array {
  const matrix = zeroMatrix(width, width);
  for (let a = 0; a < width; a++) for (let b = 0; b < width; b++) matrix.values[b * width + a] = a === b ? 1 : 0.5;
  const { factor } = cholesky(matrix);
  const start = new Float64Array((width * (width + 1)) / 2);
  for (let j = 0; j < width; j++) {
    for (let i = j; i < width; i++) {
      const entry = factor.values[j * width + i]!;
      start[place(i, j, width)] = i === j ? Math.log(entry) : entry;
    }
  }
  return start;
}

/** LL', the diagonal of L by its logarithm, so that every parameter gives a covariance. */
function covarianceOf(parameters: Float64Array, width: number): Matrix {
  const entry = (i: number, j: number) => {
    const value = parameters[place(i, j, width)]!;
    return i === j ? Math.exp(value) : value;
  };
  const matrix = zeroMatrix(width, width);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let j = 0; j <= b; j++) sum += entry(a, j) * entry(b, j);
      matrix.values[b * width + a] = sum;
      matrix.values[a * width + b] = sum;
    }
  }
  return matrix;
}

/** Coefficients by generalised least squares at one covariance, and −2 log of the restricted likelihood without constants. */
function solvedAt(patterns: readonly PersonPattern[], k: number, width: number, parameters: Float64Array) {
  const whole = covarianceOf(parameters, width);
  const information = zeroMatrix(k, k);
  const right = new Float64Array(k);
  let criterion = 0;
  for (const { occasions, people, design, sums, products } of patterns) {
    const m = occasions.length;
    const own = zeroMatrix(m, m);
    occasions.forEach((a, i) => {
      occasions.forEach((b, j) => {
        own.values[j * m + i] = whole.values[b * width + a]!;
      });
    });
    const factor = cholesky(own, { tolerance: 1e-14 });
    const inverse = inverseCholesky(factor).values;
    for (let i = 0; i < m; i++) criterion += 2 * people * Math.log(factor.factor.values[i * m + i]!);
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < m; j++) {
        const weight = inverse[j * m + i]!;
        criterion += weight * products[j * m + i]!;
        for (let a = 0; a < k; a++) {
          const left = design[i]![a]! * weight;
          if (left === 0) continue;
          right[a]! += left * sums[j]!;
          for (let b = 0; b < k; b++) information.values[b * k + a]! += people * left * design[j]![b]!;
        }
      }
    }
  }
  const factor = cholesky(information, { tolerance: 0 });
  // At covariances so extreme that the products have no digits left there is nothing to find.
  if (factor.dropped.length > 0) criterion = Number.POSITIVE_INFINITY;
  const coefficients = solveCholesky(factor, right);
  for (let a = 0; a < k; a++) {
    criterion += 2 * Math.log(factor.factor.values[a * k + a]!) - coefficients[a]! * right[a]!;
  }
  return { criterion, coefficients, covariance: inverseCholesky(factor) };
}

function quadratic(weights: ArrayLike<number>, { rows: k, values }: Matrix): number {
  let sum = 0;
  for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) sum += weights[a]! * values[b * k + a]! * weights[b]!;
  return sum;
}

function squareOf({ rows: k, values }: Matrix, times: number): number[][] {
  return Array.from({ length: k }, (_, a) => Array.from({ length: k }, (_, b) => values[b * k + a]! * times));
}
