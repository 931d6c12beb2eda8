import { normalDensity, normalQuantile } from "@likewise/stats";

/**
 * How many times as many people a cut-off on a score needs as a trial: treatment and score go together, and what the
 * score explains cannot be had twice.
 *
 * 1 / (1 − r²), r the correlation of treatment with a normal score, r² = φ(z)² / (p (1 − p)). Half the people either side
 * give 2.75; other shares less, as fewer people far from the cut-off carry the line. A score spread evenly would give 4.
 *
 * @param treatedShare share of the people scored who are on the treated side, above 0 and below 1
 * @returns factor, > 1
 * @throws RangeError when the share is outside 0 to 1
 * @source Goldberger (1972); Schochet (2009), doi:10.3102/1076998609332748
 * @example
 * discontinuityInflation(0.5).toFixed(4); // "2.7519"
 */
export function discontinuityInflation(treatedShare: number): number {
  if (!(treatedShare > 0 && treatedShare < 1))
    throw new RangeError(`discontinuityInflation: treatedShare must lie between 0 and 1 (share), got ${treatedShare}`);
  const explained = normalDensity(normalQuantile(treatedShare)) ** 2 / (treatedShare * (1 - treatedShare));
  return 1 / (1 - explained);
}
