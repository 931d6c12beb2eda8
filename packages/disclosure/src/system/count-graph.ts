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
  for (const { total, parts } of sums) {
    const signs = new Map([[place.get(total)!, 1]]);
    for (const part of parts) signs.set(place.get(part)!, (signs.get(place.get(part)!) ?? 0) - 1);
    const relation = [...signs].filter(([, sign]) => sign !== 0).map(([index, sign]) => ({ index, sign }));
    for (const { index } of relation) relationsOf[index]!.push(relations.length);
    isTotal[place.get(total)!] = true;
    relations.push(relation);
  }
  return { relations, relationsOf, isTotal };
}
