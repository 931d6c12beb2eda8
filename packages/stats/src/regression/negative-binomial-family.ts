import { logGamma } from "../special-functions/log-gamma.ts";
import type { Family } from "./family.ts";
import { logOnePlusOver } from "./negative-binomial-dispersion.ts";
import { poissonFamily } from "./poisson-family.ts";

/** Counts this large are no counts of events, and would only make the sums over them long. */
export const LARGEST_COUNT = 1e6;

/** Count outcome, log link, variance μ + αμ² with the dispersion α known. */
export function negativeBinomialFamily(dispersion: number): Family {
  return {
    ...poissonFamily,
    name: "negative binomial",
    label: "Negative binomial regression",
    canonical: false,
    outcomeRule: `a whole number from 0 to ${LARGEST_COUNT} (events)`,
    allows: (outcome) => Number.isInteger(outcome) && outcome >= 0 && outcome <= LARGEST_COUNT,

    evaluate(rows, from, size) {
      const { outcome, weights, linearPredictor, fitted, scoreResiduals, informationWeights, curvatures } = rows;
      let sum = 0;
      for (let i = from; i < from + size; i++) {
        const eta = linearPredictor[i]!;
        const w = weights[i]!;
        const y = outcome[i]!;
        const mean = Math.exp(eta);
        const inflation = 1 + dispersion * mean;
        fitted[i] = mean;
        scoreResiduals[i] = w > 0 ? (w * (y - mean)) / inflation : 0;
        informationWeights[i] = w > 0 ? (w * mean) / inflation : 0;
        curvatures[i] = w > 0 ? (w * mean * (1 + dispersion * y)) / (inflation * inflation) : 0;
        if (w > 0) sum += w * kernel(y, eta, mean, dispersion);
      }
      return sum;
    },

    saturated(outcome, weights) {
      let sum = 0;
      for (let i = 0; i < outcome.length; i++) {
        const y = outcome[i]!;
        if (y > 0) sum += weights[i]! * kernel(y, Math.log(y), y, dispersion);
      }
      return sum;
    },

    constant(outcome, weights) {
      const rising = [0];
      let sum = 0;
      for (let i = 0; i < outcome.length; i++) {
        const y = outcome[i]!;
        for (let j = rising.length; j <= y; j++) rising[j] = rising[j - 1]! + Math.log1p((j - 1) * dispersion);
        sum += weights[i]! * (rising[y]! - logGamma(y + 1));
      }
      return sum;
    },
  };
}

/** Log-likelihood of a count, without the part that does not depend on the mean. */
function kernel(y: number, logMean: number, mean: number, dispersion: number): number {
  const x = dispersion * mean;
  return y * (logMean - Math.log1p(x)) - mean * logOnePlusOver(x);
}
