import { type Figure, isWithheld } from "@likewise/schema";
import type { Count, CountSystem, Need } from "../system/count-system.ts";

/** A number worked out from counts: it goes when one of them goes, or when it speaks of too few people. */
export interface Derived {
  readonly keys: readonly string[];
  readonly from: readonly string[];
  /** The number of people it is a share, mean or rate of; null when there is none. */
  readonly people: string | null;
  /**
   * How it goes: withheld; blanked, where the shape has no room for a withheld number; removed from its list; or rounded
   * to the significant digits of the profile, or to one decimal: enough to read, too few to count back.
   */
  readonly as: "withheld" | "blank" | "removed" | "rounded" | "one decimal";
}

/** What one structure of the results contributes: its counts, how they add up, and what is worked out from them. */
export interface Readings extends CountSystem {
  readonly derived: readonly Derived[];
}

/** A count as the views refer to it; null when disclosure control has withheld it already or it does not exist. */
export type CountId = string | null;

/** Gathers readings; a view calls it once for each number, in the order of the page. */
export interface Reader {
  /**
   * A printed count.
   * @param key where it is printed
   * @param options.same names of who is counted: counts that share one and have the same number are one count, wherever
   *   they are printed
   * @param options.sensitive false for counts of rows and the like, which say nothing about a person
   * @param options.need how much a reader needs it (default 1)
   * @param options.known true when others know it anyway, such as the rows of a file they sent
   */
  count(
    key: string,
    figure: Figure | null,
    options?: {
      readonly same?: string | readonly string[];
      readonly sensitive?: boolean;
      readonly need?: Need;
      readonly known?: boolean;
    },
  ): CountId;
  /** A count printed as something else, such as the events behind a mean; `same` as for a printed count. */
  behind(key: string, value: number, options: { readonly need: Need; readonly same?: string }): CountId;
  /** Named counts of the exact results, those that are not published as they are included. */
  readonly exactly: ReadonlyMap<string, number>;
  /** The count printed at a key; null when it is not one, or is withheld already. */
  printed(key: string): CountId;
  /** The count of a name, whoever has read it; null when nobody has. */
  named(name: string): CountId;
  /** A count that nobody prints, of people with a name. */
  unprinted(name: string, value: number): CountId;
  /** Two counts that turned out to be one; ignored when their numbers differ. */
  same(one: CountId, other: CountId): void;
  /** A count that anyone works out from the shape of a table, and that cannot be withheld. */
  known(id: CountId): void;
  /** What counts come to that nobody prints as one: several sums may stand on it, and it says nothing about a person. */
  together(parts: readonly CountId[]): CountId;
  /** A total and its parts; ignored when one is withheld already, or when they do not add up. */
  sum(total: CountId, parts: readonly CountId[]): void;
  /** What is left of a total after its parts, printed nowhere; ignored (null) when negative. */
  rest(total: CountId, parts: readonly CountId[], sensitive?: boolean): CountId;
  /** Levels that together make up a total, or all but the one left out. */
  levels(total: CountId, parts: readonly CountId[]): void;
  /** Events among people: the events, and everyone else, must both be protected. */
  among(events: CountId, people: CountId, sensitive?: boolean): void;
  derive(
    keys: readonly string[],
    from: readonly CountId[],
    options?: { readonly people?: CountId; readonly as?: Derived["as"] },
  ): void;
  readings(): Readings;
}

export function reader(exactly: ReadonlyMap<string, number>): Reader {
  const counts = new Map<string, Count>();
  const sums: { total: string; parts: string[] }[] = [];
  const derived: Derived[] = [];
  const byName = new Map<string, string>();
  /** Of a count that turned out to be another one: that one. */
  const oneWith = new Map<string, string>();

  const standing = (id: string): string => (oneWith.has(id) ? standing(oneWith.get(id)!) : id);
  const amountOf = (id: string) => counts.get(standing(id))!.value;
  const present = (ids: readonly CountId[]): ids is string[] => !ids.includes(null);
  const sumOf = (ids: readonly string[]) => ids.reduce((all, id) => all + amountOf(id), 0);

  function put(count: Count): string {
    const id = standing(count.id);
    const seen = counts.get(id);
    counts.set(id, seen === undefined ? { ...count, id } : both(seen, count));
    return id;
  }

  // Of a group that turned out to be the count itself, "all" says nothing.
  function groupOf({ id, of }: Count): string | null {
    return of === null || standing(of) === id ? null : standing(of);
  }

  // Two numbers under one name would be a contradiction in the results; each then stands for itself.
  function unite(own: string, names: readonly string[]): string {
    for (const name of names) {
      const other = byName.get(name);
      if (other === undefined) byName.set(name, own);
      else if (amountOf(other) === amountOf(own)) merge(standing(other), standing(own));
    }
    return standing(own);
  }

  function merge(into: string, from: string): void {
    if (into === from) return;
    counts.set(into, both(counts.get(into)!, counts.get(from)!));
    counts.delete(from);
    oneWith.set(from, into);
  }

  return {
    exactly,
    count(key, figure, { same = [], sensitive = true, need = 1, known = false } = {}) {
      if (figure === null || isWithheld(figure) || !Number.isInteger(figure) || figure < 0) return null;
      put({ id: key, value: figure, printedAt: [key], sensitive, need, known, of: null });
      return unite(key, [same].flat());
    },
    behind(key, amount, { need, same }) {
      const id = `${key} as a count`;
      put({ id, value: amount, printedAt: [key], sensitive: true, need, known: false, of: null });
      return unite(id, same === undefined ? [] : [same]);
    },
    printed: (key) => (counts.has(standing(key)) ? standing(key) : null),
    named: (name) => (byName.has(name) ? standing(byName.get(name)!) : null),
    unprinted(name, value) {
      put({ id: name, value, printedAt: [], sensitive: true, need: 0, known: false, of: null });
      return unite(name, [name]);
    },
    same(one, other) {
      if (one === null || other === null || amountOf(one) !== amountOf(other)) return;
      merge(standing(one), standing(other));
    },
    known(id) {
      if (id !== null) counts.set(standing(id), { ...counts.get(standing(id))!, known: true });
    },
    together(parts) {
      if (!present(parts)) return null;
      const id = `together ${parts.map(standing).sort().join(" and ")}`;
      return put({ id, value: sumOf(parts), printedAt: [], sensitive: false, need: 0, known: false, of: null });
    },
    sum(total, parts) {
      // A total that is one of its parts, under one name, says nothing: nobody left.
      if (total === null || !present(parts) || parts.length === 0 || parts.map(standing).includes(standing(total)))
        return;
      if (amountOf(total) === sumOf(parts)) sums.push({ total, parts: [...parts] });
    },
    rest(total, parts, sensitive = true) {
      if (total === null || !present(parts) || parts.map(standing).includes(standing(total))) return null;
      const left = amountOf(total) - sumOf(parts);
      if (left < 0) return null;
      const id = `${standing(total)} less ${parts.map(standing).join(", ")}`;
      const rest = put({ id, value: left, printedAt: [], sensitive, need: 0, known: false, of: null });
      sums.push({ total, parts: [...parts, rest] });
      return rest;
    },
    levels(total, parts) {
      if (total === null || !present(parts)) return;
      if (sumOf(parts) === amountOf(total)) this.sum(total, parts);
      else this.rest(total, parts);
    },
    among(events, people, sensitive = true) {
      if (events === null || people === null) return;
      const count = counts.get(standing(events))!;
      if (count.of === null) counts.set(count.id, { ...count, of: people });
      this.rest(people, [events], sensitive);
    },
    derive(keys, from, { people = null, as = "withheld" } = {}) {
      derived.push({ keys, from: from.filter((id) => id !== null), people, as });
    },
    readings: () => ({
      counts: [...counts.values()].map((count) => ({ ...count, of: groupOf(count) })),
      sums: sums.map(({ total, parts }) => ({ total: standing(total), parts: parts.map(standing) })),
      derived: derived.map((each) => ({
        ...each,
        from: each.from.map(standing),
        people: each.people === null ? null : standing(each.people),
      })),
    }),
  };
}

/** One count read in two places. */
function both(one: Count, other: Count): Count {
  return {
    ...one,
    printedAt: [...new Set([...one.printedAt, ...other.printedAt])],
    sensitive: one.sensitive || other.sensitive,
    need: Math.max(one.need, other.need) as Need,
    known: one.known || other.known,
    of: one.of ?? other.of,
  };
}
