import { cholesky } from "../linear-algebra/cholesky.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { RegressionFit } from "../regression/regression-fit.ts";

/**
 * Coefficients drawn from the normal distribution about those fitted; a column that could not be used keeps 0.
 *
 * @param grown factor on the standard errors, of a residual variance that was drawn too
 */
export function drawnCoefficients(
  { coefficients, covariance }: Pick<RegressionFit, "coefficients" | "covariance">,
  stream: RandomStream,
  grown = 1,
): Float64Array {
  const k = coefficients.length;
  const { factor } = cholesky({ rows: k, columns: k, values: Float64Array.from(covariance.flat()) });
  const drawn = Float64Array.from(coefficients, (value) => value ?? 0);
  for (let j = 0; j < k; j++) {
    const step = grown * stream.normal();
    for (let i = j; i < k; i++) drawn[i] = drawn[i]! + factor.values[j * k + i]! * step;
  }
  return drawn;
}
