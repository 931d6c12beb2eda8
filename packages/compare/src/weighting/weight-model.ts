import type { Matrix } from "@likewise/stats";

/** How weights were estimated, as far as the spread of an estimate needs it. */
export interface WeightModel {
  /** Rows among the people compared that the weights were estimated from, ascending. */
  readonly rows: Int32Array;
  /** Declared cluster of each of them; null without. */
  readonly clusters: Int32Array | null;
  /** Numbers estimated on the way to the weights. */
  readonly parameters: number;
  /**
   * What having estimated the weights adds to each person's influence on a weighted sum.
   *
   * @param pull how much the sum moves per unit of each person's weight; follows `rows`, as does the result
   */
  readonly influenceOf: (pull: Float64Array) => Float64Array;
}

/** Weights that were given and not estimated. */
export function knownWeights(rows: Int32Array, clusters: Int32Array | null): WeightModel {
  return { rows, clusters, parameters: 0, influenceOf: (pull) => new Float64Array(pull.length) };
}

/** Weights that follow from a regression. */
export interface RegressionOfWeights extends Pick<WeightModel, "rows" | "clusters"> {
  readonly design: Matrix;
  /** Each person's part in the estimating equations is design row times this. */
  readonly residual: Float64Array;
  /** k by k; zeros where a column could not be used. */
  readonly inverseInformation: readonly (readonly number[])[];
  /** Change of the weight per unit of the linear predictor. */
  readonly slope: Float64Array;
}

/**
 * Coefficients are off by about the inverse information times the sum over people of design row times residual, and a weight
 * moves by its slope times design row for each step of the coefficients.
 *
 * @source Stefanski and Boos (2002), doi:10.1198/000313002753631330
 */
export function modelOfRegression({ rows, clusters, ...regression }: RegressionOfWeights): WeightModel {
  const { design, residual, inverseInformation, slope } = regression;
  const { rows: n, columns: k, values } = design;
  return {
    rows,
    clusters,
    parameters: k,
    influenceOf: (pull) => {
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
    },
  };
}

/** Weights that follow from each stratum's share of treated people. */
export interface SharesOfStrata extends Pick<WeightModel, "rows" | "clusters"> {
  /** Stratum of each person, from 0. */
  readonly strata: Int32Array;
  readonly numStrata: number;
  readonly treated: Uint8Array;
  /** Share treated of each person's stratum. */
  readonly share: Float64Array;
  /** Change of the weight per unit of the share. */
  readonly slope: Float64Array;
}

/** A stratum's share is off by the mean of its people's residuals; the weights of its people move with it. */
export function modelOfStrata({ rows, clusters, ...strata }: SharesOfStrata): WeightModel {
  const { strata: codes, numStrata, treated, share, slope } = strata;
  const sizes = new Float64Array(numStrata);
  for (const code of codes) sizes[code] = sizes[code]! + 1;
  return {
    rows,
    clusters,
    parameters: numStrata,
    influenceOf: (pull) => {
      const gradient = new Float64Array(numStrata);
      codes.forEach((code, i) => {
        gradient[code] = gradient[code]! + pull[i]! * slope[i]!;
      });
      return Float64Array.from(codes, (code, i) => (gradient[code]! * (treated[i]! - share[i]!)) / sizes[code]!);
    },
  };
}
