import { sumOf } from "../sums/sum.ts";
import { isIdentified } from "./is-identified.ts";
import { agreementWeight, likelihoods, type PairPatterns, type TwoKinds } from "./pair-patterns.ts";

export interface FellegiSunterInput extends PairPatterns {
  /** Chance of each level in pairs that are no match, by comparison, where it is known from elsewhere. */
  readonly u?: readonly (readonly number[])[] | undefined;
  /** Levels counted in further pairs that are known to be no match, by comparison; they need not be whole numbers. */
  readonly others?: readonly (readonly number[])[] | undefined;
  /** Largest number of steps from each start; default 1,000; those that settle need a few dozen. */
  readonly limit?: number | undefined;
}

export interface FellegiSunterFit extends TwoKinds {
  /** By pattern: log2 of how much likelier it is in a match; ±Infinity where it occurs in one kind only. */
  readonly weights: Float64Array;
  /** By pattern: probability that a pair with it is a match. */
  readonly posteriors: Float64Array;
  readonly logLikelihood: number;
  /** Log-likelihood when all pairs are of one kind: what the matches have to beat. */
  readonly oneKindLogLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Whether the counts settle every parameter; false where the likelihood is flat in some direction. */
  readonly identified: boolean;
}

/** A step this small in every probability ends the search. */
const LAST_STEP = 1e-12;
/** Shares of matches to start from: mixtures have more than one summit, and the highest found is taken. */
const STARTS = [0.02, 0.2, 0.5];
/** How often a comparison agrees in a match, to start from. */
const AGREES = 0.9;

/**
 * Fellegi–Sunter model of record linkage: pairs of records are of two kinds, matches and others, and the comparisons
 * (surname equal, close, different; …) are independent of each other within each kind.
 *
 * Maximum likelihood by expectation–maximisation on the counts of patterns, sped up by squared extrapolation and run
 * until no probability moves by more than 1e-12, from three starts. A missing comparison says nothing: it leaves the
 * product. Levels that no pair has keep probability 0. Nothing makes the first kind the matches except that it starts
 * as the kind that agrees: look whether `m` exceeds `u` on the closest levels, and at `identified`, before using it.
 *
 * @param levels   levels of each comparison, the closest first, missing not counted
 * @param patterns level of each comparison in each pattern, pattern after pattern, 0 for the closest; -1 = missing
 * @param counts   pairs with each pattern, > 0
 * @param u        chances of the levels in others, if known; estimated unless given
 * @param others   what is known of others besides, as counts: it keeps a chance from 0 where few pairs of the data are others
 * @throws RangeError when lengths disagree, a level is not one, or a count is not > 0
 * @source Fellegi and Sunter (1969), doi:10.1080/01621459.1969.10501049; Winkler (1988), Using the EM algorithm for
 *   weight computation in the Fellegi–Sunter model, ASA Section on Survey Research Methods, 667–671; extrapolation:
 *   Varadhan and Roland (2008), doi:10.1111/j.1467-9469.2007.00585.x, scheme S3
 * @example
 * const patterns = [0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 1];
 * const fit = fitFellegiSunter({ levels: [2, 2, 2], patterns, counts: [90, 10, 10, 10, 900] });
 * fit.identified; // true
 */
export function fitFellegiSunter(input: FellegiSunterInput): FellegiSunterFit {
  const { levels, counts } = input;
  requireInput(input);
  const marginal = marginals(input);
  const fits = STARTS.map((share) => climb(input, startFrom(marginal, share, input.u), input.limit ?? 1000));
  const best = fits.reduce((a, b) => (b.value > a.value + 1e-9 * Math.abs(a.value) ? b : a));
  const { share, m, u } = kindsOf(best.point, levels);
  const fitted = { share, m, u };
  const patternsSeen = counts.length;
  const posteriors = new Float64Array(patternsSeen);
  const weights = new Float64Array(patternsSeen);
  for (let pattern = 0; pattern < patternsSeen; pattern++) {
    const [match, other] = likelihoods(input, fitted, pattern);
    posteriors[pattern] = (share * match) / (share * match + (1 - share) * other);
    weights[pattern] = agreementWeight(match, other);
  }
  return {
    ...fitted,
    weights,
    posteriors,
    logLikelihood: logLikelihood(input, fitted),
    oneKindLogLikelihood: logLikelihood(input, { share: 0, m, u: input.u ?? marginal }),
    iterations: best.iterations,
    converged: best.converged,
    identified: best.converged && isIdentified(input, fitted, input.u === undefined),
  };
}

function requireInput({ levels, patterns, counts, u, others }: FellegiSunterInput): void {
  const name = "fitFellegiSunter";
  if (levels.length === 0 || !levels.every((count) => Number.isInteger(count) && count >= 2)) {
    throw new RangeError(`${name}: levels must be whole numbers >= 2, one a field, got ${levels.join(", ")}`);
  }
  if (patterns.length !== levels.length * counts.length) {
    throw new RangeError(
      `${name}: patterns must hold ${levels.length} levels for each of ${counts.length} counts, got ${patterns.length}`,
    );
  }
  for (let at = 0; at < patterns.length; at++) {
    const level = patterns[at]!;
    if (!Number.isInteger(level) || level < -1 || level >= levels[at % levels.length]!) {
      throw new RangeError(`${name}: a level must be from -1 to ${levels[at % levels.length]! - 1}, got ${level}`);
    }
  }
  if (counts.length === 0) throw new RangeError(`${name}: there must be a pattern (pairs), got none`);
  for (let pattern = 0; pattern < counts.length; pattern++) {
    const count = counts[pattern]!;
    if (count > 0 && count < Number.POSITIVE_INFINITY) continue;
    throw new RangeError(`${name}: counts must be > 0 and finite (pairs), got ${count}`);
  }
  others?.forEach((known, field) => {
    if (known.length === levels[field] && known.every((count) => count >= 0 && count < Number.POSITIVE_INFINITY))
      return;
    throw new RangeError(`${name}: others must be ${levels[field]} counts >= 0 (pairs), got ${known.join(", ")}`);
  });
  u?.forEach((chances, field) => {
    if (chances.length === levels[field] && Math.abs(chances.reduce((a, b) => a + b, 0) - 1) <= 1e-9) return;
    throw new RangeError(`${name}: u must be ${levels[field]} chances that sum to 1, got ${chances.join(", ")}`);
  });
  if (u !== undefined && u.length !== levels.length) {
    throw new RangeError(`${name}: u must be given for ${levels.length} fields, got ${u.length}`);
  }
}

/** How often each level occurs among all pairs, missing left out; zeros for a comparison that is always missing. */
function marginals({ levels, patterns, counts, others }: FellegiSunterInput): number[][] {
  return levels.map((count, field) => {
    const pairs = Array.from({ length: count }, (_, level) => others?.[field]?.[level] ?? 0);
    for (let pattern = 0; pattern < counts.length; pattern++) {
      const level = patterns[pattern * levels.length + field]!;
      if (level >= 0) pairs[level] = pairs[level]! + counts[pattern]!;
    }
    return proportions(pairs);
  });
}

function proportions(values: readonly number[]): number[] {
  const total = values.reduce((a, b) => a + b, 0);
  return values.map((value) => (total === 0 ? 0 : value / total));
}

/** Matches agree on the closest level there is; others are as all pairs are, which most of them are. */
function startFrom(marginal: readonly number[][], share: number, u: FellegiSunterInput["u"]): Float64Array {
  const m = marginal.map((chances) => {
    const seen = chances.map((chance) => chance > 0);
    const closest = seen.indexOf(true);
    const further = seen.filter(Boolean).length - 1;
    return seen.map((isSeen, level) => {
      if (level === closest) return further === 0 ? 1 : AGREES;
      return isSeen ? (1 - AGREES) / further : 0;
    });
  });
  return Float64Array.from([share, ...m.flat(), ...(u ?? marginal).flat()]);
}

function kindsOf(point: Float64Array, levels: readonly number[]): TwoKinds {
  let at = 1;
  const take = () =>
    levels.map((count) => {
      at += count;
      return Array.from(point.subarray(at - count, at));
    });
  return { share: point[0]!, m: take(), u: take() };
}

interface Summit {
  readonly point: Float64Array;
  readonly value: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Two steps and a leap along them; where the leap leaves the probabilities or loses height, the two steps stand. */
function climb(input: FellegiSunterInput, start: Float64Array, limit: number): Summit {
  let point = start;
  for (let iterations = 1; iterations <= limit; iterations++) {
    const one = step(input, point);
    const two = step(input, one.point);
    const moved = largestDifference(two.point, one.point);
    if (moved <= LAST_STEP) return { ...step(input, two.point), iterations, converged: true };
    const leap = extrapolated(point, one.point, two.point);
    if (leap === null) {
      point = two.point;
      continue;
    }
    const landed = step(input, leap);
    point = landed.value >= two.value ? landed.point : two.point;
  }
  return { ...step(input, point), iterations: limit, converged: false };
}

/** Squared extrapolation; null where it would leave 0 to 1. Sums to 1 are kept, as every term keeps them. */
function extrapolated(zero: Float64Array, one: Float64Array, two: Float64Array): Float64Array | null {
  let first = 0;
  let second = 0;
  for (let i = 0; i < zero.length; i++) {
    const r = one[i]! - zero[i]!;
    const v = two[i]! - one[i]! - r;
    first += r * r;
    second += v * v;
  }
  if (second === 0) return null;
  const length = Math.sqrt(first / second);
  if (length <= 1) return null;
  const point = new Float64Array(zero.length);
  for (let i = 0; i < zero.length; i++) {
    const r = one[i]! - zero[i]!;
    const v = two[i]! - one[i]! - r;
    const value = zero[i]! + 2 * length * r + length * length * v;
    if (!(value >= 0 && value <= 1)) return null;
    point[i] = value;
  }
  return point;
}

/** One step of expectation and maximisation, with the log-likelihood at the point it starts from. */
function step(input: FellegiSunterInput, point: Float64Array): { point: Float64Array; value: number } {
  const { levels, patterns, counts } = input;
  const kinds = kindsOf(point, levels);
  const next = new Float64Array(point.length);
  const width = levels.reduce((a, b) => a + b, 0);
  let pairs = 0;
  let matches = 0;
  let value = 0;
  for (let pattern = 0; pattern < counts.length; pattern++) {
    const count = counts[pattern]!;
    const [match, other] = likelihoods(input, kinds, pattern);
    const both = kinds.share * match + (1 - kinds.share) * other;
    const matched = (count * kinds.share * match) / both;
    // Not count - matched, which rounding can leave below 0.
    const others = (count * (1 - kinds.share) * other) / both;
    value += count * Math.log(both);
    pairs += count;
    matches += matched;
    let offset = 1;
    for (let field = 0; field < levels.length; field++) {
      const level = patterns[pattern * levels.length + field]!;
      if (level >= 0) {
        next[offset + level]! += matched;
        next[offset + width + level]! += others;
      }
      offset += levels[field]!;
    }
  }
  next[0] = matches / pairs;
  input.others?.flat().forEach((count, index) => {
    if (count === 0) return;
    next[1 + width + index]! += count;
    value += count * Math.log(kinds.u.flat()[index]!);
  });
  let offset = 1;
  for (const count of [...levels, ...levels]) {
    normalise(next.subarray(offset, offset + count), point.subarray(offset, offset + count));
    offset += count;
  }
  // What is known from elsewhere stays.
  if (input.u !== undefined) next.set(point.subarray(1 + width), 1 + width);
  return { point: next, value };
}

/** Counts to chances; a comparison that is never seen in a kind keeps the chances it had. */
function normalise(counts: Float64Array, before: Float64Array): void {
  let total = 0;
  for (const count of counts) total += count;
  for (let i = 0; i < counts.length; i++) counts[i] = total > 0 ? counts[i]! / total : before[i]!;
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]! - b[i]!));
  return largest;
}

function logLikelihood(input: FellegiSunterInput, kinds: TwoKinds): number {
  const chances = kinds.u.flat();
  const known = input.others?.flat() ?? [];
  const ofOthers = sumOf(known.length, (index) => (known[index] === 0 ? 0 : known[index]! * Math.log(chances[index]!)));
  return (
    ofOthers +
    sumOf(input.counts.length, (pattern) => {
      const [match, other] = likelihoods(input, kinds, pattern);
      return input.counts[pattern]! * Math.log(kinds.share * match + (1 - kinds.share) * other);
    })
  );
}
