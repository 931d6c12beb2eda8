import { type AllocationOptions, allocationList } from "@likewise/compare";
import { describe, expect, it } from "vitest";

const options: AllocationOptions = {
  seed: 20240101,
  arms: [
    { id: "offer", share: 1 },
    { id: "usual", share: 1 },
  ],
  strata: [
    { id: "north", places: 30 },
    { id: "south", places: 17 },
  ],
  blocks: [4, 6],
};

/** Arms of each block of each stratum. */
function blocksOf(given: AllocationOptions): string[][] {
  const blocks = new Map<string, string[]>();
  for (const { stratum, block, arm } of allocationList(given).places) {
    const key = `${stratum} ${block}`;
    blocks.set(key, [...(blocks.get(key) ?? []), arm]);
  }
  return [...blocks.values()];
}

describe("allocationList", () => {
  it("practice-B54: the seed gives the list again, and another seed gives another", () => {
    expect(allocationList({ ...options })).toEqual(allocationList(options));
    expect(allocationList({ ...options, seed: 2 }).places).not.toEqual(allocationList(options).places);
  });

  it("has whole blocks of the sizes asked for, each in the ratio of the arms", () => {
    for (const block of blocksOf(options)) {
      expect([4, 6]).toContain(block.length);
      expect(block.filter((arm) => arm === "offer")).toHaveLength(block.length / 2);
    }
    const twoToOne = {
      ...options,
      arms: [
        { id: "offer", share: 2 },
        { id: "usual", share: 1 },
      ],
      blocks: [3, 9],
    };
    for (const block of blocksOf(twoToOne)) {
      expect(block.filter((arm) => arm === "offer")).toHaveLength((block.length * 2) / 3);
    }
  });

  it("has a place for everyone expected in each stratum, and no more than the last block needs", () => {
    for (const { id, places } of options.strata) {
      const own = allocationList(options).places.filter(({ stratum }) => stratum === id);
      expect(own.length).toBeGreaterThanOrEqual(places);
      expect(own.length).toBeLessThan(places + 6);
      expect(own.map(({ place }) => place)).toEqual(own.map((_, at) => at + 1));
    }
  });

  it("leaves the other strata as they were when one is added", () => {
    const added = { ...options, strata: [{ id: "east", places: 12 }, ...options.strata] };
    const north = (given: AllocationOptions) =>
      allocationList(given).places.filter(({ stratum }) => stratum === "north");
    expect(north(added)).toEqual(north(options));
  });

  it("makes every order of a block equally likely: six orders of two and two, 6,000 blocks, chi-square below its 0.1 % point", () => {
    const orders = new Map<string, number>();
    const one = { ...options, strata: [{ id: "all", places: 24_000 }], blocks: [4] };
    for (const block of blocksOf(one)) orders.set(block.join(), (orders.get(block.join()) ?? 0) + 1);
    expect(orders.size).toBe(6);
    const chiSquare = [...orders.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // qchisq(0.999, 5) in R
    expect(chiSquare).toBeLessThan(20.515005652432876);
  });

  it("refuses one arm, a block that cannot hold the ratio, no places, and names twice", () => {
    const refused = (change: Partial<AllocationOptions>) => () => allocationList({ ...options, ...change });
    expect(refused({ arms: [{ id: "offer", share: 1 }] })).toThrow("arms must be two or more, got 1");
    expect(refused({ blocks: [4, 5] })).toThrow("must be a multiple of 2, the sum of shares, got 5");
    expect(refused({ strata: [{ id: "north", places: 0 }] })).toThrow("places of north must be a whole number");
    expect(refused({ strata: [...options.strata, { id: "north", places: 3 }] })).toThrow("got north twice");
    expect(
      refused({
        arms: [
          { id: "offer", share: 0.5 },
          { id: "usual", share: 1 },
        ],
      }),
    ).toThrow("share of offer");
    expect(refused({ blocks: [] })).toThrow("blocks must be one size or more");
  });
});
