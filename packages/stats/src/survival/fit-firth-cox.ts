import { chiSquareCdf, chiSquareQuantile } from "../distributions/chi-square.ts";
import { cholesky } from "../linear-algebra/cholesky.ts";
import { finiteVector, weightVector } from "../linear-algebra/finite-vector.ts";
import { inverseCholesky } from "../linear-algebra/inverse-cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { solveCholesky } from "../linear-algebra/solve-cholesky.ts";
import { checkLevel } from "../proportions/two-sided-quantile.ts";
import { checkedTerms } from "../regression/checked-design.ts";
import { unscaledCoefficients, unscaledCovariance } from "../regression/column-scaling.ts";
import { standardErrorsOf } from "../regression/regression-fit.ts";
import { bracketedRoot } from "../root-finding/bracketed-root.ts";
import type { CoxRows } from "./cox-likelihood.ts";
import { coxRows } from "./cox-rows.ts";
import { type PenalisedEvaluation, penalisedEvaluation } from "./firth-penalty.ts";
import type { CoxInput, CoxTest } from "./fit-cox.ts";
import { riskSets } from "./risk-sets.ts";
import { checkedFollowUp } from "./survival-data.ts";

export interface FirthCoxFit {
  readonly terms: readonly string[];
  /** log hazard ratio per unit of each column, finite where there are events at all; null for an aliased column */
  readonly coefficients: readonly (number | null)[];
  /** from the information at the maximum; the intervals do not use them */
  readonly standardErrors: readonly (number | null)[];
  readonly covariance: readonly (readonly number[])[];
  /** profile penalised likelihood limits of the log hazard ratio; null for an aliased column or where there is none */
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly level: number;
  /** penalised likelihood ratio tests of each coefficient being 0 */
  readonly pValues: readonly (number | null)[];
  readonly aliased: readonly number[];
  readonly rows: number;
  readonly events: number;
  readonly ties: "efron" | "breslow";
  /** penalised: with ½ log |information| added */
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  readonly likelihoodRatio: CoxTest;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Cox regression with Firth's penalty, for few events and for groups without
 * any: estimates stay finite where the likelihood itself has no maximum, and
 * are nearly unbiased in small samples.
 *
 * The penalty is half the log determinant of the information. Intervals and
 * p-values are those of the profile penalised likelihood, as Wald's are
 * misleading just where this is needed. Work per step is rows × columns², so
 * it suits thousands of rows rather than a million.
 *
 * @param input as for `fitCox`, without clusters; ties "efron" (default) or "breslow"
 * @param level confidence level of the profile intervals, default 0.95
 * @throws RangeError as `fitCox`
 * @source Heinze and Schemper (2001), doi:10.1111/j.0006-341X.2001.00114.x
 * @example
 * const design = designMatrix([[1, 0, 1, 0, 1, 0]], { intercept: false });
 * const fit = fitFirthCox({ time: [1, 2, 3, 4, 5, 6], event: [0, 1, 0, 1, 0, 1], design });
 * fit.converged; // true
 */
export function fitFirthCox({
  ties = "efron",
  level = 0.95,
  ...input
}: Omit<CoxInput, "clusters" | "robust" | "ties"> & {
  readonly ties?: "efron" | "breslow";
  readonly level?: number;
}): FirthCoxFit {
  const caller = "fitFirthCox";
  checkLevel(caller, level);
  if (ties !== "efron" && ties !== "breslow")
    throw new RangeError(`${caller}: ties must be "efron" or "breslow", got ${ties}`);
  const followUp = checkedFollowUp(caller, input);
  const n = followUp.rows;
  const { design } = input;
  if (design.rows !== n) throw new RangeError(`${caller}: design must have ${n} rows, got ${design.rows}`);
  const terms = checkedTerms(caller, design, input.names);
  const weights = weightVector(caller, input.weights, n);
  const offset = input.offset === undefined ? new Float64Array(n) : finiteVector(caller, "offset", input.offset, n);
  const strata = input.strata === undefined ? null : finiteVector(caller, "strata", input.strata, n);
  const present = weights.reduce((sum, w) => sum + Number(w > 0), 0);
  const events = weights.reduce((sum, w, i) => sum + Number(w > 0 && followUp.event[i] === 1), 0);
  if (events === 0) throw new RangeError(`${caller}: at least one row must have the event, got 0`);

  const { rows, scaling, columns } = coxRows(riskSets(followUp, strata, weights), design, weights, offset, ties);
  const p = columns.length;
  const nothing = new Set<number>();
  const maximum = climb(rows, new Float64Array(p), nothing);
  const start = penalisedEvaluation(rows, new Float64Array(p));
  const threshold = chiSquareQuantile(level, 1);
  const inverse = maximum.converged ? inverseCholesky(cholesky(maximum.information)) : zeroMatrix(p, p);

  const aliased = terms.map((_, j) => j).filter((j) => !columns.includes(j));
  const covariance = unscaledCovariance(scaling, columns, inverse);
  const perColumn = (of: (c: number) => number | null) => {
    const values: (number | null)[] = terms.map(() => null);
    if (!maximum.converged) return values;
    columns.forEach((j, c) => {
      values[j] = of(c);
    });
    return values;
  };
  const limits = (side: -1 | 1) =>
    perColumn((c) => {
      const reach = side * Math.sqrt(inverse.values[c * p + c]!);
      const limit = profileLimit(rows, maximum, c, reach, threshold);
      return limit === null ? null : limit * scaling.inverseScales[columns[c]!]!;
    });
  // The information of the columns as given is that of the scaled ones times these.
  const logScales = columns.reduce((sum, j) => sum - Math.log(scaling.inverseScales[j]!), 0);
  const statistic = Math.max(0, 2 * (maximum.value - start.value));
  return {
    terms,
    coefficients: unscaledCoefficients(scaling, columns, maximum.point),
    standardErrors: standardErrorsOf(covariance, aliased, maximum.converged),
    covariance,
    lower: limits(-1),
    upper: limits(1),
    level,
    pValues: perColumn((c) => {
      const without = climb(rows, held(maximum.point, c, 0), new Set([c]));
      return chiSquareCdf(Math.max(0, 2 * (maximum.value - without.value)), 1, { upper: true });
    }),
    aliased,
    rows: present,
    events,
    ties,
    logLikelihood: maximum.value + logScales,
    nullLogLikelihood: start.value + logScales,
    likelihoodRatio: { statistic, df: p, pValue: p === 0 ? 1 : chiSquareCdf(statistic, p, { upper: true }) },
    iterations: maximum.iterations,
    converged: maximum.converged,
  };
}

interface Summit extends PenalisedEvaluation {
  readonly point: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/** The search ends when a step would gain less than this much of the squared standard error. */
const LAST_GAIN = 1e-18;
/** No step moves a linear predictor by more than about this much, in standard deviations of a column. */
const LONGEST_STEP = 5;
const STEPS = 500;

/**
 * Highest point with the coefficients of `fixed` held. Steps use the
 * information alone, which leaves out how the penalty bends, so they come home
 * more slowly than Newton's, each a steady fraction nearer.
 */
function climb(rows: CoxRows, start: Float64Array, fixed: ReadonlySet<number>): Summit {
  let point = start;
  let here = penalisedEvaluation(rows, point);
  let lastGain = Number.POSITIVE_INFINITY;
  for (let iterations = 1; iterations <= STEPS; iterations++) {
    const step = stepFrom(here, fixed);
    const gain = step.reduce((sum, value, j) => sum + value * here.gradient[j]!, 0);
    const rounding = gain < 1e-14 && gain > lastGain * 0.9;
    if (gain <= LAST_GAIN || rounding) return { ...here, point, iterations, converged: Number.isFinite(here.value) };
    lastGain = gain;
    const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    let length = Math.min(1, LONGEST_STEP / longest);
    const floor = here.value - 1e-12 * Math.abs(here.value);
    let next = moved(point, step, length);
    let there = penalisedEvaluation(rows, next);
    while (!(there.value >= floor) && length > 1e-10) {
      length /= 2;
      next = moved(point, step, length);
      there = penalisedEvaluation(rows, next);
    }
    if (!(there.value >= floor)) return { ...here, point, iterations, converged: false };
    point = next;
    here = there;
  }
  return { ...here, point, iterations: STEPS, converged: false };
}

function stepFrom({ gradient, information }: PenalisedEvaluation, fixed: ReadonlySet<number>): Float64Array {
  const p = gradient.length;
  const free: Matrix = { ...information, values: information.values.slice() };
  const slope = gradient.slice();
  for (const j of fixed) {
    for (let k = 0; k < p; k++) {
      free.values[j * p + k] = 0;
      free.values[k * p + j] = 0;
    }
    free.values[j * p + j] = 1;
    slope[j] = 0;
  }
  return solveCholesky(cholesky(free, { tolerance: 1e-15 }), slope);
}

/** Where the profile of one coefficient has fallen by half the threshold, on the side of `reach`; null when it never does. */
function profileLimit(rows: CoxRows, maximum: Summit, column: number, reach: number, threshold: number): number | null {
  const centre = maximum.point[column]!;
  let from = maximum.point;
  const excess = (value: number) => {
    const there = climb(rows, held(from, column, value), new Set([column]));
    if (there.converged) from = there.point;
    return 2 * (maximum.value - there.value) - threshold;
  };
  let inside = centre;
  let outside = centre + 2 * reach;
  for (let doubling = 0; doubling < 12; doubling++) {
    if (excess(outside) > 0) return bracketedRoot(excess, inside, outside);
    inside = outside;
    outside = centre + (outside - centre) * 2;
  }
  return null;
}

function held(point: Float64Array, column: number, value: number): Float64Array {
  const result = point.slice();
  result[column] = value;
  return result;
}

function moved(point: Float64Array, step: Float64Array, length: number): Float64Array {
  return point.map((value, j) => value + length * step[j]!);
}
