import { binomialCdf, binomialMass } from "../distributions/binomial.ts";
import { chiSquareCdf } from "../distributions/chi-square.ts";
import { exactBinomialInterval } from "./exact-binomial-interval.ts";

export interface McNemarTest {
  /** (b − c)² / (b + c), without continuity correction; null without a discordant pair */
  readonly statistic: number | null;
  /** of the statistic, chi-square with 1 degree of freedom */
  readonly asymptoticPValue: number;
  /** two-sided, binomial */
  readonly exactPValue: number;
  /** half the chance of the very split seen */
  readonly midPValue: number;
  /** conditional odds ratio b / c; null when c is 0 */
  readonly oddsRatio: number | null;
  /** exact limits of the odds ratio; null where there is none */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly level: number;
}

/**
 * McNemar's test: of the pairs in which just one had the event, was it as often
 * the first as the second? Pairs in which both or neither had it say nothing.
 *
 * The mid-P test is the one to report with few discordant pairs: the exact one
 * rejects too seldom, and the asymptotic one sometimes too often.
 *
 * @param firstOnly  pairs with the event in the first only (b)
 * @param secondOnly pairs with the event in the second only (c)
 * @param level      confidence level of the odds ratio, default 0.95
 * @throws RangeError when a count is not a whole number >= 0, or level is outside 0 to 1
 * @source McNemar (1947), doi:10.1007/BF02295996; Fagerland, Lydersen and Laake (2013), doi:10.1186/1471-2288-13-91
 * @example
 * mcnemarTest({ firstOnly: 5, secondOnly: 0 }).exactPValue; // 0.0625
 */
export function mcnemarTest({
  firstOnly,
  secondOnly,
  level = 0.95,
}: {
  firstOnly: number;
  secondOnly: number;
  level?: number;
}): McNemarTest {
  const caller = "mcnemarTest";
  for (const [name, count] of Object.entries({ firstOnly, secondOnly })) {
    if (!Number.isInteger(count) || count < 0)
      throw new RangeError(`${caller}: ${name} must be a whole number >= 0 (pairs), got ${count}`);
  }
  const total = firstOnly + secondOnly;
  if (total === 0) {
    const none = { statistic: null, oddsRatio: null, lower: null, upper: null };
    return { ...none, asymptoticPValue: 1, exactPValue: 1, midPValue: 1, level };
  }
  const fewer = Math.min(firstOnly, secondOnly);
  const through = binomialCdf(fewer, total, 0.5);
  const here = binomialMass(fewer, total, 0.5);
  const statistic = (firstOnly - secondOnly) ** 2 / total;
  const { lower, upper } = exactBinomialInterval({ events: firstOnly, total, level });
  return {
    statistic,
    asymptoticPValue: chiSquareCdf(statistic, 1, { upper: true }),
    exactPValue: Math.min(1, 2 * through),
    // With equal counts both tails hold the split seen, and half of each is all there is.
    midPValue: Math.min(1, 2 * through - here),
    oddsRatio: secondOnly === 0 ? null : firstOnly / secondOnly,
    lower: lower / (1 - lower),
    upper: upper === 1 ? null : upper / (1 - upper),
    level,
  };
}
