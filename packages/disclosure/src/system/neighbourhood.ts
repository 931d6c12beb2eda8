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
  /** Counts that could be next, with what they cost. */
  const candidates = new Map<number, number>();
  const include = (first: number) => {
    const including = [first];
    for (const index of including) {
      if (members.has(index)) continue;
      members.add(index);
      candidates.delete(index);
      for (const relation of graph.relationsOf[index]!) {
        const seen = held.get(relation) ?? 0;
        held.set(relation, seen + 1);
        if (seen > 0) continue;
        for (const other of graph.relations[relation]!) {
          const distance = distanceOf(other.index);
          if (distance === 0) including.push(other.index);
          else if (distance < Number.POSITIVE_INFINITY && !members.has(other.index))
            candidates.set(other.index, distance);
        }
      }
    }
  };
  include(start);
  for (let room = size; room > 0 && candidates.size > 0; room--) include(nextOf(graph, candidates, held));
  const relations = [...held.keys()].sort((a, b) => a - b);
  return { members: [...members].sort((a, b) => a - b), relations, whole: candidates.size === 0 };
}

function nextOf(
  { relationsOf }: CountGraph,
  candidates: ReadonlyMap<number, number>,
  held: ReadonlyMap<number, number>,
): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, distance] of candidates) {
    let score = distance;
    for (const relation of relationsOf[index]!) {
      const seen = held.get(relation);
      if (seen === undefined) score += opening;
      else if (seen === 1) score -= answering;
    }
    if (score < least || (score === least && index < best)) {
      best = index;
      least = score;
    }
  }
  return best;
}

/** What a relation with nothing else to move in counts against a candidate, and what answering one counts for it. */
const opening = 2;
const answering = 4;
