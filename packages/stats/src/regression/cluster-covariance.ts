import type { Matrix } from "../linear-algebra/matrix.ts";
import { clusterCodes } from "./cluster-codes.ts";
import { type RegressionFit, standardErrorsOf } from "./regression-fit.ts";
import { clusterScores, sandwich, sandwichParts } from "./sandwich.ts";

export type ClusterKind = "CR0" | "CR1";

export interface ClusterCovariance {
  readonly kind: ClusterKind;
  /** clusters with at least one row of weight above 0 */
  readonly clusters: number;
  readonly covariance: readonly (readonly number[])[];
  readonly standardErrors: readonly (number | null)[];
}

/**
 * Covariance of regression coefficients when rows of one cluster (a pair, a
 * person, a site) may depend on each other in any way.
 *
 * CR0 sums each cluster's scores and takes the sandwich; CR1 multiplies by
 * G / (G − 1) · (N − 1) / (N − K), G clusters, N rows of weight above 0, K
 * coefficients: Stata's factor, and `vcovCL(type = "HC1", cadjust = TRUE)` of
 * R's sandwich, whose `type = "HC0", cadjust = FALSE` is CR0. Refer the CR1 t
 * statistic to G − 1 degrees of freedom; with few clusters, or few of them in
 * one group, it is still too small: see `satterthwaiteClusterCovariance`.
 *
 * @param design   the matrix that was fitted
 * @param fit      from `fitLeastSquares`, `fitLogistic` or `fitPoisson`
 * @param clusters any number per row, equal within a cluster, length n
 * @param kind     default "CR1"
 * @returns covariance k by k, zeros for aliased terms, standard errors, and the number of clusters
 * @throws RangeError when lengths differ, the fit did not converge, or there are fewer than two clusters
 * @source Liang and Zeger (1986), doi:10.1093/biomet/73.1.13; Cameron and Miller (2015), doi:10.3368/jhr.50.2.317
 * @example
 * const design = designMatrix([[0, 0, 1, 1]]);
 * const fit = fitLeastSquares({ design, outcome: [1, 3, 5, 9] });
 * clusterCovariance({ design, fit, clusters: [1, 2, 1, 2], kind: "CR0" }).covariance[1][1]; // 0.5
 */
export function clusterCovariance({
  design,
  fit,
  clusters,
  kind = "CR1",
}: {
  design: Matrix;
  fit: RegressionFit;
  clusters: ArrayLike<number>;
  kind?: ClusterKind;
}): ClusterCovariance {
  const caller = "clusterCovariance";
  const parts = sandwichParts(caller, design, fit);
  const { codes, count, used } = clusterCodes(caller, clusters, fit);
  const factor = kind === "CR1" ? (used / (used - 1)) * ((fit.rows - 1) / (fit.rows - fit.rank)) : 1;
  const meat = clusterScores(design, parts, fit.scoreResiduals, codes, count);
  const covariance = sandwich(parts, meat, factor);
  return { kind, clusters: used, covariance, standardErrors: standardErrorsOf(covariance, fit.aliased) };
}
