import { normalCdf, normalQuantile } from "../distributions/normal.ts";
import { checkLevel } from "../proportions/two-sided-quantile.ts";
import { type Refused, refuse } from "../refusals/refused.ts";
import { sumOf } from "../sums/sum.ts";

export interface BootstrapInterval {
  /** of the data as they are */
  readonly estimate: number;
  /** standard deviation of the replicates */
  readonly standardError: number;
  /** mean of the replicates less the estimate */
  readonly bias: number;
  readonly percentile: { readonly lower: number; readonly upper: number };
  /** bias-corrected and accelerated; null where the replicates do not reach as far as it asks */
  readonly bca: {
    readonly lower: number;
    readonly upper: number;
    /** in standard errors: how far the middle replicate lies below the estimate */
    readonly biasCorrection: number;
    /** change of the standard error with the estimate */
    readonly acceleration: number;
  } | null;
  readonly level: number;
  /** replicates in which the statistic exists */
  readonly replicates: number;
  /** replicates in which it does not */
  readonly undefinedReplicates: number;
}

/** A statistic that fails to exist in more than this share of resamples has no interval from the others. */
const MOST_UNDEFINED = 0.01;

/**
 * Percentile and BCa intervals of one statistic from its bootstrap replicates.
 *
 * Between two replicates limits are interpolated on the normal scale. The bias
 * correction counts replicates equal to the estimate as half below it.
 *
 * @param estimate     of the data as they are
 * @param replicates   of resamples; not finite where the statistic does not exist
 * @param acceleration a sixth of the skewness of the units' influence; null = no BCa interval
 * @param level        confidence level, default 0.95
 * @returns refused when the estimate does not exist, the statistic fails in more than 1 % of resamples, is the same in
 *          all of them, or there are too few for the level
 * @throws RangeError when level is outside 0 to 1
 * @source Efron (1987), doi:10.1080/01621459.1987.10478410; Davison and Hinkley (1997), sections 5.2 and 5.3
 * @example
 * const replicates = Array.from({ length: 39 }, (_, i) => i + 1);
 * bootstrapInterval({ estimate: 20, replicates, acceleration: 0 }).percentile.lower; // 1
 */
export function bootstrapInterval({
  estimate,
  replicates,
  acceleration,
  level = 0.95,
}: {
  estimate: number;
  replicates: ArrayLike<number>;
  acceleration: number | null;
  level?: number;
}): BootstrapInterval | Refused {
  checkLevel("bootstrapInterval", level);
  const what = "bootstrap interval";
  if (!Number.isFinite(estimate))
    return refuse(what, "the statistic does not exist in the data", "data in which it exists");
  const sorted = Float64Array.from(replicates)
    .filter((value) => Number.isFinite(value))
    .sort();
  const missing = replicates.length - sorted.length;
  if (missing > MOST_UNDEFINED * replicates.length) {
    return refuse(
      what,
      `the statistic does not exist in ${missing} of ${replicates.length} resamples`,
      "more units, or a statistic that exists in nearly every resample",
    );
  }
  const outside = (1 - level) / 2;
  if ((sorted.length + 1) * outside < 1 - 1e-9) {
    return refuse(what, `${sorted.length} resamples do not reach the limits of level ${level}`, "more resamples");
  }
  if (sorted[0] === sorted[sorted.length - 1]) {
    return refuse(
      what,
      "the statistic is the same in every resample, which is no evidence that it is certain",
      "an interval made for zero or all events, or more units",
    );
  }
  const mean = sumOf(sorted.length, (i) => sorted[i]!) / sorted.length;
  const variance = sumOf(sorted.length, (i) => (sorted[i]! - mean) ** 2) / (sorted.length - 1);
  return {
    estimate,
    standardError: Math.sqrt(variance),
    bias: mean - estimate,
    percentile: { lower: replicateAt(sorted, outside)!, upper: replicateAt(sorted, 1 - outside)! },
    bca: acceleration === null ? null : bcaLimits(sorted, estimate, acceleration, outside),
    level,
    replicates: sorted.length,
    undefinedReplicates: missing,
  };
}

function bcaLimits(sorted: Float64Array, estimate: number, acceleration: number, outside: number) {
  let below = 0;
  for (const value of sorted) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  if (below === 0 || below === sorted.length) return null;
  const correction = normalQuantile(below / sorted.length);
  const limit = (p: number) => {
    const z = correction + normalQuantile(p);
    const stretch = 1 - acceleration * z;
    return stretch > 0 ? replicateAt(sorted, normalCdf(correction + z / stretch)) : null;
  };
  const lower = limit(outside);
  const upper = limit(1 - outside);
  return lower === null || upper === null ? null : { lower, upper, biasCorrection: correction, acceleration };
}

/** The replicate that a share p lies below, of R + 1 equally likely gaps; null beyond the outermost replicates. */
function replicateAt(sorted: Float64Array, p: number): number | null {
  const gaps = sorted.length + 1;
  const position = p * gaps;
  const nearest = Math.round(position);
  if (Math.abs(position - nearest) < 1e-9 * gaps) return sorted[nearest - 1] ?? null;
  const k = Math.floor(position);
  const low = sorted[k - 1];
  const high = sorted[k];
  if (low === undefined || high === undefined) return null;
  const from = normalQuantile(k / gaps);
  const share = (normalQuantile(p) - from) / (normalQuantile((k + 1) / gaps) - from);
  return low + share * (high - low);
}
