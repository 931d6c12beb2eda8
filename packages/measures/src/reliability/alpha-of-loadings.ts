/**
 * Cronbach's alpha that standardised items of one factor would have: it is below omega unless all loadings are alike.
 *
 * @param loadings of each item on the factor
 * @throws RangeError when there are fewer than two loadings, or one is not between −1 and 1
 * @source Cronbach (1951), doi:10.1007/BF02310555, with the correlations the loadings make
 * @example
 * alphaOfLoadings([0.6, 0.6]).toFixed(4); // "0.5294"
 */
export function alphaOfLoadings(loadings: readonly number[]): number {
  const k = loadings.length;
  if (k < 2 || !loadings.every((one) => Math.abs(one) <= 1)) {
    throw new RangeError(
      `alphaOfLoadings: loadings must be two or more, each from -1 to 1, got ${loadings.join(", ")}`,
    );
  }
  const sum = loadings.reduce((total, one) => total + one, 0);
  const squares = loadings.reduce((total, one) => total + one ** 2, 0);
  const variance = k + sum ** 2 - squares;
  return (k / (k - 1)) * (1 - k / variance);
}
