import type { Refusal } from "@likewise/schema";
import { designMatrix, fitPoisson, studentTQuantile, sum } from "@likewise/stats";

/** Fewest blocks in a row that a trend may be spoken of. */
export const fewestTrendBlocks = 4;

/** One person over the blocks of one side, in order of time. */
export interface PersonOverBlocks {
  readonly events: readonly number[];
  /** At liberty, one for each block; 0 leaves that block of the person out. */
  readonly years: readonly number[];
}

export interface BlockTrend {
  readonly people: number;
  readonly blocks: number;
  /** Rate of a block over that of the block before it. */
  readonly ratioPerBlock: number;
  readonly interval: readonly [number, number];
  readonly level: number;
  /** `not-shown` where the interval holds 1: no direction may be spoken of. */
  readonly direction: "rising" | "falling" | "not-shown";
}

/**
 * Trend of the event rate over blocks that follow each other, in people observed for all of them.
 *
 * A line has two unknowns. Through two points it always fits; with three, one is left over and says nothing of whether a
 * line is right, while a low first block alone makes three "positive". From four on there are two to judge by. The blocks
 * must lie on one side of the anchor: before it they are what people were selected on, and from before to after is one
 * step.
 *
 * The line is of the log rate (Poisson regression with years at liberty as exposure); its interval allows for the events of
 * one person coming together (CR1, Student's t on people − 1 degrees of freedom).
 *
 * @param people each with as many blocks
 * @param level  of the interval; 0.95 when left out
 * @returns refused with fewer than four blocks, fewer than two people, or events in fewer than two blocks
 * @throws RangeError when people have different numbers of blocks
 * @example
 * trendOverBlocks([{ events: [3, 1], years: [0.5, 0.5] }]).refusal.id; // "trend-too-few-blocks"
 */
export function trendOverBlocks(
  people: readonly PersonOverBlocks[],
  level = 0.95,
): BlockTrend | { readonly refusal: Refusal } {
  const blocks = people[0]?.events.length ?? 0;
  const uneven = people.find(({ events, years }) => events.length !== blocks || years.length !== blocks);
  if (uneven !== undefined) {
    throw new RangeError(
      `trendOverBlocks: every person must have ${blocks} blocks, got one with ${uneven.events.length} and ${uneven.years.length}`,
    );
  }
  return trendOfColumns(
    people.length,
    Array.from({ length: blocks }, (_, block) => ({
      events: people.map(({ events }) => events[block]!),
      years: people.map(({ years }) => years[block]!),
    })),
    level,
  );
}

/** Events and years at liberty of the people of one block, in one order. */
interface BlockColumns {
  readonly events: ArrayLike<number>;
  readonly years: ArrayLike<number>;
}

/**
 * `trendOverBlocks` of people in columns, one pair for each block.
 *
 * As every person of a block has the same expected rate, the fit takes the sums of blocks alone, and what a person adds to
 * the variance of the slope is one number: no row for every person and block is made.
 */
export function trendOfColumns(
  people: number,
  columns: readonly BlockColumns[],
  level = 0.95,
): BlockTrend | { readonly refusal: Refusal } {
  const blocks = columns.length;
  if (blocks < fewestTrendBlocks) {
    return refused(
      "trend-too-few-blocks",
      `${blocks} blocks are too few: through two a line always runs, and three leave nothing to judge it by`,
      `at least ${fewestTrendBlocks} blocks in a row after the stage, in people observed for all of them`,
    );
  }
  const sums = columns.map((column, block) => ({ block, ...sumsAtLiberty(column) })).filter(({ rows }) => rows > 0);
  const withEvents = sums.filter(({ events }) => events > 0).length;
  if (people < 2 || withEvents < 2) {
    return refused(
      "trend-too-few-events",
      people < 2 ? "fewer than two people were observed for all the blocks" : "fewer than two blocks have events",
      "more people observed for all the blocks",
    );
  }
  const fit = fitPoisson({
    design: designMatrix([sums.map(({ block }) => block)]),
    outcome: sums.map(({ events }) => events),
    offset: sums.map(({ years }) => Math.log(years)),
  });
  const [start, slope] = fit.coefficients as [number, number];
  const rates = columns.map((_, block) => Math.exp(start + slope * block));
  const { variance, clusters } = slopeVariance(people, columns, sums, rates);
  const margin = studentTQuantile((1 - level) / 2, clusters - 1, { upper: true }) * Math.sqrt(variance);
  const interval: [number, number] = [Math.exp(slope - margin), Math.exp(slope + margin)];
  return {
    people,
    blocks,
    ratioPerBlock: Math.exp(slope),
    interval,
    level,
    direction: interval[0] > 1 ? "rising" : interval[1] < 1 ? "falling" : "not-shown",
  };
}

interface SumsOfBlock {
  readonly block: number;
  readonly events: number;
  readonly years: number;
  /** People at liberty in some of it. */
  readonly rows: number;
}

function sumsAtLiberty({ events, years }: BlockColumns): Omit<SumsOfBlock, "block"> {
  const sums = { events: 0, years: 0, rows: 0 };
  for (let person = 0; person < years.length; person++) {
    if (!(years[person]! > 0)) continue;
    sums.events += events[person]!;
    sums.years += years[person]!;
    sums.rows++;
  }
  return sums;
}

/** CR1: squares of what each person adds to the slope, over the information of the Poisson fit. */
function slopeVariance(
  people: number,
  columns: readonly BlockColumns[],
  sums: readonly SumsOfBlock[],
  rates: readonly number[],
): { readonly variance: number; readonly clusters: number } {
  const information = [0, 1, 2].map((power) =>
    sum(sums.map(({ block, years }) => years * rates[block]! * block ** power)),
  ) as [number, number, number];
  const centre = information[1] / information[0];
  const spread = information[2] - information[1] * centre;
  const rows = sum(sums.map((one) => one.rows));
  let squares = 0;
  let clusters = 0;
  for (let person = 0; person < people; person++) {
    let score = 0;
    let seen = false;
    for (let block = 0; block < columns.length; block++) {
      const years = columns[block]!.years[person]!;
      if (!(years > 0)) continue;
      seen = true;
      score += (block - centre) * (columns[block]!.events[person]! - rates[block]! * years);
    }
    squares += score ** 2;
    if (seen) clusters++;
  }
  const factor = (clusters / (clusters - 1)) * ((rows - 1) / (rows - 2));
  return { variance: (factor * squares) / spread ** 2, clusters };
}

function refused(id: string, why: string, unlocks: string): { readonly refusal: Refusal } {
  return { refusal: { id, what: "trend over blocks", why, unlocks } };
}
