import { cholesky, crossproduct, type Matrix, solveCholesky } from "@likewise/stats";

export interface EntropyWeights {
  /** One per row, above 0, adding up to 1. */
  readonly weights: Float64Array;
  /** Largest difference left between a weighted mean and its target, in units of `scale`. */
  readonly largestGap: number;
}

/**
 * Entropy balancing: the weights nearest to equal (in relative entropy) whose weighted column means are exactly the
 * targets. The dual is a smooth convex problem in as many unknowns as columns, solved by Newton's method with step halving.
 *
 * @param columns n by k, no column a combination of others
 * @param targets length k
 * @param scale   size of a difference that matters, by column, length k; above 0
 * @returns null where no positive weights meet the targets: they lie outside what the rows span
 * @source Hainmueller (2012), doi:10.1093/pan/mpr025
 * @example
 * entropyWeights({ rows: 2, columns: 1, values: Float64Array.of(0, 1) }, [0.25], [1]).weights[1].toFixed(9); // "0.250000000"
 */
export function entropyWeights(
  columns: Matrix,
  targets: readonly number[],
  scale: readonly number[],
): EntropyWeights | null {
  const centred = centredColumns(columns, targets, scale);
  let dual: Float64Array = new Float64Array(columns.columns);
  let state = evaluate(centred, dual);
  for (let step = 0; step < mostSteps && state.gap > closest; step++) {
    const next = newtonStep(centred, dual, state);
    if (next === null) break;
    [dual, state] = next;
    // Targets out of reach: weights run to a corner and never meet them.
    if (dual.some((one) => Math.abs(one) > farthest)) return null;
  }
  return state.gap <= closeEnough ? { weights: state.weights, largestGap: state.gap } : null;
}

const mostSteps = 200;
const closest = 1e-13;
const closeEnough = 1e-8;
const farthest = 500;

interface State {
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
  /** Log of the sum of exponentials: what the dual makes as small as it can. */
  readonly value: number;
  readonly gap: number;
}

function centredColumns(
  { rows, columns, values }: Matrix,
  targets: readonly number[],
  scale: readonly number[],
): Matrix {
  const centred = values.map((value, at) => {
    const j = Math.floor(at / rows);
    return (value - targets[j]!) / scale[j]!;
  });
  return { rows, columns, values: centred };
}

function evaluate({ rows, columns, values }: Matrix, dual: Float64Array): State {
  const exponent = new Float64Array(rows);
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) exponent[i] = exponent[i]! + dual[j]! * values[j * rows + i]!;
  }
  const highest = exponent.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  const weights = exponent.map((one) => Math.exp(one - highest));
  const total = weights.reduce((sum, one) => sum + one, 0);
  for (let i = 0; i < rows; i++) weights[i] = weights[i]! / total;
  const gradient = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += weights[i]! * values[j * rows + i]!;
    gradient[j] = sum;
  }
  const gap = gradient.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  return { weights, gradient, value: highest + Math.log(total), gap };
}

function newtonStep(centred: Matrix, dual: Float64Array, state: State): [Float64Array, State] | null {
  const curvature = crossproduct(centred, state.weights);
  const { columns: k } = centred;
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < k; b++) {
      curvature.values[a * k + b] = curvature.values[a * k + b]! - state.gradient[a]! * state.gradient[b]!;
    }
  }
  const direction = solveCholesky(cholesky(curvature, { tolerance: 1e-14 }), state.gradient);
  for (let size = 1; size > 1e-10; size /= 2) {
    const tried = dual.map((one, j) => one - size * direction[j]!);
    const next = evaluate(centred, tried);
    if (next.value < state.value || next.gap < state.gap) return [tried, next];
  }
  return null;
}
