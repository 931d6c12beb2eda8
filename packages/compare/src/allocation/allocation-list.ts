import { type RandomStream, randomStream } from "@likewise/stats";

/** An arm that places are drawn for. */
export interface AllocationArm {
  readonly id: string;
  /** Its part of the ratio: 2 to 1 has shares 2 and 1. A whole number, at least 1. */
  readonly share: number;
}

/** What a list is drawn from: the same options give the same list. */
export interface AllocationOptions {
  readonly seed: number | string;
  readonly arms: readonly AllocationArm[];
  /** Strata with the people expected in each. One stratum means no stratification. */
  readonly strata: readonly { readonly id: string; readonly places: number }[];
  /** Sizes of block to draw from, each a multiple of the sum of shares. Two or more, so that nobody can count ahead. */
  readonly blocks: readonly number[];
}

/** One place: who comes next in this stratum goes to this arm. */
export interface AllocationPlace {
  readonly stratum: string;
  /** Place within the stratum, from 1. */
  readonly place: number;
  /** Block within the stratum, from 1. */
  readonly block: number;
  readonly arm: string;
}

/** A randomised allocation list. It tells the future: whoever enrols people must not see it. */
export interface AllocationList {
  readonly kind: "likewise/allocation-list";
  readonly version: 1;
  readonly options: AllocationOptions;
  /** By stratum in the order given, then by place. Whole blocks, so there may be a few more places than asked for. */
  readonly places: readonly AllocationPlace[];
}

/**
 * A randomised allocation list: permuted blocks within strata, blocks of sizes drawn at random.
 *
 * Within each block the arms stand in their ratio, in an order of which each is equally likely. Each stratum has a
 * stream of its own, so a stratum added later leaves the others as they were.
 *
 * @throws RangeError when there are fewer than two arms, a share or a number of places is not a whole number of at least
 *   1, ids repeat, or a block is not a multiple of the sum of shares
 * @source Pocock and Simon on permuted blocks; CONSORT 2010 items 8 to 10 on sequence, concealment and implementation
 * @example
 * const options = { seed: 1, arms: [{ id: "offer", share: 1 }, { id: "usual", share: 1 }], strata: [{ id: "all", places: 8 }], blocks: [4] };
 * allocationList(options).places.filter(({ arm }) => arm === "offer").length; // 4
 */
export function allocationList(options: AllocationOptions): AllocationList {
  check(options);
  const root = randomStream(options.seed).split("allocation");
  const places = options.strata.flatMap(({ id, places: wanted }) => {
    const stream = root.split(id);
    const drawn: AllocationPlace[] = [];
    for (let block = 1; drawn.length < wanted; block++) {
      for (const arm of drawBlock(options, stream)) {
        drawn.push({ stratum: id, place: drawn.length + 1, block, arm });
      }
    }
    return drawn;
  });
  return { kind: "likewise/allocation-list", version: 1, options, places };
}

function drawBlock({ arms, blocks }: AllocationOptions, stream: RandomStream): string[] {
  const size = stream.choice(blocks);
  const times = size / sumOfShares(arms);
  return stream.shuffle(arms.flatMap(({ id, share }) => Array.from({ length: share * times }, () => id)));
}

function sumOfShares(arms: readonly AllocationArm[]): number {
  return arms.reduce((sum, { share }) => sum + share, 0);
}

function check({ arms, strata, blocks }: AllocationOptions): void {
  const caller = "allocationList";
  if (arms.length < 2) throw new RangeError(`${caller}: arms must be two or more, got ${arms.length}`);
  if (strata.length === 0) throw new RangeError(`${caller}: strata must be one or more, got none`);
  if (blocks.length === 0) throw new RangeError(`${caller}: blocks must be one size or more, got none`);
  for (const [name, ids] of [
    ["arms", arms.map(({ id }) => id)],
    ["strata", strata.map(({ id }) => id)],
  ] as const) {
    const twice = ids.find((id, at) => ids.indexOf(id) < at);
    if (twice !== undefined) throw new RangeError(`${caller}: ${name} must have ids of their own, got ${twice} twice`);
  }
  for (const { id, share } of arms) requireWhole(share, `share of ${id}`);
  for (const { id, places } of strata) requireWhole(places, `places of ${id}`);
  const ratio = sumOfShares(arms);
  for (const size of blocks) {
    requireWhole(size, "size of a block");
    if (size % ratio !== 0)
      throw new RangeError(`${caller}: size of a block must be a multiple of ${ratio}, the sum of shares, got ${size}`);
  }
}

function requireWhole(value: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`allocationList: ${name} must be a whole number of at least 1, got ${value}`);
}
