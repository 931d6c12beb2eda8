/**
 * The parts of a negative binomial log-likelihood that hold its dispersion α = 1 / theta, with variance
 * μ + αμ². In α, rather than theta, the Poisson model is the point 0 and everything is smooth through it.
 */

/** Entry j: total weight of the counts greater than j. */
export function countTails(counts: Float64Array, weights: Float64Array): Float64Array {
  let most = 0;
  for (let i = 0; i < counts.length; i++) if (weights[i]! > 0) most = Math.max(most, counts[i]!);
  const tails = new Float64Array(most);
  for (let i = 0; i < counts.length; i++) {
    const last = counts[i]! - 1;
    if (last >= 0 && weights[i]! > 0) tails[last] = tails[last]! + weights[i]!;
  }
  for (let j = most - 2; j >= 0; j--) tails[j] = tails[j]! + tails[j + 1]!;
  return tails;
}

/** Σ w log Γ(θ + y) / Γ(θ) θ^y: 0 at α = 0. */
export function logRisingProducts(tails: Float64Array, dispersion: number): number {
  let sum = 0;
  for (let j = 1; j < tails.length; j++) sum += tails[j]! * Math.log1p(j * dispersion);
  return sum;
}

/** First and second derivative of the log-likelihood in α, at fixed means. */
export function dispersionDerivatives(
  tails: Float64Array,
  counts: Float64Array,
  means: ArrayLike<number>,
  weights: Float64Array,
  dispersion: number,
): { readonly slope: number; readonly curvature: number } {
  let slope = 0;
  let curvature = 0;
  for (let j = 1; j < tails.length; j++) {
    const share = j / (1 + j * dispersion);
    slope += tails[j]! * share;
    curvature -= tails[j]! * share * share;
  }
  for (let i = 0; i < counts.length; i++) {
    const w = weights[i]!;
    if (w === 0) continue;
    const mean = means[i]!;
    const x = dispersion * mean;
    const share = mean / (1 + x);
    slope += w * (mean * mean * excess(x) - counts[i]! * share);
    curvature += w * (mean * mean * mean * excessSlope(x) + counts[i]! * share * share);
  }
  return { slope, curvature };
}

/** log(1 + x) / x. */
export function logOnePlusOver(x: number): number {
  return x === 0 ? 1 : Math.log1p(x) / x;
}

/** Below this, differences of nearly equal terms are replaced by their series. */
const SMALL = 0.1;
const TERMS = 24;

/** (log(1 + x) − x / (1 + x)) / x² = 1/2 − 2x/3 + 3x²/4 − … */
function excess(x: number): number {
  if (x >= SMALL) return (Math.log1p(x) - x / (1 + x)) / (x * x);
  let sum = 0;
  for (let k = TERMS; k >= 2; k--) sum = (k - 1) / k - x * sum;
  return sum;
}

/** Derivative of `excess`: −2/3 + 3x/2 − … */
function excessSlope(x: number): number {
  if (x >= SMALL) return ((x * (3 * x + 2)) / (1 + x) ** 2 - 2 * Math.log1p(x)) / x ** 3;
  let sum = 0;
  for (let k = TERMS; k >= 3; k--) sum = ((k - 1) * (k - 2)) / k - x * sum;
  return -sum;
}
