import { type Estimate, effectMeasure, type PooledStudies } from "@likewise/schema";
import { randomEffects } from "@likewise/stats";

/**
 * Brings the estimates of several studies together by a random-effects meta-analysis: how far apart they lie, never which
 * is best.
 *
 * @param given.measure of every estimate; ratios are brought together as logarithms
 * @param given.estimates on the scale of the measure, one for each study
 * @param given.standardErrors on the scale of the estimate, or of its logarithm for a ratio
 * @param given.level of the intervals, default 0.95
 * @returns no prediction for one more study from fewer than five, or where it would leave −1 to 1 for a risk difference;
 *   null with fewer than three studies, which say next to nothing of how studies differ
 * @throws RangeError when lengths differ, a standard error is not > 0, or a ratio is not > 0
 * @source as `randomEffects` of stats: REML, Hartung and Knapp's interval, Higgins, Thompson and Spiegelhalter's prediction
 * @example
 * poolStudies({ measure: "riskDifference", estimates: [0.1, 0.2], standardErrors: [0.1, 0.1] }); // null
 */
export function poolStudies(given: {
  readonly measure: Estimate["measure"];
  readonly estimates: readonly number[];
  readonly standardErrors: readonly number[];
  readonly level?: number;
}): PooledStudies | null {
  const { measure, estimates, standardErrors, level = 0.95 } = given;
  if (estimates.length < fewest) return null;
  const { ratio } = effectMeasure(measure);
  if (ratio && !estimates.every((estimate) => estimate > 0))
    throw new RangeError(`poolStudies: estimates of a ratio must be > 0, got ${estimates.join(", ")}`);
  const pooled = randomEffects({ estimates: ratio ? estimates.map(Math.log) : estimates, standardErrors, level });
  if (!("estimate" in pooled) || pooled.prediction === null) return null;
  const back = (value: number) => (ratio ? Math.exp(value) : value);
  const { lower, upper } = pooled.prediction;
  const [low, high] = pooled.heterogeneity.tauSquaredInterval;
  const prediction = [back(lower), back(upper)] as const;
  const noPrediction = refusal(measure, estimates.length, prediction);
  return {
    studies: estimates.length,
    estimate: back(pooled.estimate),
    interval: [back(pooled.lower), back(pooled.upper)],
    prediction: noPrediction === null ? prediction : null,
    noPrediction,
    spread: Math.sqrt(pooled.heterogeneity.tauSquared),
    spreadInterval: [Math.sqrt(low), Math.sqrt(high)],
    level,
  };
}

/**
 * Of a few studies the spread is hardly known, and the limits for one more say that rather than anything of programmes; a
 * difference of shares beyond everybody is no difference there could be.
 */
function refusal(
  measure: Estimate["measure"],
  studies: number,
  [lower, upper]: readonly [number, number],
): PooledStudies["noPrediction"] {
  if (studies < fewestToPredict)
    return {
      why: `${studies} studies say too little of how much programmes differ`,
      unlocks: `${fewestToPredict} studies or more`,
    };
  if (measure === "riskDifference" && (lower < -1 || upper > 1))
    return {
      why: "the studies differ so much that the limits go beyond every 100 people",
      unlocks: "more studies, or larger ones",
    };
  return null;
}

/** Below this, intervals for one more study are known not to hold what they say. */
const fewestToPredict = 5;

/** With two studies the spread between them is not known at all. */
const fewest = 3;
