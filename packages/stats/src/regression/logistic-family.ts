import type { Family } from "./family.ts";

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
      sum += w * (y * eta - (positive ? eta : 0) - Math.log1p(e));
    }
    return sum;
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
