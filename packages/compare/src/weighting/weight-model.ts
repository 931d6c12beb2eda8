import type { Matrix } from "@likewise/stats";

/**
 * How weights were estimated, as far as the spread of an estimate needs it: parameters are off by about the inverse
 * information times the sum over people of design row times residual, and a weight moves by its slope times design row for
 * each step of the parameters.
 */
export interface WeightModel {
  /** Rows among the people compared that the model was fitted to, ascending; vectors below follow them. */
  readonly rows: Int32Array;
  readonly design: Matrix;
  readonly residual: Float64Array;
  /** k by k; zeros where a column could not be used. */
  readonly inverseInformation: readonly (readonly number[])[];
  /** Change of the weight per unit of the linear predictor. */
  readonly slope: Float64Array;
  /** Declared cluster of each; null without. */
  readonly clusters: Int32Array | null;
}

/**
 * What estimating the weights adds to each person's influence on a weighted sum.
 *
 * @param pull  how much the sum moves per unit of each weight, by row of the model; 0 for people not in it
 * @returns length of `model.rows`
 * @source Stefanski and Boos (2002), doi:10.1198/000313002753631330
 */
export function influenceOfWeights({ design, residual, inverseInformation, slope }: WeightModel, pull: Float64Array) {
  const { rows: n, columns: k, values } = design;
  const gradient = new Float64Array(k);
  for (let j = 0; j < k; j++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += pull[i]! * slope[i]! * values[j * n + i]!;
    gradient[j] = sum;
  }
  const step = inverseInformation.map((row) => row.reduce((sum, entry, j) => sum + entry * gradient[j]!, 0));
  const influence = new Float64Array(n);
  for (let j = 0; j < k; j++) {
    for (let i = 0; i < n; i++) influence[i] = influence[i]! + values[j * n + i]! * step[j]!;
  }
  return influence.map((value, i) => value * residual[i]!);
}
