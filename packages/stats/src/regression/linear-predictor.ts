import type { Matrix } from "../linear-algebra/matrix.ts";

/**
 * Linear predictor of each row of a design under fitted coefficients: the step
 * from a fit to predictions for other rows, or for the same rows with one
 * column set to another value.
 *
 * @param design       n by k
 * @param coefficients length k; null (an aliased term) counts as not in the model
 * @returns length n, on the scale of the link
 * @throws RangeError when the lengths differ
 * @example
 * Array.from(linearPredictor(designMatrix([[0, 1]]), [2, 0.5])); // [2, 2.5]
 */
export function linearPredictor(design: Matrix, coefficients: readonly (number | null)[]): Float64Array {
  const { rows: n, columns: k, values } = design;
  if (coefficients.length !== k) {
    throw new RangeError(`linearPredictor: coefficients must have length ${k}, got ${coefficients.length}`);
  }
  const result = new Float64Array(n);
  for (let j = 0; j < k; j++) {
    const coefficient = coefficients[j];
    if (coefficient === null || coefficient === undefined) continue;
    for (let i = 0; i < n; i++) result[i] = result[i]! + coefficient * values[j * n + i]!;
  }
  return result;
}
