import { joinedArcs } from "./joined-arcs.ts";
import type { Arcs, Network } from "./minimum-cost-flow.ts";

/**
 * A spanning tree of a network with the flow it stands for: arcs outside the tree are empty or full, those in it carry what
 * the supplies leave to them. Arcs added between each node and a root above all nodes stand in where the tree has none.
 */
export interface SpanningTree {
  /** The network's arcs and those added since. */
  readonly arcs: () => Required<Arcs>;
  /** Units on each arc. */
  readonly flow: () => Int32Array;
  /** What each arc could do: 1 carry more, as it is empty, -1 carry less, as it is full, 0 neither: in the tree or without room. */
  readonly state: () => Int8Array;
  /** Price of each node; cost + price at the start − price at the end is 0 along the tree. */
  readonly price: Float64Array;
  /** The same by priority: whole numbers, kept apart so that they take no digits from the costs. */
  readonly priorityPrice: Float64Array;
  /** Below this a gain is rounding. */
  readonly tolerance: () => number;
  /** Takes an arc into the tree, sends all it can around the cycle it closes, and takes out the arc that stops it. */
  readonly pivot: (entering: number) => void;
  /** More arcs, empty, after those there are. */
  readonly add: (more: Arcs) => void;
  /** Prices worked out again from the tree, without what pivots have left of rounding. */
  readonly freshPrices: () => void;
  /** Whether units still go by the root, where no arc takes them. */
  readonly isShort: () => boolean;
}

/**
 * The first tree hangs everybody on the busiest node where an arc to or from it can take all their supply, the best such arc
 * by priority and cost, and everybody else on the root. Networks of people usually have a node where what nobody takes goes;
 * with it at the top, a pivot moves the few nodes below a pair of people and not half the tree.
 */
export function spanningTree(network: Network): SpanningTree {
  const { supply } = network;
  const nodes = supply.length;
  const root = nodes;
  let arcs = withPriority(network);
  let flow = new Int32Array(arcs.from.length);
  let state = Int8Array.from(arcs.capacity, (most) => (most > 0 ? 1 : 0));
  let tolerance = toleranceOf(arcs.cost);
  const highest = arcs.priority.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  /** More than any path through the network can count, so that no flow goes by the root where another way is open. */
  const byRoot = (highest + 1) * (nodes + 1);

  const price = new Float64Array(nodes + 1);
  const priorityPrice = new Float64Array(nodes + 1);
  const parent = new Int32Array(nodes + 1).fill(-1);
  /** Arc between a node and its parent; -1 for one added to the root. */
  const arcUp = new Int32Array(nodes + 1).fill(-1);
  /** Units on the arc added between a node and the root. */
  const byRootUnits = new Float64Array(nodes + 1);
  /** Whether the arc leads up, from the node to its parent. */
  const isUpward = new Uint8Array(nodes + 1);
  const depth = new Int32Array(nodes + 1);
  const firstChild = new Int32Array(nodes + 1).fill(-1);
  const nextSibling = new Int32Array(nodes + 1).fill(-1);
  const previousSibling = new Int32Array(nodes + 1).fill(-1);
  const stack = new Int32Array(nodes + 1);
  hangEverybody();

  function hangEverybody(): void {
    const hub = busiestNode(nodes, arcs);
    const toHub = arcsToHub(hub, supply, arcs);
    let units = 0;
    for (let node = 0; node < nodes; node++) if (node === hub || toHub[node]! >= 0) units += supply[node]!;
    for (let node = 0; node < nodes; node++) {
      const arc = toHub[node]!;
      const own = node === hub ? units : supply[node]!;
      // A node without supply hangs on an arc that leads up: it can then always send, which keeps the method from circling.
      isUpward[node] = own >= 0 ? 1 : 0;
      adopt(node, arc < 0 ? root : hub, arc);
      if (arc < 0) byRootUnits[node] = Math.abs(own);
      else {
        flow[arc] = Math.abs(own);
        state[arc] = 0;
      }
    }
    freshPrices();
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

  /** What can still be sent from a node up to its parent, or down to it; on an arc added to the root without bound. */
  function room(node: number, up: boolean): number {
    const arc = arcUp[node]!;
    const isForward = (isUpward[node] === 1) === up;
    if (arc < 0) return isForward ? Number.POSITIVE_INFINITY : byRootUnits[node]!;
    return isForward ? arcs.capacity[arc]! - flow[arc]! : flow[arc]!;
  }

  function pivot(entering: number): void {
    const isForward = state[entering] === 1;
    const start = isForward ? arcs.from[entering]! : arcs.to[entering]!;
    const end = isForward ? arcs.to[entering]! : arcs.from[entering]!;
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
    if (leavingArc >= 0) state[leavingArc] = flow[leavingArc] === 0 ? 1 : -1;
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
    let limit = isForward ? arcs.capacity[entering]! - flow[entering]! : flow[entering]!;
    let leaving = -1;
    let side: "start" | "end" = "start";
    for (let node = start; node !== join; node = parent[node]!) {
      const units = room(node, false);
      if (units < limit) {
        limit = units;
        leaving = node;
      }
    }
    for (let node = end; node !== join; node = parent[node]!) {
      const units = room(node, true);
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
    for (let node = start; node !== join; node = parent[node]!) carry(node, isUpward[node] === 1 ? -units : units);
    for (let node = end; node !== join; node = parent[node]!) carry(node, isUpward[node] === 1 ? units : -units);
  }

  function carry(node: number, units: number): void {
    const arc = arcUp[node]!;
    if (arc < 0) byRootUnits[node] = byRootUnits[node]! + units;
    else flow[arc] = flow[arc]! + units;
  }

  /** The part of the tree below the leaving arc is turned to hang by the entering one. */
  function hang(inner: number, outer: number, entering: number, leaving: number): void {
    let node = inner;
    let above = outer;
    let arc = entering;
    let upward: number = arcs.from[entering] === inner ? 1 : 0;
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
    const change = price[other]! + sign * arcs.cost[arc]! - price[top]!;
    const firstChange = priorityPrice[other]! + sign * arcs.priority[arc]! - priorityPrice[top]!;
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

  function freshPrices(): void {
    let size = 0;
    for (let child = firstChild[root]!; child >= 0; child = nextSibling[child]!) stack[size++] = child;
    while (size > 0) {
      const node = stack[--size]!;
      const above = parent[node]!;
      const arc = arcUp[node]!;
      const sign = isUpward[node] === 1 ? -1 : 1;
      price[node] = price[above]! + (arc < 0 ? 0 : sign * arcs.cost[arc]!);
      priorityPrice[node] = priorityPrice[above]! + sign * (arc < 0 ? byRoot : arcs.priority[arc]!);
      depth[node] = depth[above]! + 1;
      for (let child = firstChild[node]!; child >= 0; child = nextSibling[child]!) stack[size++] = child;
    }
  }

  function add(more: Arcs): void {
    const before = { arcs, flow, state };
    arcs = joinedArcs(before.arcs, more);
    flow = new Int32Array(arcs.from.length);
    flow.set(before.flow);
    state = Int8Array.from(arcs.capacity, (most, arc) => before.state[arc] ?? (most > 0 ? 1 : 0));
    tolerance = Math.max(tolerance, toleranceOf(more.cost));
  }

  return {
    arcs: () => arcs,
    flow: () => flow,
    state: () => state,
    price,
    priorityPrice,
    tolerance: () => tolerance,
    pivot,
    add,
    freshPrices,
    isShort: () => byRootUnits.some((units, node) => units > 0 && parent[node] === root && arcUp[node] === -1),
  };
}

function withPriority({ from, to, capacity, cost, priority = new Int32Array(from.length) }: Arcs): Required<Arcs> {
  return { from, to, capacity, cost, priority };
}

function toleranceOf(costs: Float64Array): number {
  return 1e-12 * costs.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
}

/** The node with the most arcs, the first of several. */
function busiestNode(nodes: number, { from, to }: Arcs): number {
  const ends = new Int32Array(nodes);
  for (const node of from) ends[node] = ends[node]! + 1;
  for (const node of to) ends[node] = ends[node]! + 1;
  return ends.reduce((best, count, node) => (count > ends[best]! ? node : best), 0);
}

/**
 * For each node the best arc by priority, then cost, that takes its supply to the hub, or brings from there what it wants;
 * -1 for none. An arc to the hub must have room left, so that the node can always send.
 */
function arcsToHub(
  hub: number,
  supply: Int32Array,
  { from, to, capacity, cost, priority }: Required<Arcs>,
): Int32Array {
  const best = new Int32Array(supply.length).fill(-1);
  const isBetter = (arc: number, than: number) =>
    than < 0 || priority[arc]! < priority[than]! || (priority[arc] === priority[than] && cost[arc]! < cost[than]!);
  for (let arc = 0; arc < from.length; arc++) {
    const [start, end] = [from[arc]!, to[arc]!];
    if (start === end) continue;
    if (end === hub && supply[start]! >= 0 && capacity[arc]! > supply[start]! && isBetter(arc, best[start]!)) {
      best[start] = arc;
    }
    if (start === hub && supply[end]! < 0 && capacity[arc]! >= -supply[end]! && isBetter(arc, best[end]!)) {
      best[end] = arc;
    }
  }
  return best;
}
