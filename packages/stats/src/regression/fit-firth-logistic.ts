import { chiSquareCdf, chiSquareQuantile } from "../distributions/chi-square.ts";
import { finiteVector } from "../linear-algebra/finite-vector.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { checkLevel } from "../proportions/two-sided-quantile.ts";
import { checkedTerms } from "./checked-design.ts";
import { columnScaling, scaledContrast, unscaledCoefficients, unscaledCovariance } from "./column-scaling.ts";
import { type FirthModel, firthModel, highestWithHeld, type Summit } from "./firth-model.ts";
import { independentColumns } from "./independent-columns.ts";
import { logisticFamily } from "./logistic-family.ts";
import { type RegressionFit, standardErrorsOf } from "./regression-fit.ts";
import { rowWeights } from "./row-weights.ts";

export interface FirthLogisticInput {
  /** n by k; a constant column, if any, first */
  readonly design: Matrix;
  /** 0 to 1, length n */
  readonly outcome: ArrayLike<number>;
  /** people each row stands for, whole numbers from 0, length n */
  readonly frequencies?: ArrayLike<number>;
  /** known part of the log odds, length n; zeros when left out */
  readonly offset?: ArrayLike<number>;
  /** names of the columns; x0, x1, … when left out */
  readonly names?: readonly string[];
  /** confidence level of the intervals, default 0.95 */
  readonly level?: number;
}

export interface FirthLogisticFit extends RegressionFit {
  readonly family: "logistic";
  readonly linearPredictor: Float64Array;
  /** profile penalised likelihood limits of the log odds ratio; null for an aliased column */
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly level: number;
  /** penalised likelihood ratio tests of each coefficient being 0 */
  readonly pValues: readonly (number | null)[];
  /** penalised: with ½ log |information| added */
  readonly logLikelihood: number;
  readonly iterations: number;
}

/**
 * Firth's logistic regression, for separation and few events: estimates stay
 * finite where the likelihood has no maximum, and are nearly unbiased in
 * small samples. It is the fallback that `inspectRegression` names.
 *
 * The penalty is half the log determinant of the information (Jeffreys' prior).
 * Intervals and p-values are those of the profile penalised likelihood: Wald's
 * are misleading just where this is needed. Predicted probabilities are pulled
 * towards a half, so do not standardise them into risks. It takes frequencies
 * but no sampling weights, for which the penalty has no meaning.
 *
 * @param input design n by k with a constant column first, if any; outcome 0 to 1, length n; offset on the log-odds scale
 * @returns coefficients in log odds per unit of each column, with limits; `scoreResiduals` are those of the penalised score
 * @throws RangeError when lengths differ, a value is missing, an outcome lies outside 0 to 1, or level outside 0 to 1
 * @source Firth (1993), doi:10.1093/biomet/80.1.27; Heinze and Schemper (2002), doi:10.1002/sim.1047
 * @example
 * const design = designMatrix([[0, 0, 0, 0, 1, 1, 1, 1]]);
 * const fit = fitFirthLogistic({ design, outcome: [1, 1, 0, 0, 1, 1, 1, 1] });
 * Math.exp(fit.coefficients[1]); // 9
 */
export function fitFirthLogistic(input: FirthLogisticInput): FirthLogisticFit {
  const caller = "fitFirthLogistic";
  const { design, level = 0.95 } = input;
  const n = design.rows;
  const terms = checkedTerms(caller, design, input.names);
  const outcome = finiteVector(caller, "outcome", input.outcome, n);
  for (let i = 0; i < n; i++) {
    if (!logisticFamily.allows(outcome[i]!)) {
      throw new RangeError(`${caller}: outcome must be ${logisticFamily.outcomeRule}, row ${i} (from 0) is not`);
    }
  }
  checkLevel(caller, level);
  const counts = input.frequencies === undefined ? {} : { frequencies: input.frequencies };
  const { weights, frequencies, rows } = rowWeights(caller, counts, n);
  const offset = input.offset === undefined ? new Float64Array(n) : finiteVector(caller, "offset", input.offset, n);

  const scaling = columnScaling(design, weights);
  const columns = independentColumns(design, scaling, weights);
  const model = firthModel({ design, scaling, columns, outcome, weights, offset });
  const best = highestWithHeld(model, new Float64Array(columns.length), null);
  const vectors = {
    linearPredictor: model.rows.linearPredictor.slice(),
    fitted: model.rows.fitted.slice(),
    scoreResiduals: model.rows.scoreResiduals.slice(),
    informationWeights: model.rows.informationWeights.slice(),
  };

  const aliased = terms.map((_, j) => j).filter((j) => !columns.includes(j));
  const covariance = unscaledCovariance(scaling, columns, best.inverse);
  const coefficients = unscaledCoefficients(scaling, columns, best.point);
  const standardErrors = standardErrorsOf(covariance, aliased, best.converged);
  const profiles = terms.map((_, j) => {
    const estimate = coefficients[j]!;
    const standardError = standardErrors[j]!;
    if (estimate === null || standardError === null) return null;
    const contrast = scaledContrast(
      scaling,
      columns,
      terms.map((_, other) => Number(other === j)),
    );
    return profile(model, best, contrast, estimate, standardError, level);
  });
  return {
    family: "logistic",
    terms,
    converged: best.converged,
    coefficients,
    standardErrors,
    covariance,
    lower: profiles.map((one) => one?.lower ?? null),
    upper: profiles.map((one) => one?.upper ?? null),
    level,
    pValues: profiles.map((one) => one?.pValue ?? null),
    aliased,
    rows,
    rank: columns.length,
    // The determinant on the columns as they came: scaling multiplies it, centring does not.
    logLikelihood: columns.reduce((sum, j) => sum - Math.log(Math.abs(scaling.inverseScales[j]!)), best.value),
    iterations: best.iterations,
    frequencies,
    ...vectors,
  };
}

/** Where the highest likelihood with one coefficient held has fallen by half a chi-square quantile; and its test at 0. */
function profile(
  model: FirthModel,
  best: Summit,
  contrast: Float64Array,
  estimate: number,
  standardError: number,
  level: number,
): { lower: number; upper: number; pValue: number } {
  const allowed = Math.sqrt(chiSquareQuantile(1 - level, 1, { upper: true }));
  const from = { point: best.point, value: estimate };
  /** Signed root of twice the fall: nearly a straight line in the coefficient. Each search starts where the last ended. */
  const rootAt = (value: number) => {
    const held = { contrast, shift: value - from.value, inverse: best.inverse };
    const summit = highestWithHeld(model, from.point, held);
    from.point = summit.point;
    from.value = value;
    return Math.sign(value - estimate) * Math.sqrt(Math.max(0, 2 * (best.value - summit.value)));
  };
  const limit = (direction: number) => {
    from.point = best.point;
    from.value = estimate;
    return along(rootAt, direction * allowed, estimate, standardError);
  };
  const ends = { lower: limit(-1), upper: limit(1) };
  from.point = best.point;
  from.value = estimate;
  return { ...ends, pValue: chiSquareCdf(rootAt(0) ** 2, 1, { upper: true }) };
}

/** The secant method for a rising function that is 0 at `from` with slope about 1 / scale. */
function along(at: (value: number) => number, target: number, from: number, scale: number): number {
  let near = from;
  let atNear = 0;
  let far = from + target * scale;
  for (let round = 0; round < 60; round++) {
    const atFar = at(far);
    const step = ((target - atFar) * (far - near)) / (atFar - atNear);
    // A profile that flattens far out would throw the secant further than its slope is known.
    const furthest = Math.abs(far - from);
    near = far;
    atNear = atFar;
    far += Math.max(-furthest / 2, Math.min(furthest, step));
    if (Math.abs(far - near) <= 1e-9 * scale) break;
  }
  return far;
}
