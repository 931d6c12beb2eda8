import type { Matrix } from "../linear-algebra/matrix.ts";

/** All the likelihood needs of the rows: products within each group, and over everybody. */
export interface GroupProducts {
  readonly groups: number;
  /** rows */
  readonly n: number;
  /** fixed columns */
  readonly p: number;
  /** columns whose slopes differ between groups */
  readonly q: number;
  /** Z'Z of each group, q by q, one after the other */
  readonly zz: Float64Array;
  /** Z'[X y] of each group, q by p + 1, column by column */
  readonly zx: Float64Array;
  /** [X y]'[X y] over all rows, p + 1 by p + 1 */
  readonly xx: Float64Array;
}

/** @param codes group of each row, 0 to groups − 1 */
export function groupProducts(
  fixed: Matrix,
  outcome: Float64Array,
  random: Matrix,
  codes: Int32Array,
  groups: number,
): GroupProducts {
  const { rows: n, columns: p } = fixed;
  const q = random.columns;
  const width = p + 1;
  const columnOf = (j: number) => (j < p ? fixed.values.subarray(j * n, (j + 1) * n) : outcome);
  const zz = new Float64Array(groups * q * q);
  const zx = new Float64Array(groups * q * width);
  const xx = new Float64Array(width * width);
  for (let a = 0; a < q; a++) {
    const left = random.values.subarray(a * n, (a + 1) * n);
    for (let b = 0; b < q; b++) {
      const right = random.values.subarray(b * n, (b + 1) * n);
      for (let i = 0; i < n; i++) zz[(codes[i]! * q + b) * q + a]! += left[i]! * right[i]!;
    }
    for (let j = 0; j < width; j++) {
      const right = columnOf(j);
      for (let i = 0; i < n; i++) zx[(codes[i]! * width + j) * q + a]! += left[i]! * right[i]!;
    }
  }
  for (let a = 0; a < width; a++) {
    for (let b = 0; b <= a; b++) {
      const left = columnOf(a);
      const right = columnOf(b);
      let sum = 0;
      for (let i = 0; i < n; i++) sum += left[i]! * right[i]!;
      xx[a * width + b] = sum;
      xx[b * width + a] = sum;
    }
  }
  return { groups, n, p, q, zz, zx, xx };
}
