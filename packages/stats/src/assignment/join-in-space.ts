import { growTree } from "../spatial/grow-tree.ts";
import type { SpatialItems } from "../spatial/spatial-index.ts";
import { type WorthwhileItems, worthwhileItems } from "../spatial/worthwhile-items.ts";
import { sumOf } from "../sums/sum.ts";
import { joinedArcs } from "./joined-arcs.ts";
import {
  type Arcs,
  type MinimumCostFlow,
  minimumCostFlow,
  type Network,
  type NodePrices,
} from "./minimum-cost-flow.ts";
import { type Edges, starMask } from "./star-mask.ts";

export interface PointsInSpace {
  /** Dimensions of the space; at least one. */
  readonly dimensions: number;
  /** Coordinate d of left point i at `i * dimensions + d`, all finite. */
  readonly left: Float64Array;
  /** The same of right points. */
  readonly right: Float64Array;
  /** Further columns in which joined points must be no farther apart than `width`, inclusive. */
  readonly windows?: readonly {
    readonly left: Float64Array;
    readonly right: Float64Array;
    readonly width: number;
  }[];
  /** Largest distance of joined points, inclusive; any when left out. */
  readonly within?: number;
  /** Whether two points may be joined; any two when left out. */
  readonly admits?: (left: number, right: number) => boolean;
}

/** How many others each point of a side is joined to. */
export interface JoinLimits {
  /** So many where they can be had: 0 or more. */
  readonly wanted: number;
  /** Never more than this. */
  readonly most: number;
}

export interface JoinInSpace {
  /** Left end of each edge, by position; edges ascend by left, then right end. */
  readonly left: Int32Array;
  /** Right end of each edge. */
  readonly right: Int32Array;
  /** Distance of each edge. */
  readonly distance: Float64Array;
  /** Sum of the distances: the smallest there can be. */
  readonly cost: number;
  /** By the prices of all points, no other way of joining as many costs less by more than this: rounding alone. */
  readonly gap: number;
}

/**
 * The cheapest way of joining points of two sets, each to as many of the other set as it wants and at most as many as it may
 * have: as many points as can be are joined at all, then as many wants met as can be, and then the distances add up to
 * least. Proven optimal over all pairs that may be joined, though few are ever listed: a flow through the nearest ones is
 * solved first, and its prices say which of the others could be worth having (`minimumCostFlow`), which a k-d tree finds.
 *
 * With `left` wanting one and `right` wanting none this is the assignment problem; with both wanting one and having no
 * limit, an edge cover. Edges make stars: of two points joined to each other, one has no other.
 *
 * @param points both sets, on which limits
 * @param limits whole numbers; a side may want several where the other's points may have but one
 * @throws RangeError when coordinates are not finite or do not fit, or limits are not as above
 * @source Ford and Fulkerson (1958), doi:10.1287/mnsc.5.1.97; Hansen and Klopfer (2006), doi:10.1198/106186006X137047, for
 *         stars with limits as flows
 * @example
 * const points = { dimensions: 2, left: Float64Array.of(0, 0, 3, 0), right: Float64Array.of(3, 4, 0, 1, 3, 1) };
 * const joined = joinInSpace(points, { left: { wanted: 1, most: 1 }, right: { wanted: 0, most: 1 } });
 * Array.from(joined.right); // [1, 2]
 * joined.cost; // 2
 */
export function joinInSpace(
  points: PointsInSpace,
  limits: { readonly left: JoinLimits; readonly right: JoinLimits },
): JoinInSpace {
  const sizes = sizesOf(points);
  checkLimits(limits);
  if (sizes.left === 0 || sizes.right === 0) return joinedNothing;
  const pairs = pairSearch(points, sizes);
  const first = pairs.nearest(limits.right.wanted > 0);
  const ends = endsOfNetwork(sizes, limits);
  const network = { supply: ends.supply, ...joinedArcs(ends, first) };
  const listed: Arcs[] = [first];
  const flow = minimumCostFlow(network, (prices) => {
    const more = pairs.worthwhile(prices);
    if (more !== null) listed.push(more);
    return more;
  })!;
  return joinedBy(flow, ends, listed, sizes, limits);
}

interface Sizes {
  readonly left: number;
  readonly right: number;
}

const joinedNothing: JoinInSpace = {
  left: new Int32Array(0),
  right: new Int32Array(0),
  distance: new Float64Array(0),
  cost: 0,
  gap: 0,
};

function sizesOf({ dimensions, left, right, windows = [], within = 0 }: PointsInSpace): Sizes {
  for (const [name, side] of Object.entries({ left, right })) {
    if (!(Number.isInteger(dimensions) && dimensions >= 1 && side.length % dimensions === 0)) {
      throw new RangeError(`joinInSpace: ${name} must have ${dimensions} coordinates per point, got ${side.length}`);
    }
    if (!side.every(Number.isFinite)) throw new RangeError(`joinInSpace: coordinates of ${name} must be finite`);
  }
  const sizes = { left: left.length / dimensions, right: right.length / dimensions };
  for (const window of windows) {
    if (window.left.length !== sizes.left || window.right.length !== sizes.right || !(window.width >= 0)) {
      throw new RangeError(
        `joinInSpace: a window must have ${sizes.left} and ${sizes.right} values and a width >= 0, got ${window.left.length} and ${window.right.length}`,
      );
    }
  }
  if (!(within >= 0)) throw new RangeError(`joinInSpace: within must be >= 0 (distance), got ${within}`);
  return sizes;
}

function checkLimits({ left, right }: { left: JoinLimits; right: JoinLimits }): void {
  for (const [name, { wanted, most }] of Object.entries({ left, right })) {
    if (!(Number.isInteger(wanted) && Number.isInteger(most) && wanted >= 0 && most >= Math.max(1, wanted))) {
      throw new RangeError(
        `joinInSpace: limits of ${name} must be whole numbers with most >= wanted >= 0, got ${wanted} and ${most}`,
      );
    }
  }
  if ((left.wanted > 1 && right.most > 1) || (right.wanted > 1 && left.most > 1)) {
    throw new RangeError(
      "joinInSpace: a side may want several only where the other's points may have one, got several of both",
    );
  }
}

interface PairSearch {
  /** Arcs between each point and its nearest others. */
  readonly nearest: (fromBothSides: boolean) => Arcs;
  /** Some arcs that are not listed and worth using by these prices; null where there is none. */
  readonly worthwhile: (prices: NodePrices) => Arcs | null;
}

/** Nearest points listed at first of each point of the side with fewer, and of the other. */
const nearestOfFewer = 8;
const nearestOfMore = 3;
/** Arcs added at a time for each point of the side with fewer: at first, and at most; twice as many each time. */
const worthwhileAtFirst = 4;
const worthwhileAtMost = 32;

function pairSearch(points: PointsInSpace, sizes: Sizes): PairSearch {
  const { dimensions, windows = [], within = Number.POSITIVE_INFINITY, admits = () => true } = points;
  const fewer = sizes.left <= sizes.right ? "left" : "right";
  const listed = new Set<number>();
  const key = (left: number, right: number) => left * sizes.right + right;
  const numberIn = { left: sizes.left, right: sizes.right };

  function itemsOf(side: "left" | "right"): SpatialItems {
    return {
      dimensions,
      coordinates: points[side],
      windows: windows.map((one) => ({ values: one[side], width: one.width })),
    };
  }

  /** Arcs found from every point of a side among the points of the other. */
  function search(
    side: "left" | "right",
    others: WorthwhileItems,
    above: (point: number) => { level: number; worth: number },
  ): Arcs {
    const from: number[] = [];
    const to: number[] = [];
    const cost: number[] = [];
    for (let one = 0; one < numberIn[side]; one++) {
      const ends = (other: number) => (side === "left" ? ([one, other] as const) : ([other, one] as const));
      const found = others.search({
        point: points[side].subarray(one * dimensions, (one + 1) * dimensions),
        at: Float64Array.from(windows, (window) => window[side][one]!),
        within,
        above: above(one),
        admits: (other) => !listed.has(key(...ends(other))) && admits(...ends(other)),
        turn: one,
      });
      for (let k = 0; k < found; k++) {
        const [left, right] = ends(others.items[k]!);
        listed.add(key(left, right));
        from.push(left);
        to.push(sizes.left + right);
        cost.push(others.distances[k]!);
      }
    }
    return {
      from: Int32Array.from(from),
      to: Int32Array.from(to),
      // One is never more than enough; two keeps an arc in use from being full.
      capacity: new Int32Array(from.length).fill(2),
      cost: Float64Array.from(cost),
    };
  }

  const [few, many] = fewer === "left" ? (["left", "right"] as const) : (["right", "left"] as const);
  const amongMany = growTree(itemsOf(many), numberIn[many]);
  let atOnce = worthwhileAtFirst;
  const worthOf = (side: "left" | "right", { price, priorityPrice }: NodePrices) => {
    const offset = side === "left" ? 0 : sizes.left;
    const sign = side === "left" ? -1 : 1;
    return {
      level: Float64Array.from({ length: numberIn[side] }, (_, one) => sign * priorityPrice[offset + one]!),
      worth: Float64Array.from({ length: numberIn[side] }, (_, one) => sign * price[offset + one]!),
    };
  };

  return {
    nearest: (fromBothSides) => {
      const anything = () => ({ level: 0, worth: Number.NEGATIVE_INFINITY });
      const nearestTo = (side: "left" | "right", other: "left" | "right", count: number) => {
        const tree = other === many ? amongMany : growTree(itemsOf(other), numberIn[other]);
        const others = worthwhileItems(tree, count);
        others.value({ level: new Float64Array(numberIn[other]), worth: new Float64Array(numberIn[other]) });
        return search(side, others, anything);
      };
      const ofFewer = nearestTo(few, many, nearestOfFewer);
      return fromBothSides ? joinedArcs(ofFewer, nearestTo(many, few, nearestOfMore)) : ofFewer;
    },
    worthwhile: (prices) => {
      const others = worthwhileItems(amongMany, atOnce);
      others.value(worthOf(many, prices));
      atOnce = Math.min(worthwhileAtMost, 2 * atOnce);
      const own = worthOf(few, prices);
      // An arc is worth using when what its ends are worth together is more than its length.
      const more = search(few, others, (one) => ({
        level: -own.level[one]!,
        worth: prices.tolerance - own.worth[one]!,
      }));
      return more.from.length === 0 ? null : more;
    },
  };
}

/**
 * Nodes are the left points, the right points and a hub. What a point wants and does not get goes by the hub, the first of it
 * at a higher priority; what it has beyond comes from there or goes there.
 */
function endsOfNetwork(sizes: Sizes, limits: { left: JoinLimits; right: JoinLimits }): Required<Network> {
  const hub = sizes.left + sizes.right;
  const supply = new Int32Array(hub + 1);
  const arcs: { from: number; to: number; capacity: number; priority: number }[] = [];
  for (let node = 0; node < hub; node++) {
    const isLeft = node < sizes.left;
    const { wanted, most } = isLeft ? limits.left : limits.right;
    const without = isLeft ? { from: node, to: hub } : { from: hub, to: node };
    const beyond = isLeft ? { from: hub, to: node } : { from: node, to: hub };
    supply[node] = isLeft ? wanted : -wanted;
    if (wanted > 0) arcs.push({ ...without, capacity: wanted + 1, priority: 2 });
    if (wanted > 1) arcs.push({ ...without, capacity: wanted - 1, priority: 1 });
    if (most > wanted) arcs.push({ ...beyond, capacity: most - wanted, priority: 0 });
  }
  supply[hub] = limits.right.wanted * sizes.right - limits.left.wanted * sizes.left;
  return {
    supply,
    from: Int32Array.from(arcs, ({ from }) => from),
    to: Int32Array.from(arcs, ({ to }) => to),
    capacity: Int32Array.from(arcs, ({ capacity }) => capacity),
    cost: new Float64Array(arcs.length),
    priority: Int32Array.from(arcs, ({ priority }) => priority),
  };
}

/** Arcs in use are edges, less those between two points that both have another: at no cost more than one flow is cheapest. */
function joinedBy(
  { flow, gap, prices }: MinimumCostFlow,
  ends: Arcs,
  listed: readonly Arcs[],
  sizes: Sizes,
  limits: { left: JoinLimits; right: JoinLimits },
): JoinInSpace {
  const { from, to, cost } = listed.reduce(joinedArcs);
  const used = flow.subarray(ends.from.length);
  const inUse = Int32Array.from(from, (_, arc) => arc).filter((arc) => used[arc]! > 0);
  inUse.sort((a, b) => from[a]! - from[b]! || to[a]! - to[b]!);
  const all = {
    left: Int32Array.from(inUse, (arc) => from[arc]!),
    right: Int32Array.from(inUse, (arc) => to[arc]! - sizes.left),
    distance: Float64Array.from(inUse, (arc) => cost[arc]!),
  };
  const isCover = limits.left.wanted <= 1 && limits.right.wanted <= 1;
  const kept = isCover ? starEdges(all, sizes) : all;
  const units = limits.left.wanted * sizes.left + limits.right.wanted * sizes.right;
  return {
    ...kept,
    cost: sumOf(kept.distance.length, (edge) => kept.distance[edge]!),
    // An arc that is not listed saves less than the tolerance for each of its units.
    gap: gap + prices.tolerance * units,
  };
}

function starEdges(edges: Edges & { readonly distance: Float64Array }, sizes: Sizes): typeof edges {
  const count = (ends: Int32Array, points: number) => {
    const edgesOf = new Int32Array(points);
    for (const point of ends) edgesOf[point] = edgesOf[point]! + 1;
    return edgesOf;
  };
  const keeps = starMask(edges, count(edges.left, sizes.left), count(edges.right, sizes.right));
  const isKept = (_: number, edge: number) => keeps[edge] === 1;
  return {
    left: edges.left.filter(isKept),
    right: edges.right.filter(isKept),
    distance: edges.distance.filter(isKept),
  };
}
