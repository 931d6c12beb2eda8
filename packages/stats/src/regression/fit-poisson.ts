import {
  fitGeneralisedLinear,
  type GeneralisedLinearFit,
  type GeneralisedLinearInput,
} from "./fit-generalised-linear.ts";
import { poissonFamily } from "./poisson-family.ts";

/**
 * Poisson regression by maximum likelihood: the log of the expected count as a
 * linear function of the columns.
 *
 * Give log exposure as the offset for rates. Events cluster in people, so the
 * model-based standard errors are usually too small: take those of
 * `robustCovariance`, which need no Poisson variance, and with a 0/1 outcome
 * make exp(coefficient) a risk ratio.
 *
 * @param input design n by k with a constant column first, if any; outcome >= 0, length n;
 *              weights (sampling, balancing) or frequencies (rows), >= 0; offset on the log scale
 * @returns coefficients in log rate per unit of each column; `fitted` holds expected counts
 * @throws RangeError when lengths differ, a value is missing, or an outcome is negative
 * @source McCullagh and Nelder, Generalized Linear Models (1989), chapter 6; Zou (2004), doi:10.1093/aje/kwh090
 * @example
 * const design = designMatrix([[0, 0, 1, 1]]);
 * const fit = fitPoisson({ design, outcome: [1, 3, 2, 6], offset: [0, 0, 0, 0] });
 * Math.exp(fit.coefficients[1]); // 2
 */
export function fitPoisson(input: GeneralisedLinearInput): GeneralisedLinearFit {
  return fitGeneralisedLinear(poissonFamily, input, "fitPoisson");
}
