import {
  fitGeneralisedLinear,
  type GeneralisedLinearFit,
  type GeneralisedLinearInput,
} from "./fit-generalised-linear.ts";
import { probitFamily } from "./probit-family.ts";

/**
 * Probit regression by maximum likelihood: the normal quantile of the
 * outcome's probability as a linear function of the columns.
 *
 * Covariances use the expected information, as R's `glm` does.
 *
 * @param input design n by k with a constant column first, if any; outcome 0 to 1, length n;
 *              weights (sampling, balancing) or frequencies (rows), >= 0; offset on the probit scale
 * @returns coefficients in standard normal units per unit of each column; `fitted` holds probabilities
 * @throws RangeError when lengths differ, a value is missing, or an outcome lies outside 0 to 1
 * @source McCullagh and Nelder, Generalized Linear Models (1989), section 4.3
 * @example
 * const design = designMatrix([[0, 0, 1, 1]]);
 * fitProbit({ design, outcome: [0, 1, 0, 1] }).fitted[0]; // 0.5
 */
export function fitProbit(input: GeneralisedLinearInput): GeneralisedLinearFit {
  return fitGeneralisedLinear(probitFamily, input, "fitProbit");
}
