import { disclose, profileOf } from "@likewise/disclosure";
import { resultsOf } from "../results-of.ts";
import { attackPublished, type Pinned } from "./attack-published.ts";
import { randomSet } from "./random-sets.ts";

/** What became of one random set under attack. */
export interface Attacked {
  readonly dimensions: number;
  readonly small: number;
  readonly cells: number;
  readonly withheld: number;
  readonly pinned: readonly Pinned[];
}

/** Publishes a random set, then the same with more people against it, and attacks both editions. */
export function attackSet(seed: number): Attacked {
  const profile = profileOf("default");
  const { first, second, dimensions, small } = randomSet(seed);
  const before = disclose(resultsOf({ tables: [...first] }), profile).results;
  const after = disclose(resultsOf({ tables: [...second] }), profile, [before]).results;
  const one = { exact: first, published: before.tables };
  const two = { exact: second, published: after.tables };
  const figures = [...before.tables, ...after.tables].flatMap((table) => table.cells.map(({ numerator }) => numerator));
  return {
    dimensions,
    small,
    cells: figures.length,
    withheld: figures.filter((figure) => typeof figure !== "number").length,
    pinned: [
      ...attackPublished(one, null, profile.threshold, profile.feasibleValues),
      ...attackPublished(two, one, profile.threshold, profile.feasibleValues),
    ],
  };
}
