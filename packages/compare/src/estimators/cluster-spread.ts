import {
  designMatrix,
  fitLeastSquares,
  type LeastSquaresFit,
  type Matrix,
  satterthwaiteClusterCovariance,
  wildClusterBootstrap,
} from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { armClusters, clusterDf } from "./arm-clusters.ts";
import type { EffectTest, EstimatorId } from "./estimator.ts";

export interface ClusterSpread {
  readonly variance: { readonly treated: number; readonly comparison: number; readonly covariance: number };
  readonly armDf: { readonly treated: number; readonly comparison: number };
  /** Of a contrast with these derivatives in the treated and in the comparison value. */
  df(derivatives: readonly [number, number]): number;
}

/**
 * Spread of two arm values (weighted totals over weighted totals) of people in declared clusters: least squares of the
 * outcome on the arms with CR2, which is right on average however few and unequal the clusters are, and Satterthwaite's
 * degrees of freedom, which say how well that is known. Null where somebody has an outcome and nothing to divide it by.
 *
 * @source Bell and McCaffrey (2002), Survey Methodology 28(2); Pustejovsky and Tipton (2018),
 *         doi:10.1080/07350015.2016.1247004
 */
export function clusterSpread(
  people: AnalysisSet,
  numerator: Float64Array,
  denominator: Float64Array,
): ClusterSpread | null {
  const problem = leastSquaresOf(people, numerator, denominator);
  if (problem === null) return null;
  const { treated } = problem;
  const ofArms = fitted(problem, [treated, treated.map((arm) => 1 - arm)]);
  const [[t, c], [, k]] = ofArms.covariance as [[number, number], [number, number]];
  const standIn = clusterDf(people);
  return {
    variance: { treated: t, comparison: k, covariance: c },
    armDf: { treated: ofArms.df[0] ?? standIn, comparison: ofArms.df[1] ?? standIn },
    // In these columns the contrast is a coefficient.
    df: ([a, b]) =>
      fitted(problem, [treated.map((arm) => arm / a), treated.map((arm) => (arm === 1 ? -b / a : 1))]).df[0] ?? standIn,
  };
}

/**
 * Wild cluster bootstrap of a difference, beside the estimate where an arm has so few clusters that even Satterthwaite's t is
 * not to be trusted alone. None where each arm has enough, or where the bootstrap has no spread to draw from.
 */
export function wildTests(
  people: AnalysisSet,
  numerator: Float64Array,
  denominator: Float64Array,
  about: WildQuestion,
): EffectTest[] {
  if (!hasVeryFewClusters(people)) return [];
  const problem = leastSquaresOf(people, numerator, denominator);
  if (problem === null) return [];
  const design = designMatrix([problem.treated]);
  const fit = fitLeastSquares({ design, outcome: problem.outcome, weights: problem.weights });
  return wildTest(design, fit, 1, problem.clusters, about);
}

/** The same of one coefficient of a regression. */
export function wildTest(
  design: Matrix,
  fit: LeastSquaresFit,
  column: number,
  clusters: Int32Array,
  { measure, estimator, level, seed = 1 }: WildQuestion,
): EffectTest[] {
  if (fit.residualStandardDeviation === 0) return [];
  const found = wildClusterBootstrap({ design, fit, clusters, column, seed, level });
  if (!("pValue" in found)) return [];
  return [
    {
      test: `wild cluster bootstrap of the ${estimator} difference`,
      statistic: found.t ** 2,
      df: 1,
      pValue: found.pValue,
      measure,
      estimate: found.estimate,
      interval: [found.lower ?? { unbounded: "below" }, found.upper ?? { unbounded: "above" }],
      level,
    },
  ];
}

export interface WildQuestion {
  readonly measure: NonNullable<EffectTest["measure"]>;
  readonly estimator: EstimatorId;
  readonly level: number;
  readonly seed?: number;
}

export function hasVeryFewClusters(people: AnalysisSet): boolean {
  const arms = armClusters(people);
  return arms !== null && Math.min(arms.treated, arms.comparison) < fewestForT;
}

/** With fewer clusters in an arm than this the bootstrap is given beside t. */
const fewestForT = 6;

interface Problem {
  readonly treated: Float64Array;
  readonly outcome: Float64Array;
  readonly weights: Float64Array;
  readonly clusters: Int32Array;
}

/** A total over a total is a mean of quotients, each weighing as much as its denominator. */
function leastSquaresOf(
  { treated, weights, clusters }: AnalysisSet,
  numerator: Float64Array,
  denominator: Float64Array,
): Problem | null {
  const at = Int32Array.from(denominator, (_, row) => row).filter((row) => denominator[row]! > 0);
  if (denominator.some((one, row) => one === 0 && numerator[row] !== 0)) return null;
  return {
    treated: Float64Array.from(at, (row) => treated[row]!),
    outcome: Float64Array.from(at, (row) => numerator[row]! / denominator[row]!),
    weights: Float64Array.from(at, (row) => (weights?.[row] ?? 1) * denominator[row]!),
    clusters: Int32Array.from(at, (row) => clusters!.codes[row]!),
  };
}

function fitted({ outcome, weights, clusters }: Problem, columns: readonly Float64Array[]) {
  const design = designMatrix(columns, { intercept: false });
  const fit = fitLeastSquares({ design, outcome, weights });
  return satterthwaiteClusterCovariance({ design, fit, clusters });
}
