import { chiSquareCdf } from "../distributions/chi-square.ts";
import { cholesky } from "../linear-algebra/cholesky.ts";
import { addProduct, CHUNK_ROWS } from "../linear-algebra/chunk.ts";
import { finiteVector, weightVector } from "../linear-algebra/finite-vector.ts";
import { inverseCholesky } from "../linear-algebra/inverse-cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { solveCholesky } from "../linear-algebra/solve-cholesky.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";
import { checkedTerms } from "../regression/checked-design.ts";
import { type ColumnScaling, unscaledCoefficients, unscaledCovariance } from "../regression/column-scaling.ts";
import { maximise } from "../regression/maximise.ts";
import { standardErrorsOf } from "../regression/regression-fit.ts";
import { type BaselineHazard, baselineHazard } from "./baseline-hazard.ts";
import { chunkOf } from "./chunked-columns.ts";
import { type Concordance, concordance } from "./concordance.ts";
import {
  type CoxEvaluation,
  type CoxHazard,
  type CoxRows,
  type CoxTies,
  coxEvaluation,
  coxHazard,
  expectedEvents,
} from "./cox-likelihood.ts";
import { coxRobustCovariance } from "./cox-robust-covariance.ts";
import { coxRows, inOrder } from "./cox-rows.ts";
import { coxScoreResiduals } from "./cox-score-residuals.ts";
import { forEachDeath } from "./risk-set-sums.ts";
import { type RiskSets, riskSets } from "./risk-sets.ts";
import { checkedFollowUp, type FollowUp } from "./survival-data.ts";

export interface CoxInput extends FollowUp {
  /** n by k, without an intercept: `designMatrix(columns, { intercept: false })` */
  readonly design: Matrix;
  /** any number per row, equal within a stratum, length n: strata have baseline hazards of their own */
  readonly strata?: ArrayLike<number>;
  /** any number per row, equal within a cluster (a person with several rows), length n */
  readonly clusters?: ArrayLike<number>;
  /** >= 0, length n; ones when left out */
  readonly weights?: ArrayLike<number>;
  /** known part of the log hazard, length n; zeros when left out */
  readonly offset?: ArrayLike<number>;
  /** names of the columns; x0, x1, … when left out */
  readonly names?: readonly string[];
  /** default "efron"; "exact" is the likelihood of discrete time, without weights, clusters or robust errors */
  readonly ties?: CoxTies;
  /** sandwich standard errors from score residuals; default: when clusters are given. Without clusters each row is its own */
  readonly robust?: boolean;
}

export interface CoxTest {
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
}

export interface CoxFit {
  readonly terms: readonly string[];
  /**
   * log hazard ratio per unit of each column; null for an aliased one and for one that runs away (`monotone`); where
   * the search stopped when it did not converge
   */
  readonly coefficients: readonly (number | null)[];
  /** robust when `robust`, model-based otherwise; null for an aliased column, and for all when the fit did not converge */
  readonly standardErrors: readonly (number | null)[];
  readonly covariance: readonly (readonly number[])[];
  readonly modelStandardErrors: readonly (number | null)[];
  readonly modelCovariance: readonly (readonly number[])[];
  readonly robust: boolean;
  /** number of clusters behind robust standard errors; null otherwise */
  readonly clusters: number | null;
  readonly aliased: readonly number[];
  readonly rank: number;
  /** rows of weight above 0 */
  readonly rows: number;
  readonly events: number;
  readonly ties: CoxTies;
  readonly logLikelihood: number;
  /** with every coefficient 0 */
  readonly nullLogLikelihood: number;
  /** Wald is null when the fit did not converge */
  readonly tests: { readonly likelihoodRatio: CoxTest; readonly wald: CoxTest | null; readonly score: CoxTest };
  readonly concordance: Concordance;
  readonly iterations: number;
  readonly converged: boolean;
  /**
   * columns whose coefficients run away because, for instance, a group has no
   * events: there is no maximum, and no coefficient to quote (`fitFirthCox` has one). Empty when all is well
   */
  readonly monotone: readonly number[];
  /** length n: events less expected events */
  readonly martingaleResiduals: Float64Array;
  /** n by k: each row's weighted part of the score, zeros for aliased columns; null unless robust */
  readonly scoreResiduals: Matrix | null;
  /**
   * cumulative hazard with every covariate and offset 0, at each event time of each stratum; null when the fit did
   * not converge, or when 0 is so far from the covariates that the hazard there is no number
   */
  readonly baseline: readonly BaselineHazard[] | null;
}

/**
 * Cox proportional hazards regression on time at risk (entry, time].
 *
 * Several rows per person with their own (entry, time] carry covariates that
 * change, or exposure that starts late; give the person as cluster. Times are
 * tied only when exactly equal. The search runs to the maximum itself (last
 * step below 1e-8 standard errors); a likelihood without one is reported in
 * `monotone`. Rows at risk at no event time of their stratum change nothing.
 *
 * Weights multiply each row's part of the likelihood. With Breslow's ties a
 * row of weight 2 is exactly two rows; with Efron's only if it has no event.
 * Exact ties take work in proportion to people at risk times events at each
 * time; their residuals and baseline are Breslow's, as in R.
 *
 * @param input time, event, entry, design and options, each of length n, none missing
 * @returns log hazard ratios with model-based and, where asked for, robust standard errors
 * @throws RangeError when there is no event, lengths differ, a value is missing, or entry is not before time
 * @source Cox (1972); Efron (1977), doi:10.1080/01621459.1977.10480613; Lin and Wei (1989), doi:10.1080/01621459.1989.10478874
 * @example
 * const design = designMatrix([[1, 0, 1, 0, 1, 0]], { intercept: false });
 * const fit = fitCox({ time: [1, 2, 3, 4, 5, 6], event: [1, 1, 1, 1, 0, 1], design });
 * fit.concordance.concordance; // 0.5714285714285714
 */
export function fitCox(input: CoxInput): CoxFit {
  const caller = "fitCox";
  const { design, ties = "efron", robust = input.clusters !== undefined } = input;
  const followUp = checkedFollowUp(caller, input);
  const n = followUp.rows;
  if (design.rows !== n) throw new RangeError(`${caller}: design must have ${n} rows, got ${design.rows}`);
  if (!tiesKnown.includes(ties))
    throw new RangeError(`${caller}: ties must be "efron", "breslow" or "exact", got ${ties}`);
  if (ties === "exact" && (robust || input.weights !== undefined))
    throw new RangeError(`${caller}: exact ties must go without weights, clusters and robust standard errors`);
  const terms = checkedTerms(caller, design, input.names);
  const weights = weightVector(caller, input.weights, n);
  const offset = input.offset === undefined ? new Float64Array(n) : finiteVector(caller, "offset", input.offset, n);
  const strata = input.strata === undefined ? null : finiteVector(caller, "strata", input.strata, n);
  const clusters = input.clusters === undefined ? null : finiteVector(caller, "clusters", input.clusters, n);

  const counts = countRows(followUp.event, weights);
  if (counts.events === 0) throw new RangeError(`${caller}: at least one row must have the event, got 0`);
  const sets = riskSets(followUp, strata, weights);

  const { rows, scaling, columns, initial } = coxRows(sets, design, weights, offset, ties);

  const p = columns.length;
  let latest: { point: Float64Array; evaluation: CoxEvaluation } | null = null;
  const maximum = maximise({
    start: new Float64Array(p),
    initial,
    evaluate: (point) => {
      const evaluation = coxEvaluation(rows, point);
      latest = { point, evaluation };
      return evaluation;
    },
    reach: (direction) => reachOf(rows, direction),
    unit: counts.weight / counts.rows,
  });
  const hazard = hazardAt(rows, maximum.point, latest);
  const information = cholesky(maximum.information, { tolerance: 1e-15 });
  const inverse = maximum.converged ? inverseCholesky(information) : zeroMatrix(p, p);
  const scores = robust ? coxScoreResiduals(rows, hazard) : null;
  const sandwich = scores && coxRobustCovariance(scores, inverse, clusters && inOrder(clusters, sets.rows));
  const onOriginal = (covariance: Matrix) => unscaledCovariance(scaling, columns, covariance);
  const modelCovariance = onOriginal(inverse);
  const covariance = sandwich ? onOriginal(sandwich) : modelCovariance;

  const aliased = terms.map((_, j) => j).filter((j) => !columns.includes(j));
  const monotone = divergingColumns(columns, maximum.divergingDirection);
  const coefficients = unscaledCoefficients(scaling, columns, maximum.point).map((value, j) =>
    monotone.includes(j) ? null : value,
  );
  const test = (statistic: number): CoxTest => ({
    statistic,
    df: p,
    pValue: p === 0 ? 1 : chiSquareCdf(Math.max(0, statistic), p, { upper: true }),
  });
  return {
    terms,
    coefficients,
    standardErrors: standardErrorsOf(covariance, aliased, maximum.converged),
    covariance,
    modelStandardErrors: standardErrorsOf(modelCovariance, aliased, maximum.converged),
    modelCovariance,
    robust,
    clusters: robust ? clusterCount(clusters, weights, counts.rows) : null,
    aliased,
    rank: p,
    rows: counts.rows,
    events: counts.events,
    ties,
    logLikelihood: maximum.value,
    nullLogLikelihood: initial.value,
    tests: {
      likelihoodRatio: test(2 * (maximum.value - initial.value)),
      wald: maximum.converged ? test(quadraticForm(maximum.point, cholesky(sandwich ?? inverse))) : null,
      score: test(quadraticForm(initial.gradient, cholesky(initial.information))),
    },
    concordance: concordance(sets, hazard.linearPredictor, rows.weights, clusters && inOrder(clusters, sets.rows)),
    iterations: maximum.iterations,
    converged: maximum.converged,
    monotone,
    martingaleResiduals: martingaleResiduals(rows, hazard, n),
    scoreResiduals: scores && unscaledScores(scores, scaling, columns, sets, n, terms.length),
    baseline: maximum.converged ? baselineHazard(sets, hazard, scaling, coefficients) : null,
  };
}

const tiesKnown: readonly CoxTies[] = ["efron", "breslow", "exact"];

/** The search ends where it last looked, unless it found no higher point. */
function hazardAt(
  rows: CoxRows,
  point: Float64Array,
  latest: { point: Float64Array; evaluation: CoxEvaluation } | null,
): CoxHazard {
  return latest?.point === point ? latest.evaluation.hazard : coxHazard(rows, point);
}

function quadraticForm(vector: Float64Array, factor: ReturnType<typeof cholesky>): number {
  const solved = solveCholesky(factor, vector);
  return vector.reduce((sum, value, j) => sum + value * solved[j]!, 0);
}

function divergingColumns(columns: readonly number[], direction: Float64Array | null): number[] {
  if (direction === null) return [];
  const largest = direction.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return columns.filter((_, c) => Math.abs(direction[c]!) > 1e-3 * largest);
}

function countRows(event: Float64Array, weights: Float64Array) {
  let rows = 0;
  let events = 0;
  let weight = 0;
  for (let i = 0; i < event.length; i++) {
    const w = weights[i]!;
    if (w === 0) continue;
    rows++;
    weight += w;
    if (event[i] === 1) events++;
  }
  return { rows, events, weight };
}

/** Widest spread of the change in linear predictor within a stratum. */
function reachOf({ sets, design }: CoxRows, direction: Float64Array): number {
  const change = new Float64Array(design.rows);
  for (let from = 0; from < design.rows; from += CHUNK_ROWS) {
    addProduct(change, from, chunkOf(design, from), direction, Math.min(CHUNK_ROWS, design.rows - from));
  }
  let reach = 0;
  for (let s = 0; s + 1 < sets.stratumStarts.length; s++) {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    const to = sets.starts[sets.stratumStarts[s + 1]!]!;
    for (let i = sets.starts[sets.stratumStarts[s]!]!; i < to; i++) {
      least = Math.min(least, change[i]!);
      most = Math.max(most, change[i]!);
    }
    reach = Math.max(reach, most - least);
  }
  return reach;
}

function clusterCount(clusters: Float64Array | null, weights: Float64Array, rows: number): number {
  if (clusters === null) return rows;
  return distinctCodes(clusters.filter((_, i) => weights[i]! > 0)).count;
}

function martingaleResiduals({ sets, weights }: CoxRows, hazard: CoxHazard, n: number): Float64Array {
  const expected = expectedEvents(sets, hazard);
  const residuals = new Float64Array(n);
  for (let i = 0; i < expected.length; i++) residuals[sets.rows[i]!] = -expected[i]! / weights[i]!;
  forEachDeath(sets, (i) => {
    residuals[sets.rows[i]!] = residuals[sets.rows[i]!]! + 1;
  });
  return residuals;
}

function unscaledScores(
  scores: Matrix,
  { inverseScales }: ColumnScaling,
  columns: readonly number[],
  sets: RiskSets,
  n: number,
  k: number,
): Matrix {
  const result = zeroMatrix(n, k);
  columns.forEach((j, c) => {
    sets.rows.forEach((row, i) => {
      result.values[j * n + row] = scores.values[c * scores.rows + i]! / inverseScales[j]!;
    });
  });
  return result;
}
