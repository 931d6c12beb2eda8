import { linearPredictor, type RegressionFit, sumOf } from "@likewise/stats";
import type { AdjustedDesign } from "./adjusted-design.ts";
import type { ArmInfluence } from "./estimator.ts";

/** Inverse of a link and its derivative, by linear predictor. */
export interface ResponseCurve {
  readonly mean: (linear: number) => number;
  readonly slope: (linear: number) => number;
}

export interface StandardisedArms extends Omit<ArmInfluence, "rows" | "dependence"> {
  readonly variance: { readonly treated: number; readonly comparison: number; readonly covariance: number };
}

/**
 * G-computation: the mean outcome a fitted model predicts were everybody in a target population treated, and were nobody,
 * with the delta-method covariance of the two; the target's covariates count as fixed.
 *
 * @param over       1 for the people averaged over, length n
 * @param covariance of the coefficients, the one standard errors should come from
 * @param bread      inverse information, for each person's influence
 * @source Robins (1986), doi:10.1016/0270-0255(86)90088-6; Snowden, Rose and Mortimer (2011), doi:10.1093/aje/kwq472
 */
export function standardisedArms(
  { design, treatedColumn }: AdjustedDesign,
  fit: RegressionFit,
  curve: ResponseCurve,
  over: Uint8Array,
  covariance: readonly (readonly number[])[],
  bread: readonly (readonly number[])[],
): StandardisedArms {
  const arms = ([1, 0] as const).map((arm) => {
    const values = design.values.slice();
    values.fill(arm, treatedColumn * design.rows, (treatedColumn + 1) * design.rows);
    return averagePrediction({ ...design, values }, fit.coefficients, curve, over);
  }) as [Prediction, Prediction];
  const [treated, comparison] = arms;
  return {
    treated: { value: treated.value, influence: influenceOf(design, fit, bread, treated.gradient), factor: 1 },
    comparison: { value: comparison.value, influence: influenceOf(design, fit, bread, comparison.gradient), factor: 1 },
    variance: {
      treated: quadratic(treated.gradient, covariance, treated.gradient),
      comparison: quadratic(comparison.gradient, covariance, comparison.gradient),
      covariance: quadratic(treated.gradient, covariance, comparison.gradient),
    },
  };
}

interface Prediction {
  readonly value: number;
  /** Derivative of the value in each coefficient. */
  readonly gradient: Float64Array;
}

type Design = AdjustedDesign["design"];

function averagePrediction(
  design: Design,
  coefficients: readonly (number | null)[],
  curve: ResponseCurve,
  over: Uint8Array,
): Prediction {
  const linear = linearPredictor(design, coefficients);
  const people = over.reduce((sum, one) => sum + one, 0);
  const average = (term: (row: number) => number) =>
    sumOf(design.rows, (row) => (over[row] === 1 ? term(row) : 0)) / people;
  return {
    value: average((row) => curve.mean(linear[row]!)),
    gradient: Float64Array.from(coefficients, (_, j) =>
      average((row) => curve.slope(linear[row]!) * design.values[j * design.rows + row]!),
    ),
  };
}

function quadratic(a: Float64Array, matrix: readonly (readonly number[])[], b: Float64Array): number {
  return sumOf(a.length, (i) => a[i]! * sumOf(b.length, (j) => matrix[i]![j]! * b[j]!));
}

function influenceOf(
  { rows, values }: Design,
  { scoreResiduals }: RegressionFit,
  bread: readonly (readonly number[])[],
  gradient: Float64Array,
): Float64Array {
  const direction = bread.map((row) => sumOf(row.length, (j) => row[j]! * gradient[j]!));
  return Float64Array.from(
    scoreResiduals,
    (residual, row) => residual * sumOf(direction.length, (j) => direction[j]! * values[j * rows + row]!),
  );
}
