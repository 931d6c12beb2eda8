import type { Arcs } from "./minimum-cost-flow.ts";

/** Some arcs and more after them; priorities are 0 where none are given. */
export function joinedArcs(some: Arcs, more: Arcs): Required<Arcs> {
  const priorityOf = ({ from, priority = new Int32Array(from.length) }: Arcs) => priority;
  const cost = new Float64Array(some.cost.length + more.cost.length);
  cost.set(some.cost);
  cost.set(more.cost, some.cost.length);
  return {
    from: joined(some.from, more.from),
    to: joined(some.to, more.to),
    capacity: joined(some.capacity, more.capacity),
    cost,
    priority: joined(priorityOf(some), priorityOf(more)),
  };
}

function joined(some: Int32Array, more: Int32Array): Int32Array {
  const all = new Int32Array(some.length + more.length);
  all.set(some);
  all.set(more, some.length);
  return all;
}
