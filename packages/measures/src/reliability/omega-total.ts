/**
 * McDonald's omega of one factor: the share of the variance of a sum score that the factor makes.
 *
 * @param loadings    of each item on the factor
 * @param uniqueness  variance of each item the factor leaves; 1 − loading² when left out, for standardised items
 * @throws RangeError when there are fewer than two loadings, lengths differ, or a uniqueness is below 0
 * @source McDonald (1999), Test Theory, equation 6.20
 * @example
 * omegaTotal([0.8, 0.6]).toFixed(4); // "0.6622"
 */
export function omegaTotal(
  loadings: readonly number[],
  uniqueness = loadings.map((loading) => 1 - loading ** 2),
): number {
  if (loadings.length < 2 || uniqueness.length !== loadings.length) {
    throw new RangeError(
      `omegaTotal: loadings and uniqueness must be of the same two items or more, got ${loadings.length} and ${uniqueness.length}`,
    );
  }
  if (!uniqueness.every((one) => one >= 0))
    throw new RangeError(`omegaTotal: uniqueness must be >= 0, got ${uniqueness.join(", ")}`);
  const common = loadings.reduce((sum, loading) => sum + loading, 0) ** 2;
  return common / (common + uniqueness.reduce((sum, one) => sum + one, 0));
}
