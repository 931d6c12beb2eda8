import { normalCdf, normalDensity, normalQuantile } from "../distributions/normal.ts";
import type { Family } from "./family.ts";
import { logisticFamily } from "./logistic-family.ts";

/** Binary outcome, probit link: the mean is the normal distribution function of the linear predictor. */
export const probitFamily: Family = {
  ...logisticFamily,
  name: "probit",
  label: "Probit regression",
  link: "probit",
  canonical: false,
  linkOf: (mean) => normalQuantile(mean),

  evaluate(rows, from, size) {
    const { outcome, weights, linearPredictor, fitted, scoreResiduals, informationWeights, curvatures } = rows;
    let sum = 0;
    for (let i = from; i < from + size; i++) {
      const eta = linearPredictor[i]!;
      const w = weights[i]!;
      const y = outcome[i]!;
      // Logarithms throughout: the density over either tail stays finite where the tail vanishes.
      const logDensity = normalDensity(eta, { log: true });
      const logMean = normalCdf(eta, { log: true });
      const logRest = normalCdf(eta, { upper: true, log: true });
      const overMean = Math.exp(logDensity - logMean);
      const overRest = Math.exp(logDensity - logRest);
      fitted[i] = normalCdf(eta);
      // (y − μ)φ / μ(1 − μ): φ/μ at y = 1, −φ/(1 − μ) at y = 0, linear between.
      scoreResiduals[i] = w * (y * overMean - (1 - y) * overRest);
      informationWeights[i] = w * overMean * overRest;
      curvatures[i] = w * (y * overMean * (overMean + eta) + (1 - y) * overRest * (overRest - eta));
      sum += w * (y * logMean + (1 - y) * logRest);
    }
    return sum;
  },
};
