import { normalCdf } from "../distributions/normal.ts";

/**
 * P(T > t) of Student's t about a true distance: (Z + delta) / √(χ²/df), the chance a test finds what is there.
 *
 * The normal tail averaged over the spread of the estimated standard error, on its logarithm, where the trapezium rule
 * gains digits with every halving. Absolute error about 1e-13.
 *
 * @source Owen (1968), doi:10.1080/00401706.1968.10490590
 */
export function noncentralTUpper(t: number, df: number, delta: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalCdf(t - delta, { upper: true });
  // log s has spread 1/√(2 df); the tail changes over about 1/(|t| + |delta| + 1).
  const step = Math.min(1 / Math.sqrt(2 * df), 1 / (Math.abs(t) + Math.abs(delta) + 1)) / 8;
  let total = 0;
  let mass = 0;
  for (const sign of [1, -1]) {
    for (let k = sign === 1 ? 0 : 1; ; k++) {
      const x = sign * k * step;
      const weight = Math.exp(df * (x - Math.expm1(2 * x) / 2));
      if (weight < 1e-18) break;
      mass += weight;
      total += weight * normalCdf(t * Math.exp(x) - delta, { upper: true });
    }
  }
  return total / mass;
}
