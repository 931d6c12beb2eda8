import {
  clusterCovariance,
  designMatrix,
  fitLeastSquares,
  fitLogistic,
  type Matrix,
  type RegressionFit,
  robustCovariance,
  sumOf,
} from "@likewise/stats";
import { type ModelColumn, modelColumns } from "../covariates/model-columns.ts";
import { namedInWords } from "../covariates/named-in-words.ts";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { armValue } from "./arm-summary.ts";
import type { ArmContrast } from "./contrasts.ts";
import type { ArmInfluence, EffectRefusal, EstimatorOptions } from "./estimator.ts";
import type { ResponseCurve } from "./standardised-arms.ts";

/**
 * G-computation in matched or weighted people: a weighted regression of the outcome on the covariates within each arm (which
 * is one on treatment, covariates and all their products), averaged over the people the effect is about, with their weights.
 * The covariance is that of the regression, robust by matched set or cluster (CR1) or by person (HC1), carried over by the
 * delta method; covariates and weights count as fixed.
 *
 * @source Lin (2013), doi:10.1214/12-AOAS583; Greifer and Stuart (2021), arXiv:2106.10577
 */
export function armsByRegression(
  people: AnalysisSet,
  { standardiseOver }: Pick<EstimatorOptions, "standardiseOver">,
): { contrast: ArmContrast; arms: ArmInfluence } | { readonly refusal: Omit<EffectRefusal, "measure"> } {
  const { treated, value, rows, clusters } = people;
  const n = value.length;
  const columns = modelColumns(people.covariates).columns.map(centred);
  const k = columns.length + 1;
  if (n <= 2 * k) return { refusal: tooManyTerms };
  const design = byArm(people, columns);
  const weights = people.weights ?? new Float64Array(n).fill(1);
  const binary = people.kind === "binary";
  const fitted = { design, outcome: value, weights };
  const fit = binary ? fitLogistic(fitted) : fitLeastSquares(fitted);
  if ("separated" in fit && fit.separated) {
    const at = [...new Set(fit.separatingColumns.map((j) => j % k))].filter((j) => j > 0);
    return { refusal: separation(at.map((j) => columns[j - 1]!.term)) };
  }
  if ("residualStandardDeviation" in fit && fit.residualStandardDeviation === 0) return { refusal: fitsAll };
  const robust =
    clusters === null
      ? robustCovariance({ design, fit, kind: "HC1" })
      : clusterCovariance({ design, fit, clusters: clusters.codes });
  const scale = "residualStandardDeviation" in fit ? fit.residualStandardDeviation ** 2 : 1;
  const bread = fit.covariance.map((row) => row.map((entry) => entry / scale));

  const target = { everyone: null, treated: 1, comparison: 0 }[standardiseOver];
  const over = Float64Array.from(weights, (weight, row) => (target === null || treated[row] === target ? weight : 0));
  const curve = binary ? logistic : identity;
  const arms = ([1, 0] as const).map((arm) => averaged(columns, fit, arm, over, curve)) as [Average, Average];
  const variance = {
    treated: quadratic(arms[0].gradient, robust.covariance, arms[0].gradient),
    comparison: quadratic(arms[1].gradient, robust.covariance, arms[1].gradient),
    covariance: quadratic(arms[0].gradient, robust.covariance, arms[1].gradient),
  };
  const sets = "clusters" in robust ? robust.clusters : null;
  const df = sets === null ? fit.rows - fit.rank : sets - 1;
  // What the robust covariance multiplies the plain sum of influences by.
  const factor = sets === null ? fit.rows / df : (sets / df) * ((fit.rows - 1) / (fit.rows - fit.rank));
  const line = (arm: Average) => ({
    value: arm.value,
    influence: influenceOf(design, fit, bread, arm.gradient),
    factor,
  });
  return {
    contrast: {
      treated: { ...armValue(people, 1, arms[0].value), value: arms[0].value },
      comparison: { ...armValue(people, 0, arms[1].value), value: arms[1].value },
      variance,
      armDf: { treated: df, comparison: df },
      df: () => df,
      clusters: sets,
      standardErrorKind: `delta method, covariates and weights fixed, ${clusters === null ? "heteroskedasticity-robust (HC1)" : `cluster-robust by ${clusters.kind} (CR1)`}`,
      adjustedFor: [...new Set(columns.map(({ covariate }) => covariate))],
    },
    arms: { rows, dependence: clusters?.kind ?? null, treated: line(arms[0]), comparison: line(arms[1]) },
  };
}

/** A date written as a number is nearly the arm's own intercept; about its mean it is not, and predictions are the same. */
function centred(column: ModelColumn): ModelColumn {
  const mean = sumOf(column.values.length, (row) => column.values[row]!) / column.values.length;
  return { ...column, values: column.values.map((value) => value - mean) };
}

/** Intercept and covariates of treated people, then of comparison people; 0 for those of the other arm. */
function byArm({ treated }: AnalysisSet, columns: readonly ModelColumn[]): Matrix {
  const blocks = [1, 0].flatMap((arm) => [
    Float64Array.from(treated, (one) => (one === arm ? 1 : 0)),
    ...columns.map(({ values }) => values.map((value, row) => (treated[row] === arm ? value : 0))),
  ]);
  return designMatrix(blocks, { intercept: false });
}

interface Average {
  readonly value: number;
  readonly gradient: Float64Array;
}

function averaged(
  columns: readonly ModelColumn[],
  { coefficients }: RegressionFit,
  arm: 0 | 1,
  over: Float64Array,
  { mean, slope }: ResponseCurve,
): Average {
  const k = columns.length + 1;
  const first = arm === 1 ? 0 : k;
  const at = (row: number, j: number) => (j === 0 ? 1 : columns[j - 1]!.values[row]!);
  const linear = over.map((_, row) => sumOf(k, (j) => (coefficients[first + j] ?? 0) * at(row, j)));
  const total = sumOf(over.length, (row) => over[row]!);
  const average = (term: (row: number) => number) =>
    sumOf(over.length, (row) => (over[row]! > 0 ? over[row]! * term(row) : 0)) / total;
  const gradient = new Float64Array(2 * k);
  for (let j = 0; j < k; j++) gradient[first + j] = average((row) => slope(linear[row]!) * at(row, j));
  return { value: average((row) => mean(linear[row]!)), gradient };
}

function quadratic(a: Float64Array, matrix: readonly (readonly number[])[], b: Float64Array): number {
  return sumOf(a.length, (i) => a[i]! * sumOf(b.length, (j) => matrix[i]![j]! * b[j]!));
}

function influenceOf(
  { rows, values }: Matrix,
  { scoreResiduals }: RegressionFit,
  bread: readonly (readonly number[])[],
  gradient: Float64Array,
): Float64Array {
  const direction = bread.map((row) => sumOf(row.length, (j) => row[j]! * gradient[j]!));
  return scoreResiduals.map(
    (residual, row) => residual * sumOf(direction.length, (j) => direction[j]! * values[j * rows + row]!),
  );
}

const identity: ResponseCurve = { mean: (linear) => linear, slope: () => 1 };

const logistic: ResponseCurve = {
  mean: (linear) => 1 / (1 + Math.exp(-linear)),
  slope: (linear) => {
    const p = 1 / (1 + Math.exp(-linear));
    return p * (1 - p);
  },
};

const tooManyTerms = {
  rule: "too-few-people",
  why: "the regressions of the two arms have as many terms as there are people",
  unlocks: "fewer covariates or more people",
};

const fitsAll = {
  rule: "no-variation",
  why: "the regressions fit every outcome exactly, so an interval would have no width",
  unlocks: "more people, or an outcome that varies",
};

function separation(terms: readonly string[]): Omit<EffectRefusal, "measure"> {
  return {
    rule: "separation",
    why: `within an arm, some combination of ${namedInWords(terms)} says for certain who has the event, so its regression has no finite fit`,
    unlocks: "leave out or merge the levels named, more people, or matching alone",
  };
}
