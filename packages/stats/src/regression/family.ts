/**
 * A model of one outcome given its linear predictor. Everything is evaluated a
 * chunk of rows at a time, so that the inner loops stay free of calls.
 */
export interface Family {
  readonly name: "logistic" | "probit" | "poisson" | "negative binomial";
  readonly label: string;
  readonly link: string;
  /** whether expected and observed information are the same */
  readonly canonical: boolean;
  /** what every outcome value must be, in words and as a test */
  readonly outcomeRule: string;
  allows(outcome: number): boolean;
  /** whether the likelihood of one row rises for ever with its linear predictor (1), against it (−1), or neither way (0) */
  sideOf(outcome: number): -1 | 0 | 1;
  /** linear predictor of a row whose expected outcome is `mean`; `mean` is inside the range */
  linkOf(mean: number): number;
  /** weightedSum / weight, or a mean just inside the range; `unit` is the weight of a typical row */
  startingMean(weightedSum: number, weight: number, unit: number): number;
  /**
   * For `size` rows from `from` on: writes fitted means, score residuals
   * w(y − μ)dμ/dη / V(μ), information weights w(dμ/dη)² / V(μ) and curvatures
   * (minus the second derivative of the log-likelihood in the linear
   * predictor), and returns the log-likelihood without its constant.
   */
  evaluate(rows: FamilyRows, from: number, size: number): number;
  /** log-likelihood of the saturated model, without its constant: deviance is twice the difference */
  saturated(outcome: Float64Array, weights: Float64Array): number;
  /** the part of the log-likelihood that depends on the outcome alone */
  constant(outcome: Float64Array, weights: Float64Array): number;
}

export interface FamilyRows {
  readonly outcome: Float64Array;
  readonly weights: Float64Array;
  readonly linearPredictor: Float64Array;
  readonly fitted: Float64Array;
  readonly scoreResiduals: Float64Array;
  readonly informationWeights: Float64Array;
  /** the same array as the information weights where the link is canonical: then the two are equal */
  readonly curvatures: Float64Array;
}
