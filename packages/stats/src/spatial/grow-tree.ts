import type { SpatialItems } from "./spatial-index.ts";

/** A k-d tree over items laid out leaf by leaf; node 0 is the root. */
export interface Tree {
  readonly dimensions: number;
  /** Dimensions and windows. */
  readonly columns: number;
  readonly widths: Float64Array;
  /** Item at each place. */
  readonly order: Int32Array;
  readonly placeOf: Int32Array;
  /** 1 for a place whose item is still there. */
  readonly left: Uint8Array;
  /** Coordinates and window values by place. */
  readonly points: Float64Array;
  readonly leafAt: Int32Array;
  /** Places [start, end) of each node. */
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly parent: readonly number[];
  /** First of a node's two children, the other being the next; −1 for a leaf. */
  readonly child: readonly number[];
  /** Items left in each node. */
  readonly alive: Int32Array;
  /** Box of each node, column by column. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

const leafSize = 8;

/**
 * Splits where it helps most: in the column, and at its mean, where the two halves' means lie farthest apart for their
 * sizes. A column of two values is then split once and for good, which a split at the median of the widest column is not.
 */
export function growTree({ dimensions, coordinates, windows = [] }: SpatialItems, count: number): Tree {
  const columns = dimensions + windows.length;
  const points = new Float64Array(count * columns);
  for (let item = 0; item < count; item++) {
    for (let d = 0; d < dimensions; d++) points[item * columns + d] = coordinates[item * dimensions + d]!;
    windows.forEach(({ values }, w) => {
      points[item * columns + dimensions + w] = values[item]!;
    });
  }
  const scale = Float64Array.from({ length: columns }, (_, c) =>
    c < dimensions ? 1 : 1 / (windows[c - dimensions]!.width || 1),
  );
  const order = Int32Array.from({ length: count }, (_, item) => item);
  const spare = new Int32Array(count);
  const start = [0];
  const end = [count];
  const parent = [-1];
  const child = [-1];
  for (let node = 0; node < start.length; node++) {
    const [from, to] = [start[node]!, end[node]!];
    if (to - from <= leafSize) continue;
    const split = bestSplit(points, columns, scale, order, from, to);
    if (split === null) continue;
    const middle = partition(points, columns, order, spare, from, to, split);
    child[node] = start.length;
    start.push(from, middle);
    end.push(middle, to);
    parent.push(node, node);
    child.push(-1, -1);
  }
  return laidOut(points, { dimensions, columns, order, start, end, parent, child }, windows);
}

interface Split {
  readonly column: number;
  readonly value: number;
}

/** Null where all items are at one place. */
function bestSplit(
  points: Float64Array,
  columns: number,
  scale: Float64Array,
  order: Int32Array,
  from: number,
  to: number,
): Split | null {
  const size = to - from;
  let best: Split | null = null;
  let most = 0;
  for (let column = 0; column < columns; column++) {
    let total = 0;
    for (let place = from; place < to; place++) total += points[order[place]! * columns + column]!;
    const mean = total / size;
    let below = 0;
    let ofBelow = 0;
    for (let place = from; place < to; place++) {
      const value = points[order[place]! * columns + column]!;
      if (value <= mean) {
        below++;
        ofBelow += value;
      }
    }
    if (below === 0 || below === size) continue;
    const apart = ((total - ofBelow) / (size - below) - ofBelow / below) * scale[column]!;
    const gain = (apart * apart * below * (size - below)) / (size * size);
    if (gain > most) {
      most = gain;
      best = { column, value: mean };
    }
  }
  return best;
}

/** Items at or below the value first, both sides keeping their order; returns where the other side begins. */
function partition(
  points: Float64Array,
  columns: number,
  order: Int32Array,
  spare: Int32Array,
  from: number,
  to: number,
  { column, value }: Split,
): number {
  let low = from;
  let high = 0;
  for (let place = from; place < to; place++) {
    const item = order[place]!;
    if (points[item * columns + column]! <= value) order[low++] = item;
    else spare[high++] = item;
  }
  order.set(spare.subarray(0, high), low);
  return low;
}

type Shape = Pick<Tree, "dimensions" | "columns" | "order" | "start" | "end" | "parent" | "child">;

/** Points in the order of the leaves, so that a leaf is read in one go, and the boxes of all nodes. */
function laidOut(byItem: Float64Array, shape: Shape, windows: NonNullable<SpatialItems["windows"]>): Tree {
  const { columns, order, start, end, child, parent } = shape;
  const count = order.length;
  const points = new Float64Array(byItem.length);
  const placeOf = new Int32Array(count);
  order.forEach((item, place) => {
    placeOf[item] = place;
    points.set(byItem.subarray(item * columns, (item + 1) * columns), place * columns);
  });
  const nodes = start.length;
  const lower = new Float64Array(nodes * columns).fill(Number.POSITIVE_INFINITY);
  const upper = new Float64Array(nodes * columns).fill(Number.NEGATIVE_INFINITY);
  const leafAt = new Int32Array(count);
  // Children come after their parents, so their boxes are ready first.
  for (let node = nodes - 1; node >= 0; node--) {
    if (child[node] === -1) {
      for (let place = start[node]!; place < end[node]!; place++) {
        leafAt[place] = node;
        for (let c = 0; c < columns; c++) widen(lower, upper, node * columns + c, points[place * columns + c]!);
      }
    }
    if (parent[node]! < 0) continue;
    for (let c = 0; c < columns; c++) {
      widen(lower, upper, parent[node]! * columns + c, lower[node * columns + c]!);
      widen(lower, upper, parent[node]! * columns + c, upper[node * columns + c]!);
    }
  }
  return {
    ...shape,
    widths: Float64Array.from(windows, ({ width }) => width),
    placeOf,
    left: new Uint8Array(count).fill(1),
    points,
    leafAt,
    alive: Int32Array.from(start, (from, node) => end[node]! - from),
    lower,
    upper,
  };
}

function widen(lower: Float64Array, upper: Float64Array, at: number, value: number): void {
  if (value < lower[at]!) lower[at] = value;
  if (value > upper[at]!) upper[at] = value;
}
