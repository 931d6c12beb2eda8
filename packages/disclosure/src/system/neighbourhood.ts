import type { CountGraph } from "./count-graph.ts";

/** Counts close to one, and every relation any of them is in. */
export interface Neighbourhood {
  readonly members: readonly number[];
  readonly relations: readonly number[];
  /** Whether there is nothing further to be reached. */
  readonly whole: boolean;
}

/**
 * The counts near one that are most likely to let it move, over the relations that tie them. A count moves only if in
 * each of its relations another does, so the next member is the one that answers most relations with a single member so
 * far, opens fewest new ones and costs least: cycles close early, also over several linked tables. Questions about
 * thousands of counts become many small ones, and a solution in which only members move holds in the whole system, as
 * every relation of theirs is here.
 *
 * @param distanceOf cost of taking a neighbour in: 0 for what goes along with it, Infinity for what cannot move
 * @param size       how many members to stop at; those that go along are not counted
 */
export function neighbourhood(
  graph: CountGraph,
  start: number,
  distanceOf: (index: number) => number,
  size: number,
): Neighbourhood {
  const members = new Set<number>();
  /** Members in each relation reached. */
  const held = new Map<number, number>();
  /** Counts that could be next, with what speaks against them. */
  const candidates = new Map<number, number>();
  const scoreOf = (index: number, distance: number) =>
    graph.relationsOf[index]!.reduce((score, relation) => score + counting(held.get(relation) ?? 0), distance);
  /** What a relation counts for those in it that could be next, as one more of its members is here. */
  const recount = (relation: number, by: number) => {
    for (const { index } of graph.relations[relation]!) {
      const score = candidates.get(index);
      if (score !== undefined) candidates.set(index, score + by);
    }
  };
  const reach = (relation: number, including: number[]) => {
    for (const { index } of graph.relations[relation]!) {
      if (members.has(index) || candidates.has(index)) continue;
      const distance = distanceOf(index);
      if (distance === 0) including.push(index);
      else if (distance < Number.POSITIVE_INFINITY) candidates.set(index, scoreOf(index, distance));
    }
  };
  const include = (first: number) => {
    const including = [first];
    for (const index of including) {
      if (members.has(index)) continue;
      members.add(index);
      candidates.delete(index);
      for (const relation of graph.relationsOf[index]!) {
        const seen = held.get(relation) ?? 0;
        held.set(relation, seen + 1);
        if (seen < 2) recount(relation, counting(seen + 1) - counting(seen));
        if (seen === 0) reach(relation, including);
      }
    }
  };
  include(start);
  for (let room = size; room > 0 && candidates.size > 0; room--) include(nextOf(candidates));
  const relations = [...held.keys()].sort((a, b) => a - b);
  return { members: [...members].sort((a, b) => a - b), relations, whole: candidates.size === 0 };
}

/** The least of the scores, and the first of those that have it. */
function nextOf(candidates: ReadonlyMap<number, number>): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, score] of candidates)
    if (score < least || (score === least && index < best)) {
      best = index;
      least = score;
    }
  return best;
}

/** What a relation counts against a candidate, by how many of its members are here. */
function counting(seen: number): number {
  return seen === 0 ? opening : seen === 1 ? -answering : 0;
}

/** What a relation with nothing else to move in counts against a candidate, and what answering one counts for it. */
const opening = 2;
const answering = 4;
