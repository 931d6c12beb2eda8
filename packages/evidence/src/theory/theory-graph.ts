import type { TheoryOfChange } from "@likewise/schema";

/** Who leads to whom: ids of nodes by id, in the order of the links. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** The links of a theory as a graph, forwards or backwards. */
export function graphOf({ nodes, links }: TheoryOfChange, way: "forwards" | "backwards"): Graph {
  const graph = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of links) {
    if (way === "forwards") graph.get(from)!.push(to);
    else graph.get(to)!.push(from);
  }
  return graph;
}

/** Everything that a node leads to, near or far; itself only where a cycle leads back to it. */
export function reachedFrom(start: string, graph: Graph): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...graph.get(start)!];
  while (open.length > 0) {
    const id = open.pop()!;
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...graph.get(id)!);
  }
  return reached;
}

/** Nodes that lead back to themselves, in groups that lead to one another, each in the order of the file. */
export function cyclesOf(graph: Graph): string[][] {
  const ids = [...graph.keys()];
  const reach = new Map(ids.map((id) => [id, reachedFrom(id, graph)]));
  const inCycle = ids.filter((id) => reach.get(id)!.has(id));
  const groups = inCycle.map((id) => inCycle.filter((other) => reach.get(id)!.has(other) && reach.get(other)!.has(id)));
  return groups.filter((group, index) => inCycle[index] === group[0]);
}
