import { assignmentOnLine, minimumCostFlow, type Network, randomStream } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { readOracle } from "../support.ts";

interface Problem {
  readonly supply: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly capacity: readonly number[];
  readonly cost: readonly number[];
  readonly optimum: number | null;
}

const { problems } = readOracle<{ problems: readonly Problem[] }>("minimum-cost-flow.json");

function networkOf({ supply, from, to, capacity, cost }: Omit<Problem, "optimum">): Network {
  return {
    supply: Int32Array.from(supply),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    capacity: Int32Array.from(capacity),
    cost: Float64Array.from(cost),
  };
}

/** What leaves each node less what enters it. */
function balance({ supply, from, to }: Network, flow: Int32Array): number[] {
  const left = Array.from(supply, () => 0);
  flow.forEach((units, arc) => {
    left[from[arc]!]! += units;
    left[to[arc]!]! -= units;
  });
  return left;
}

/** People of two groups with an arc between each two, a sink, and a way past it that costs one of priority. */
function pairing(left: Float64Array, right: Float64Array, reach: number): Network & { readonly priority: Int32Array } {
  const [n, sink] = [left.length, left.length + right.length];
  const arcs = Array.from(left, (a, i) => Array.from(right, (b, j) => [i, n + j, Math.abs(a - b), 0] as const)).flat();
  const within = arcs.filter(([, , distance]) => distance <= reach);
  const all = [
    ...within,
    ...Array.from(left, (_, i) => [i, sink, 0, 1] as const),
    ...Array.from(right, (_, j) => [n + j, sink, 0, 0] as const),
  ];
  return {
    supply: Int32Array.from({ length: sink + 1 }, (_, node) => (node < n ? 1 : node === sink ? -n : 0)),
    from: Int32Array.from(all, ([from]) => from),
    to: Int32Array.from(all, ([, to]) => to),
    capacity: new Int32Array(all.length).fill(1),
    cost: Float64Array.from(all, ([, , cost]) => cost),
    priority: Int32Array.from(all, ([, , , priority]) => priority),
  };
}

describe("the cheapest flow", () => {
  it("costs what a linear program finds, keeps to capacities and balances every node", () => {
    expect(problems.filter(({ optimum }) => optimum === null).length).toBeGreaterThan(5);
    for (const problem of problems) {
      const network = networkOf(problem);
      const found = minimumCostFlow(network);
      if (problem.optimum === null) {
        expect(found).toBeNull();
        continue;
      }
      expect(found!.cost).toBeCloseTo(problem.optimum, 9);
      expect(found!.gap).toBeLessThan(1e-9);
      expect(found!.flow.every((units, arc) => units >= 0 && units <= network.capacity[arc]!)).toBe(true);
      expect(balance(network, found!.flow)).toEqual([...network.supply]);
    }
  });

  it("agrees with the pairing on a line, which is found in another way", () => {
    const stream = randomStream(3).split("flow");
    for (let trial = 0; trial < 60; trial++) {
      const left = Float64Array.from({ length: 1 + (trial % 12) }, () => stream.uniform() * 10);
      const right = Float64Array.from({ length: left.length + (trial % 9) }, () =>
        trial % 2 === 0 ? stream.uniform() * 10 : stream.integer(0, 9),
      );
      const found = minimumCostFlow(pairing(left, right, Number.POSITIVE_INFINITY))!;
      const onLine = assignmentOnLine({ left, right, leftPenalty: Number.POSITIVE_INFINITY, rightPenalty: 0 });
      expect(found.priority).toBe(0);
      expect(found.cost).toBeCloseTo(onLine.cost, 9);
    }
  });

  it("counts priorities first: as many pairs as can be, and of these the cheapest", () => {
    // By hand: 0 can reach 1 alone, 1.5 can reach 1 and 2; both pairs cost 1 + 0.5, and taking 1 for 1.5 would leave 0 alone.
    const found = minimumCostFlow(pairing(Float64Array.of(0, 1.5, 9), Float64Array.of(1, 2), 1))!;
    expect(found.priority).toBe(1);
    expect(found.cost).toBeCloseTo(1.5, 12);
  });

  it("is nothing where nothing is sent, and refuses a network that is none", () => {
    const network = networkOf({ supply: [0, 0], from: [0], to: [1], capacity: [1], cost: [1] });
    expect(minimumCostFlow(network)).toMatchObject({ cost: 0, gap: 0, priority: 0 });
    expect(() => minimumCostFlow({ ...network, supply: Int32Array.of(1, 0) })).toThrow(
      "minimumCostFlow: supplies must add up to 0, got 1",
    );
    expect(() => minimumCostFlow({ ...network, to: Int32Array.of(2) })).toThrow(
      "minimumCostFlow: nodes must be 0 to 1, got 2",
    );
    expect(() => minimumCostFlow({ ...network, cost: Float64Array.of() })).toThrow(
      "minimumCostFlow: cost must have one number per arc (1), got 0",
    );
    expect(() => minimumCostFlow({ ...network, capacity: Int32Array.of(-1) })).toThrow(
      "minimumCostFlow: capacities must be 0 or more, got -1",
    );
  });
});
