import { crossproduct } from "../linear-algebra/crossproduct.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";

/**
 * I⁻¹ (Σ over clusters of squared score sums) I⁻¹, no
 * small-sample factor; without clusters each row is its own.
 *
 * @source Lin and Wei (1989), doi:10.1080/01621459.1989.10478874
 */
export function coxRobustCovariance(scores: Matrix, inverse: Matrix, clusters: Float64Array | null): Matrix {
  const p = scores.columns;
  const { codes, count } = clusters
    ? distinctCodes(clusters)
    : { codes: Int32Array.from({ length: scores.rows }, (_, i) => i), count: scores.rows };
  const sums = zeroMatrix(count, p);
  for (let j = 0; j < p; j++) {
    for (let i = 0; i < scores.rows; i++) {
      const at = j * count + codes[i]!;
      sums.values[at] = sums.values[at]! + scores.values[j * scores.rows + i]!;
    }
  }
  const influence = zeroMatrix(count, p);
  for (let j = 0; j < p; j++) {
    for (let m = 0; m < p; m++) {
      const factor = inverse.values[j * p + m]!;
      for (let g = 0; g < count; g++) {
        const at = j * count + g;
        influence.values[at] = influence.values[at]! + factor * sums.values[m * count + g]!;
      }
    }
  }
  return crossproduct(influence);
}
