import { logPoissonTerm } from "../special-functions/incomplete-gamma.ts";

/**
 * One Poisson count. Small means multiply uniforms until the product falls below e^−mean; from 10 up,
 * Hörmann's transformed rejection, which is exact and takes about one attempt at any mean.
 *
 * @param mean expected count, >= 0
 * @throws RangeError when mean is not >= 0 and finite
 * @source Hörmann (1993), doi:10.1016/0167-6687(93)90997-4, algorithm PTRS
 */
export function drawPoisson(stream: { uniform(): number }, mean: number): number {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`poisson: mean must be >= 0 and finite, got ${mean}`);
  }
  return mean < 10 ? countByProduct(stream, mean) : countByRejection(stream, mean);
}

function countByProduct(stream: { uniform(): number }, mean: number): number {
  const limit = Math.exp(-mean);
  let product = stream.uniform();
  let count = 0;
  while (product > limit) {
    product *= stream.uniform();
    count++;
  }
  return count;
}

function countByRejection(stream: { uniform(): number }, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const surelyInside = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = stream.uniform() - 0.5;
    const v = stream.uniform();
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= surelyInside) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    const logTarget = count === 0 ? -mean : logPoissonTerm(count, mean);
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= logTarget) return count;
  }
}
