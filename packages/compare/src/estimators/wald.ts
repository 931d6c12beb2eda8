import { studentTCdf, studentTQuantile } from "@likewise/stats";

export interface WaldResult {
  readonly interval: readonly [number, number];
  readonly pValue: number;
  readonly test: string;
}

/**
 * Interval and two-sided test of an estimate against 0, from one standard error, so that they always agree.
 *
 * @param df degrees of freedom of t; null for the normal
 */
export function wald(estimate: number, standardError: number, df: number | null, level: number): WaldResult {
  const degrees = df ?? Number.POSITIVE_INFINITY;
  const reach = studentTQuantile((1 - level) / 2, degrees, { upper: true }) * standardError;
  return {
    interval: [estimate - reach, estimate + reach],
    pValue: 2 * studentTCdf(Math.abs(estimate) / standardError, degrees, { upper: true }),
    test: `${df === null ? "z" : "t"}, dual to the interval`,
  };
}

/** The same for a ratio: on the log scale, limits turned back into ratios. */
export function waldRatio(logRatio: number, standardError: number, df: number | null, level: number): WaldResult {
  const { interval, pValue, test } = wald(logRatio, standardError, df, level);
  return { interval: [Math.exp(interval[0]), Math.exp(interval[1])], pValue, test: test.replace(",", " of the log,") };
}
