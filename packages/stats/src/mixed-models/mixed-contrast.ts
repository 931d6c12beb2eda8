import { studentTCdf, studentTQuantile } from "../distributions/student-t.ts";
import type { SatterthwaiteDf } from "./satterthwaite-df.ts";

/** A combination of coefficients of a mixed model. */
export interface MixedContrast {
  readonly estimate: number;
  readonly standardError: number;
  /** Satterthwaite's */
  readonly df: number;
  readonly interval: readonly [number, number];
  readonly pValue: number;
}

interface ContrastParts {
  readonly weights: readonly number[];
  readonly level: number;
  readonly coefficients: readonly (number | null)[];
  readonly covariance: readonly (readonly number[])[];
  readonly aliased: readonly number[];
  readonly degreesOf: SatterthwaiteDf;
}

/** With a t distribution of its own degrees of freedom. */
export function contrastOf({
  weights,
  level,
  coefficients,
  covariance,
  aliased,
  degreesOf,
}: ContrastParts): MixedContrast {
  if (weights.length !== coefficients.length) {
    throw new RangeError(`contrast: weights must be one a column (${coefficients.length}), got ${weights.length}`);
  }
  const lost = aliased.find((j) => weights[j] !== 0);
  if (lost !== undefined) throw new RangeError(`contrast: column ${lost} cannot be estimated, so its weight must be 0`);
  if (!(level > 0 && level < 1)) throw new RangeError(`contrast: level must lie between 0 and 1, got ${level}`);
  let estimate = 0;
  let variance = 0;
  weights.forEach((weight, a) => {
    estimate += weight * (coefficients[a] ?? 0);
    weights.forEach((other, b) => {
      variance += weight * other * covariance[a]![b]!;
    });
  });
  const standardError = Math.sqrt(variance);
  const df = degreesOf(weights);
  const reach = studentTQuantile((1 - level) / 2, df, { upper: true }) * standardError;
  return {
    estimate,
    standardError,
    df,
    interval: [estimate - reach, estimate + reach],
    pValue: Math.min(1, 2 * studentTCdf(Math.abs(estimate) / standardError, df, { upper: true })),
  };
}
