import { finiteVector } from "../linear-algebra/finite-vector.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { column, product, transposedProduct } from "../linear-algebra/product.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";
import { checkedTerms } from "../regression/checked-design.ts";
import { type FixedColumns, fixedColumns } from "./fixed-columns.ts";
import { type OccasionProducts, occasionProducts } from "./occasion-products.ts";

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

/**
 * Repeated measurements in units of their own: columns scaled and orthogonal, outcomes about their least-squares fit and over what that leaves, so
 * that sums of products lose no digits.
 */
export interface RepeatedProblem {
  readonly people: number;
  readonly rows: number;
  readonly fixed: FixedColumns;
  /** least-squares coefficients of these, in units of the outcome */
  readonly first: Float64Array;
  /** root mean square of what least squares leaves */
  readonly spread: number;
  readonly patterns: readonly OccasionProducts[];
  /** at each occasion, of what least squares leaves */
  readonly variances: Float64Array;
  /** an occasion at which it leaves nothing */
  readonly flat: number | null;
}

/** @throws RangeError when lengths differ, a value is missing, a person has an occasion twice, or columns repeat each other */
export function repeatedProblem(input: RepeatedMeasuresInput): RepeatedProblem {
  const { design, outcome, people, count, occasions, width } = checked(input);
  const fixed = fixedColumns(design);
  requireOwnColumns(fixed.aliased.length, design);
  const first = transposedProduct(fixed.columns, column(outcome)).values.map((sum) => sum / design.rows);
  const fitted = product(fixed.columns, column(first)).values;
  const left = outcome.map((one, i) => one - fitted[i]!);
  const spread = rootMeanSquare(left);
  const unitLeft = left.map((one) => one / (spread || 1));
  const variances = variancesOf(unitLeft, occasions, width);
  // What rounding leaves of outcomes that do not vary is not scatter.
  const rounding = (1e-12 * rootMeanSquare(outcome)) / (spread || 1);
  const flat = variances.findIndex((one) => !(one > 1e-12 && Math.sqrt(one) > rounding));
  return {
    people: count,
    rows: design.rows,
    fixed,
    first,
    spread,
    patterns: occasionProducts(fixed.columns, unitLeft, people, occasions, count),
    variances,
    flat: flat < 0 ? null : flat,
  };
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

function requireOwnColumns(repeated: number, { rows, columns }: Matrix): void {
  if (repeated > 0) throw new RangeError(`fitRepeatedMeasures: columns must not repeat each other, ${repeated} do`);
  if (rows <= columns) {
    throw new RangeError(`fitRepeatedMeasures: rows must outnumber the ${columns} coefficients, got ${rows}`);
  }
}

function rootMeanSquare(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, one) => sum + one * one, 0) / values.length);
}

function variancesOf(left: Float64Array, occasions: Int32Array, width: number): Float64Array {
  const squares = new Float64Array(width);
  const rows = new Float64Array(width);
  left.forEach((one, i) => {
    squares[occasions[i]!]! += one ** 2;
    rows[occasions[i]!]! += 1;
  });
  return squares.map((sum, j) => sum / rows[j]!);
}
