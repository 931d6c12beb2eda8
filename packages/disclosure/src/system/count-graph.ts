import type { CountSystem } from "./count-system.ts";

/** One relation: the members times their signs come to nothing. */
export type Relation = readonly { readonly index: number; readonly sign: number }[];

/** A count system by position: which relations there are, and which each count is in. */
export interface CountGraph {
  readonly relations: readonly Relation[];
  readonly relationsOf: readonly (readonly number[])[];
  /** Whether a count is the total of any sum. */
  readonly isTotal: readonly boolean[];
}

/** Sums as relations; a count that stands on both sides of a sum is taken out of it. */
export function countGraph({ counts, sums }: CountSystem): CountGraph {
  const place = new Map(counts.map((count, index) => [count.id, index]));
  const relations: Relation[] = [];
  const relationsOf: number[][] = counts.map(() => []);
  const isTotal = counts.map(() => false);
  const seen = new Set<string>();
  for (const { total, parts } of sums) {
    const signs = new Map([[place.get(total)!, 1]]);
    for (const part of parts) signs.set(place.get(part)!, (signs.get(place.get(part)!) ?? 0) - 1);
    const relation = [...signs].filter(([, sign]) => sign !== 0).map(([index, sign]) => ({ index, sign }));
    isTotal[place.get(total)!] = true;
    // Linked tables say the same of their margins.
    const key = relation
      .map(({ index, sign }) => sign * (index + 1))
      .sort((a, b) => a - b)
      .join();
    if (seen.has(key)) continue;
    seen.add(key);
    for (const { index } of relation) relationsOf[index]!.push(relations.length);
    relations.push(relation);
  }
  return { relations, relationsOf, isTotal };
}
