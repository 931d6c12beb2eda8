import { disclose, profileOf } from "@likewise/disclosure";
import type { Table } from "@likewise/schema";
import { resultsOf } from "../results-of.ts";
import { attackPublished, type Pinned, type Release } from "./attack-published.ts";
import { blindAttack } from "./blind-attack.ts";
import { randomSet } from "./random-sets.ts";

/** What became of one random set under attack. */
export interface Attacked {
  readonly dimensions: number;
  readonly small: number;
  readonly cells: number;
  readonly withheld: number;
  /** Relations that a blind attack finds in both editions together, between them too. */
  readonly relationsDiscovered: number;
  readonly pinned: readonly Pinned[];
}

/**
 * Publishes a random set, then the same with more people against it, and attacks both editions: believing what tables say
 * of themselves, and without believing it, the two editions side by side.
 */
export function attackSet(seed: number): Attacked {
  const profile = profileOf("default");
  const { first, second, dimensions, small } = randomSet(seed);
  const before = disclose(resultsOf({ tables: [...first] }), profile).results;
  const after = disclose(resultsOf({ tables: [...second] }), profile, [before]).results;
  const one = { exact: first, published: before.tables };
  const two = { exact: second, published: after.tables };
  const blind = blindAttack(sideBySide(one, two), profile.threshold, profile.feasibleValues);
  // A count withheld now that the earlier edition published is known already, and protects others.
  const known = shownIn(before.tables);
  const figures = [...before.tables, ...after.tables].flatMap((table) => table.cells.map(({ numerator }) => numerator));
  return {
    dimensions,
    small,
    cells: figures.length,
    withheld: figures.filter((figure) => typeof figure !== "number").length,
    relationsDiscovered: blind.identities,
    pinned: [
      ...attackPublished(one, null, profile.threshold, profile.feasibleValues),
      ...attackPublished(two, one, profile.threshold, profile.feasibleValues),
      ...blind.pinned.filter(({ who }) => !known.has(withoutTotals(who))),
    ],
  };
}

/** Counts a release shows, as the blind attack calls them. */
function shownIn(tables: readonly Table[]): ReadonlySet<string> {
  return new Set(
    tables.flatMap(({ id, cells }) =>
      cells.flatMap(({ at, numerator }) =>
        typeof numerator === "number" ? [withoutTotals(`${id} ${Object.values(at).join(", ")} numerator`)] : [],
      ),
    ),
  );
}

/** The same people, whether a release has the dimension they are a total over or not. */
function withoutTotals(who: string): string {
  return who.replaceAll("all, ", "").replaceAll(", all", "");
}

/** Tables of the earlier edition are further tables. */
function sideBySide(earlier: Release, later: Release): Release {
  const before = (tables: readonly Table[]) => tables.map((table) => ({ ...table, id: `earlier ${table.id}` }));
  return {
    exact: [...before(earlier.exact), ...later.exact],
    published: [...before(earlier.published), ...later.published],
  };
}
