import {
  fitGeneralisedLinear,
  type GeneralisedLinearFit,
  type GeneralisedLinearInput,
} from "./fit-generalised-linear.ts";
import { logisticFamily } from "./logistic-family.ts";

/**
 * Logistic regression by maximum likelihood: the log odds of the outcome as a
 * linear function of the columns.
 *
 * The search runs to the maximum itself (last step below 1e-8 standard errors),
 * not to R's looser default, so coefficients agree with a fully converged `glm`
 * to about ten digits. Separation is reported in the result, with the columns
 * involved: then there is no maximum and no coefficient to quote.
 *
 * @param input design n by k with a constant column first, if any; outcome 0 to 1, length n;
 *              weights (sampling, balancing) or frequencies (rows), >= 0; offset on the log-odds scale
 * @returns coefficients in log odds per unit of each column; `fitted` holds probabilities
 * @throws RangeError when lengths differ, a value is missing, or an outcome lies outside 0 to 1
 * @source McCullagh and Nelder, Generalized Linear Models (1989), chapter 4
 * @example
 * const design = designMatrix([[0, 0, 0, 0, 1, 1, 1, 1]]);
 * const fit = fitLogistic({ design, outcome: [1, 0, 0, 0, 1, 1, 1, 0] });
 * Math.exp(fit.coefficients[1]); // 9
 */
export function fitLogistic(input: GeneralisedLinearInput): GeneralisedLinearFit {
  return fitGeneralisedLinear(logisticFamily, input, "fitLogistic");
}
