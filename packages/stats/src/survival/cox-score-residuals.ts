import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { columnOf } from "./chunked-columns.ts";
import { type CoxHazard, type CoxRows, covariateMeans } from "./cox-likelihood.ts";
import { between, cumulated } from "./risk-set-sums.ts";

/**
 * Each row's part of the score, weighted: its covariates less the risk-set
 * mean at its event, less the same over its time at risk weighted by expected
 * events. Rows in the order of the risk sets, columns scaled; they sum to 0 at
 * the maximum.
 *
 * @source Therneau and Grambsch, Modeling Survival Data (2000), section 7.1, with Efron's ties
 */
export function coxScoreResiduals(rows: CoxRows, hazard: CoxHazard): Matrix {
  const { sets, design, weights } = rows;
  const { risk, atRisk, inverse, square, cumulative } = hazard;
  const m = design.rows;
  const events = sets.times.length;
  const { means, deathMeans } = covariateMeans(rows, hazard);
  const residuals = zeroMatrix(m, design.columns);
  for (let j = 0; j < design.columns; j++) {
    const column = columnOf(design, j);
    const mean = means.values.subarray(j * events, (j + 1) * events);
    const death = deathMeans.values.subarray(j * events, (j + 1) * events);
    // Mean covariate of the risk set times hazard: for rows at risk, and the part tied deaths are spared.
    const increment = mean.map((x, e) => (x * square[0][e]! - death[e]! * square[1][e]!) / atRisk[e]!);
    const spared = mean.map((x, e) => (x * square[1][e]! - death[e]! * square[2][e]!) / atRisk[e]!);
    const accumulated = cumulated(sets, increment);
    for (let i = 0; i < m; i++) {
      const e = sets.last[i]!;
      const f = sets.first[i]!;
      const x = column[i]!;
      let hazardHere = between(cumulative, f, e);
      let meanHere = between(accumulated, f, e);
      let own = 0;
      if (i < sets.starts[e]! + sets.deaths[e]!) {
        hazardHere -= inverse[1][e]! / atRisk[e]!;
        meanHere -= spared[e]!;
        own = weights[i]! * (x - meanAtEvent(e, mean, death, inverse, sets.starts, sets.deaths, weights));
      }
      residuals.values[j * m + i] = own - risk[i]! * (x * hazardHere - meanHere);
    }
  }
  return residuals;
}

/** Average over the steps of the tied deaths of the risk-set mean. */
function meanAtEvent(
  e: number,
  mean: Float64Array,
  death: Float64Array,
  inverse: CoxHazard["inverse"],
  starts: Int32Array,
  deaths: Int32Array,
  weights: Float64Array,
): number {
  let deathWeight = 0;
  for (let i = starts[e]!; i < starts[e]! + deaths[e]!; i++) deathWeight += weights[i]!;
  return (mean[e]! * inverse[0][e]! - death[e]! * inverse[1][e]!) / deathWeight;
}
