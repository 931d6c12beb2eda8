/** One number estimated in each of m imputed data sets, brought together. */
export interface PooledImputations {
  readonly estimate: number;
  /** mean of the variances */
  readonly within: number;
  /** variance of the estimates, divisor m − 1 */
  readonly between: number;
  /** within + (1 + 1/m) between */
  readonly total: number;
  readonly standardError: number;
  /** Barnard and Rubin's degrees of freedom; Infinity where the complete data's are and nothing varies between */
  readonly df: number;
  /** share of what is known of the number that the gaps took away, 0 to 1 */
  readonly fractionMissing: number;
}

/**
 * Rubin's rules: estimates of one number in m imputed data sets as one estimate, whose variance counts both what each data
 * set leaves open and how they differ.
 *
 * @param estimates on a scale where they are close to normal (the log of a ratio), at least two
 * @param variances squared standard errors, > 0, on the same scale
 * @param completeDf degrees of freedom had nothing been missing, > 0; default Infinity
 * @throws RangeError when there are fewer than two, lengths differ, or a variance is not above 0
 * @source Rubin (1987), Multiple Imputation for Nonresponse in Surveys, section 3.1; Barnard and Rubin (1999),
 *         doi:10.1093/biomet/86.4.948
 * @example
 * const pooled = poolImputations([-0.05, -0.06, -0.04, -0.055, -0.045], new Array(5).fill(0.0004));
 * pooled.total; // 0.000475
 */
export function poolImputations(
  estimates: ArrayLike<number>,
  variances: ArrayLike<number>,
  { completeDf = Number.POSITIVE_INFINITY }: { readonly completeDf?: number } = {},
): PooledImputations {
  const m = estimates.length;
  check(estimates, variances, completeDf);
  const estimate = meanOf(estimates);
  const within = meanOf(variances);
  let squares = 0;
  for (let i = 0; i < m; i++) squares += (estimates[i]! - estimate) ** 2;
  const between = squares / (m - 1);
  const ofImputing = (1 + 1 / m) * between;
  const total = within + ofImputing;
  const df = barnardRubinDf(m, ofImputing / total, completeDf);
  const increase = ofImputing / within;
  return {
    estimate,
    within,
    between,
    total,
    standardError: Math.sqrt(total),
    df,
    fractionMissing: (increase + 2 / (df + 3)) / (increase + 1),
  };
}

/** Few imputations and few people each limit how well the spread is known; together by harmonic sum. */
function barnardRubinDf(m: number, share: number, completeDf: number): number {
  const ofImputations = share > 0 ? (m - 1) / share ** 2 : Number.POSITIVE_INFINITY;
  if (completeDf === Number.POSITIVE_INFINITY) return ofImputations;
  const observed = ((completeDf + 1) / (completeDf + 3)) * completeDf * (1 - share);
  return 1 / (1 / ofImputations + 1 / observed);
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

function check(estimates: ArrayLike<number>, variances: ArrayLike<number>, completeDf: number): void {
  const m = estimates.length;
  if (m < 2) throw new RangeError(`poolImputations: estimates must be at least 2, got ${m}`);
  if (variances.length !== m) {
    throw new RangeError(`poolImputations: variances must be as many as estimates (${m}), got ${variances.length}`);
  }
  if (!(completeDf > 0)) throw new RangeError(`poolImputations: completeDf must be > 0, got ${completeDf}`);
  for (let i = 0; i < m; i++) {
    if (!Number.isFinite(estimates[i])) {
      throw new RangeError(`poolImputations: estimates must be finite, got ${estimates[i]} at index ${i}`);
    }
    if (!(variances[i]! > 0 && variances[i]! < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`poolImputations: variances must be > 0 and finite, got ${variances[i]} at index ${i}`);
    }
  }
}
