import type { Family } from "./family.ts";

/** Twice this is still a number. */
const LARGE = 1e300;

/** Binary outcome (or a proportion with weights as trials), logit link. */
export const logisticFamily: Family = {
  name: "logistic",
  label: "Logistic regression",
  link: "logit",
  canonical: true,
  outcomeRule: "0 to 1",
  allows: (outcome) => outcome >= 0 && outcome <= 1,
  sideOf: (outcome) => (outcome === 1 ? 1 : outcome === 0 ? -1 : 0),
  linkOf: (mean) => Math.log(mean / (1 - mean)),
  startingMean: (weightedSum, weight, unit) =>
    weightedSum > 0 && weightedSum < weight ? weightedSum / weight : (weightedSum + 0.5 * unit) / (weight + unit),

  evaluate({ outcome, weights, linearPredictor, fitted, scoreResiduals, informationWeights }, from, size) {
    let sum = 0;
    // Σ w log(1 + e) as one logarithm of a product for each run of equal weights: logarithms are dear.
    let product = 1;
    let productWeight = 1;
    for (let i = from; i < from + size; i++) {
      const eta = linearPredictor[i]!;
      const w = weights[i]!;
      const y = outcome[i]!;
      // e <= 1 whatever the sign, so nothing overflows and both tails keep their digits.
      const e = Math.exp(eta > 0 ? -eta : eta);
      const near = 1 / (1 + e);
      const far = e * near;
      const positive = eta > 0;
      const mean = positive ? near : far;
      fitted[i] = mean;
      // y − μ for y = 1 is the other tail, never one minus.
      scoreResiduals[i] = w * (y === 1 ? (positive ? far : near) : y - mean);
      informationWeights[i] = w * near * far;
      sum += w * (y * eta - (positive ? eta : 0));
      if (w !== productWeight || product > LARGE) {
        sum -= productWeight * Math.log(product);
        product = 1;
        productWeight = w;
      }
      product *= 1 + e;
    }
    return sum - productWeight * Math.log(product);
  },

  saturated(outcome, weights) {
    let sum = 0;
    for (let i = 0; i < outcome.length; i++) {
      const y = outcome[i]!;
      if (y > 0 && y < 1) sum += weights[i]! * (y * Math.log(y) + (1 - y) * Math.log1p(-y));
    }
    return sum;
  },

  constant: () => 0,
};
