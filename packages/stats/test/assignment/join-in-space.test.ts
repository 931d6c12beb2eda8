import {
  assignmentOnLine,
  edgeCoverOnLine,
  type JoinInSpace,
  type JoinLimits,
  joinInSpace,
  randomStream,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { readOracle } from "../support.ts";

interface Limits {
  readonly left: JoinLimits;
  readonly right: JoinLimits;
}

interface Problem {
  readonly form: string;
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly leftWindow: readonly number[];
  readonly rightWindow: readonly number[];
  readonly within: number;
  readonly width: number;
  readonly limits: Limits;
  /** Points that want somebody and have somebody. */
  readonly joined: number;
  /** Wants met in all. */
  readonly met: number;
  readonly cost: number;
}

const { problems } = readOracle<{ problems: readonly Problem[] }>("join-in-space.json");

const pair: Limits = { left: { wanted: 1, most: 1 }, right: { wanted: 0, most: 1 } };
const cover: Limits = { left: { wanted: 1, most: 1000 }, right: { wanted: 1, most: 1000 } };

function degrees({ left, right }: Pick<JoinInSpace, "left" | "right">, points: number, others: number) {
  const ofLeft = Array.from({ length: points }, (_, one) => left.filter((end) => end === one).length);
  const ofRight = Array.from({ length: others }, (_, one) => right.filter((end) => end === one).length);
  return { ofLeft, ofRight };
}

describe("points joined in space", () => {
  it("are as many and as near as an integer program over all pairs finds, and keep to every limit", () => {
    expect(new Set(problems.map(({ form }) => form)).size).toBe(6);
    for (const { left, right, leftWindow, rightWindow, within, width, limits, joined, met, cost } of problems) {
      const found = joinInSpace(
        {
          dimensions: 2,
          left: Float64Array.from(left),
          right: Float64Array.from(right),
          windows: [{ left: Float64Array.from(leftWindow), right: Float64Array.from(rightWindow), width }],
          within,
        },
        limits,
      );
      const { ofLeft, ofRight } = degrees(found, leftWindow.length, rightWindow.length);
      const sides = [
        ...ofLeft.map((degree) => ({ degree, ...limits.left })),
        ...ofRight.map((degree) => ({ degree, ...limits.right })),
      ];
      expect(sides.filter(({ degree, wanted }) => wanted > 0 && degree > 0)).toHaveLength(joined);
      expect(sides.reduce((sum, { degree, wanted }) => sum + Math.min(degree, wanted), 0)).toBe(met);
      expect(sides.every(({ degree, most }) => degree <= most)).toBe(true);
      expect(found.cost).toBeCloseTo(cost, 9);
      expect(found.gap).toBeLessThan(1e-8);
      for (const [edge, one] of found.left.entries()) {
        const other = found.right[edge]!;
        expect(found.distance[edge]).toBeLessThanOrEqual(within);
        expect(Math.abs(leftWindow[one]! - rightWindow[other]!)).toBeLessThanOrEqual(width);
        expect(Math.min(ofLeft[one]!, ofRight[other]!)).toBe(1);
      }
    }
  });

  it("agree with pairs and covers on a line, which are found in another way, where most pairs are never listed", () => {
    const stream = randomStream(8).split("join");
    for (let trial = 0; trial < 12; trial++) {
      const draw = () => (trial % 3 === 0 ? stream.integer(0, 30) : stream.uniform() * 10);
      const left = Float64Array.from({ length: 60 + trial }, draw);
      const right = Float64Array.from({ length: 80 + 20 * trial }, (_, i) => draw() + (i % 4 === 0 ? 9 : 0));
      const onLine = assignmentOnLine({ left, right, leftPenalty: Number.POSITIVE_INFINITY, rightPenalty: 0 });
      expect(joinInSpace({ dimensions: 1, left, right }, pair).cost).toBeCloseTo(onLine.cost, 9);
      expect(joinInSpace({ dimensions: 1, left, right }, cover).cost).toBeCloseTo(edgeCoverOnLine(left, right).cost, 9);
      expect(joinInSpace({ dimensions: 1, left: right, right: left }, cover).cost).toBeCloseTo(
        edgeCoverOnLine(left, right).cost,
        9,
      );
    }
  });

  it("are only those that may be joined", () => {
    // By hand: 0 may not have 0.1, so it takes 0.5 and leaves 0.1 to 0.4; were both allowed it would be 0.1 + 0.1.
    const points = { dimensions: 1, left: Float64Array.of(0, 0.4), right: Float64Array.of(0.1, 0.5) };
    const barred = joinInSpace({ ...points, admits: (left, right) => !(left === 0 && right === 0) }, pair);
    expect(Array.from(barred.right)).toEqual([1, 0]);
    expect(barred.cost).toBeCloseTo(0.8, 12);
    expect(joinInSpace({ ...points, within: 0.05 }, pair).left).toHaveLength(0);
    expect(joinInSpace({ ...points, left: new Float64Array(0) }, pair).cost).toBe(0);
  });

  it("refuses what is no joining", () => {
    const points = { dimensions: 1, left: Float64Array.of(0), right: Float64Array.of(1) };
    expect(() => joinInSpace({ ...points, right: Float64Array.of(Number.NaN) }, pair)).toThrow(
      "joinInSpace: coordinates of right must be finite",
    );
    expect(() => joinInSpace(points, { ...pair, left: { wanted: 2, most: 1 } })).toThrow(
      "joinInSpace: limits of left must be whole numbers with most >= wanted >= 0, got 2 and 1",
    );
    expect(() => joinInSpace(points, { left: { wanted: 2, most: 2 }, right: { wanted: 0, most: 2 } })).toThrow(
      "joinInSpace: a side may want several only where",
    );
  });
});
