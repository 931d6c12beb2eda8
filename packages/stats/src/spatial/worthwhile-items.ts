import type { Tree } from "./grow-tree.ts";

/** What items are worth to whoever asks, before the way to them is taken off. Levels count first, whole numbers. */
export interface ItemWorth {
  /** One per item. */
  readonly level: Float64Array;
  /** One per item, in the unit of distance. */
  readonly worth: Float64Array;
}

export interface WorthQuery {
  /** Coordinates of the point, and its value in each window. */
  readonly point: Float64Array;
  readonly at: Float64Array;
  /** Largest distance allowed, inclusive. */
  readonly within: number;
  /** Items must be above this: of a higher level, or of this one and worth more less their distance. */
  readonly above: { readonly level: number; readonly worth: number };
  readonly admits: (item: number) => boolean;
  /** Of items worth the same in one leaf those from this place on come first, so that not everybody gets the same ones. */
  readonly turn: number;
}

export interface WorthwhileItems {
  /** What items are worth from now on. */
  readonly value: (worth: ItemWorth) => void;
  /** The items worth most, at most `count`, best first; they stand in `items` and `distances` until the next search. */
  readonly search: (query: WorthQuery) => number;
  readonly items: Int32Array;
  readonly distances: Float64Array;
}

/**
 * Searches a k-d tree for the items worth most when their distance is taken off. Each node knows the highest level of its
 * items and the most that one of that level is worth, so that with the distance of its box it can be passed over.
 */
export function worthwhileItems(tree: Tree, count: number): WorthwhileItems {
  const { dimensions, columns, points, lower, upper, widths, order } = tree;
  const [start, end, child] = [Int32Array.from(tree.start), Int32Array.from(tree.end), Int32Array.from(tree.child)];
  const nodes = start.length;
  const topLevel = new Float64Array(nodes);
  const topWorth = new Float64Array(nodes);
  const levelAt = new Float64Array(order.length);
  const worthAt = new Float64Array(order.length);
  const items = new Int32Array(count);
  const distances = new Float64Array(count);
  const levels = new Float64Array(count);
  const nets = new Float64Array(count);

  function value({ level, worth }: ItemWorth): void {
    order.forEach((item, place) => {
      levelAt[place] = level[item]!;
      worthAt[place] = worth[item]!;
    });
    // Children come after their parents.
    for (let node = nodes - 1; node >= 0; node--) {
      const first = child[node]!;
      const [from, to] = first < 0 ? [start[node]!, end[node]!] : [first, first + 2];
      const [ofLevel, ofWorth] = first < 0 ? [levelAt, worthAt] : [topLevel, topWorth];
      let best = from;
      for (let one = from + 1; one < to; one++) {
        const higher = ofLevel[one]! - ofLevel[best]!;
        if (higher > 0 || (higher === 0 && ofWorth[one]! > ofWorth[best]!)) best = one;
      }
      topLevel[node] = ofLevel[best]!;
      topWorth[node] = ofWorth[best]!;
    }
  }

  function search({ point, at, within, above, admits, turn }: WorthQuery): number {
    let found = 0;
    let floorLevel = above.level;
    let floorNet = above.worth;

    /** How far away something of this level and worth may be to count; below 0 when it cannot. */
    const reach = (level: number, worth: number): number => {
      if (level < floorLevel) return -1;
      return level > floorLevel ? within : Math.min(within, worth - floorNet);
    };

    /** Distance of a node's box, or infinity where it is out of reach. */
    const boxDistance = (node: number): number => {
      const far = reach(topLevel[node]!, topWorth[node]!);
      if (far < 0) return Number.POSITIVE_INFINITY;
      const base = node * columns;
      for (let w = dimensions; w < columns; w++) {
        const coordinate = at[w - dimensions]!;
        const width = widths[w - dimensions]!;
        if (lower[base + w]! - coordinate > width || coordinate - upper[base + w]! > width)
          return Number.POSITIVE_INFINITY;
      }
      const most = far * far * hair;
      let total = 0;
      for (let d = 0; d < dimensions; d++) {
        const coordinate = point[d]!;
        const low = lower[base + d]! - coordinate;
        const beyond = low > 0 ? low : coordinate - upper[base + d]!;
        if (beyond > 0) {
          total += beyond * beyond;
          if (total > most) return Number.POSITIVE_INFINITY;
        }
      }
      return Math.sqrt(total);
    };

    const take = (item: number, distance: number, level: number, net: number): void => {
      let place = found < count ? found++ : count - 1;
      for (; place > 0; place--) {
        const before = place - 1;
        if (levels[before]! > level || (levels[before] === level && nets[before]! >= net)) break;
        items[place] = items[before]!;
        distances[place] = distances[before]!;
        levels[place] = levels[before]!;
        nets[place] = nets[before]!;
      }
      items[place] = item;
      distances[place] = distance;
      levels[place] = level;
      nets[place] = net;
      if (found === count) {
        floorLevel = levels[count - 1]!;
        floorNet = nets[count - 1]!;
      }
    };

    const look = (place: number): void => {
      const level = levelAt[place]!;
      const far = reach(level, worthAt[place]!);
      if (far < 0) return;
      const most = far * far * hair;
      const base = place * columns;
      let total = 0;
      for (let d = 0; d < dimensions; d++) {
        const apart = points[base + d]! - point[d]!;
        total += apart * apart;
        if (total > most) return;
      }
      const distance = Math.sqrt(total);
      const net = worthAt[place]! - distance;
      if (distance > within || (level === floorLevel && !(net > floorNet))) return;
      for (let w = 0; w < widths.length; w++) {
        if (!(Math.abs(points[base + dimensions + w]! - at[w]!) <= widths[w]!)) return;
      }
      if (admits(order[place]!)) take(order[place]!, distance, level, net);
    };

    const visit = (node: number): void => {
      const first = child[node]!;
      if (first < 0) {
        const [from, size] = [start[node]!, end[node]! - start[node]!];
        const skipped = turn % size;
        for (let place = from + skipped; place < from + size; place++) look(place);
        for (let place = from; place < from + skipped; place++) look(place);
        return;
      }
      const toFirst = boxDistance(first);
      const toSecond = boxDistance(first + 1);
      if (toFirst === Number.POSITIVE_INFINITY && toSecond === Number.POSITIVE_INFINITY) return;
      const higher = topLevel[first + 1]! - topLevel[first]!;
      const more = topWorth[first + 1]! - toSecond - (topWorth[first]! - toFirst);
      const isSecondBetter = toSecond < Number.POSITIVE_INFINITY && (higher > 0 || (higher === 0 && more > 0));
      const [near, far] = isSecondBetter ? [first + 1, first] : [first, first + 1];
      if (boxDistance(near) < Number.POSITIVE_INFINITY) visit(near);
      // Asked again: what has been found since may have put it out of reach.
      if (boxDistance(far) < Number.POSITIVE_INFINITY) visit(far);
    };

    if (boxDistance(0) < Number.POSITIVE_INFINITY) visit(0);
    return found;
  }

  return { value, search, items, distances };
}

/** Squares are looked at a hair beyond the limit; what counts is the root, taken after. */
const hair = 1 + 1e-9;
