import { exactPoissonInterval, studentTQuantile } from "@likewise/stats";

/** Events a person-year, with limits that allow for events of one person coming together. */
export interface ClusteredRate {
  readonly ratePerYear: number;
  readonly interval: readonly [number, number];
  /** `exact` (Garwood) where no events, or one person, leave nothing to judge the spread between people by. */
  readonly method: "robust" | "exact";
}

/**
 * Events over person-years, with the 95 % interval of a Poisson regression without covariates whose standard error allows
 * for people's events coming together (HC1), on the log scale with Student's t on n − 1 degrees of freedom.
 *
 * @param events of each person, whole numbers >= 0
 * @param years  of each person, >= 0
 * @returns null without person-years
 * @source Zou (2004), doi:10.1093/aje/kwh090, for the variance; Garwood (1936) for the exact limits
 * @example
 * clusteredRate([0, 2, 1], [1, 1, 1]).ratePerYear; // 1
 */
export function clusteredRate(events: ArrayLike<number>, years: ArrayLike<number>, level = 0.95): ClusteredRate | null {
  const people = events.length;
  let total = 0;
  let count = 0;
  for (let i = 0; i < people; i++) {
    total += years[i]!;
    count += events[i]!;
  }
  if (total === 0) return null;
  const ratePerYear = count / total;
  let squares = 0;
  for (let i = 0; i < people; i++) squares += (events[i]! - ratePerYear * years[i]!) ** 2;
  if (count === 0 || people < 2 || squares === 0) {
    const { lower, upper } = exactPoissonInterval({ events: count, exposure: total, level });
    return { ratePerYear, interval: [lower, upper], method: "exact" };
  }
  const standardError = Math.sqrt((people / (people - 1)) * squares) / count;
  const factor = Math.exp(studentTQuantile((1 - level) / 2, people - 1, { upper: true }) * standardError);
  return { ratePerYear, interval: [ratePerYear / factor, ratePerYear * factor], method: "robust" };
}
