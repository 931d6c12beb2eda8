import type { Matrix } from "@likewise/stats";

/** Covariance of columns within arms, pooled: squares about each arm's means over n − 2. */
export function pooledCovariance(columns: readonly Float64Array[], treated: Uint8Array): Matrix {
  const k = columns.length;
  const values = new Float64Array(k * k);
  for (const arm of [0, 1]) {
    const rows = Array.from(treated, (_, row) => row).filter((row) => treated[row] === arm);
    const means = columns.map((column) => rows.reduce((sum, row) => sum + column[row]!, 0) / rows.length);
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) {
        for (const row of rows) {
          const product = (columns[a]![row]! - means[a]!) * (columns[b]![row]! - means[b]!);
          values[a * k + b] = values[a * k + b]! + product / (treated.length - 2);
        }
      }
    }
  }
  return { rows: k, columns: k, values };
}
