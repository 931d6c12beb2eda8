import { twoSidedQuantile } from "./two-sided-quantile.ts";

export interface RatioInterval {
  /** first over second */
  readonly ratio: number;
  /** standard error of the log of the ratio */
  readonly logStandardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/** Ratio with an interval that is symmetric on the log scale. */
export function ratioInterval(caller: string, ratio: number, logVariance: number, level: number): RatioInterval {
  const logStandardError = Math.sqrt(logVariance);
  const factor = Math.exp(twoSidedQuantile(caller, level) * logStandardError);
  return { ratio, logStandardError, lower: ratio / factor, upper: ratio * factor, level };
}
