import { gammaQuantile } from "../distributions/gamma.ts";
import { checkLevel } from "../proportions/two-sided-quantile.ts";
import { checkExposure } from "./rate.ts";

export interface RateInterval {
  /** events per unit of exposure */
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/**
 * Exact (Garwood) interval for the rate of a Poisson count.
 *
 * It treats every event as independent; events that cluster in units need
 * `fitNegativeBinomial`, `robustCovariance` or `clusterBootstrap`. For the
 * count itself leave the exposure at 1.
 *
 * @param events   events counted, whole number >= 0
 * @param exposure time at risk, any unit of time, > 0; default 1
 * @param level    confidence level, default 0.95
 * @returns rate and limits per unit of exposure
 * @throws RangeError when events is not a whole number >= 0, exposure is not > 0, or level is outside 0 to 1
 * @source Garwood (1936), doi:10.1093/biomet/28.3-4.437
 * @example
 * exactPoissonInterval({ events: 0 }).upper; // 3.6888794541139363
 */
export function exactPoissonInterval({
  events,
  exposure = 1,
  level = 0.95,
}: {
  events: number;
  exposure?: number;
  level?: number;
}): RateInterval {
  const caller = "exactPoissonInterval";
  checkLevel(caller, level);
  checkExposure(caller, "", { events, exposure });
  const outside = (1 - level) / 2;
  return {
    rate: events / exposure,
    lower: events === 0 ? 0 : gammaQuantile(outside, events) / exposure,
    upper: gammaQuantile(outside, events + 1, { upper: true }) / exposure,
    level,
  };
}
