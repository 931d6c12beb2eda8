import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { fitLogistic } from "../regression/fit-logistic.ts";
import { drawnCoefficients } from "./drawn-coefficients.ts";
import { type Predictors, predictionsFor } from "./predictors.ts";

/**
 * Categories for the rows where none is known, by one logistic regression after another: whether it is the first category;
 * if not, whether it is the second; and so on. Coefficients of each are drawn from the normal distribution about the
 * maximum.
 *
 * A few weightless people are added to each regression, as many of either answer at the mean and one standard deviation to
 * both sides on each column, so that a column that tells answers apart for certain has a finite coefficient.
 *
 * @source Rubin (1987), section 5.3; the people added: White, Daniel and Royston (2010), doi:10.1016/j.csda.2010.04.005
 */
export function drawCategory(
  { known, gaps }: Predictors,
  codes: Int32Array,
  categories: number,
  stream: RandomStream,
): Int32Array {
  const drawn = new Int32Array(gaps.rows).fill(-1);
  for (let code = 0; code < categories - 1; code++) {
    const rows = Int32Array.from(codes, (_, row) => row).filter((row) => codes[row]! >= code);
    const chance = chanceOf(
      known,
      rows,
      rows.map((row) => (codes[row] === code ? 1 : 0)),
      gaps,
      stream,
    );
    for (let row = 0; row < gaps.rows; row++) {
      if (drawn[row]! < 0 && stream.uniform() < chance[row]!) drawn[row] = code;
    }
  }
  return drawn.map((code) => (code < 0 ? categories - 1 : code));
}

function chanceOf(
  known: Matrix,
  rows: Int32Array,
  answers: Int32Array,
  gaps: Matrix,
  stream: RandomStream,
): Float64Array {
  const { design, outcome, weights } = augmented(known, rows, answers);
  const fit = fitLogistic({ design, outcome, weights });
  return predictionsFor(gaps, drawnCoefficients(fit, stream)).map((z) => 1 / (1 + Math.exp(-z)));
}

function augmented(known: Matrix, rows: Int32Array, answers: Int32Array) {
  const k = known.columns;
  const n = rows.length;
  const added = 4 * (k - 1);
  const design = zeroMatrix(n + added, k);
  const outcome = new Float64Array(n + added);
  const weights = new Float64Array(n + added).fill(1, 0, n);
  weights.fill(k / Math.max(1, added), n);
  outcome.set(answers);
  design.values.fill(1, 0, n + added);
  for (let j = 1; j < k; j++) {
    const column = Float64Array.from(rows, (row) => known.values[j * known.rows + row]!);
    const { mean, deviation } = spread(column);
    const start = j * (n + added);
    design.values.set(column, start);
    design.values.fill(mean, start + n, start + n + added);
    for (const [at, side] of [1, -1, 1, -1].entries()) {
      design.values[start + n + 4 * (j - 1) + at] = mean + side * deviation;
      outcome[n + 4 * (j - 1) + at] = at < 2 ? 1 : 0;
    }
  }
  return { design, outcome, weights };
}

function spread(column: Float64Array): { mean: number; deviation: number } {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const squares = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, column.length - 1)) };
}
