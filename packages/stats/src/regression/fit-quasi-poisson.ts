import type { GeneralisedLinearFit, GeneralisedLinearInput } from "./fit-generalised-linear.ts";
import { fitPoisson } from "./fit-poisson.ts";
import { standardErrorsOf } from "./regression-fit.ts";

export interface QuasiPoissonFit extends Omit<GeneralisedLinearFit, "family" | "logLikelihood"> {
  readonly family: "quasi-poisson";
  /** Pearson's chi-square over its degrees of freedom: how many times larger the variance is than Poisson's; null when the fit did not converge */
  readonly dispersion: number | null;
  /** rows minus rank */
  readonly residualDf: number;
}

/**
 * Quasi-Poisson regression: Poisson's coefficients, with standard errors that
 * let the variance be any multiple of the mean.
 *
 * The multiple is Pearson's chi-square over its degrees of freedom, and may be
 * below 1. Refer t statistics to `residualDf`. There is no likelihood, so none is given.
 *
 * @param input design n by k with a constant column first, if any; outcome >= 0, length n;
 *              weights (sampling, balancing) or frequencies (rows), >= 0; offset on the log scale
 * @returns coefficients in log rate per unit of each column; covariance is Poisson's times `dispersion`
 * @throws RangeError as `fitPoisson`, and when the rows do not outnumber the coefficients
 * @source McCullagh and Nelder, Generalized Linear Models (1989), section 6.2.3
 * @example
 * const design = designMatrix([[0, 0, 1, 1]]);
 * fitQuasiPoisson({ design, outcome: [1, 3, 2, 6] }).dispersion; // 1.5
 */
export function fitQuasiPoisson(input: GeneralisedLinearInput): QuasiPoissonFit {
  const { logLikelihood: _, ...fit } = fitPoisson(input);
  const residualDf = fit.rows - fit.rank;
  if (residualDf < 1) {
    throw new RangeError(
      `fitQuasiPoisson: rows of weight > 0 must outnumber the ${fit.rank} coefficients, got ${fit.rows}`,
    );
  }
  let chiSquare = 0;
  for (let i = 0; i < fit.scoreResiduals.length; i++) {
    const information = fit.informationWeights[i]!;
    if (information > 0) chiSquare += (fit.scoreResiduals[i]! * fit.scoreResiduals[i]!) / information;
  }
  const dispersion = fit.converged ? chiSquare / residualDf : null;
  const covariance = fit.covariance.map((row) => row.map((value) => value * (dispersion ?? 0)));
  return {
    ...fit,
    family: "quasi-poisson",
    covariance,
    standardErrors: standardErrorsOf(covariance, fit.aliased, fit.converged),
    dispersion,
    residualDf,
  };
}
