import type { Matrix } from "../linear-algebra/matrix.ts";
import type { ColumnScaling } from "./column-scaling.ts";

/**
 * Products of rows from..from+size of the chosen columns, scaled on the way: for passes that need each number twice and no
 * crossproduct, where a scaled copy would cost more than it saves.
 */
export interface ScaledProducts {
  /** Adds Zb to result[from], result[from + 1], …, Z being the scaled columns. */
  addProduct(result: Float64Array, point: Float64Array, from: number, size: number): void;
  /** Adds (Z'r) to `sums`. */
  addTransposedProduct(sums: Float64Array, residuals: Float64Array, from: number, size: number): void;
}

export function scaledProducts(
  { rows: n, values }: Matrix,
  { centres, inverseScales }: ColumnScaling,
  columns: readonly number[],
): ScaledProducts {
  const p = columns.length;
  const at = columns.map((j) => j * n);
  const centre = columns.map((j) => centres[j]!);
  const inverse = columns.map((j) => inverseScales[j]!);
  return {
    addProduct(result, point, from, size) {
      let c = 0;
      for (; c + 3 < p; c += 4) {
        const [a0, a1, a2, a3] = [at[c]! + from, at[c + 1]! + from, at[c + 2]! + from, at[c + 3]! + from];
        const [c0, c1, c2, c3] = [centre[c]!, centre[c + 1]!, centre[c + 2]!, centre[c + 3]!];
        const b0 = point[c]! * inverse[c]!;
        const b1 = point[c + 1]! * inverse[c + 1]!;
        const b2 = point[c + 2]! * inverse[c + 2]!;
        const b3 = point[c + 3]! * inverse[c + 3]!;
        for (let i = 0; i < size; i++) {
          result[from + i] =
            result[from + i]! +
            b0 * (values[a0 + i]! - c0) +
            b1 * (values[a1 + i]! - c1) +
            b2 * (values[a2 + i]! - c2) +
            b3 * (values[a3 + i]! - c3);
        }
      }
      for (; c < p; c++) {
        const a = at[c]! + from;
        const shift = centre[c]!;
        const b = point[c]! * inverse[c]!;
        for (let i = 0; i < size; i++) result[from + i] = result[from + i]! + b * (values[a + i]! - shift);
      }
    },
    addTransposedProduct(sums, residuals, from, size) {
      let c = 0;
      for (; c + 3 < p; c += 4) {
        const [a0, a1, a2, a3] = [at[c]! + from, at[c + 1]! + from, at[c + 2]! + from, at[c + 3]! + from];
        const [c0, c1, c2, c3] = [centre[c]!, centre[c + 1]!, centre[c + 2]!, centre[c + 3]!];
        let s0 = 0;
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        for (let i = 0; i < size; i++) {
          const r = residuals[from + i]!;
          s0 += r * (values[a0 + i]! - c0);
          s1 += r * (values[a1 + i]! - c1);
          s2 += r * (values[a2 + i]! - c2);
          s3 += r * (values[a3 + i]! - c3);
        }
        sums[c] = sums[c]! + s0 * inverse[c]!;
        sums[c + 1] = sums[c + 1]! + s1 * inverse[c + 1]!;
        sums[c + 2] = sums[c + 2]! + s2 * inverse[c + 2]!;
        sums[c + 3] = sums[c + 3]! + s3 * inverse[c + 3]!;
      }
      for (; c < p; c++) {
        const a = at[c]! + from;
        const shift = centre[c]!;
        let s = 0;
        for (let i = 0; i < size; i++) s += residuals[from + i]! * (values[a + i]! - shift);
        sums[c] = sums[c]! + s * inverse[c]!;
      }
    },
  };
}
