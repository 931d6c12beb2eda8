import { type Figure, isWithheld, type Table } from "@likewise/schema";
import { linearBounds, type Riddle } from "./linear-bounds.ts";

/** One count left with too few values, or a small one that can be read. */
export interface Pinned {
  readonly who: string;
  readonly least: number;
  readonly most: number;
}

/** What was published, with what it was made from: the exact tables say only which labels tell the truth. */
export interface Release {
  readonly exact: readonly Table[];
  readonly published: readonly Table[];
}

/**
 * Holds a published set of tables to its profile as an outsider would who knows the rules: all tables describe one group
 * of people, so a cell is known by the levels it is narrowed to, in whatever table it stands; totals are sums of levels;
 * labels say on which side of the threshold a count lies; and people do not leave, so that a count is at least what an
 * earlier release said.
 *
 * @param threshold counts below it are small
 * @param values    how many values must fit
 * @returns withheld counts with fewer, and small changes since the earlier release that can be worked out
 */
export function attackPublished(
  { exact, published }: Release,
  earlier: Release | null,
  threshold: number,
  values: number,
): Pinned[] {
  const truth = cellsOf(exact);
  const before = earlier === null ? new Map<string, Figure>() : cellsOf(earlier.published);
  const shown = cellsOf(published);
  const hidden = [...shown].filter(([, figure]) => isWithheld(figure)).map(([who]) => who);
  const numberOf = new Map(hidden.map((who, index) => [who, index]));
  const least = hidden.map((who) => {
    const figure = shown.get(who);
    const exactly = truth.get(who) as number;
    const primary = isWithheld(figure) && figure.withheld === "primary";
    const label = primary ? 1 : exactly >= threshold ? threshold : 0;
    const old = before.get(who);
    return Math.max(label, typeof old === "number" ? old : 0);
  });
  const most = hidden.map((who) => {
    const figure = shown.get(who);
    return isWithheld(figure) && figure.withheld === "primary" ? threshold - 1 : Number.POSITIVE_INFINITY;
  });
  const equations = published.flatMap((table) =>
    marginsOf(table).map(({ total, parts }) => {
      const terms = new Map<number, number>();
      let comesTo = 0;
      for (const [who, sign] of [[total, 1], ...parts.map((part) => [part, -1])] as [string, number][]) {
        const index = numberOf.get(who);
        if (index === undefined) comesTo -= sign * (shown.get(who) as number);
        else terms.set(index, (terms.get(index) ?? 0) + sign);
      }
      return { terms, comesTo };
    }),
  );
  const pinned: Pinned[] = [];
  for (const { riddle, members } of apart({
    equations: equations.filter(({ terms }) => terms.size > 0),
    least,
    most,
  })) {
    const bounds = linearBounds(riddle);
    if (bounds === null) throw new RangeError("attackPublished: what was published must hold");
    for (const [place, [low, high]] of bounds.entries()) {
      const fitting = Math.floor(high + 1e-6) - Math.ceil(low - 1e-6) + 1;
      if (fitting < values) pinned.push({ who: hidden[members[place]!]!, least: low, most: high });
    }
  }
  for (const [who, figure] of shown) {
    const old = before.get(who);
    if (typeof figure !== "number" || typeof old !== "number") continue;
    const change = Math.abs(figure - old);
    if (change > 0 && change < threshold) pinned.push({ who: `change of ${who}`, least: change, most: change });
  }
  return pinned;
}

/** Who a cell counts, in words that do not depend on the table. */
function whoIs(table: Table, at: Readonly<Record<string, string>>): string {
  return JSON.stringify(
    table.dimensions
      .filter(({ id, total }) => at[id] !== total)
      .map(({ id }) => [id, at[id]])
      .sort(),
  );
}

function cellsOf(tables: readonly Table[]): Map<string, Figure> {
  return new Map(
    tables.flatMap((table) => table.cells.map(({ at, numerator }) => [whoIs(table, at), numerator] as const)),
  );
}

function marginsOf(table: Table): { readonly total: string; readonly parts: readonly string[] }[] {
  return table.cells.flatMap(({ at }) =>
    table.dimensions
      .filter(({ id, total }) => at[id] === total)
      .map((dimension) => ({
        total: whoIs(table, at),
        parts: dimension.levels
          .filter(({ id }) => id !== dimension.total)
          .map(({ id }) => whoIs(table, { ...at, [dimension.id]: id })),
      })),
  );
}

/** Unknowns that hang together, one riddle for each group of them. */
function apart(riddle: Riddle): { readonly riddle: Riddle; readonly members: readonly number[] }[] {
  const group = riddle.least.map((_, index) => index);
  for (const { terms } of riddle.equations) {
    const touched = new Set([...terms.keys()].map((index) => group[index]!));
    const first = Math.min(...touched);
    for (const [index, each] of group.entries()) if (touched.has(each)) group[index] = first;
  }
  return [...new Set(group)].map((root) => {
    const members = group.flatMap((each, index) => (each === root ? [index] : []));
    const place = new Map(members.map((index, at) => [index, at]));
    const equations = riddle.equations
      .filter(({ terms }) => place.has([...terms.keys()][0]!))
      .map(({ terms, comesTo }) => ({
        terms: new Map([...terms].map(([index, factor]) => [place.get(index)!, factor])),
        comesTo,
      }));
    return {
      members,
      riddle: {
        equations,
        least: members.map((index) => riddle.least[index]!),
        most: members.map((index) => riddle.most[index]!),
      },
    };
  });
}
