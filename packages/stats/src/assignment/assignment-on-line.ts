import { sortedOrder } from "../ordering/sorted-order.ts";
import { sumOf } from "../sums/sum.ts";
import { type TaggedHeap, taggedHeap } from "./tagged-heap.ts";

export interface AssignmentOnLine {
  /** For each left point the right point it is paired with, by position in `right`; -1 for none. */
  readonly rightOfLeft: Int32Array;
  /** Pairs made. */
  readonly pairs: number;
  /** Distances of the pairs plus penalties of the points without one: the smallest there can be. */
  readonly cost: number;
}

export interface PointsOnLine {
  readonly left: Float64Array;
  readonly right: Float64Array;
  /**
   * What it costs to leave each left point alone: one number for all, or one each; `Infinity` means it must be paired. Two
   * points' penalties may differ by no more than the distance between them.
   */
  readonly leftPenalty: number | Float64Array;
  /** The same of right points; finite. */
  readonly rightPenalty: number | Float64Array;
}

/**
 * The cheapest pairing of two sets of points on a line: each point in at most one pair, the cost of a pair the distance
 * between its points, the cost of a point without a pair its penalty. Proven optimal, in O(n log n).
 *
 * One sweep from the lowest point to the highest keeps, for each side, what changing the pairing so far would cost the
 * next point of the other side: an earlier point still alone, or an earlier pair undone. Such an exchange is the shortest
 * augmenting path of the assignment problem, and on a line the heap's top is the shortest one. As penalties differ by no
 * more than distances, a point once paired with a lower one never gains by a higher one of the same side.
 *
 * Points at one place stand in the order given. Penalties must keep to the bound above; it is not checked.
 *
 * @throws RangeError when a coordinate is not finite, when left points that must be paired outnumber right points, or
 *         when a vector of penalties has another length than its points
 * @source Kuhn (1955), doi:10.1002/nav.3800020109, for the problem; the sweep is the successive-shortest-path method on a
 *         line, checked in the tests against all pairings of small sets
 * @example
 * const points = { left: Float64Array.of(1, 2), right: Float64Array.of(1.5, 1.6, 9), leftPenalty: Infinity, rightPenalty: 0 };
 * Array.from(assignmentOnLine(points).rightOfLeft); // [0, 1]
 */
export function assignmentOnLine(points: PointsOnLine): AssignmentOnLine {
  checkPoints(points);
  const { left, right } = points;
  const leftPenalty = perPoint("leftPenalty", points.leftPenalty, left.length);
  const rightPenalty = perPoint("rightPenalty", points.rightPenalty, right.length);
  const leftOrder = sortedOrder(left);
  const rightOrder = sortedOrder(right);
  const paired = sweep(points, leftOrder, rightOrder, leftPenalty, rightPenalty);

  // Whoever is paired, pairing them in order is cheapest; on a line pairs never need to cross.
  const rightOfLeft = new Int32Array(left.length).fill(-1);
  const rightPaired = rightOrder.filter((row) => paired.right[row] === 1);
  let pairs = 0;
  for (const row of leftOrder) if (paired.left[row] === 1) rightOfLeft[row] = rightPaired[pairs++]!;
  const ofLeft = sumOf(left.length, (row) =>
    rightOfLeft[row]! >= 0 ? Math.abs(left[row]! - right[rightOfLeft[row]!]!) : leftPenalty[row]!,
  );
  const ofRight = sumOf(right.length, (row) => (paired.right[row] === 1 ? 0 : rightPenalty[row]!));
  return { rightOfLeft, pairs, cost: ofLeft + ofRight };
}

/** Which points are paired in the cheapest pairing. */
interface Paired {
  readonly left: Uint8Array;
  readonly right: Uint8Array;
}

/**
 * An entry of either heap stands for one change of who is paired, should a later point use it: a point tagged as it is joins
 * or leaves the paired. Left points have tags from 0, right points from the number of left points.
 */
function sweep(
  { left, right }: PointsOnLine,
  leftOrder: Int32Array,
  rightOrder: Int32Array,
  leftPenalty: Float64Array,
  rightPenalty: Float64Array,
): Paired {
  const paired = { left: new Uint8Array(left.length), right: new Uint8Array(right.length) };
  const capacity = left.length + right.length;
  const forLeft = taggedHeap(capacity);
  const forRight = taggedHeap(capacity);
  const numLeft = left.length;

  const flip = (tag: number) => {
    const [side, row] = tag < numLeft ? [paired.left, tag] : [paired.right, tag - numLeft];
    side[row] = 1 - side[row]!;
  };

  /** A point is paired by the cheapest change open to it, or stays alone; either way a later point may change that. */
  function arrive(at: number, tag: number, penalty: number, open: TaggedHeap, forOtherSide: TaggedHeap): void {
    const cost = at + open.topKey();
    if (cost < penalty) {
      const changed = open.pop();
      flip(changed);
      flip(tag);
      forOtherSide.push(-cost - at, changed);
    } else {
      forOtherSide.push(-penalty - at, tag);
    }
  }

  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const isLeft = j === right.length || (i < left.length && left[leftOrder[i]!]! <= right[rightOrder[j]!]!);
    if (isLeft) {
      const row = leftOrder[i++]!;
      arrive(left[row]!, row, leftPenalty[row]!, forLeft, forRight);
    } else {
      const row = rightOrder[j++]!;
      arrive(right[row]!, numLeft + row, rightPenalty[row]!, forRight, forLeft);
    }
  }
  return paired;
}

function checkPoints({ left, right, leftPenalty }: PointsOnLine): void {
  for (const [name, values] of [
    ["left", left],
    ["right", right],
  ] as const) {
    const odd = values.findIndex((value) => !Number.isFinite(value));
    if (odd >= 0) throw new RangeError(`assignmentOnLine: ${name}[${odd}] must be finite, got ${values[odd]}`);
  }
  if (leftPenalty === Number.POSITIVE_INFINITY && left.length > right.length) {
    throw new RangeError(
      `assignmentOnLine: ${left.length} left points that must be paired need as many right points, got ${right.length}`,
    );
  }
}

function perPoint(name: string, penalty: number | Float64Array, length: number): Float64Array {
  if (typeof penalty === "number") return new Float64Array(length).fill(penalty);
  if (penalty.length === length) return penalty;
  throw new RangeError(
    `assignmentOnLine: ${name} must have one number for each of ${length} points, got ${penalty.length}`,
  );
}
