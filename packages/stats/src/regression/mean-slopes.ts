import { normalDensity } from "../distributions/normal.ts";
import type { Family } from "./family.ts";
import type { RegressionFit } from "./regression-fit.ts";

/** Change of the expected outcome per unit of the linear predictor, from the mean and the linear predictor. */
const SLOPES: Readonly<Record<Family["name"] | "quasi-poisson", (mean: number, linearPredictor: number) => number>> = {
  logistic: (mean) => mean * (1 - mean),
  probit: (_, linearPredictor) => normalDensity(linearPredictor),
  poisson: (mean) => mean,
  "quasi-poisson": (mean) => mean,
  "negative binomial": (mean) => mean,
};

/** The slopes of the chosen rows; ones for least squares. */
export function meanSlopes(fit: RegressionFit, rows: Int32Array): Float64Array {
  if (!isGeneralised(fit)) return new Float64Array(rows.length).fill(1);
  const slope = SLOPES[fit.family];
  return Float64Array.from(rows, (i) => slope(fit.fitted[i]!, fit.linearPredictor[i]!));
}

function isGeneralised(
  fit: RegressionFit,
): fit is RegressionFit & { family: keyof typeof SLOPES; linearPredictor: Float64Array } {
  return "family" in fit && "linearPredictor" in fit;
}
