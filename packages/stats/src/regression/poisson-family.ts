import { logGamma } from "../special-functions/log-gamma.ts";
import type { Family } from "./family.ts";

/** Count outcome, log link. */
export const poissonFamily: Family = {
  name: "poisson",
  label: "Poisson regression",
  link: "log",
  canonical: true,
  outcomeRule: ">= 0",
  allows: (outcome) => outcome >= 0,
  sideOf: (outcome) => (outcome === 0 ? -1 : 0),
  linkOf: (mean) => Math.log(mean),
  startingMean: (weightedSum, weight, unit) => (weightedSum > 0 ? weightedSum : 0.5 * unit) / weight,

  evaluate({ outcome, weights, linearPredictor, fitted, scoreResiduals, informationWeights }, from, size) {
    let sum = 0;
    for (let i = from; i < from + size; i++) {
      const eta = linearPredictor[i]!;
      const w = weights[i]!;
      const y = outcome[i]!;
      const mean = Math.exp(eta);
      fitted[i] = mean;
      // In a row that plays no part the mean may be infinite, and 0 × ∞ is not 0.
      scoreResiduals[i] = w > 0 ? w * (y - mean) : 0;
      informationWeights[i] = w > 0 ? w * mean : 0;
      if (w > 0) sum += w * (y * eta - mean);
    }
    return sum;
  },

  saturated(outcome, weights) {
    let sum = 0;
    for (let i = 0; i < outcome.length; i++) {
      const y = outcome[i]!;
      if (y > 0) sum += weights[i]! * (y * Math.log(y) - y);
    }
    return sum;
  },

  constant(outcome, weights) {
    let sum = 0;
    for (let i = 0; i < outcome.length; i++) sum -= weights[i]! * logGamma(outcome[i]! + 1);
    return sum;
  },
};
