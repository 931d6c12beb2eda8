import type { Matrix } from "../linear-algebra/matrix.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";
import { type ClusterCodes, clusterCodes } from "./cluster-codes.ts";
import { type ClusterKind, clusterCovariance } from "./cluster-covariance.ts";
import { type RegressionFit, standardErrorsOf } from "./regression-fit.ts";

export interface TwoWayClusterCovariance {
  readonly kind: ClusterKind;
  /** clusters of the first and of the second kind, with at least one row of weight above 0 */
  readonly clusters: readonly [number, number];
  /** one less than the fewer of the two: the degrees of freedom for t */
  readonly df: number;
  readonly covariance: readonly (readonly number[])[];
  readonly standardErrors: readonly (number | null)[];
  /** the difference of covariances was no covariance (a variance of some combination below 0), and its negative eigenvalues were set to 0 */
  readonly repaired: boolean;
}

/**
 * Covariance of regression coefficients when rows may depend on each other
 * through either of two memberships, say site and caseworker.
 *
 * The two clustered covariances are added and that of their intersection taken
 * away, each with its own CR1 factor, as in `vcovCL(multi0 = FALSE)` of R's
 * sandwich. The result may fail to be a covariance, most easily when one
 * membership has few clusters; it is then repaired as there (`fix = TRUE`) and
 * says so in `repaired`.
 *
 * @param design  the matrix that was fitted
 * @param fit     any regression of this package
 * @param first   any number per row, equal within a cluster, length n
 * @param second  the other membership, length n
 * @param kind    default "CR1"
 * @returns covariance k by k, zeros for aliased terms, standard errors, and degrees of freedom
 * @throws RangeError when lengths differ, the fit did not converge, or either membership has fewer than two clusters
 * @source Cameron, Gelbach and Miller (2011), doi:10.1198/jbes.2010.07136
 * @example
 * const design = designMatrix([[0, 0, 1, 1]]);
 * const fit = fitLeastSquares({ design, outcome: [1, 3, 5, 9] });
 * twoWayClusterCovariance({ design, fit, first: [1, 1, 2, 2], second: [1, 2, 1, 2] }).df; // 1
 */
export function twoWayClusterCovariance({
  design,
  fit,
  first,
  second,
  kind = "CR1",
}: {
  design: Matrix;
  fit: RegressionFit;
  first: ArrayLike<number>;
  second: ArrayLike<number>;
  kind?: ClusterKind;
}): TwoWayClusterCovariance {
  const caller = "twoWayClusterCovariance";
  const one = clusterCodes(caller, first, fit, "first");
  const other = clusterCodes(caller, second, fit, "second");
  const [a, b, both] = [one.codes, other.codes, intersection(one, other)].map(
    (clusters) => clusterCovariance({ design, fit, clusters, kind }).covariance,
  );
  const sum = a!.map((row, i) => row.map((value, j) => value + b![i]![j]! - both![i]![j]!));
  const { covariance, repaired } = withoutNegative(sum);
  return {
    kind,
    clusters: [one.used, other.used],
    df: Math.min(one.used, other.used) - 1,
    covariance,
    standardErrors: standardErrorsOf(covariance, fit.aliased),
    repaired,
  };
}

function intersection(one: ClusterCodes, other: ClusterCodes): Float64Array {
  return Float64Array.from(one.codes, (code, i) => code * other.count + other.codes[i]!);
}

/** Eigenvalues below 0 by more than rounding are set to 0, in the units of the coefficients. */
function withoutNegative(covariance: number[][]): { covariance: number[][]; repaired: boolean } {
  const k = covariance.length;
  const { values, vectors } = symmetricEigen({ rows: k, columns: k, values: Float64Array.from(covariance.flat()) });
  const floor = -1e-12 * Math.max(0, values[0] ?? 0);
  if (values.every((value) => value >= floor)) return { covariance, repaired: false };
  const repaired = covariance.map((row, i) =>
    row.map((_, j) => {
      let sum = 0;
      for (let m = 0; m < k; m++) {
        sum += Math.max(0, values[m]!) * vectors.values[m * k + i]! * vectors.values[m * k + j]!;
      }
      return sum;
    }),
  );
  return { covariance: repaired, repaired: true };
}
