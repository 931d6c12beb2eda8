import { growTree, type Tree } from "./grow-tree.ts";

/** Items in a space, some of which may be taken out. */
export interface SpatialIndex {
  /**
   * The item nearest to a point among those left: of distances equal but for rounding, the item of lowest turn; −1 when
   * none is near enough.
   */
  nearest(query: SpatialQuery): number;
  /** Takes an item out for good. */
  remove(item: number): void;
}

export interface SpatialItems {
  /** Dimensions of the space; at least one. */
  readonly dimensions: number;
  /** Coordinate d of item i at `i * dimensions + d`, all finite. */
  readonly coordinates: Float64Array;
  /** Further columns in which an item must be no farther than so much from the point, inclusive. */
  readonly windows?: readonly SpatialWindow[];
  /** Decides between equally near items, lowest first, one per item; the item's number when left out. */
  readonly turns?: ArrayLike<number>;
}

export interface SpatialWindow {
  /** One per item, finite. */
  readonly values: Float64Array;
  /** At least 0, in the unit of the values. */
  readonly width: number;
}

export interface SpatialQuery {
  /** Coordinates of the point. */
  readonly point: Float64Array;
  /** The point's value in each window; left out where there are none. */
  readonly at?: Float64Array;
  /** Largest distance allowed, inclusive; any when left out. */
  readonly within?: number;
  /** Whether an item will do; every one when left out. */
  readonly admits?: (item: number) => boolean;
}

/** Squared distances this much apart, relatively, are equal: rounding would decide between them. */
const tie = 1e-9;

/**
 * Finds nearest neighbours among items that go one by one: a k-d tree whose nodes know the box around their items and how
 * many are left. The answer is that of looking at every item.
 *
 * @throws RangeError when coordinates, windows or turns do not fit the number of items, or are not finite
 * @source Bentley (1975), doi:10.1145/361002.361007; Friedman, Bentley and Finkel (1977), doi:10.1145/355744.355745
 * @example
 * const index = spatialIndex({ dimensions: 2, coordinates: Float64Array.of(0, 0, 3, 4, 3, 3) });
 * index.nearest({ point: Float64Array.of(3, 5) }); // 1
 */
export function spatialIndex(items: SpatialItems): SpatialIndex {
  const count = requireItems(items);
  const tree = growTree(items, count);
  const turn = items.turns ?? tree.order.map((_, item) => item);
  return {
    nearest: (query) => search(tree, query, turn),
    remove: (item) => {
      const place = tree.placeOf[item]!;
      if (tree.left[place] === 0) return;
      tree.left[place] = 0;
      for (let node = tree.leafAt[place]!; node >= 0; node = tree.parent[node]!) {
        tree.alive[node] = tree.alive[node]! - 1;
      }
    },
  };
}

function requireItems({ dimensions, coordinates, windows = [], turns }: SpatialItems): number {
  const count = coordinates.length / dimensions;
  if (!(Number.isInteger(dimensions) && dimensions >= 1 && Number.isInteger(count))) {
    throw new RangeError(
      `spatialIndex: coordinates must be so many for each item (${dimensions}), got ${coordinates.length}`,
    );
  }
  if (turns !== undefined && turns.length !== count) {
    throw new RangeError(`spatialIndex: turns must be one per item (${count}), got ${turns.length}`);
  }
  for (const { values, width } of windows) {
    if (values.length !== count || !(width >= 0)) {
      throw new RangeError(`spatialIndex: a window must have ${count} values and a width >= 0, got ${values.length}`);
    }
  }
  if (!coordinates.every(Number.isFinite) || !windows.every(({ values }) => values.every(Number.isFinite))) {
    throw new RangeError("spatialIndex: coordinates and window values must be finite");
  }
  return count;
}

function search(tree: Tree, query: SpatialQuery, turn: ArrayLike<number>): number {
  const { dimensions, columns, points, lower, upper, widths, alive, child, start, end, left, order } = tree;
  const { point, at, within = Number.POSITIVE_INFINITY, admits } = query;
  const slack = 1 + tie;
  let least = Number.POSITIVE_INFINITY;
  // A hair wider than asked for: what counts is the root, taken below.
  let bound = within * within * slack;
  let found: number[] = [];
  let distances: number[] = [];

  const boxDistance = (node: number): number => {
    const base = node * columns;
    for (let w = dimensions; w < columns; w++) {
      const value = at![w - dimensions]!;
      const width = widths[w - dimensions]!;
      if (lower[base + w]! - value > width || value - upper[base + w]! > width) return Number.POSITIVE_INFINITY;
    }
    let total = 0;
    for (let d = 0; d < dimensions; d++) {
      const value = point[d]!;
      const low = lower[base + d]! - value;
      const beyond = low > 0 ? low : value - upper[base + d]!;
      if (beyond > 0) {
        total += beyond * beyond;
        if (total > bound) return total;
      }
    }
    return total;
  };

  const visitLeaf = (node: number): void => {
    for (let place = start[node]!; place < end[node]!; place++) {
      if (left[place] === 0) continue;
      const base = place * columns;
      let total = 0;
      for (let d = 0; d < dimensions && total <= bound; d++) {
        const apart = points[base + d]! - point[d]!;
        total += apart * apart;
      }
      if (total > bound || Math.sqrt(total) > within || !inWindows(tree, base, at)) continue;
      const item = order[place]!;
      if (admits !== undefined && !admits(item)) continue;
      if (total < least) {
        least = total;
        bound = Math.min(bound, least * slack);
        if (found.length > 0 && distances.every((distance) => distance > bound)) {
          found = [];
          distances = [];
        }
      }
      found.push(item);
      distances.push(total);
    }
  };

  const visit = (node: number): void => {
    const first = child[node]!;
    if (first < 0) {
      visitLeaf(node);
      return;
    }
    const toFirst = alive[first] === 0 ? Number.POSITIVE_INFINITY : boxDistance(first);
    const toSecond = alive[first + 1] === 0 ? Number.POSITIVE_INFINITY : boxDistance(first + 1);
    const near = toFirst <= toSecond ? first : first + 1;
    if (Math.min(toFirst, toSecond) <= bound && alive[near]! > 0) visit(near);
    if (Math.max(toFirst, toSecond) <= bound && alive[2 * first + 1 - near]! > 0) visit(2 * first + 1 - near);
  };

  if (alive[0]! > 0 && boxDistance(0) <= bound) visit(0);
  let best = -1;
  found.forEach((item, k) => {
    if (distances[k]! <= least * slack && (best < 0 || turn[item]! < turn[best]!)) best = item;
  });
  return best;
}

function inWindows({ dimensions, columns, points, widths }: Tree, base: number, at: Float64Array | undefined): boolean {
  for (let w = dimensions; w < columns; w++) {
    if (!(Math.abs(points[base + w]! - at![w - dimensions]!) <= widths[w - dimensions]!)) return false;
  }
  return true;
}
