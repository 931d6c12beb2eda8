import {
  fitLeastSquares,
  fitLogistic,
  leastSquaresRefits,
  linearPredictor,
  logisticRefits,
  type Refit,
} from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import { adjustedDesign } from "./adjusted-design.ts";
import type { ArmsOfResample, EstimatorOptions } from "./estimator.ts";

/**
 * Weighted total over weighted total in each arm of a resample, as `armRatios` has it of the people as they are.
 *
 * @param denominator length n; null for means
 */
export function resampledRatios({ treated, value }: AnalysisSet, denominator: Float64Array | null): ArmsOfResample {
  return (times, weights) => {
    const above = [0, 0];
    const below = [0, 0];
    for (let row = 0; row < times.length; row++) {
      if (times[row] === 0) continue;
      const weight = times[row]! * (weights === null ? 1 : weights[row]!);
      const arm = treated[row]!;
      above[arm] = above[arm]! + weight * value[row]!;
      below[arm] = below[arm]! + weight * (denominator === null ? 1 : denominator[row]!);
    }
    return below[0]! > 0 && below[1]! > 0 ? [above[1]! / below[1]!, above[0]! / below[0]!] : null;
  };
}

/**
 * Mean outcome predicted were everybody of the target treated, and were nobody, by the regression fitted to the resample and
 * averaged over the people it drew; null where the people as they are have no such regression.
 */
export function resampledPredictions(
  people: AnalysisSet,
  { standardiseOver }: Pick<EstimatorOptions, "standardiseOver">,
): ArmsOfResample | null {
  const { design, treatedColumn } = adjustedDesign(people, { intercept: true });
  const isBinary = people.kind === "binary";
  const refit = refitsOf(people, design, isBinary);
  if (refit === null) return null;
  const target = { everyone: null, treated: 1, comparison: 0 }[standardiseOver];
  return (times) => {
    if (!bothArms(people.treated, times)) return null;
    const coefficients = refit(times);
    if (coefficients === null) return null;
    const ofTreatment = coefficients[treatedColumn]!;
    coefficients[treatedColumn] = 0;
    const untreated = linearPredictor(design, Array.from(coefficients));
    let total = 0;
    let treated = 0;
    let comparison = 0;
    for (let row = 0; row < times.length; row++) {
      if (times[row] === 0 || (target !== null && people.treated[row] !== target)) continue;
      const linear = untreated[row]!;
      total += times[row]!;
      treated += times[row]! * (isBinary ? probability(linear + ofTreatment) : linear + ofTreatment);
      comparison += times[row]! * (isBinary ? probability(linear) : linear);
    }
    return [treated / total, comparison / total];
  };
}

function refitsOf(
  { value: outcome }: AnalysisSet,
  design: Parameters<typeof linearPredictor>[0],
  isBinary: boolean,
): Refit | null {
  if (!isBinary) return leastSquaresRefits({ design, outcome, fit: fitLeastSquares({ design, outcome }) });
  const fit = fitLogistic({ design, outcome });
  return fit.converged ? logisticRefits({ design, outcome, fit }) : null;
}

function bothArms(treated: Uint8Array, times: Float64Array): boolean {
  const present = [false, false];
  for (let row = 0; row < times.length; row++) if (times[row]! > 0) present[treated[row]!] = true;
  return present[0]! && present[1]!;
}

function probability(linear: number): number {
  return 1 / (1 + Math.exp(-linear));
}
