import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { clusterCovariance } from "./cluster-covariance.ts";
import type { GeneralisedLinearFit, GeneralisedLinearInput } from "./fit-generalised-linear.ts";
import { fitPoisson } from "./fit-poisson.ts";
import { type RobustKind, robustCovariance } from "./robust-covariance.ts";

export interface ModifiedPoissonInput extends GeneralisedLinearInput {
  /** of the sandwich where there are no clusters; default "HC0" */
  readonly kind?: RobustKind;
  /** any number per row, equal within a cluster, length n: the errors are then CR1 */
  readonly clusters?: ArrayLike<number>;
}

export interface ModifiedPoissonFit extends GeneralisedLinearFit {
  /** what the covariance and standard errors are */
  readonly covarianceKind: RobustKind | "CR1";
}

/**
 * Modified Poisson regression: risk ratios for a 0/1 outcome, by Poisson's
 * score with sandwich standard errors.
 *
 * The mean model is log-linear in the risk, and nothing keeps fitted risks
 * below 1; look at `fitted` before quoting a risk. Poisson's own variance is
 * wrong for a 0/1 outcome and is not returned.
 *
 * @param input design n by k with a constant column first, if any; outcome 0 or 1, length n;
 *              weights (sampling, balancing) or frequencies (rows), >= 0; clusters where rows depend on each other
 * @returns coefficients in log risk per unit of each column: exp is a risk ratio
 * @throws RangeError as `fitPoisson`, and when an outcome is neither 0 nor 1
 * @source Zou (2004), doi:10.1093/aje/kwh090
 * @example
 * const design = designMatrix([[0, 0, 0, 0, 1, 1, 1, 1]]);
 * const fit = fitModifiedPoisson({ design, outcome: [1, 0, 0, 0, 1, 1, 1, 0] });
 * Math.exp(fit.coefficients[1]); // 3
 */
export function fitModifiedPoisson(input: ModifiedPoissonInput): ModifiedPoissonFit {
  const caller = "fitModifiedPoisson";
  const { design, clusters, kind = "HC0" } = input;
  const outcome = finiteVector(caller, "outcome", input.outcome, design.rows);
  for (let i = 0; i < outcome.length; i++) {
    if (outcome[i] !== 0 && outcome[i] !== 1) {
      throw new RangeError(`${caller}: outcome must be 0 or 1, row ${i} (from 0) is not`);
    }
  }
  const fit = fitPoisson(input);
  const covarianceKind = clusters === undefined ? kind : "CR1";
  if (!fit.converged) return { ...fit, covarianceKind };
  const { covariance, standardErrors } =
    clusters === undefined ? robustCovariance({ design, fit, kind }) : clusterCovariance({ design, fit, clusters });
  return { ...fit, covarianceKind, covariance, standardErrors };
}
