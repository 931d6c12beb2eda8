import { assignmentOnLine, edgeCoverOnLine, randomStream } from "@likewise/stats";
import { describe, expect, it } from "vitest";

/** Every pairing of two small sets tried, one after the other. */
function cheapestPairing(left: readonly number[], right: readonly number[], alone: readonly [number, number]): number {
  const isTaken = right.map(() => false);
  const from = (i: number): number => {
    if (i === left.length) return isTaken.filter((taken) => !taken).length * alone[1];
    let best = alone[0] + from(i + 1);
    for (let j = 0; j < right.length; j++) {
      if (isTaken[j]) continue;
      isTaken[j] = true;
      best = Math.min(best, Math.abs(left[i]! - right[j]!) + from(i + 1));
      isTaken[j] = false;
    }
    return best;
  };
  return from(0);
}

/** Every subset of edges tried. */
function cheapestCover(left: readonly number[], right: readonly number[]): number {
  const edges = left.flatMap((_, i) => right.map((__, j) => [i, j] as const));
  let best = Number.POSITIVE_INFINITY;
  for (let subset = 1; subset < 1 << edges.length; subset++) {
    const chosen = edges.filter((_, e) => (subset >> e) & 1);
    if (new Set(chosen.map(([i]) => i)).size < left.length || new Set(chosen.map(([, j]) => j)).size < right.length) {
      continue;
    }
    best = Math.min(
      best,
      chosen.reduce((sum, [i, j]) => sum + Math.abs(left[i]! - right[j]!), 0),
    );
  }
  return best;
}

const stream = randomStream(7).split("points on a line");
/** Half of the sets stand on a grid, so that points share places and distances tie. */
function points(count: number, onGrid: boolean): number[] {
  return Array.from({ length: count }, () => (onGrid ? Math.floor(stream.uniform() * 8) : stream.uniform() * 10));
}

describe("pairings on a line", () => {
  it("cost what the best of all pairings costs, where every left point must have a partner", () => {
    for (let trial = 0; trial < 600; trial++) {
      const left = points(1 + (trial % 4), trial % 2 === 0);
      const right = points(left.length + (trial % 5), trial % 2 === 0);
      const found = assignmentOnLine({
        left: Float64Array.from(left),
        right: Float64Array.from(right),
        leftPenalty: Number.POSITIVE_INFINITY,
        rightPenalty: 0,
      });
      expect(found.pairs).toBe(left.length);
      expect(new Set(found.rightOfLeft).size).toBe(left.length);
      expect(found.cost).toBeCloseTo(cheapestPairing(left, right, [Number.POSITIVE_INFINITY, 0]), 9);
    }
  });

  it("cost what the best costs where points may stay alone at a price", () => {
    for (let trial = 0; trial < 600; trial++) {
      const [left, right] = [points(1 + (trial % 4), trial % 2 === 0), points(1 + (trial % 6), trial % 2 === 0)];
      const alone = [stream.uniform() * 4, stream.uniform() * 3] as const;
      const found = assignmentOnLine({
        left: Float64Array.from(left),
        right: Float64Array.from(right),
        leftPenalty: alone[0],
        rightPenalty: alone[1],
      });
      expect(found.cost).toBeCloseTo(cheapestPairing(left, right, alone), 9);
    }
  });

  it("refuse what has no answer", () => {
    const two = Float64Array.of(1, 2);
    const must = { leftPenalty: Number.POSITIVE_INFINITY, rightPenalty: 0 };
    expect(() => assignmentOnLine({ left: two, right: Float64Array.of(1), ...must })).toThrow(
      "assignmentOnLine: 2 left points that must be paired need as many right points, got 1",
    );
    expect(() => assignmentOnLine({ left: Float64Array.of(Number.NaN), right: two, ...must })).toThrow(
      "assignmentOnLine: left[0] must be finite, got NaN",
    );
    expect(() => assignmentOnLine({ left: two, right: two, leftPenalty: two.slice(1), rightPenalty: 0 })).toThrow(
      "assignmentOnLine: leftPenalty must have one number for each of 2 points, got 1",
    );
  });
});

describe("covers of points on a line", () => {
  it("cost what the best of all sets of edges costs, join everybody and are stars", () => {
    for (let trial = 0; trial < 300; trial++) {
      const [left, right] = [points(1 + (trial % 3), trial % 2 === 0), points(1 + (trial % 4), trial % 2 === 0)];
      const cover = edgeCoverOnLine(Float64Array.from(left), Float64Array.from(right));
      expect(cover.cost).toBeCloseTo(cheapestCover(left, right), 9);
      expect(new Set(cover.left).size).toBe(left.length);
      expect(new Set(cover.right).size).toBe(right.length);
      const ends = (side: Int32Array, row: number) => side.filter((one) => one === row).length;
      for (let e = 0; e < cover.left.length; e++) {
        expect(Math.min(ends(cover.left, cover.left[e]!), ends(cover.right, cover.right[e]!))).toBe(1);
      }
    }
  });

  it("cost the same whichever set is called left, and when the line is turned round", () => {
    const [left, right] = [Float64Array.from(points(400, false)), Float64Array.from(points(900, true))];
    const { cost } = edgeCoverOnLine(left, right);
    expect(edgeCoverOnLine(right, left).cost).toBeCloseTo(cost, 9);
    const turned = edgeCoverOnLine(
      left.map((x) => -x),
      right.map((x) => -x),
    );
    expect(turned.cost).toBeCloseTo(cost, 9);
  });

  it("of one point joins all others to it", () => {
    const cover = edgeCoverOnLine(Float64Array.of(5), Float64Array.of(1, 5, 5, 9));
    expect(cover.cost).toBe(8);
    expect(Array.from(cover.right)).toEqual([0, 1, 2, 3]);
    expect(() => edgeCoverOnLine(Float64Array.of(), Float64Array.of(1))).toThrow(
      "edgeCoverOnLine: both sides must have a point, got 0 left and 1 right",
    );
  });
});
