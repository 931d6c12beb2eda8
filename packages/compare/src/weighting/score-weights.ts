/** Weights from a propensity score, and how each moves with the score. */
export interface ScoreWeights {
  /** One per person, above 0. */
  readonly weights: Float64Array;
  /** Change of the weight per unit of the probability. */
  readonly slope: Float64Array;
}

/** Whom the weighted arms stand for; `atm` is the people who could have been in either arm, as pair matching leaves them. */
export type WeightedEstimand = "att" | "atc" | "ate" | "ato" | "atm";

/**
 * Balancing weights by the propensity score p. Treated and comparison people get, for the effect on
 *
 * - the treated (att): 1 and p / (1 − p)
 * - the comparison people (atc): (1 − p) / p and 1
 * - everyone (ate): 1 / p and 1 / (1 − p)
 * - people in the overlap (ato): 1 − p and p
 * - people who could be matched (atm): min(p, 1 − p) / p and min(p, 1 − p) / (1 − p)
 *
 * @param probability strictly between 0 and 1, length n
 * @param treated     1 = treated, 0 = comparison, length n
 * @source Li, Morgan and Zaslavsky (2018), doi:10.1080/01621459.2016.1260466; Li and Greene (2013),
 *         doi:10.1515/ijb-2012-0030
 * @example
 * Array.from(scoreWeights(Float64Array.of(0.2, 0.2), Uint8Array.of(1, 0), "ate").weights); // [5, 1.25]
 */
export function scoreWeights(probability: Float64Array, treated: Uint8Array, estimand: WeightedEstimand): ScoreWeights {
  const { numerator, change } = tilts[estimand];
  const weights = new Float64Array(probability.length);
  const slope = new Float64Array(probability.length);
  probability.forEach((p, row) => {
    const ownArm = treated[row] === 1 ? p : 1 - p;
    const sign = treated[row] === 1 ? 1 : -1;
    weights[row] = numerator(p) / ownArm;
    slope[row] = (change(p) - (sign * numerator(p)) / ownArm) / ownArm;
  });
  return { weights, slope };
}

/** The weight of one person, as `scoreWeights` gives it. */
export function balancingWeight(probability: number, isTreated: boolean, estimand: WeightedEstimand): number {
  return tilts[estimand].numerator(probability) / (isTreated ? probability : 1 - probability);
}

/** Each estimand's share of people at a score, and how it changes with the score. */
const tilts: Readonly<
  Record<WeightedEstimand, { readonly numerator: (p: number) => number; readonly change: (p: number) => number }>
> = {
  att: { numerator: (p) => p, change: () => 1 },
  atc: { numerator: (p) => 1 - p, change: () => -1 },
  ate: { numerator: () => 1, change: () => 0 },
  ato: { numerator: (p) => p * (1 - p), change: (p) => 1 - 2 * p },
  atm: { numerator: (p) => Math.min(p, 1 - p), change: (p) => (p < 0.5 ? 1 : -1) },
};
