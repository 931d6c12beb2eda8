/** Pairs of records by how they compare. */
export interface PairPatterns {
  /** Levels of each comparison, the closest first, missing not counted. */
  readonly levels: readonly number[];
  /** Level of each comparison in each pattern, pattern after pattern; -1 = missing. */
  readonly patterns: ArrayLike<number>;
  /** Pairs with each pattern. */
  readonly counts: ArrayLike<number>;
}

/** Pairs of two kinds, whose comparisons are independent within each. */
export interface TwoKinds {
  /** Share of matches among the pairs. */
  readonly share: number;
  /** Chance of each level in matches, by comparison. */
  readonly m: readonly (readonly number[])[];
  /** Chance of each level in others, by comparison. */
  readonly u: readonly (readonly number[])[];
}

/** How likely one pattern is in a match and in another pair; what is missing leaves the product. */
export function likelihoods(
  { levels, patterns }: PairPatterns,
  { m, u }: TwoKinds,
  pattern: number,
): [match: number, other: number] {
  let match = 1;
  let other = 1;
  const from = pattern * levels.length;
  for (let field = 0; field < levels.length; field++) {
    const level = patterns[from + field]!;
    if (level < 0) continue;
    match *= m[field]![level]!;
    other *= u[field]![level]!;
  }
  return [match, other];
}

/** log2 of how much likelier a pattern is in a match. */
export function agreementWeight(match: number, other: number): number {
  return match === other ? 0 : Math.log2(match / other);
}
