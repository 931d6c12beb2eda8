import { mean, normalQuantile, sum } from "@likewise/stats";

/**
 * Product-moment correlation with its 95 % interval by Fisher's transformation.
 *
 * @param x one value a person
 * @param y as many
 * @returns nulls of fewer than three people, or where one of the two does not vary; no interval of three people
 * @source Fisher, Metron 1 (1921)
 * @example
 * correlationOf([1, 2, 3], [2, 4, 6]).correlation; // 1
 */
export function correlationOf(
  x: readonly number[],
  y: readonly number[],
): { readonly correlation: number | null; readonly interval: [number, number] | null } {
  const n = x.length;
  if (n < 3) return { correlation: null, interval: null };
  const [meanX, meanY] = [mean(x), mean(y)];
  const products = (a: readonly number[], b: readonly number[], meanA: number, meanB: number) =>
    sum(a.map((value, i) => (value - meanA) * (b[i]! - meanB)));
  const [xx, yy] = [products(x, x, meanX, meanX), products(y, y, meanY, meanY)];
  // Rounding leaves a trace of spread in what does not vary.
  const isFlat = (squares: number, centre: number) => squares <= 1e-24 * n * Math.max(1, centre * centre);
  if (isFlat(xx, meanX) || isFlat(yy, meanY)) return { correlation: null, interval: null };
  const correlation = Math.max(-1, Math.min(1, products(x, y, meanX, meanY) / Math.sqrt(xx * yy)));
  if (n === 3 || Math.abs(correlation) === 1) return { correlation, interval: null };
  const half = normalQuantile(0.975) / Math.sqrt(n - 3);
  const z = Math.atanh(correlation);
  return { correlation, interval: [Math.tanh(z - half), Math.tanh(z + half)] };
}
