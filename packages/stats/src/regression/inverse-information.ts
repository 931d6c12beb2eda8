import { cholesky } from "../linear-algebra/cholesky.ts";
import { householderQr, inverseCrossproduct } from "../linear-algebra/householder-qr.ts";
import { inverseCholesky } from "../linear-algebra/inverse-cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { type ColumnScaling, scaledColumns } from "./column-scaling.ts";

/**
 * (X'WX)⁻¹ of the chosen columns on the scaled columns, given X'WX. Where the
 * crossproduct has lost more than six digits, QR of the rows is used instead.
 */
export function inverseInformation(
  information: Matrix,
  design: Matrix,
  scaling: ColumnScaling,
  columns: readonly number[],
  weights: Float64Array,
): Matrix {
  const factor = cholesky(information, { tolerance: 1e-6 });
  if (factor.dropped.length === 0) return inverseCholesky(factor);
  const qr = householderQr(scaledColumns(design, scaling, columns, weights.map(Math.sqrt)), { tolerance: 1e-14 });
  const inverse = inverseCrossproduct(qr);
  if (qr.dropped.length === 0) return inverse;
  const padded = zeroMatrix(columns.length, columns.length);
  qr.kept.forEach((j, b) => {
    qr.kept.forEach((i, a) => {
      padded.values[j * columns.length + i] = inverse.values[b * qr.kept.length + a]!;
    });
  });
  return padded;
}
