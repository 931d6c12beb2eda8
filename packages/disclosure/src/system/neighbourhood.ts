import type { CountGraph } from "./count-graph.ts";

/** Counts close to one, and every relation any of them is in. */
export interface Neighbourhood {
  readonly members: readonly number[];
  readonly relations: readonly number[];
  /** Whether there is nothing further to be reached. */
  readonly whole: boolean;
}

/**
 * The counts nearest to one, over the relations that tie them: those that cost least to reach come first. What lets a
 * count move lies close to it, so that questions about thousands of counts become many small ones. A solution in which
 * only members move holds in the whole system, as every relation of theirs is here.
 *
 * @param distanceOf steps to a neighbour: 0 for what goes along with it, Infinity for what cannot move
 * @param size       how many members to stop at; those that go along are not counted
 */
export function neighbourhood(
  { relations, relationsOf }: CountGraph,
  start: number,
  distanceOf: (index: number) => number,
  size: number,
): Neighbourhood {
  const waiting: number[][] = [[start]];
  const members = new Set<number>();
  const expanded = new Set<number>();
  let room = size;
  let full = false;
  for (let distance = 0; distance < waiting.length; distance++) {
    const bucket = waiting[distance] ?? [];
    for (let i = 0; i < bucket.length; i++) {
      const index = bucket[i]!;
      if (members.has(index)) continue;
      const step = distanceOf(index);
      if (step > 0 && room === 0) {
        full = true;
        continue;
      }
      if (step > 0) room--;
      members.add(index);
      for (const relation of relationsOf[index]!) {
        if (expanded.has(relation)) continue;
        expanded.add(relation);
        for (const other of relations[relation]!) {
          const at = distance + distanceOf(other.index);
          if (members.has(other.index) || at === Number.POSITIVE_INFINITY) continue;
          waiting[at] ??= [];
          waiting[at].push(other.index);
        }
      }
    }
    if (full) break;
  }
  return asFound(members, relationsOf, !full);
}

function asFound(
  found: ReadonlySet<number>,
  relationsOf: readonly (readonly number[])[],
  whole: boolean,
): Neighbourhood {
  const members = [...found].sort((a, b) => a - b);
  const relations = [...new Set(members.flatMap((index) => relationsOf[index]!))].sort((a, b) => a - b);
  return { members, relations, whole };
}
