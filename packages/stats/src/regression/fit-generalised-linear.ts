import { addProduct, CHUNK_ROWS } from "../linear-algebra/chunk.ts";
import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { checkedTerms } from "./checked-design.ts";
import {
  type ColumnScaling,
  columnScaling,
  fillScaledChunk,
  unscaledCoefficients,
  unscaledCovariance,
} from "./column-scaling.ts";
import type { Family, FamilyRows } from "./family.ts";
import { independentColumns, scaledCrossproduct } from "./independent-columns.ts";
import { inverseInformation } from "./inverse-information.ts";
import { type Evaluation, type Maximum, maximise } from "./maximise.ts";
import { type RegressionFit, standardErrorsOf } from "./regression-fit.ts";
import { rowEvaluator } from "./row-evaluator.ts";
import { rowWeights } from "./row-weights.ts";
import { separationOf } from "./separation.ts";

export interface GeneralisedLinearInput {
  /** n by k; a constant column, if any, first */
  readonly design: Matrix;
  /** length n */
  readonly outcome: ArrayLike<number>;
  /**
   * sampling or balancing weights, >= 0, length n; ones when left out. Trust the coefficients and a sandwich
   * (`robustCovariance`, `clusterCovariance`), not the model-based errors: those take a weight of 2 for two people
   */
  readonly weights?: ArrayLike<number>;
  /** people each row stands for, whole numbers from 0, length n; every result is that of the rows written out */
  readonly frequencies?: ArrayLike<number>;
  /** known part of the linear predictor, length n; zeros when left out */
  readonly offset?: ArrayLike<number>;
  /** names of the columns; x0, x1, … when left out */
  readonly names?: readonly string[];
}

export interface GeneralisedLinearFit extends RegressionFit {
  readonly family: Family["name"];
  readonly linearPredictor: Float64Array;
  readonly logLikelihood: number;
  readonly deviance: number;
  /** of the intercept (if there is one) and the offset alone */
  readonly nullDeviance: number;
  readonly iterations: number;
  /**
   * some combination of columns predicts the outcome of some rows perfectly: the
   * likelihood has no maximum (or none that could be found), and what is fitted
   * is only where the search stopped
   */
  readonly separated: boolean;
  /** columns whose coefficients run away when separated: those are null */
  readonly separatingColumns: readonly number[];
}

/**
 * Generalised linear model of any of the `families`, by maximum likelihood:
 * Newton's method on centred and scaled columns, one pass over the rows at
 * each step. Standard errors use the expected information.
 *
 * The search runs to the maximum itself (last step below 1e-8 standard errors)
 * rather than to R's looser default. Columns that say what earlier ones say
 * are left out and listed in `aliased`; a likelihood without a maximum is
 * reported in `separated`. `inspectRegression` finds both before anything is
 * fitted, and names columns and levels.
 *
 * @param family one of `families`
 * @param input  design n by k with a constant column first, if any; outcome, weights, offset of length n
 * @returns coefficients on the scale of the link, per unit of each column
 * @throws RangeError when lengths differ, a value is missing, or an outcome is outside the family's range
 * @source McCullagh and Nelder, Generalized Linear Models (1989), section 2.5
 * @example
 * const design = designMatrix([[0, 0, 0, 0, 1, 1, 1, 1]]);
 * const fit = fitGeneralisedLinear(families[0], { design, outcome: [1, 0, 0, 0, 1, 1, 1, 0] });
 * Math.exp(fit.coefficients[1]); // 9
 */
export function fitGeneralisedLinear(
  family: Family,
  input: GeneralisedLinearInput,
  caller = "fitGeneralisedLinear",
): GeneralisedLinearFit {
  const { design } = input;
  const n = design.rows;
  const terms = checkedTerms(caller, design, input.names);
  const outcome = finiteVector(caller, "outcome", input.outcome, n);
  for (let i = 0; i < n; i++) {
    if (!family.allows(outcome[i]!))
      throw new RangeError(`${caller}: outcome must be ${family.outcomeRule}, row ${i} (from 0) is not`);
  }
  const { weights, frequencies, rows: counted } = rowWeights(caller, input, n);
  const offset = input.offset === undefined ? new Float64Array(n) : finiteVector(caller, "offset", input.offset, n);

  const scaling = columnScaling(design, weights);
  const columns = independentColumns(design, scaling, weights);
  const informationWeights = new Float64Array(n);
  const rows: FamilyRows = {
    outcome,
    weights,
    linearPredictor: new Float64Array(n),
    fitted: new Float64Array(n),
    scoreResiduals: new Float64Array(n),
    informationWeights,
    curvatures: family.canonical ? informationWeights : new Float64Array(n),
  };
  const totals = weightTotals(rows, offset, counted);
  const search = (over: readonly number[], start: Float64Array, every = 1, initial?: Evaluation) =>
    maximise({
      start,
      ...(initial && { initial }),
      evaluate: rowEvaluator(family, design, scaling, over, offset, rows, every),
      reach: (direction) => reachOf(design, scaling, over, direction, weights),
      unit: totals.unit,
      thrifty: n > SAMPLED_ROWS,
      ...(every > 1 && { lastStep: SAMPLED_STEP }),
    });

  const saturated = family.saturated(outcome, weights);
  const start = new Float64Array(columns.length);
  let nullValue: number;
  if (scaling.hasIntercept) {
    const mean = family.startingMean(totals.outcome, totals.weight, totals.unit);
    if (input.offset === undefined && mean === totals.outcome / totals.weight) {
      start[0] = family.linkOf(mean);
      nullValue = valueAtMean(family, mean, totals.weight, start[0]);
    } else {
      const nullFit = search([0], Float64Array.of(family.linkOf(mean) - totals.offset / totals.weight));
      nullValue = nullFit.value;
      start[0] = nullFit.point[0]!;
    }
  } else {
    nullValue = rowEvaluator(family, design, scaling, [], offset, rows)(new Float64Array(0)).value;
  }
  // From a handful of the rows to some to all: each search begins where the one before ended.
  const handful = n > HANDFUL_ROWS ? search(columns, start, HANDFUL_EVERY) : null;
  const near = n > SAMPLED_ROWS ? search(columns, handful?.converged ? handful.point : start, SAMPLED_EVERY) : null;
  let maximum: Maximum;
  if (near?.converged) {
    // Close by, the sample's information is as good as that of all rows, and they need only give the slope.
    const known = { ...near.information, values: near.information.values.map((value) => value * SAMPLED_EVERY) };
    const initial = rowEvaluator(family, design, scaling, columns, offset, rows)(near.point, known);
    maximum = search(columns, near.point, 1, initial);
  } else {
    maximum = search(columns, start);
  }

  // Decided exactly, and only where the search found no maximum: one that it found is the proof that there is one.
  const separation = maximum.converged ? null : separationOf(family, design, scaling, columns, outcome, weights);
  const separated = separation !== null || maximum.divergingDirection !== null;
  const separatingColumns = separation?.columns ?? divergingColumns(scaling, columns, maximum.divergingDirection);

  const information = family.canonical
    ? maximum.information
    : scaledCrossproduct(design, scaling, columns, informationWeights);
  const inverse = maximum.converged
    ? inverseInformation(information, design, scaling, columns, informationWeights)
    : zeroMatrix(columns.length, columns.length);
  const covariance = unscaledCovariance(scaling, columns, inverse);
  const aliased = terms.map((_, j) => j).filter((j) => !columns.includes(j));
  return {
    family: family.name,
    terms,
    coefficients: unscaledCoefficients(scaling, columns, maximum.point).map((value, j) =>
      separatingColumns.includes(j) ? null : value,
    ),
    standardErrors: standardErrorsOf(covariance, aliased, maximum.converged),
    covariance,
    aliased,
    rows: counted,
    rank: columns.length,
    logLikelihood: maximum.value + family.constant(outcome, weights),
    deviance: 2 * (saturated - maximum.value),
    nullDeviance: 2 * (saturated - nullValue),
    iterations: maximum.iterations,
    converged: maximum.converged,
    separated,
    separatingColumns,
    linearPredictor: rows.linearPredictor,
    fitted: rows.fitted,
    scoreResiduals: rows.scoreResiduals,
    informationWeights,
    frequencies,
  };
}

/** From this many rows on, a fit to every eighth chunk of them is where the search begins. */
const SAMPLED_ROWS = 50_000;
const SAMPLED_EVERY = 8;
/** From this many on, that fit begins where one to every sixty-fourth chunk ended. */
const HANDFUL_ROWS = 400_000;
const HANDFUL_EVERY = 64;
/** It only has to be near: in standard errors of the sample. */
const SAMPLED_STEP = 0.2;

/** Log-likelihood without its constant when every mean is the mean outcome: it is linear in the outcome, so one row will do. */
function valueAtMean(family: Family, mean: number, weight: number, linearPredictor: number): number {
  const one = () => new Float64Array(1);
  const rows: FamilyRows = {
    outcome: Float64Array.of(mean),
    weights: Float64Array.of(weight),
    linearPredictor: Float64Array.of(linearPredictor),
    fitted: one(),
    scoreResiduals: one(),
    informationWeights: one(),
    curvatures: one(),
  };
  return family.evaluate(rows, 0, 1);
}

function reachOf(
  design: Matrix,
  scaling: ColumnScaling,
  columns: readonly number[],
  direction: Float64Array,
  weights: Float64Array,
): number {
  const chunk = new Float64Array(CHUNK_ROWS * columns.length);
  const change = new Float64Array(CHUNK_ROWS);
  let reach = 0;
  for (let from = 0; from < design.rows; from += CHUNK_ROWS) {
    const size = Math.min(CHUNK_ROWS, design.rows - from);
    fillScaledChunk(chunk, design, scaling, columns, from, size);
    change.fill(0);
    addProduct(change, 0, chunk, direction, size);
    for (let i = 0; i < size; i++) if (weights[from + i]! > 0) reach = Math.max(reach, Math.abs(change[i]!));
  }
  return reach;
}

/** Columns that carry the runaway direction: their part, in standard deviations, is not of rounding size. */
function divergingColumns(
  scaling: ColumnScaling,
  columns: readonly number[],
  direction: Float64Array | null,
): number[] {
  if (direction === null) return [];
  const onOriginal = unscaledCoefficients(scaling, columns, direction);
  const sizes = columns.map((j) => Math.abs(onOriginal[j]! / scaling.inverseScales[j]!));
  const largest = Math.max(...sizes);
  return columns.filter((_, c) => sizes[c]! > 1e-3 * largest);
}

function weightTotals({ outcome, weights }: FamilyRows, offset: Float64Array, rows: number) {
  let weight = 0;
  let weightedOutcome = 0;
  let weightedOffset = 0;
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i]!;
    weight += w;
    weightedOutcome += w * outcome[i]!;
    weightedOffset += w * offset[i]!;
  }
  return { weight, unit: weight / rows, outcome: weightedOutcome, offset: weightedOffset };
}
