import type { Refusal } from "@likewise/schema";
import { clusterCovariance, designMatrix, fitPoisson, studentTQuantile } from "@likewise/stats";

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
  if (blocks < fewestTrendBlocks) {
    return refused(
      "trend-too-few-blocks",
      `${blocks} blocks are too few: through two a line always runs, and three leave nothing to judge it by`,
      `at least ${fewestTrendBlocks} blocks in a row after the stage, in people observed for all of them`,
    );
  }
  const rows: Record<"person" | "block" | "count" | "years", number[]> = {
    person: [],
    block: [],
    count: [],
    years: [],
  };
  people.forEach(({ events, years }, person) => {
    for (let block = 0; block < blocks; block++) {
      if (!(years[block]! > 0)) continue;
      rows.person.push(person);
      rows.block.push(block);
      rows.count.push(events[block]!);
      rows.years.push(years[block]!);
    }
  });
  const withEvents = new Set(rows.block.filter((_, row) => rows.count[row]! > 0)).size;
  if (people.length < 2 || withEvents < 2) {
    return refused(
      "trend-too-few-events",
      people.length < 2
        ? "fewer than two people were observed for all the blocks"
        : "fewer than two blocks have events",
      "more people observed for all the blocks",
    );
  }
  const design = designMatrix([rows.block]);
  const fit = fitPoisson({ design, outcome: rows.count, offset: rows.years.map(Math.log) });
  const { standardErrors, clusters } = clusterCovariance({ design, fit, clusters: rows.person });
  const slope = fit.coefficients[1]!;
  const margin = studentTQuantile((1 - level) / 2, clusters - 1, { upper: true }) * standardErrors[1]!;
  const interval: [number, number] = [Math.exp(slope - margin), Math.exp(slope + margin)];
  return {
    people: people.length,
    blocks,
    ratioPerBlock: Math.exp(slope),
    interval,
    level,
    direction: interval[0] > 1 ? "rising" : interval[1] < 1 ? "falling" : "not-shown",
  };
}

function refused(id: string, why: string, unlocks: string): { readonly refusal: Refusal } {
  return { refusal: { id, what: "trend over blocks", why, unlocks } };
}
