import { designMatrix, fitLogistic, fitProbit, type Matrix, normalDensity, robustCovariance } from "@likewise/stats";
import type { Covariate } from "../covariates/covariate.ts";
import { modelColumns } from "../covariates/model-columns.ts";

export interface PropensityScore {
  readonly kind: "likewise/propensity-score";
  readonly link: PropensityLink;
  /** Probability of being treated given the covariates, length n. */
  readonly probability: Float64Array;
  /** The same on the scale of the link: log odds, or standard normal deviates. Length n. */
  readonly linear: Float64Array;
  readonly terms: readonly {
    readonly term: string;
    /** Reference level of a factor; null for a number and for the intercept. */
    readonly reference: string | null;
    /** Change of the linear predictor per unit; null for a column that is a combination of others. */
    readonly estimate: number | null;
    readonly standardError: number | null;
  }[];
  /** Covariates left out because they do not vary. */
  readonly constant: readonly string[];
  /** Some combination of covariates tells treated from comparison perfectly, at least for some people. */
  readonly separated: boolean;
  /** The terms that do so. */
  readonly separatingTerms: readonly string[];
  /** What standard errors need to allow for the score having been estimated. */
  readonly fit: {
    readonly design: Matrix;
    /** Part of the score equations per person: treated less expected, in units of the linear predictor. Length n. */
    readonly residual: Float64Array;
    readonly inverseInformation: readonly (readonly number[])[];
    /** Change of the probability per unit of the linear predictor, length n. */
    readonly slope: Float64Array;
  };
}

export type PropensityLink = "logit" | "probit";

/**
 * Propensity score: the probability of being treated given the covariates, by logistic (or probit) regression fitted to the
 * maximum itself.
 *
 * A covariate that does not vary is left out and named; a column that repeats others gets a null estimate. Separation is
 * reported: then some scores are 0 or 1 and those people have no counterparts.
 *
 * @param covariates at least one, length n each, nothing missing
 * @param treated    1 = treated, 0 = comparison, length n, both present
 * Sampling weights enter the fit, and standard errors of its terms are then a sandwich's.
 *
 * @throws RangeError when no covariate varies
 * @source Rosenbaum and Rubin (1983), doi:10.1093/biomet/70.1.41
 * @example
 * const sex = { kind: "factor", name: "sex", levels: ["f", "m"], codes: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1) };
 * const score = propensityScore([sex], [1, 1, 1, 0, 1, 0, 0, 0]);
 * score.probability[7]; // 0.25
 * score.terms[1].reference; // "f"
 */
export function propensityScore(
  covariates: readonly Covariate[],
  treated: ArrayLike<number>,
  { link = "logit", samplingWeights }: { readonly link?: PropensityLink; readonly samplingWeights?: Float64Array } = {},
): PropensityScore {
  const { columns, constant } = modelColumns(covariates);
  if (columns.length === 0) {
    throw new RangeError(`propensityScore: at least one covariate must vary, got ${covariates.length} that do not`);
  }
  const design = designMatrix(columns.map(({ values }) => values));
  const fit = (link === "probit" ? fitProbit : fitLogistic)({
    design,
    outcome: treated,
    names: ["(Intercept)", ...columns.map(({ term }) => term)],
    ...(samplingWeights === undefined ? {} : { weights: samplingWeights }),
  });
  const standardErrors =
    samplingWeights === undefined || fit.separated
      ? fit.standardErrors
      : robustCovariance({ design, fit, kind: "HC0" }).standardErrors;
  return {
    kind: "likewise/propensity-score",
    link,
    probability: fit.fitted,
    linear: fit.linearPredictor,
    terms: fit.terms.map((term, j) => ({
      term,
      reference: j === 0 ? null : columns[j - 1]!.reference,
      estimate: fit.coefficients[j]!,
      standardError: standardErrors[j]!,
    })),
    constant,
    separated: fit.separated,
    separatingTerms: fit.separatingColumns.map((j) => fit.terms[j]!),
    fit: {
      design,
      residual: fit.scoreResiduals,
      inverseInformation: fit.covariance,
      slope: link === "probit" ? fit.linearPredictor.map((z) => normalDensity(z)) : logitSlopes(fit.fitted),
    },
  };
}

function logitSlopes(fitted: Float64Array): Float64Array {
  const slopes = new Float64Array(fitted.length);
  for (let row = 0; row < slopes.length; row++) slopes[row] = fitted[row]! * (1 - fitted[row]!);
  return slopes;
}
