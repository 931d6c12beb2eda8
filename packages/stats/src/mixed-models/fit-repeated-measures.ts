import { cholesky } from "../linear-algebra/cholesky.ts";
import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { householderQr, solveQr } from "../linear-algebra/householder-qr.ts";
import { inverseCholesky } from "../linear-algebra/inverse-cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { column, product } from "../linear-algebra/product.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";
import { type Refused, refuse } from "../refusals/refused.ts";
import { checkedTerms } from "../regression/checked-design.ts";
import {
  columnScaling,
  scaledColumns,
  scaledContrast,
  unscaledCoefficients,
  unscaledCovariance,
} from "../regression/column-scaling.ts";
import { findOccasionCovariance, type NotFound } from "./find-occasion-covariance.ts";
import { contrastOf, type MixedContrast } from "./mixed-contrast.ts";
import { type OccasionProducts, occasionProducts } from "./occasion-products.ts";
import { quadratic } from "./repeated-derivatives.ts";
import { squareOf } from "./repeated-likelihood.ts";

export interface RepeatedMeasuresInput {
  /** n by k, of full rank; a constant column, if any, first */
  readonly design: Matrix;
  /** length n */
  readonly outcome: ArrayLike<number>;
  /** person of each row, any numbers, length n */
  readonly people: ArrayLike<number>;
  /** occasion of each row, 0, 1, …; a person has each once at most */
  readonly occasions: ArrayLike<number>;
}

export interface RepeatedMeasuresFit {
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
 * Products are taken once by pattern of occasions seen; the search is by derivatives in closed form, so that its time hardly depends
 * on the number of people, and ends after 100 steps at most.
 *
 * Missing rule: rows with a missing value are the caller's to leave out, and to count.
 *
 * @param input design and outcome in any unit; occasions are few
 * @returns refused where two occasions were not seen together in two people, an occasion's outcomes follow from the design or from other
 *   occasions, or the search does not come to rest
 * @throws RangeError when lengths differ, a value is missing, a person has an occasion twice, or columns repeat each other
 * @source Mallinckrodt and others (2008), doi:10.1177/009286150804200402; degrees of freedom: Fai and Cornelius (1996),
 *   doi:10.1080/00949659608811740
 * @example
 * const input = { people: [1, 1, 2, 2, 3, 3, 4, 4], occasions: [0, 1, 0, 1, 0, 1, 0, 1], outcome: [10, 13, 20, 22, 31, 33, 41, 46] };
 * fitRepeatedMeasures({ ...input, design: designMatrix([[0, 1, 0, 1, 0, 1, 0, 1]]) }).contrast([0, 1]).estimate.toFixed(6); // "3.000000"
 */
export function fitRepeatedMeasures(input: RepeatedMeasuresInput): RepeatedMeasuresFit | Refused {
  const { design, outcome, people, count, occasions, width } = checked(input);
  const scaling = columnScaling(design, new Float64Array(design.rows).fill(1));
  const columns = Array.from({ length: design.columns }, (_, j) => j);
  const scaled = scaledColumns(design, scaling, columns);
  // What least squares leaves, over its size: sums of products then lose no digits, and every occasion counts about 1.
  const first = solveQr(householderQr(scaled), outcome);
  const fitted = product(scaled, column(first)).values;
  const left = outcome.map((one, i) => one - fitted[i]!);
  const spread = Math.sqrt(left.reduce((sum, one) => sum + one * one, 0) / left.length);
  const variances = variancesOf(left, occasions, width, spread);
  const flat = variances.findIndex((one) => !(one > 1e-12));
  if (flat >= 0) return refused(`scores at occasion ${flat} do not vary given the design`, "scores that vary");
  const unitLeft = left.map((one) => one / spread);
  const patterns = occasionProducts(scaled, unitLeft, people, occasions, count);
  const apart = apartOf(patterns, width);
  if (apart !== null) {
    return refused(
      `occasions ${apart.join(" and ")} were seen together in fewer than two people`,
      "people seen at both",
    );
  }
  const found = findOccasionCovariance(patterns, columns.length, variances);
  if (typeof found === "string") return refused(whyNot[found], "more people, or fewer occasions");

  const { at, derivatives } = found;
  const solution = at.coefficients.map((one, j) => one * spread + first[j]!);
  const coefficients = unscaledCoefficients(scaling, columns, solution) as number[];
  const unscaled = unscaledCovariance(scaling, columns, inverseCholesky(at.information));
  const covariance = unscaled.map((row) => row.map((one) => one * spread ** 2));
  const scales = columns.reduce((sum, j) => sum - 2 * Math.log(scaling.inverseScales[j]!), 0);
  const degrees = design.rows - columns.length;
  const uncertainty = inverseCholesky(cholesky(derivatives.hessian));
  const degreesOf = (weights: readonly number[]) => {
    const own = scaledContrast(scaling, columns, weights);
    const variance = quadratic(own, inverseCholesky(at.information));
    // Twice the inverse of the curvature of −2 log L is the covariance of the entries.
    return variance ** 2 / quadratic(derivatives.varianceSlopes(own), uncertainty);
  };
  return {
    people: count,
    coefficients,
    standardErrors: covariance.map((row, j) => Math.sqrt(row[j]!)),
    covariance,
    occasionCovariance: rowsOf(squareOf(found.covariance, Array.from(variances.keys()), width), spread ** 2),
    logLikelihood: -(at.criterion + scales + degrees * (Math.log(2 * Math.PI) + 2 * Math.log(spread))) / 2,
    contrast: (weights, level = 0.95) =>
      contrastOf({ weights, level, coefficients, covariance, aliased: [], degreesOf }),
  };
}

const whyNot: Record<NotFound, string> = {
  "no scatter left": "outcomes at one occasion follow from those at others",
  "no rest": "the likelihood has no clear maximum over all covariances",
};

function refused(why: string, unlocks: string): Refused {
  return refuse("any covariance over occasions", why, unlocks);
}

function checked(input: RepeatedMeasuresInput) {
  const { design } = input;
  const n = design.rows;
  checkedTerms("fitRepeatedMeasures", design, undefined);
  const outcome = finiteVector("fitRepeatedMeasures", "outcome", input.outcome, n);
  const { codes: people, count } = distinctCodes(finiteVector("fitRepeatedMeasures", "people", input.people, n));
  const given = finiteVector("fitRepeatedMeasures", "occasions", input.occasions, n);
  const width = given.reduce((most, one) => Math.max(most, one + 1), 0);
  requireOnce(people, given, width);
  const { dropped } = householderQr(design);
  if (dropped.length > 0) {
    throw new RangeError(`fitRepeatedMeasures: columns must not repeat each other, ${dropped.length} do`);
  }
  if (n <= design.columns) {
    throw new RangeError(`fitRepeatedMeasures: rows must outnumber the ${design.columns} coefficients, got ${n}`);
  }
  return { design, outcome, people, count, occasions: Int32Array.from(given), width };
}

function requireOnce(people: Int32Array, occasions: Float64Array, width: number): void {
  const seen = new Set<number>();
  for (let i = 0; i < people.length; i++) {
    const key = people[i]! * width + occasions[i]!;
    if (!(Number.isInteger(occasions[i]!) && occasions[i]! >= 0) || seen.has(key)) {
      throw new RangeError(
        `fitRepeatedMeasures: occasions must be whole numbers from 0, each once a person, row ${i} (from 0) is not`,
      );
    }
    seen.add(key);
  }
}

/** Mean square of what is left at each occasion, in units of `spread`. */
function variancesOf(left: Float64Array, occasions: Int32Array, width: number, spread: number): Float64Array {
  const squares = new Float64Array(width);
  const rows = new Float64Array(width);
  left.forEach((one, i) => {
    squares[occasions[i]!]! += (one / spread) ** 2;
    rows[occasions[i]!]! += 1;
  });
  return squares.map((sum, j) => sum / rows[j]!);
}

/** Two occasions whose covariance nothing tells. */
function apartOf(patterns: readonly OccasionProducts[], width: number): readonly [number, number] | null {
  const together = new Int32Array(width * width);
  for (const { occasions, people } of patterns) {
    for (const a of occasions) for (const b of occasions) together[a * width + b]! += people;
  }
  const at = together.findIndex((people) => people < 2);
  return at < 0 ? null : [Math.floor(at / width), at % width];
}

function rowsOf({ rows: k, values }: Matrix, times: number): number[][] {
  return Array.from({ length: k }, (_, a) => Array.from({ length: k }, (_, b) => values[b * k + a]! * times));
}
