import { sortedOrder } from "../ordering/sorted-order.ts";
import { sumOf } from "../sums/sum.ts";
import { assignmentOnLine } from "./assignment-on-line.ts";
import { type Edges, starMask } from "./star-mask.ts";

export interface EdgeCover {
  /** Left end of each edge, by position in `left`; edges ascend by left, then right end. */
  readonly left: Int32Array;
  /** Right end of each edge. */
  readonly right: Int32Array;
  /** Sum of the distances of all edges: the smallest there can be. */
  readonly cost: number;
}

/**
 * The cheapest way of joining two sets of points on a line so that each point has a partner: every point is the end of at
 * least one edge, and the edges make stars (one point with one or several of the other set). Proven optimal, in O(n log n).
 *
 * A cheapest cover is a pairing of some points, everybody else joined to their nearest neighbour; so it is the pairing that
 * is cheapest when being left alone costs the distance to the nearest neighbour (`assignmentOnLine`). An edge whose ends
 * both have others is superfluous and goes.
 *
 * Among equally near neighbours the lower wins, and of points at one place the first given.
 *
 * @param left  finite coordinates, at least one
 * @param right finite coordinates, at least one
 * @throws RangeError when a side is empty or a coordinate is not finite
 * @source Schrijver (2003), Combinatorial Optimization, section 19.3, for covers as pairings
 * @example
 * const cover = edgeCoverOnLine(Float64Array.of(0, 10), Float64Array.of(1, 2, 9));
 * cover.cost; // 4
 * Array.from(cover.left); // [0, 0, 1]
 */
export function edgeCoverOnLine(left: Float64Array, right: Float64Array): EdgeCover {
  if (left.length === 0 || right.length === 0) {
    throw new RangeError(
      `edgeCoverOnLine: both sides must have a point, got ${left.length} left and ${right.length} right`,
    );
  }
  const nearestRight = nearestOf(left, right);
  const nearestLeft = nearestOf(right, left);
  const { rightOfLeft } = assignmentOnLine({
    left,
    right,
    leftPenalty: nearestRight.distance,
    rightPenalty: nearestLeft.distance,
  });
  const edges = starEdges(rightOfLeft, nearestRight.row, nearestLeft.row);
  const cost = sumOf(edges.left.length, (e) => Math.abs(left[edges.left[e]!]! - right[edges.right[e]!]!));
  return { ...edges, cost };
}

/** Nearest of `others` to each point, and how far it is. */
function nearestOf(points: Float64Array, others: Float64Array): { row: Int32Array; distance: Float64Array } {
  const order = sortedOrder(points);
  const otherOrder = sortedOrder(others);
  const row = new Int32Array(points.length);
  const distance = new Float64Array(points.length);
  const coordinate = (place: number) => others[otherOrder[place]!]!;
  let below = 0;
  let above = 0;
  for (const point of order) {
    const at = points[point]!;
    while (above < others.length && coordinate(above) <= at) {
      if (coordinate(above) !== coordinate(below)) below = above;
      above++;
    }
    const isAbove = above < others.length && Math.abs(coordinate(above) - at) < Math.abs(coordinate(below) - at);
    const nearest = isAbove ? above : below;
    row[point] = otherOrder[nearest]!;
    distance[point] = Math.abs(coordinate(nearest) - at);
  }
  return { row, distance };
}

/** Pairs and nearest neighbours as edges, by left then right end, less those between two points that both have another. */
function starEdges(rightOfLeft: Int32Array, nearestRight: Int32Array, nearestLeft: Int32Array): Edges {
  const ownRight = rightOfLeft.map((right, left) => (right >= 0 ? right : nearestRight[left]!));
  const isPaired = new Uint8Array(nearestLeft.length);
  for (const right of rightOfLeft) if (right >= 0) isPaired[right] = 1;
  // Two points alone that are each other's nearest are one edge, already the left one's own.
  const joins = (right: number) => isPaired[right] === 0 && ownRight[nearestLeft[right]!] !== right;

  const ofLeft = new Int32Array(ownRight.length).fill(1);
  const ofRight = new Int32Array(nearestLeft.length);
  for (const right of ownRight) ofRight[right] = ofRight[right]! + 1;
  for (let right = 0; right < nearestLeft.length; right++) {
    if (!joins(right)) continue;
    ofLeft[nearestLeft[right]!] = ofLeft[nearestLeft[right]!]! + 1;
    ofRight[right] = ofRight[right]! + 1;
  }
  const edges = edgesByLeft(ownRight, nearestLeft, joins, ofLeft);
  const keeps = starMask(edges, ofLeft, ofRight);
  const isKept = (_: number, edge: number) => keeps[edge] === 1;
  return { left: edges.left.filter(isKept), right: edges.right.filter(isKept) };
}

/** Every edge, sorted by left end and then by right end. */
function edgesByLeft(
  ownRight: Int32Array,
  nearestLeft: Int32Array,
  joins: (right: number) => boolean,
  ofLeft: Int32Array,
): Edges {
  const next = new Int32Array(ofLeft.length);
  for (let left = 1; left < next.length; left++) next[left] = next[left - 1]! + ofLeft[left - 1]!;
  const edges = next.length === 0 ? 0 : next[next.length - 1]! + ofLeft[next.length - 1]!;
  const leftEnd = new Int32Array(edges);
  const rightEnd = new Int32Array(edges);
  const start = next.slice();
  const add = (left: number, right: number) => {
    leftEnd[next[left]!] = left;
    rightEnd[next[left]!] = right;
    next[left] = next[left]! + 1;
  };
  for (let left = 0; left < ownRight.length; left++) add(left, ownRight[left]!);
  for (let right = 0; right < nearestLeft.length; right++) if (joins(right)) add(nearestLeft[right]!, right);
  for (let left = 0; left < start.length; left++) {
    if (ofLeft[left]! > 1) rightEnd.subarray(start[left]!, next[left]!).sort();
  }
  return { left: leftEnd, right: rightEnd };
}
