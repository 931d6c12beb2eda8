import type { Effect, EffectResult } from "../estimators/estimator.ts";

/** How much each person compared moves an effect, on the log scale for ratios; null where the estimator does not say. */
export function effectInfluence({ measure }: Effect, result: EffectResult, numRows: number): Float64Array | null {
  const own = result.effectInfluence;
  if (own != null) return spread(own.rows, own.influence, numRows);
  const arms = result.armInfluence;
  if (arms == null) return null;
  const slope = slopes[measure];
  if (slope === undefined) return null;
  const t = slope(arms.treated.value) * Math.sqrt(arms.treated.factor);
  const c = slope(arms.comparison.value) * Math.sqrt(arms.comparison.factor);
  const whole = Float64Array.from(
    arms.rows,
    (_, i) => t * arms.treated.influence[i]! - c * arms.comparison.influence[i]!,
  );
  return spread(arms.rows, whole, numRows);
}

/** Derivative of the scale an effect is a difference on, by the arm's value. */
const slopes: Readonly<Partial<Record<Effect["measure"], (value: number) => number>>> = {
  riskDifference: () => 1,
  meanDifference: () => 1,
  rateDifference: () => 1,
  restrictedMeanSurvivalTimeDifference: () => 1,
  riskRatio: (value) => 1 / value,
  rateRatio: (value) => 1 / value,
  oddsRatio: (value) => 1 / (value * (1 - value)),
};

function spread(rows: Int32Array, influence: Float64Array, numRows: number): Float64Array {
  const byPerson = new Float64Array(numRows);
  rows.forEach((row, i) => {
    byPerson[row] = byPerson[row]! + influence[i]!;
  });
  return byPerson;
}
