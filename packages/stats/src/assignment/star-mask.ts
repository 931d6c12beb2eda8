/** Pairs of points, by position on each side. */
export interface Edges {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/**
 * 1 for the edges that are left when of those between two points that both have another the first ones go: they make stars.
 *
 * @param ofLeft  edges of each left point
 * @param ofRight edges of each right point
 */
export function starMask({ left, right }: Edges, ofLeft: Int32Array, ofRight: Int32Array): Int32Array {
  const [leftEdges, rightEdges] = [ofLeft.slice(), ofRight.slice()];
  return left.map((from, edge) => {
    const to = right[edge]!;
    if (leftEdges[from] === 1 || rightEdges[to] === 1) return 1;
    leftEdges[from] = leftEdges[from]! - 1;
    rightEdges[to] = rightEdges[to]! - 1;
    return 0;
  });
}
