import { cholesky } from "../linear-algebra/cholesky.ts";
import { addProduct, CHUNK_ROWS } from "../linear-algebra/chunk.ts";
import { finiteVector } from "../linear-algebra/finite-vector.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { solveCholesky } from "../linear-algebra/solve-cholesky.ts";
import { columnScaling, unscaledCoefficients } from "./column-scaling.ts";
import type { GeneralisedLinearFit } from "./fit-generalised-linear.ts";
import { fitLogistic } from "./fit-logistic.ts";
import { independentColumns } from "./independent-columns.ts";
import { logisticFamily } from "./logistic-family.ts";
import { packedRows } from "./packed-rows.ts";

/** Coefficients by column of the design, 0 where a column is aliased; null where the likelihood has no maximum. */
export type Refit = (frequencies: Float64Array) => Float64Array | null;

/** In standard errors: the search ends where the error left, foretold from the last two steps, is below this. */
const LAST_ERROR = 1e-8;
/** Steps before the whole search is left to `fitLogistic`, which also knows when there is no maximum. */
const PATIENCE = 10;
/** A shorter step leaves the information as good as it was, */
const REUSE_STEP = 0.5;
/** for so many steps; then it is worked out again. */
const REUSES = 2;

/**
 * Fits one logistic regression again and again to the same rows, each counting as often as a resample drew it: what
 * `fitLogistic` with these frequencies finds, several times faster, because rows are scaled once, those not drawn are
 * passed over, and the search starts at the fit to all rows.
 *
 * @param design  n by k; a constant column, if any, first
 * @param outcome 0 to 1, length n
 * @param fit     of the same design and outcome, converged
 * @returns a function of frequencies (whole numbers from 0, length n)
 * @throws RangeError when lengths differ or the fit did not converge
 * @example
 * const design = designMatrix([[0, 0, 0, 0, 1, 1, 1, 1]]);
 * const outcome = [1, 0, 0, 0, 1, 1, 1, 0];
 * const refit = logisticRefits({ design, outcome, fit: fitLogistic({ design, outcome }) });
 * Math.exp(refit(Float64Array.of(1, 1, 1, 1, 2, 2, 0, 1))[1]).toFixed(9); // "12.000000000"
 */
export function logisticRefits({
  design,
  outcome,
  fit,
}: {
  design: Matrix;
  outcome: ArrayLike<number>;
  fit: Pick<GeneralisedLinearFit, "converged" | "coefficients" | "linearPredictor">;
}): Refit {
  const caller = "logisticRefits";
  const n = design.rows;
  const y = finiteVector(caller, "outcome", outcome, n);
  if (!fit.converged || fit.linearPredictor.length !== n) {
    throw new RangeError(`${caller}: fit must be a converged one of these ${n} rows`);
  }
  const ones = new Float64Array(n).fill(1);
  const scaling = columnScaling(design, ones);
  const columns = independentColumns(design, scaling, ones);
  const p = columns.length;
  const rows = packedRows(design, scaling, columns);
  const ofRows = () => new Float64Array(Math.ceil(n / CHUNK_ROWS) * CHUNK_ROWS);
  const drawn = {
    outcome: ofRows(),
    weights: ofRows(),
    linearPredictor: ofRows(),
    fitted: ofRows(),
    scoreResiduals: ofRows(),
    informationWeights: ofRows(),
  };
  const evaluated = { ...drawn, curvatures: drawn.informationWeights };
  const known = { fitted: new Float64Array(n), slope: new Float64Array(n) };
  fit.linearPredictor.forEach((eta, i) => {
    known.fitted[i] = 1 / (1 + Math.exp(-eta));
    known.slope[i] = known.fitted[i]! * (1 - known.fitted[i]!);
  });

  /** What the fit to all rows says of these rows, without an exponential. */
  const atFit = (frequencies: Float64Array) => {
    const count = rows.count();
    for (let at = 0; at < count; at++) {
      const i = rows.taken[at]!;
      const times = frequencies[i]!;
      drawn.weights[at] = times;
      drawn.outcome[at] = y[i]!;
      drawn.linearPredictor[at] = fit.linearPredictor[i]!;
      drawn.scoreResiduals[at] = times * (y[i]! - known.fitted[i]!);
      drawn.informationWeights[at] = times * known.slope[i]!;
    }
  };
  const factorOf = () => cholesky(rows.crossproduct(drawn.informationWeights), { tolerance: 1e-10 });
  const move = (step: Float64Array) => {
    for (let from = 0; from < rows.count(); from += CHUNK_ROWS) {
      const size = Math.min(CHUNK_ROWS, rows.count() - from);
      addProduct(drawn.linearPredictor, from, rows.chunkAt(from), step, size);
      logisticFamily.evaluate(evaluated, from, size);
    }
  };
  const start = fit.coefficients.map((value) => value ?? 0);

  return (frequencies) => {
    rows.pack(frequencies);
    atFit(frequencies);
    const moved = new Float64Array(p);
    let factor = factorOf();
    let reused = 0;
    let last = Number.POSITIVE_INFINITY;
    for (let steps = 1; steps <= PATIENCE; steps++) {
      const gradient = rows.transposedProduct(drawn.scoreResiduals);
      const step = solveCholesky(factor, gradient);
      const length = lengthOf(step, gradient);
      if (!(length < 2 * last) || factor.dropped.length === p) break;
      for (let c = 0; c < p; c++) moved[c] = moved[c]! + step[c]!;
      if (steps > 1 && length * (length / last) <= LAST_ERROR)
        return shifted(start, unscaledCoefficients(scaling, columns, moved));
      move(step);
      if (length > REUSE_STEP || reused === REUSES) {
        factor = factorOf();
        reused = 0;
      } else reused++;
      last = length;
    }
    const whole = fitLogistic({ design, outcome: y, frequencies });
    if (!whole.converged || whole.separated) return null;
    return Float64Array.from(whole.coefficients, (value) => value ?? 0);
  };
}

function lengthOf(step: Float64Array, gradient: Float64Array): number {
  let gain = 0;
  for (let j = 0; j < step.length; j++) gain += step[j]! * gradient[j]!;
  return Math.sqrt(Math.max(0, gain));
}

/** Coefficients of a fit, moved. */
export function shifted(from: readonly number[], by: readonly (number | null)[]): Float64Array {
  return Float64Array.from(from, (value, j) => value + (by[j] ?? 0));
}
