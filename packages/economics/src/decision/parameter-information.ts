import {
  cholesky,
  crossproduct,
  harrellKnots,
  type Matrix,
  mean,
  restrictedCubicSpline,
  sampleStandardDeviation,
  solveCholesky,
} from "@likewise/stats";
import { perfectInformation } from "./perfect-information.ts";
import { requireDraws } from "./require-draws.ts";

/**
 * What it would be worth to know one parameter before deciding (EVPPI): the net benefit of each option beyond the first is
 * expected from the parameter by a smooth curve through the draws, and what is expected takes the place of what was drawn.
 *
 * @param parameter   its draws
 * @param netBenefits draws of the net benefit of each option, pounds a person, equally many
 * @returns pounds a person, >= 0; 0 where the parameter does not vary
 * @throws RangeError when there are fewer than two options, or draws differ in number
 * @source Strong, Oakley and Brennan (2014), doi:10.1177/0272989X13505910, with restricted cubic splines of five knots
 * @example
 * parameterInformation([1, 1, 1, 1], [[10, 20, 30, 40], [30, 10, 40, 20]]); // 0
 */
export function parameterInformation(parameter: ArrayLike<number>, netBenefits: readonly ArrayLike<number>[]): number {
  const draws = requireDraws("parameterInformation", [parameter, ...netBenefits]);
  const [reference, ...others] = netBenefits;
  if (others.length === 0) {
    throw new RangeError(`parameterInformation: netBenefits must be of two options or more, got ${netBenefits.length}`);
  }
  const columns = curveOf(parameter);
  if (columns === null) return 0;
  const expected = others.map((other) =>
    throughDraws(
      columns,
      Float64Array.from({ length: draws }, (_, i) => other[i]! - reference![i]!),
    ),
  );
  return perfectInformation([new Float64Array(draws), ...expected]);
}

/** Least squares of draws on the columns and a constant, by products of columns of size 1: a curve through draws needs no more digits. */
function throughDraws(columns: readonly Float64Array[], outcome: Float64Array): Float64Array {
  const draws = outcome.length;
  const k = columns.length;
  const all = [...columns.map(unitSpread), outcome];
  const centre = mean(outcome);
  const values = new Float64Array(draws * (k + 1));
  all.forEach((column, j) => {
    values.set(j < k ? column : column.map((one) => one - centre), j * draws);
  });
  const products = crossproduct({ rows: draws, columns: k + 1, values });
  const information: Matrix = { rows: k, columns: k, values: new Float64Array(k * k) };
  for (let j = 0; j < k; j++) {
    for (let i = 0; i < k; i++) information.values[j * k + i] = products.values[j * (k + 1) + i]!;
  }
  const right = Float64Array.from({ length: k }, (_, j) => products.values[k * (k + 1) + j]!);
  const slopes = solveCholesky(cholesky(information), right);
  const fitted = new Float64Array(draws).fill(centre);
  for (let j = 0; j < k; j++) {
    for (let i = 0; i < draws; i++) fitted[i]! += slopes[j]! * values[j * draws + i]!;
  }
  return fitted;
}

/** About its mean, over its standard deviation; zeros where it does not vary. */
function unitSpread(column: Float64Array): Float64Array {
  const centre = mean(column);
  const spread = sampleStandardDeviation(column);
  return column.map((one) => (spread > 0 ? (one - centre) / spread : 0));
}

const fewestForCurve = 50;

/** A curve where the parameter takes many values, a line where it takes few, nothing where it takes one. */
function curveOf(draws: ArrayLike<number>): Float64Array[] | null {
  const parameter = Float64Array.from(draws);
  const values = new Set<number>();
  for (let i = 0; i < parameter.length && values.size <= fewestForCurve; i++) values.add(parameter[i]!);
  if (values.size < 2) return null;
  if (values.size <= fewestForCurve || parameter.length < fewestForCurve) return [parameter];
  const knots = harrellKnots(parameter, 5);
  return new Set(knots).size < 5 ? [parameter] : [parameter, ...restrictedCubicSpline(parameter, knots)];
}
