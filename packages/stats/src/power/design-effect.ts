import type { ClusterSizes } from "./two-group-design.ts";

/**
 * Design effect: how many times as many units are needed because units of one cluster are alike.
 *
 * @param clusters `icc` 0 to 1, `meanSize` in units, `sizeVariation` the coefficient of variation of cluster sizes
 * @returns factor, >= 1; divide the units by it for those they are worth
 * @throws RangeError when a parameter is out of range
 * @source Eldridge, Ashby and Kerry (2006), doi:10.1093/ije/dyl129
 * @example
 * designEffect({ icc: 0.05, meanSize: 30 }); // 2.45
 * designEffect({ icc: 0.05, meanSize: 30, sizeVariation: 0.6 }); // 2.99
 */
export function designEffect({ icc, meanSize, sizeVariation = 0 }: ClusterSizes): number {
  if (!(icc >= 0 && icc <= 1)) throw new RangeError(`designEffect: icc must be a correlation (0 to 1), got ${icc}`);
  if (!(meanSize >= 1 && Number.isFinite(meanSize)))
    throw new RangeError(`designEffect: meanSize must be >= 1 (units), got ${meanSize}`);
  if (!(sizeVariation >= 0 && Number.isFinite(sizeVariation)))
    throw new RangeError(`designEffect: sizeVariation must be >= 0 (coefficient of variation), got ${sizeVariation}`);
  return 1 + ((sizeVariation ** 2 + 1) * meanSize - 1) * icc;
}
