import { type SortedRuns, sortedRuns } from "@likewise/stats";

export interface DistributionDifference {
  readonly mean: number;
  readonly max: number;
}

/** The weights of both arms before and after, laid out once for all covariates. */
export interface OpposedWeights {
  /**
   * Each person's step of the treated distribution less the comparison one, times both arms' weight: where everybody counts
   * once these are whole numbers, and distributions that are the same differ by exactly 0. Before and after side by side, so
   * that a person is looked up once; n pairs.
   */
  readonly steps: Float64Array;
  /** What the steps before and after are to be divided by; null where there is no "after". */
  readonly units: readonly [number, number | null];
}

/** Weights are by row and >= 0, both arms with weight; before, null where everybody counts once, after, where there is none. */
export function opposedWeights(
  treated: Uint8Array,
  before: Float64Array | null,
  after: Float64Array | null,
): OpposedWeights {
  const steps = new Float64Array(2 * treated.length);
  return {
    steps,
    units: [layOut(steps, 0, treated, before), after === null ? null : layOut(steps, 1, treated, after)],
  };
}

function layOut(steps: Float64Array, side: 0 | 1, treated: Uint8Array, weights: Float64Array | null): number {
  let inTreated = 0;
  let inComparison = 0;
  for (let row = 0; row < treated.length; row++) {
    const weight = weights === null ? 1 : weights[row]!;
    if (treated[row] === 1) inTreated += weight;
    else inComparison += weight;
  }
  for (let row = 0; row < treated.length; row++) {
    const weight = weights === null ? 1 : weights[row]!;
    steps[2 * row + side] = treated[row] === 1 ? weight * inComparison : -weight * inTreated;
  }
  return inTreated * inComparison;
}

/**
 * How far apart the arms' cumulative distributions of a column are, weighted, over the distinct values of everybody: on
 * average, and at most (Kolmogorov and Smirnov's distance). Whole numbers in a narrow range are counted and not sorted.
 *
 * @param values length n
 * @returns before and after, between 0 and 1
 * @source Ho, Imai, King and Stuart (2007), doi:10.1093/pan/mpl013, on quantile plots; Austin (2009), doi:10.1002/sim.3697
 */
export function distributionDifferences(
  values: Float64Array,
  { steps, units }: OpposedWeights,
): readonly [DistributionDifference, DistributionDifference | null] {
  const least = leastOfCounted(values);
  const { distinct, totals, largest } =
    least === null ? overRuns(sortedRuns(values), steps) : overCells(values, least, steps);
  const over = (side: 0 | 1, unit: number) => ({
    mean: totals[side] / distinct / unit,
    max: largest[side] / unit,
  });
  return [over(0, units[0]), units[1] === null ? null : over(1, units[1])];
}

/** Before and after, in units of the steps. */
interface Gaps {
  readonly distinct: number;
  readonly totals: readonly [number, number];
  readonly largest: readonly [number, number];
}

/** A table of so many cells stays in the nearest cache. */
const CELLS = 1024;

/** The least of whole numbers that fit a table; null for other values. */
function leastOfCounted(values: Float64Array): number | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < least) least = value;
    if (value > most) most = value;
    if (value !== Math.floor(value) || most - least >= CELLS) return null;
  }
  return least;
}

/** The steps of everybody of one value are added up first, and the values then gone over as if nobody shared theirs. */
function overCells(values: Float64Array, least: number, steps: Float64Array): Gaps {
  const people = new Int32Array(CELLS);
  const sums = new Float64Array(2 * CELLS);
  for (let row = 0; row < values.length; row++) {
    const cell = values[row]! - least;
    people[cell] = people[cell]! + 1;
    sums[2 * cell] = sums[2 * cell]! + steps[2 * row]!;
    sums[2 * cell + 1] = sums[2 * cell + 1]! + steps[2 * row + 1]!;
  }
  const order = Int32Array.from(people.keys()).filter((cell) => people[cell]! > 0);
  return overRuns({ order, isLast: new Uint8Array(order.length).fill(1) }, sums);
}

function overRuns({ order, isLast }: SortedRuns, steps: Float64Array): Gaps {
  // The last value, where both distributions are 1 but for rounding, adds nothing.
  let distinct = 1;
  let before = 0;
  let after = 0;
  let totalBefore = 0;
  let totalAfter = 0;
  let largestBefore = 0;
  let largestAfter = 0;
  const end = order.length - 1;
  for (let place = 0; place < end; place++) {
    const at = 2 * order[place]!;
    before += steps[at]!;
    after += steps[at + 1]!;
    if (isLast[place] === 0) continue;
    const gapBefore = Math.abs(before);
    const gapAfter = Math.abs(after);
    distinct++;
    totalBefore += gapBefore;
    totalAfter += gapAfter;
    if (gapBefore > largestBefore) largestBefore = gapBefore;
    if (gapAfter > largestAfter) largestAfter = gapAfter;
  }
  return { distinct, totals: [totalBefore, totalAfter], largest: [largestBefore, largestAfter] };
}
