/**
 * An odds ratio as an approximate risk ratio: its square root when the outcome is common (15 % or more), itself when it
 * is rare.
 *
 * @source VanderWeele (2017), doi:10.1111/biom.12730
 * @example
 * riskRatioFromOddsRatio(4, { common: true }); // 2
 */
export function riskRatioFromOddsRatio(oddsRatio: number, { common }: { common: boolean }): number {
  return common ? Math.sqrt(oddsRatio) : oddsRatio;
}

/**
 * A hazard ratio as an approximate risk ratio: (1 − 0.5^√HR) / (1 − 0.5^√(1/HR)) when the outcome is common by the end of
 * follow-up (15 % or more), itself when it is rare.
 *
 * @source VanderWeele and Ding (2017), doi:10.7326/M16-2607, table 2
 * @example
 * riskRatioFromHazardRatio(0.56, { common: true }); // 0.6700839516630165
 */
export function riskRatioFromHazardRatio(hazardRatio: number, { common }: { common: boolean }): number {
  if (!common) return hazardRatio;
  return (1 - 0.5 ** Math.sqrt(hazardRatio)) / (1 - 0.5 ** Math.sqrt(1 / hazardRatio));
}

/**
 * A difference in means, in standard deviations of the outcome, as an approximate risk ratio with limits: exp(0.91 d), and
 * exp(0.91 d ± 1.78 se) at 95 %.
 *
 * @param difference    in standard deviations of the outcome
 * @param standardError in the same unit
 * @param quantile      standard errors to either side of the interval's level; default that of 95 %
 * @source VanderWeele and Ding (2017), doi:10.7326/M16-2607, table 2; Chinn (2000)
 * @example
 * riskRatioFromMeanDifference(0.42, 0.14).upper; // 1.8802410749926799
 */
export function riskRatioFromMeanDifference(
  difference: number,
  standardError: number,
  quantile = quantileOf95,
): { ratio: number; lower: number; upper: number } {
  const reach = 1.78 * (quantile / quantileOf95) * standardError;
  return {
    ratio: Math.exp(0.91 * difference),
    lower: Math.exp(0.91 * difference - reach),
    upper: Math.exp(0.91 * difference + reach),
  };
}

const quantileOf95 = 1.959963984540054;
