import type { Network } from "./minimum-cost-flow.ts";

/**
 * A spanning tree of a network with the flow it stands for: arcs outside the tree are empty or full, those in it carry what
 * the supplies leave to them. Arcs added from each node to a root above all nodes make the first tree.
 */
export interface SpanningTree {
  /** Units on each arc, those to the root last. */
  readonly flow: Int32Array;
  /** What each arc could do: 1 carry more, as it is empty, -1 carry less, as it is full, 0 neither: in the tree or without room. */
  readonly state: Int8Array;
  /** Price of each node; cost + price at the start − price at the end is 0 along the tree. */
  readonly price: Float64Array;
  /** The same by priority: whole numbers, kept apart so that they take no digits from the costs. */
  readonly priorityPrice: Float64Array;
  /** Below this a gain is rounding. */
  readonly tolerance: number;
  /** Takes an arc into the tree, sends all it can around the cycle it closes, and takes out the arc that stops it. */
  readonly pivot: (entering: number) => void;
}

export function spanningTree({ supply, from, to, capacity, cost }: Network, priority: Int32Array): SpanningTree {
  const nodes = supply.length;
  const arcs = from.length;
  const root = nodes;
  const dearest = cost.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const highest = priority.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  /** More than any path through the network can count, so that no flow goes by the root where another way is open. */
  const byRoot = (highest + 1) * (nodes + 1);

  const flow = new Int32Array(arcs + nodes);
  const state = Int8Array.from(capacity, (most) => (most > 0 ? 1 : 0));
  const price = new Float64Array(nodes + 1);
  const priorityPrice = new Float64Array(nodes + 1);
  const parent = new Int32Array(nodes + 1).fill(-1);
  /** Arc between a node and its parent. */
  const arcUp = new Int32Array(nodes + 1).fill(-1);
  /** Whether that arc leads up, from the node to its parent. */
  const isUpward = new Uint8Array(nodes + 1);
  const depth = new Int32Array(nodes + 1).fill(1);
  const firstChild = new Int32Array(nodes + 1).fill(-1);
  const nextSibling = new Int32Array(nodes + 1).fill(-1);
  const previousSibling = new Int32Array(nodes + 1).fill(-1);
  const stack = new Int32Array(nodes + 1);
  depth[root] = 0;
  for (let node = 0; node < nodes; node++) {
    const units = supply[node]!;
    // A node without supply hangs on an arc that leads up: it can then always send, which keeps the method from circling.
    isUpward[node] = units >= 0 ? 1 : 0;
    flow[arcs + node] = Math.abs(units);
    priorityPrice[node] = units >= 0 ? -byRoot : byRoot;
    adopt(node, root, arcs + node);
  }

  function adopt(node: number, above: number, arc: number): void {
    parent[node] = above;
    arcUp[node] = arc;
    const eldest = firstChild[above]!;
    nextSibling[node] = eldest;
    previousSibling[node] = -1;
    if (eldest >= 0) previousSibling[eldest] = node;
    firstChild[above] = node;
  }

  function leave(node: number): void {
    const [before, after] = [previousSibling[node]!, nextSibling[node]!];
    if (before >= 0) nextSibling[before] = after;
    else firstChild[parent[node]!] = after;
    if (after >= 0) previousSibling[after] = before;
  }

  /** Room on an arc to the root is without bound. */
  const room = (arc: number, forward: boolean): number => {
    if (!forward) return flow[arc]!;
    return arc < arcs ? capacity[arc]! - flow[arc]! : Number.POSITIVE_INFINITY;
  };

  function pivot(entering: number): void {
    const isForward = state[entering] === 1;
    const start = isForward ? from[entering]! : to[entering]!;
    const end = isForward ? to[entering]! : from[entering]!;
    const join = lowestCommon(start, end);
    const { limit, leaving, side } = blocking(entering, isForward, start, end, join);
    send(entering, isForward, start, end, join, limit);
    if (leaving < 0) {
      state[entering] = isForward ? -1 : 1;
      return;
    }
    const leavingArc = arcUp[leaving]!;
    state[entering] = 0;
    // Arcs to the root never come back.
    if (leavingArc < arcs) state[leavingArc] = flow[leavingArc] === 0 ? 1 : -1;
    const [inner, outer] = side === "start" ? [start, end] : [end, start];
    hang(inner, outer, entering, leaving);
  }

  function lowestCommon(a: number, b: number): number {
    while (a !== b) {
      if (depth[a]! >= depth[b]!) a = parent[a]!;
      else b = parent[b]!;
    }
    return a;
  }

  /**
   * What stops the flow around the cycle. Of several arcs that stop it together the last along the cycle from its highest
   * node leaves, so that every empty arc of the tree goes on leading up: trees then never repeat.
   */
  function blocking(entering: number, isForward: boolean, start: number, end: number, join: number) {
    let limit = isForward ? capacity[entering]! : flow[entering]!;
    let leaving = -1;
    let side: "start" | "end" = "start";
    // From the join down to the start: against the way up.
    for (let node = start; node !== join; node = parent[node]!) {
      const units = room(arcUp[node]!, isUpward[node] === 0);
      if (units < limit) {
        limit = units;
        leaving = node;
      }
    }
    for (let node = end; node !== join; node = parent[node]!) {
      const units = room(arcUp[node]!, isUpward[node] === 1);
      if (units <= limit) {
        limit = units;
        leaving = node;
        side = "end";
      }
    }
    return { limit, leaving, side };
  }

  function send(entering: number, isForward: boolean, start: number, end: number, join: number, units: number): void {
    if (units === 0) return;
    flow[entering] = flow[entering]! + (isForward ? units : -units);
    for (let node = start; node !== join; node = parent[node]!) {
      flow[arcUp[node]!] = flow[arcUp[node]!]! + (isUpward[node] === 1 ? -units : units);
    }
    for (let node = end; node !== join; node = parent[node]!) {
      flow[arcUp[node]!] = flow[arcUp[node]!]! + (isUpward[node] === 1 ? units : -units);
    }
  }

  /** The part of the tree below the leaving arc is turned to hang by the entering one. */
  function hang(inner: number, outer: number, entering: number, leaving: number): void {
    let node = inner;
    let above = outer;
    let arc = entering;
    let upward: number = from[entering] === inner ? 1 : 0;
    for (;;) {
      const [nextNode, nextArc, nextUpward] = [parent[node]!, arcUp[node]!, isUpward[node] === 1 ? 0 : 1];
      leave(node);
      adopt(node, above, arc);
      isUpward[node] = upward;
      if (node === leaving) break;
      [above, node, arc, upward] = [node, nextNode, nextArc, nextUpward];
    }
    reprice(inner, entering);
  }

  /** Everybody below the new arc moves by as much as makes it worth 0. */
  function reprice(top: number, arc: number): void {
    const other = parent[top]!;
    const sign = isUpward[top] === 1 ? -1 : 1;
    const change = price[other]! + sign * cost[arc]! - price[top]!;
    const firstChange = priorityPrice[other]! + sign * priority[arc]! - priorityPrice[top]!;
    let size = 0;
    stack[size++] = top;
    while (size > 0) {
      const node = stack[--size]!;
      price[node] = price[node]! + change;
      priorityPrice[node] = priorityPrice[node]! + firstChange;
      depth[node] = depth[parent[node]!]! + 1;
      for (let child = firstChild[node]!; child >= 0; child = nextSibling[child]!) stack[size++] = child;
    }
  }

  return { flow, state, price, priorityPrice, tolerance: dearest * 1e-12, pivot };
}
