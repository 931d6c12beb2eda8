import { sumOf } from "../sums/sum.ts";
import { type SpanningTree, spanningTree } from "./spanning-tree.ts";

export interface Arcs {
  /** Node each arc leaves, numbered from 0. */
  readonly from: Int32Array;
  /** Node each arc enters. */
  readonly to: Int32Array;
  /** Most units of each arc: whole numbers, 0 or more. */
  readonly capacity: Int32Array;
  /** Cost of a unit on each arc; finite, of any sign. */
  readonly cost: Float64Array;
  /** Whole-number cost of a unit that is counted first: of flows with the smallest sum of these, the cheapest is found. */
  readonly priority?: Int32Array;
}

export interface Network extends Arcs {
  /** Units each node sends out (above 0) or takes in (below 0); whole numbers adding up to 0, one per node. */
  readonly supply: Int32Array;
}

/** Prices that prove a flow the cheapest. */
export interface NodePrices {
  /**
   * Price of each node. An arc is worth using when its priority + `priorityPrice` at its start − that at its end is below
   * 0, or is 0 and the same sum of costs and prices is below −`tolerance`.
   */
  readonly price: Float64Array;
  readonly priorityPrice: Float64Array;
  readonly tolerance: number;
}

export interface MinimumCostFlow {
  /** Units on each arc: those of the network, then those `absent` brought. */
  readonly flow: Int32Array;
  /** Sum of units times priority: the smallest there can be; 0 without priorities. */
  readonly priority: number;
  /** Sum of units times cost: the smallest there can be. */
  readonly cost: number;
  /** By the prices of the nodes, no flow of this priority costs less by more than this: rounding alone. */
  readonly gap: number;
  readonly prices: NodePrices;
}

/**
 * The cheapest flow that takes every node's supply to where it is wanted, by the network simplex method. The prices of
 * the nodes prove that it is: `gap` bounds what any other flow could save.
 *
 * Arcs join in blocks, the best of each block first (about the square root of their number), ties by the lower arc, so the
 * same network always gives the same flow.
 *
 * A network of too many arcs to list is given with some of them, and `absent`, which is asked by the prices of the cheapest
 * flow so far for arcs not listed that are worth using. Where it finds none the flow is the cheapest of the whole network.
 *
 * @param absent some arcs worth using by these prices, none of them listed before and of no higher priority than those
 *               listed, or null where there is none
 * @returns null where no flow takes all supply to its places
 * @throws RangeError when vectors differ in length, a node does not exist, or supplies do not add up to 0
 * @source Ahuja, Magnanti and Orlin (1993), Network Flows, chapter 11; Ford and Fulkerson (1958), doi:10.1287/mnsc.5.1.97,
 *         for arcs brought in by prices
 * @example
 * const network = { supply: Int32Array.of(1, 1, -1, -1), from: Int32Array.of(0, 0, 1, 1), to: Int32Array.of(2, 3, 2, 3),
 *   capacity: Int32Array.of(1, 1, 1, 1), cost: Float64Array.of(1, 2, 1, 4) };
 * minimumCostFlow(network).cost; // 3
 */
export function minimumCostFlow(
  network: Network,
  absent: (prices: NodePrices) => Arcs | null = () => null,
): MinimumCostFlow | null {
  checkNetwork(network);
  if (network.supply.length === 0) return nothing;
  const tree = spanningTree(network);
  for (let isOpen = true; isOpen; ) {
    do {
      const next = arcsByBlock(tree);
      for (let arc = next(); arc >= 0; arc = next()) tree.pivot(arc);
      tree.freshPrices();
    } while (arcsByBlock(tree)() >= 0);
    const more = absent(pricesOf(tree));
    if (more !== null) tree.add(more);
    isOpen = more !== null;
  }
  if (tree.isShort()) return null;
  const [arcs, flow] = [tree.arcs(), tree.flow()];
  return {
    flow,
    priority: sumOf(flow.length, (arc) => flow[arc]! * arcs.priority[arc]!),
    cost: sumOf(flow.length, (arc) => flow[arc]! * arcs.cost[arc]!),
    gap: gapOf(tree),
    prices: pricesOf(tree),
  };
}

const nothing: MinimumCostFlow = {
  flow: new Int32Array(0),
  priority: 0,
  cost: 0,
  gap: 0,
  prices: { price: new Float64Array(0), priorityPrice: new Float64Array(0), tolerance: 0 },
};

function pricesOf({ price, priorityPrice, tolerance }: SpanningTree): NodePrices {
  const nodes = price.length - 1;
  return {
    price: price.subarray(0, nodes),
    priorityPrice: priorityPrice.subarray(0, nodes),
    tolerance: tolerance(),
  };
}

/** The next arc worth having in the tree, or -1: the best of the first block that has one, going round. */
function arcsByBlock(tree: SpanningTree): () => number {
  const { price, priorityPrice } = tree;
  const { from, to, cost, priority } = tree.arcs();
  const [state, tolerance] = [tree.state(), tree.tolerance()];
  const arcs = from.length;
  const block = Math.max(10, Math.ceil(Math.sqrt(arcs)));
  let next = 0;
  return () => {
    let best = -1;
    let firstWorth = 0;
    let worth = -tolerance;
    for (let looked = 0, inBlock = 0; looked < arcs; looked++) {
      const arc = next;
      next = next + 1 === arcs ? 0 : next + 1;
      const direction = state[arc]!;
      if (direction !== 0) {
        const start = from[arc]!;
        const end = to[arc]!;
        const first = direction * (priority[arc]! + priorityPrice[start]! - priorityPrice[end]!);
        if (first <= firstWorth) {
          const gain = direction * (cost[arc]! + price[start]! - price[end]!);
          if (first < firstWorth || gain < worth) {
            firstWorth = first;
            worth = gain;
            best = arc;
          }
        }
      }
      if (++inBlock === block) {
        if (best >= 0) return best;
        inBlock = 0;
      }
    }
    return best;
  };
}

/** By weak duality no flow of the same priority costs less by more than what arcs are worth against their use. */
function gapOf(tree: SpanningTree): number {
  const { price, priorityPrice } = tree;
  const { from, to, capacity, cost, priority } = tree.arcs();
  const flow = tree.flow();
  return sumOf(from.length, (arc) => {
    if (priority[arc]! + priorityPrice[from[arc]!]! - priorityPrice[to[arc]!]! !== 0) return 0;
    const reduced = cost[arc]! + price[from[arc]!]! - price[to[arc]!]!;
    return reduced < 0 ? -reduced * (capacity[arc]! - flow[arc]!) : reduced * flow[arc]!;
  });
}

function checkNetwork({ supply, from, to, capacity, cost, priority = from }: Network): void {
  for (const [name, vector] of Object.entries({ to, capacity, cost, priority })) {
    if (vector.length !== from.length) {
      throw new RangeError(
        `minimumCostFlow: ${name} must have one number per arc (${from.length}), got ${vector.length}`,
      );
    }
  }
  for (const ends of [from, to]) {
    const odd = ends.find((node) => node < 0 || node >= supply.length);
    if (odd !== undefined) {
      throw new RangeError(`minimumCostFlow: nodes must be 0 to ${supply.length - 1}, got ${odd}`);
    }
  }
  const left = supply.reduce((sum, units) => sum + units, 0);
  if (left !== 0) throw new RangeError(`minimumCostFlow: supplies must add up to 0, got ${left}`);
  if (!cost.every(Number.isFinite)) throw new RangeError("minimumCostFlow: costs must be finite");
  const negative = capacity.find((units) => units < 0);
  if (negative !== undefined) throw new RangeError(`minimumCostFlow: capacities must be 0 or more, got ${negative}`);
}
