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
  const used = coefficients.flatMap((coefficient, j) => (coefficient === null ? [] : [{ coefficient, at: j * n }]));
  let c = 0;
  // Four columns at a time, added in their order: the same bits as one by one.
  for (; c + 3 < used.length; c += 4) {
    const [a, b, d, e] = [used[c]!, used[c + 1]!, used[c + 2]!, used[c + 3]!];
    const [ofA, ofB, ofD, ofE] = [a.coefficient, b.coefficient, d.coefficient, e.coefficient];
    const [atA, atB, atD, atE] = [a.at, b.at, d.at, e.at];
    for (let i = 0; i < n; i++) {
      result[i] =
        result[i]! + ofA * values[atA + i]! + ofB * values[atB + i]! + ofD * values[atD + i]! + ofE * values[atE + i]!;
    }
  }
  for (; c < used.length; c++) {
    const { coefficient, at } = used[c]!;
    for (let i = 0; i < n; i++) result[i] = result[i]! + coefficient * values[at + i]!;
  }
  return result;
}
