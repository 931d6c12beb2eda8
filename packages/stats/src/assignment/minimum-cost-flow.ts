import { sumOf } from "../sums/sum.ts";
import { type SpanningTree, spanningTree } from "./spanning-tree.ts";

export interface Network {
  /** Units each node sends out (above 0) or takes in (below 0); whole numbers adding up to 0, one per node. */
  readonly supply: Int32Array;
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

export interface MinimumCostFlow {
  /** Units on each arc. */
  readonly flow: Int32Array;
  /** Sum of units times priority: the smallest there can be; 0 without priorities. */
  readonly priority: number;
  /** Sum of units times cost: the smallest there can be. */
  readonly cost: number;
  /** By the prices of the nodes, no flow of this priority costs less by more than this: rounding alone. */
  readonly gap: number;
}

/**
 * The cheapest flow that takes every node's supply to where it is wanted, by the network simplex method. The prices of
 * the nodes prove that it is: `gap` bounds what any other flow could save.
 *
 * Arcs join in blocks, the best of each block first (about the square root of their number), ties by the lower arc, so the
 * same network always gives the same flow.
 *
 * @returns null where no flow takes all supply to its places
 * @throws RangeError when vectors differ in length, a node does not exist, or supplies do not add up to 0
 * @source Ahuja, Magnanti and Orlin (1993), Network Flows, chapter 11
 * @example
 * const network = { supply: Int32Array.of(1, 1, -1, -1), from: Int32Array.of(0, 0, 1, 1), to: Int32Array.of(2, 3, 2, 3),
 *   capacity: Int32Array.of(1, 1, 1, 1), cost: Float64Array.of(1, 2, 1, 4) };
 * minimumCostFlow(network).cost; // 3
 */
export function minimumCostFlow(network: Network): MinimumCostFlow | null {
  checkNetwork(network);
  const priority = network.priority ?? new Int32Array(network.from.length);
  const tree = spanningTree(network, priority);
  const pivots = arcsByBlock(network, priority, tree);
  for (let arc = pivots(); arc >= 0; arc = pivots()) tree.pivot(arc);
  const arcs = network.from.length;
  if (tree.flow.subarray(arcs).some((units) => units > 0)) return null;
  const flow = tree.flow.slice(0, arcs);
  return {
    flow,
    priority: sumOf(arcs, (arc) => flow[arc]! * priority[arc]!),
    cost: sumOf(arcs, (arc) => flow[arc]! * network.cost[arc]!),
    gap: gapOf(network, priority, tree),
  };
}

/** The next arc worth having in the tree, or -1: the best of the first block that has one, going round. */
function arcsByBlock({ from, to, cost }: Network, priority: Int32Array, tree: SpanningTree): () => number {
  const { state, price, priorityPrice, tolerance } = tree;
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
function gapOf({ from, to, capacity, cost }: Network, priority: Int32Array, tree: SpanningTree): number {
  const { flow, price, priorityPrice } = tree;
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
