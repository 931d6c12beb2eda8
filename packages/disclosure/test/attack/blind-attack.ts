import { type Figure, isWithheld } from "@likewise/schema";
import type { Pinned, Release } from "./attack-published.ts";
import { discoveredIdentities, restOf } from "./discovered-identities.ts";
import { exactCounts, placeId } from "./exact-counts.ts";
import { linearBounds } from "./linear-bounds.ts";

/** What a blind attack found, and what it went by. */
export interface BlindAttack {
  readonly identities: number;
  readonly pinned: readonly Pinned[];
}

/**
 * Attacks published tables without believing what they say of themselves: which counts are the same and what adds up is
 * discovered in the exact numbers, as somebody does who tries relations until they hold. Then the published numbers and
 * the labels bound what is withheld, by linear programmes.
 *
 * @param threshold counts below it are small
 * @param values    how many values must fit a withheld count
 * @returns withheld counts with fewer
 */
export function blindAttack({ exact, published }: Release, threshold: number, values: number): BlindAttack {
  const exactly = exactCounts(exact, published);
  const figures = new Map<string, { readonly shown: Figure; readonly exactly: number; readonly who: string }>();
  const pinned: Pinned[] = [];
  for (const [index, table] of published.entries()) {
    for (const [cell, one] of table.cells.entries()) {
      const who = `${table.id} ${Object.values(one.at).join(", ")}`;
      for (const part of ["numerator", "denominator"] as const) {
        const [shown, count] = [one[part], exactly.get(placeId(index, cell, part))];
        if (shown !== null && count !== undefined)
          figures.set(placeId(index, cell, part), { shown, exactly: count, who: `${who} ${part}` });
      }
      const count = figures.get(placeId(index, cell, "numerator"));
      if (count === undefined || !isWithheld(count.shown) || typeof one.value !== "number") continue;
      // A share that is shown is its count, where the people are shown too.
      if (typeof one.denominator === "number" && Math.abs(one.value * one.denominator - count.exactly) < 0.5)
        pinned.push({ who: `${who} value`, least: count.exactly, most: count.exactly });
    }
  }
  const identities = discoveredIdentities(published, exactly);
  const equal = new Classes();
  for (const { terms } of identities)
    if (terms.length === 2 && terms[0]!.factor === -terms[1]!.factor) equal.unite(terms[0]!.id, terms[1]!.id);

  const shown = new Map<string, number>();
  const limits = new Map<string, { least: number; most: number }>();
  for (const [id, { shown: figure, exactly }] of figures) {
    const root = equal.rootOf(id);
    if (typeof figure === "number") shown.set(root, figure);
    else {
      const small = figure.withheld === "primary" && exactly > 0 && exactly < threshold;
      const large = figure.withheld === "secondary" && exactly >= threshold;
      const before = limits.get(root) ?? { least: 0, most: Number.POSITIVE_INFINITY };
      limits.set(root, {
        least: Math.max(before.least, small ? 1 : large ? threshold : 0),
        most: Math.min(before.most, small ? threshold - 1 : Number.POSITIVE_INFINITY),
      });
    }
  }
  for (const { terms } of identities)
    for (const { id } of terms) if (id.startsWith(restOf)) limits.set(id, { least: 0, most: Number.POSITIVE_INFINITY });
  const unknown = [...limits.keys()].filter((root) => !shown.has(root));
  const nameOf = (root: string): string => {
    const [whole, part] = root.startsWith(restOf) ? root.slice(restOf.length).split(" less ") : [root];
    return part === undefined ? figures.get(root)!.who : `${nameOf(whole!)} less ${nameOf(part)}`;
  };
  for (const [id, { shown: figure, exactly, who }] of figures)
    if (isWithheld(figure) && shown.has(equal.rootOf(id))) pinned.push({ who, least: exactly, most: exactly });

  const equations = identities.flatMap(({ terms }) => {
    const left = new Map<string, number>();
    let comesTo = 0;
    for (const { id, factor } of terms) {
      const root = equal.rootOf(id);
      if (shown.has(root)) comesTo -= factor * shown.get(root)!;
      else left.set(root, (left.get(root) ?? 0) + factor);
    }
    const named = [...left].filter(([, factor]) => factor !== 0);
    return named.length === 0 ? [] : [{ terms: named, comesTo }];
  });
  const together = new Classes();
  for (const { terms } of equations) for (const [root] of terms) together.unite(terms[0]![0], root);
  const groups = grouped(unknown, (root) => together.rootOf(root));
  const byGroup = grouped(equations, ({ terms }) => together.rootOf(terms[0]![0]));
  for (const [group, members] of groups) {
    const place = new Map(members.map((root, index) => [root, index]));
    const bounds = linearBounds({
      equations: (byGroup.get(group) ?? []).map(({ terms, comesTo }) => ({
        terms: new Map(terms.map(([root, factor]) => [place.get(root)!, factor])),
        comesTo,
      })),
      least: members.map((root) => limits.get(root)!.least),
      most: members.map((root) => limits.get(root)!.most),
    });
    if (bounds === null)
      throw new RangeError(`blindAttack: what was published must hold, got none that fits ${nameOf(group)}`);
    for (const [index, [least, most]] of bounds.entries()) {
      const root = members[index]!;
      // What nobody prints may be had unless it is small.
      const harmless = root.startsWith(restOf) && (least > threshold - 0.5 || most < 0.5);
      if (Math.floor(most + 1e-6) - Math.ceil(least - 1e-6) + 1 < values && !harmless)
        pinned.push({ who: nameOf(root), least, most });
    }
  }
  return { identities: identities.length, pinned };
}

function grouped<One>(all: readonly One[], by: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(by(one));
    if (group === undefined) groups.set(by(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** Things that turn out to be one, by name. */
class Classes {
  readonly #above = new Map<string, string>();

  rootOf(id: string): string {
    let root = id;
    while (this.#above.has(root)) root = this.#above.get(root)!;
    if (root !== id) this.#above.set(id, root);
    return root;
  }

  unite(one: string, other: string): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    if (a !== b) this.#above.set(b, a);
  }
}
