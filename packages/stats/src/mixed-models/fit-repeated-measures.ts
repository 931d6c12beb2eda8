import { cholesky } from "../linear-algebra/cholesky.ts";
import { inverseCholesky } from "../linear-algebra/inverse-cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { type Refused, refuse } from "../refusals/refused.ts";
import { type FoundCovariance, findOccasionCovariance } from "./find-occasion-covariance.ts";
import { contrastOf, type MixedContrast } from "./mixed-contrast.ts";
import type { OccasionProducts } from "./occasion-products.ts";
import { quadratic } from "./repeated-derivatives.ts";
import { squareOf } from "./repeated-likelihood.ts";
import { type RepeatedMeasuresInput, type RepeatedProblem, repeatedProblem } from "./repeated-problem.ts";

export type { RepeatedMeasuresInput } from "./repeated-problem.ts";

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
 * on the number of people, and ends after 50 steps at most.
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
  const problem = repeatedProblem(input);
  const { patterns, variances, flat, first } = problem;
  if (flat !== null) return refused(`scores at occasion ${flat} do not vary given the design`, "scores that vary");
  const apart = apartOf(patterns, variances.length);
  if (apart !== null) {
    const both = apart.join(" and ");
    return refused(`occasions ${both} were seen together in fewer than two people`, "people seen at both");
  }
  const found = findOccasionCovariance(patterns, first.length, variances);
  if (found === "no scatter left") {
    return refused("outcomes at one occasion follow from those at others", "more people, or fewer occasions");
  }
  if (found === "no rest") {
    return refused("the likelihood has no clear maximum over all covariances", "more people, or fewer occasions");
  }
  return fitAt(problem, found);
}

function refused(why: string, unlocks: string): Refused {
  return refuse("any covariance over occasions", why, unlocks);
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

function fitAt(problem: RepeatedProblem, { at, derivatives, covariance: found }: FoundCovariance): RepeatedMeasuresFit {
  const { people, rows, fixed, first, spread, variances } = problem;
  const unit = inverseCholesky(at.information);
  const coefficients = fixed.coefficientsOf(at.coefficients.map((one, j) => one * spread + first[j]!)) as number[];
  const covariance = fixed.covarianceOf(unit).map((row) => row.map((one) => one * spread ** 2));
  const constants = (rows - first.length) * (Math.log(2 * Math.PI) + 2 * Math.log(spread));
  const uncertainty = inverseCholesky(cholesky(derivatives.hessian));
  const degreesOf = (weights: readonly number[]) => {
    const own = fixed.contrastOf(weights);
    // Twice the inverse of the curvature of −2 log L is the covariance of the entries.
    return quadratic(own, unit) ** 2 / quadratic(derivatives.varianceSlopes(own), uncertainty);
  };
  return {
    people,
    coefficients,
    standardErrors: covariance.map((row, j) => Math.sqrt(row[j]!)),
    covariance,
    occasionCovariance: rowsOf(squareOf(found, Array.from(variances.keys()), variances.length), spread ** 2),
    logLikelihood: -(at.criterion + fixed.logDeterminant + constants) / 2,
    contrast: (weights, level = 0.95) =>
      contrastOf({ weights, level, coefficients, covariance, aliased: [], degreesOf }),
  };
}

function rowsOf({ rows: k, values }: Matrix, times: number): number[][] {
  return Array.from({ length: k }, (_, a) => Array.from({ length: k }, (_, b) => values[b * k + a]! * times));
}
