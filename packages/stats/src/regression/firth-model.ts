import { type Cholesky, cholesky } from "../linear-algebra/cholesky.ts";
import { addCrossproduct, addTransposedProduct, CHUNK_ROWS } from "../linear-algebra/chunk.ts";
import { mirrorLower } from "../linear-algebra/crossproduct.ts";
import { inverseCholesky } from "../linear-algebra/inverse-cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { column, product } from "../linear-algebra/product.ts";
import { type ColumnScaling, fillScaledChunk } from "./column-scaling.ts";
import type { FamilyRows } from "./family.ts";
import { logisticFamily } from "./logistic-family.ts";
import { rowEvaluator } from "./row-evaluator.ts";
import { leverages } from "./sandwich.ts";

export interface FirthModel {
  /** as the last evaluation left them; score residuals are those of the penalised score */
  readonly rows: FamilyRows;
  /** penalised log-likelihood, its slope, and the inverse of the (unpenalised) information */
  evaluate(point: Float64Array): FirthEvaluation;
}

export interface FirthEvaluation {
  readonly value: number;
  readonly gradient: Float64Array;
  readonly inverse: Matrix;
  /**
   * inverse curvature if leverages stayed as they are: a row alone in its level
   * counts nearly twice, and steps without that would jump to and fro for ever
   */
  readonly reach: Matrix;
}

/** The highest point of a penalised likelihood, or of one with a coefficient held. */
export interface Summit extends FirthEvaluation {
  readonly point: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Logistic log-likelihood plus half the log determinant of its information, on the scaled columns. */
export function firthModel({
  design,
  scaling,
  columns,
  outcome,
  weights,
  offset,
}: {
  design: Matrix;
  scaling: ColumnScaling;
  columns: readonly number[];
  outcome: Float64Array;
  weights: Float64Array;
  offset: Float64Array;
}): FirthModel {
  const n = design.rows;
  const informationWeights = new Float64Array(n);
  const rows: FamilyRows = {
    outcome,
    weights,
    linearPredictor: new Float64Array(n),
    fitted: new Float64Array(n),
    scoreResiduals: new Float64Array(n),
    informationWeights,
    curvatures: informationWeights,
  };
  const unpenalised = rowEvaluator(logisticFamily, design, scaling, columns, offset, rows);
  const chunk = new Float64Array(CHUNK_ROWS * columns.length);
  return {
    rows,
    evaluate(point) {
      const { value, information } = unpenalised(point);
      const factor = cholesky(information, { tolerance: 1e-15 });
      if (factor.dropped.length > 0) {
        const nowhere = new Float64Array(columns.length);
        return { value: Number.NEGATIVE_INFINITY, gradient: nowhere, inverse: information, reach: information };
      }
      const inverse = inverseCholesky(factor);
      const h = leverages(design, { scaling, columns, bread: inverse }, informationWeights);
      for (let i = 0; i < n; i++) rows.scoreResiduals[i] = rows.scoreResiduals[i]! + h[i]! * (0.5 - rows.fitted[i]!);
      const gradient = new Float64Array(columns.length);
      const curvature = zeroMatrix(columns.length, columns.length);
      const augmented = informationWeights.map((w, i) => (w === 0 ? 0 : w * (1 + h[i]! / weights[i]!)));
      for (let from = 0; from < n; from += CHUNK_ROWS) {
        const size = Math.min(CHUNK_ROWS, n - from);
        fillScaledChunk(chunk, design, scaling, columns, from, size);
        addTransposedProduct(gradient, rows.scoreResiduals, from, chunk, size);
        addCrossproduct(curvature.values, chunk, columns.length, size, augmented.subarray(from, from + size));
      }
      mirrorLower(curvature);
      const reach = inverseCholesky(cholesky(curvature, { tolerance: 1e-15 }));
      return { value: value + halfLogDeterminant(factor), gradient, inverse, reach };
    },
  };
}

/** A last step that gains less than this: of coefficients 1e-13 standard errors, of a profile's height 1e-12. */
const LAST_GAIN = { free: 1e-26, held: 1e-12 };
const ITERATIONS = 500;

/**
 * Scoring with step halving, over all coefficients or over those that
 * leave one combination of them where `shift` puts it.
 */
export function highestWithHeld(
  model: FirthModel,
  start: Float64Array,
  held: { contrast: Float64Array; shift: number; inverse: Matrix } | null,
): Summit {
  let point = start;
  if (held !== null) {
    // The least likely harm: along the direction in which the others make up for it.
    const direction = product(held.inverse, column(held.contrast)).values;
    const length = held.shift / dot(held.contrast, direction);
    point = moved(start, direction, length);
  }
  let here = model.evaluate(point);
  let lastGain = Number.POSITIVE_INFINITY;
  for (let iterations = 1; iterations <= ITERATIONS; iterations++) {
    const step = stepFrom(here, held?.contrast ?? null);
    const gain = dot(step, here.gradient);
    if (gain <= (held === null ? LAST_GAIN.free : LAST_GAIN.held) || (gain <= 1e-12 && gain >= lastGain / 1.01)) {
      return { ...here, point, iterations, converged: true };
    }
    lastGain = gain;
    const floor = here.value - 1e-12 * (1 + Math.abs(here.value));
    let length = Math.min(1, LONGEST_STEP / largestOf(step));
    let next = moved(point, step, length);
    let there = model.evaluate(next);
    while (!(there.value >= floor) && length > 1e-12) {
      length /= 2;
      next = moved(point, step, length);
      there = model.evaluate(next);
    }
    point = next;
    here = there;
  }
  return { ...here, point, iterations: ITERATIONS, converged: false };
}

/** In standard deviations of a column: the penalised likelihood is not concave far from its summit. */
const LONGEST_STEP = 5;

/** The step uphill, less what would move the combination held. */
function stepFrom({ gradient, reach }: FirthEvaluation, contrast: Float64Array | null): Float64Array {
  const free = product(reach, column(gradient)).values;
  if (contrast === null) return free;
  const along = product(reach, column(contrast)).values;
  return moved(free, along, -dot(contrast, free) / dot(contrast, along));
}

function halfLogDeterminant({ factor }: Cholesky): number {
  let sum = 0;
  for (let j = 0; j < factor.columns; j++) sum += Math.log(factor.values[j * factor.columns + j]!);
  return sum;
}

function largestOf(step: Float64Array): number {
  return step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function moved(point: Float64Array, direction: Float64Array, length: number): Float64Array {
  return point.map((value, j) => value + length * direction[j]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}
