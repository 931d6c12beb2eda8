import type { Matrix } from "../linear-algebra/matrix.ts";
import type { GroupProducts } from "./group-products.ts";
import { atCovariance } from "./mixed-likelihood.ts";
import { hessianOf, inverseCurvature, shifted, slopeOf, stepAt } from "./numerical-derivatives.ts";

/** Degrees of freedom of a combination of coefficients, on the columns as the caller has them. */
export type SatterthwaiteDf = (weights: readonly number[]) => number;

interface Fitted {
  readonly products: GroupProducts;
  /** relative covariance of the groups' deviations, as fitted */
  readonly lambda: Float64Array;
  /** of the residuals */
  readonly variance: number;
  readonly restricted: boolean;
  /** what a combination of the caller's coefficients is of those fitted */
  readonly contrastOn: (weights: readonly number[]) => Float64Array;
}

/**
 * Satterthwaite's degrees of freedom: those of the chi-square whose variance is that of the estimated variance, which follows from
 * the curvature of the criterion at its minimum. Directions in which the criterion is flat say nothing, and are left out.
 */
export function satterthwaiteDf({ products, lambda, variance, restricted, contrastOn }: Fitted): SatterthwaiteDf {
  const m = lambda.length;
  const degrees = restricted ? products.n - products.p : products.n;
  const spread = Math.sqrt(variance);
  // Standard deviations are taken relative to the fitted one, so that every parameter is about 1.
  const parameters = Float64Array.from([...lambda, 1]);
  const criterion = (at: Float64Array) => {
    const { squares, logDeterminants } = atCovariance(products, at.subarray(0, m), restricted);
    const sigma = at[m]! * spread;
    return logDeterminants + 2 * degrees * Math.log(sigma) + squares / sigma ** 2;
  };
  const covariance = inverseCurvature(hessianOf(criterion, parameters));
  return (weights) => {
    const scaled = contrastOn(weights);
    const varianceAt = (at: Float64Array) =>
      (at[m]! * spread) ** 2 *
      quadratic(scaled, atCovariance(products, at.subarray(0, m), restricted).unitCovariance, scaled);
    const slopes = parameters.map((_, j) =>
      slopeOf((shift) => varianceAt(shifted(parameters, j, shift)), stepAt(parameters, j)),
    );
    // Twice the inverse of the curvature of −2 log L is the covariance of the parameters.
    return varianceAt(parameters) ** 2 / quadratic(slopes, covariance, slopes);
  };
}

function quadratic(left: Float64Array, { rows: k, values }: Matrix, right: Float64Array): number {
  let sum = 0;
  for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) sum += left[a]! * values[b * k + a]! * right[b]!;
  return sum;
}
