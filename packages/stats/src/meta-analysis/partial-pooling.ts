import { twoSidedQuantile } from "../proportions/two-sided-quantile.ts";
import type { Refused } from "../refusals/refused.ts";
import type { BetweenStudyMethod } from "./between-study-variance.ts";
import { type RandomEffects, randomEffects } from "./random-effects.ts";
import { checkedStudies, type StudyEstimates } from "./study-estimates.ts";

export interface PartialPooling {
  readonly sites: readonly PooledSite[];
  readonly mean: RandomEffects;
  readonly level: number;
}

export interface PooledSite {
  /** between the site's own estimate and the mean of all */
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** how much of the site's own estimate is kept, 0 to 1 */
  readonly kept: number;
}

/**
 * Partial pooling: estimates of many small sites drawn towards their mean, each
 * by as much as chance could have moved it (empirical Bayes, best linear
 * unbiased prediction).
 *
 * A league of raw estimates has the smallest sites at both ends. The pooled
 * ones are nearer the truth on average, though a site that truly is unlike the
 * rest is drawn in too. The errors take the between-site variance as known, so
 * with few sites intervals are too short; where it is estimated as 0 all
 * sites come out the same, which says that the data cannot tell them apart.
 *
 * @param estimates      one per site, length k
 * @param standardErrors > 0, length k
 * @param method         of the between-site variance, default "reml"
 * @param level          confidence level, default 0.95
 * @returns one entry per site, in order, and the mean they are drawn to; refused with one site
 * @throws RangeError as `randomEffects`
 * @source Robinson (1991), doi:10.1214/ss/1177011926; Raudenbush and Bryk (1985), doi:10.3102/10769986010002075
 * @example
 * const pooled = partialPooling({ estimates: [0, 4], standardErrors: [1, 1] });
 * pooled.sites.map((site) => site.estimate); // [0.25, 3.75]
 */
export function partialPooling({
  method = "reml",
  level = 0.95,
  ...sites
}: StudyEstimates & { readonly method?: BetweenStudyMethod; readonly level?: number }): PartialPooling | Refused {
  const caller = "partialPooling";
  const z = twoSidedQuantile(caller, level);
  const { estimates, variances } = checkedStudies(caller, sites);
  const mean = randomEffects({ ...sites, method, level, interval: "normal" });
  if ("refused" in mean) return mean;
  const { tauSquared } = mean.heterogeneity;
  return {
    mean,
    level,
    sites: Array.from(estimates, (own, i) => {
      const kept = tauSquared / (tauSquared + variances[i]!);
      const estimate = kept * own + (1 - kept) * mean.estimate;
      // The site's own uncertainty, and that of the mean as far as it is drawn there.
      const standardError = Math.hypot(Math.sqrt(kept * variances[i]!), (1 - kept) * mean.standardError);
      return {
        estimate,
        standardError,
        lower: estimate - z * standardError,
        upper: estimate + z * standardError,
        kept,
      };
    }),
  };
}
