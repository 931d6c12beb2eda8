import { finiteVector } from "../linear-algebra/finite-vector.ts";

/** One estimate per study or site, on a scale where it is about normal: a difference, or the log of a ratio. */
export interface StudyEstimates {
  /** length k */
  readonly estimates: ArrayLike<number>;
  /** > 0, length k */
  readonly standardErrors: ArrayLike<number>;
}

export interface CheckedStudies {
  readonly estimates: Float64Array;
  readonly variances: Float64Array;
}

/** Lengths agree, nothing missing, every standard error above 0. */
export function checkedStudies(caller: string, { estimates, standardErrors }: StudyEstimates): CheckedStudies {
  const values = finiteVector(caller, "estimates", estimates);
  if (values.length === 0) throw new RangeError(`${caller}: estimates must hold at least one study, got 0`);
  const errors = finiteVector(caller, "standardErrors", standardErrors, values.length);
  for (let i = 0; i < errors.length; i++) {
    if (!(errors[i]! > 0)) throw new RangeError(`${caller}: standardErrors must be > 0, study ${i} (from 0) is not`);
  }
  return { estimates: values, variances: errors.map((error) => error * error) };
}

/** Inverse-variance weighted mean when the true values vary by tauSquared, and the sums that come with it. */
export function weightedAt(
  { estimates, variances }: CheckedStudies,
  tauSquared: number,
): { mean: number; weights: Float64Array; total: number; q: number } {
  const weights = variances.map((variance) => 1 / (variance + tauSquared));
  let total = 0;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    total += weights[i]!;
    sum += weights[i]! * estimates[i]!;
  }
  const mean = sum / total;
  let q = 0;
  for (let i = 0; i < weights.length; i++) q += weights[i]! * (estimates[i]! - mean) ** 2;
  return { mean, weights, total, q };
}
