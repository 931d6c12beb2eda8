import { type Figure, isWithheld } from "@likewise/schema";
import type { Count, CountSystem } from "../system/count-system.ts";

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
   * @param options.same counts with the same name are the same number, wherever they are printed
   * @param options.sensitive false for counts of rows and the like, which say nothing about a person
   * @param options.need how much a reader needs it (default 1)
   * @param options.known true when others know it anyway, such as the rows of a file they sent
   */
  count(
    key: string,
    figure: Figure | null,
    options?: {
      readonly same?: string;
      readonly sensitive?: boolean;
      readonly need?: 0 | 1 | 2;
      readonly known?: boolean;
    },
  ): CountId;
  /** A count printed as something else, such as the events behind a mean; `same` as for a printed count. */
  behind(key: string, value: number, options: { readonly need: 0 | 1 | 2; readonly same?: string }): CountId;
  /** A total and its parts; ignored when one is withheld already, or when they do not add up. */
  sum(total: CountId, parts: readonly CountId[]): void;
  /** What is left of a total after its parts, printed nowhere; ignored (null) when negative. */
  rest(total: CountId, parts: readonly CountId[], sensitive?: boolean): CountId;
  /** Levels that together make up a total, or all but the one left out. */
  levels(total: CountId, parts: readonly CountId[]): void;
  /** Events among people: the events, and everyone else, must both be protected. */
  among(events: CountId, people: CountId): void;
  derive(
    keys: readonly string[],
    from: readonly CountId[],
    options?: { readonly people?: CountId; readonly as?: Derived["as"] },
  ): void;
  readings(): Readings;
}

export function reader(): Reader {
  const counts = new Map<string, Count>();
  const sums: { total: string; parts: string[] }[] = [];
  const derived: Derived[] = [];

  function put(
    id: string,
    value: number,
    at: readonly string[],
    { sensitive = true, need = 1, known = false }: { sensitive?: boolean; need?: 0 | 1 | 2; known?: boolean },
  ): string {
    const seen = counts.get(id);
    counts.set(id, {
      id,
      value,
      printedAt: [...(seen?.printedAt ?? []), ...at],
      sensitive: sensitive || (seen?.sensitive ?? false),
      need: Math.max(need, seen?.need ?? 0) as 0 | 1 | 2,
      known: known || (seen?.known ?? false),
      of: seen?.of ?? null,
    });
    return id;
  }

  // Two numbers under one name would be a contradiction in the results; each then stands for itself.
  const nameOf = (own: string, figure: number, same: string | undefined) =>
    same !== undefined && (counts.get(same)?.value ?? figure) === figure ? same : own;
  const value = (id: string) => counts.get(id)!.value;
  const present = (ids: readonly CountId[]): ids is string[] => !ids.includes(null);

  return {
    count(key, figure, { same, ...options } = {}) {
      if (figure === null || isWithheld(figure) || !Number.isInteger(figure) || figure < 0) return null;
      return put(nameOf(key, figure, same), figure, [key], options);
    },
    behind(key, amount, { need, same }) {
      return put(nameOf(`${key} as a count`, amount, same), amount, [key], { need });
    },
    sum(total, parts) {
      // A total that is one of its parts, under one name, says nothing: nobody left.
      if (total === null || !present(parts) || parts.length === 0 || parts.includes(total)) return;
      if (value(total) === parts.reduce((all, part) => all + value(part), 0)) sums.push({ total, parts: [...parts] });
    },
    rest(total, parts, sensitive = true) {
      if (total === null || !present(parts) || parts.includes(total)) return null;
      const left = value(total) - parts.reduce((all, part) => all + value(part), 0);
      if (left < 0) return null;
      const rest = put(`${total} less ${parts.join(", ")}`, left, [], { sensitive, need: 0 });
      sums.push({ total, parts: [...parts, rest] });
      return rest;
    },
    levels(total, parts) {
      if (total === null || !present(parts)) return;
      const listed = parts.reduce((all, part) => all + value(part), 0);
      if (listed === value(total)) this.sum(total, parts);
      else this.rest(total, parts);
    },
    among(events, people) {
      if (events === null || people === null) return;
      const count = counts.get(events)!;
      if (count.of === null) counts.set(events, { ...count, of: people });
      this.rest(people, [events]);
    },
    derive(keys, from, { people = null, as = "withheld" } = {}) {
      derived.push({ keys, from: from.filter((id) => id !== null), people, as });
    },
    readings: () => ({ counts: [...counts.values()], sums, derived }),
  };
}
