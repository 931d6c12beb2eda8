import { type ComparisonGroup, comparisonMethod, type People, propensityScore } from "@likewise/compare";
import { type ComparisonPlan, Failure } from "@likewise/schema";
import { type RandomStream, randomStream, sampleStandardDeviation } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { oracle } from "../support/oracle.ts";
import { compareLalonde, lalonde, reordered, selected } from "../support/studies.ts";

const compare = (plan: Partial<ComparisonPlan>, rows = lalonde) => compareLalonde(plan, { rows });

/** A few people with two covariates, many of them tied. */
function fewPeople(stream: RandomStream, treated: number, comparison: number): People {
  const n = treated + comparison;
  const age = Float64Array.from({ length: n }, (_, row) => stream.integer(0, 12) + (row < treated ? 2 : 0));
  const prior = Float64Array.from({ length: n }, () => stream.integer(0, 4));
  const site = Int32Array.from({ length: n }, () => stream.integer(0, 2));
  return {
    numRows: n,
    units: Int32Array.from({ length: n }, (_, row) => row),
    ids: Array.from({ length: n }, (_, row) => `P${row}`),
    treated: Uint8Array.from({ length: n }, (_, row) => (row < treated ? 1 : 0)),
    covariates: [
      { kind: "number", name: "age", values: age },
      { kind: "number", name: "prior", values: prior },
    ],
    exact: [],
    antiExact: [{ kind: "factor", name: "site", levels: ["a", "b", "c"], codes: site }],
    clusters: null,
  };
}

function formed(people: People, plan: Partial<ComparisonPlan>): ComparisonGroup | null {
  const asked = { ...selected, ...plan } as ComparisonPlan;
  const result = comparisonMethod(asked.method!).form(people, { plan: asked, seed: 1 });
  return "group" in result ? result.group : null;
}

/** Most pairs and least total of all ways of pairing one treated person after another with somebody or nobody. */
function everyPairing(treated: number, comparison: number, distance: (t: number, c: number) => number | null) {
  let best = { pairs: 0, total: 0 };
  const used = new Set<number>();
  const extend = (t: number, pairs: number, total: number): void => {
    if (t === treated) {
      if (pairs > best.pairs || (pairs === best.pairs && total < best.total)) best = { pairs, total };
      return;
    }
    extend(t + 1, pairs, total);
    for (let c = treated; c < treated + comparison; c++) {
      const far = used.has(c) ? null : distance(t, c);
      if (far === null) continue;
      used.add(c);
      extend(t + 1, pairs + 1, total + far);
      used.delete(c);
    }
  };
  extend(0, 0, 0);
  return best;
}

describe("optimal pairs under limits", () => {
  it("are as many as can be and then the nearest of all ways of pairing, looked at one by one", () => {
    const stream = randomStream("pairs under limits");
    let matched = 0;
    for (let trial = 0; trial < 40; trial++) {
      const people = fewPeople(stream.split(trial), 4, 5);
      const { probability, separated } = propensityScore(people.covariates, people.treated);
      if (separated) continue;
      const codes = people.antiExact![0] as { codes: Int32Array };
      const prior = people.covariates[1] as { values: Float64Array };
      const width = 0.5 * sampleStandardDeviation(probability);
      const priorWidth = 1.5 * sampleStandardDeviation(prior.values);
      const best = everyPairing(4, 5, (t, c) => {
        const far = Math.abs(probability[t]! - probability[c]!);
        const isAllowed =
          far <= width &&
          Math.abs(prior.values[t]! - prior.values[c]!) <= priorWidth &&
          codes.codes[t] !== codes.codes[c];
        return isAllowed ? far : null;
      });
      const plan: Partial<ComparisonPlan> = {
        method: "optimal",
        caliper: 0.5,
        covariateCalipers: { prior: 1.5 },
        antiExact: ["site"],
      };
      const group = formed(people, plan);
      expect(group?.sets?.length ?? 0).toBe(best.pairs);
      expect((group?.options.totalDistance as number | undefined) ?? 0).toBeCloseTo(best.total, 9);
      matched += best.pairs;
    }
    expect(matched).toBeGreaterThan(30);
  });

  it("on LaLonde are at least as many as greedy pairs within the same caliper, whatever the distance", () => {
    for (const distance of ["probability", "linear"] as const) {
      const greedy = compare({ method: "nearest", caliper: 0.2, distance }).comparison;
      const best = compare({ method: "optimal", caliper: 0.2, distance }).comparison;
      expect(best.matching!.treatedMatched).toBeGreaterThanOrEqual(greedy.matching!.treatedMatched as number);
      expect(best.matching!.constraintsChecked.caliper).toMatchObject({ broken: 0 });
      expect(best.design.gap).toBeLessThan(1e-9);
      expect(best.estimates.find(({ primary }) => primary)!.estimand).toBe("ATM");
    }
  });

  it("by Mahalanobis distance are nearer in all than R's greedy pairs, and keep to a score caliper beside it", () => {
    const { sum_mahalanobis_distance: greedy } = oracle("lalonde").matching.nn_mahalanobis;
    const nearest = compare({ method: "optimal", distance: "mahalanobis" }).comparison;
    expect(nearest.design.totalDistance).toBeLessThan(greedy);
    expect(nearest.matching!.treatedMatched).toBe(185);
    for (const distance of ["mahalanobis", "robust-mahalanobis"] as const) {
      const best = compare({ method: "optimal", distance, scoreCaliper: 0.5, ratio: 2 }).comparison;
      expect(best.matching!.constraintsChecked["caliper:score"]).toMatchObject({ broken: 0 });
      expect(best.design.gap).toBeLessThan(1e-7);
    }
  });
});

describe("full matching under limits", () => {
  it("without any that bind is that on the line", () => {
    const free = compare({ method: "full" }).comparison;
    const wide = compare({ method: "full", caliper: 1000 }).comparison;
    const ranged = compare({ method: "full", ratioRange: { least: 1 / 185, most: 429 } }).comparison;
    expect(wide.design.totalDistance).toBeCloseTo(free.design.totalDistance as number, 9);
    expect(ranged.design.totalDistance).toBeCloseTo(free.design.totalDistance as number, 9);
  });

  it("keeps to calipers and to the sizes of sets, and leaves nobody out who can be had", () => {
    const plans: readonly Partial<ComparisonPlan>[] = [
      { caliper: 0.1 },
      { ratioRange: { least: 0.333, most: 3 } },
      { ratioRange: { least: 1, most: 2 }, caliper: 0.3 },
      { ratioRange: { least: 2, most: 5 }, distance: "mahalanobis", exact: ["married"] },
      { distance: "robust-mahalanobis", covariateCalipers: { age: 1 }, antiExact: ["nodegree"] },
    ];
    for (const plan of plans) {
      const { matching, design } = compare({ method: "full", ...plan }).comparison;
      for (const [name, { broken }] of Object.entries(matching!.constraintsChecked))
        expect([name, broken]).toEqual([name, 0]);
      expect(design.gap).toBeLessThan(1e-8);
    }
    // By hand: 429 comparison people for 185 treated: with at most 2 each, 370 can be had.
    const two = compare({ method: "full", ratioRange: { least: 1, most: 2 } }).comparison;
    expect([two.matching!.treatedMatched, two.matching!.comparisonMatched]).toEqual([185, 370]);
    expect(two.estimates.find(({ primary }) => primary)!.estimand).toBe("ATT");
    // With two of one's own at the fewest everybody is still had.
    const own = compare({ method: "full", ratioRange: { least: 2, most: 3 } }).comparison;
    expect([own.matching!.treatedMatched, own.matching!.comparisonMatched]).toEqual([185, 429]);
  });

  it("refuses what it could not keep to", () => {
    expect(() => compare({ method: "full", ratio: 2 })).toThrow(Failure);
    expect(() => compare({ method: "full", ratioRange: { least: 0.4, most: 2 } })).toThrow("ratioRange: least must be");
    expect(() => compare({ method: "full", ratioRange: { least: 3, most: 2 } })).toThrow("ratioRange: least must be");
    expect(() => compare({ method: "optimal", ratioRange: { least: 1, most: 2 } })).toThrow("use full");
    expect(() => compare({ method: "optimal", order: "data" })).toThrow("order: nobody chooses first");
  });
});

describe("a hundred shuffles", () => {
  const rows = Object.fromEntries(
    Object.entries(lalonde).map(([name, cells]) => [name, cells.filter((_, row) => row % 4 === 0)]),
  );
  const n = rows.id!.length;
  it.each([
    { method: "optimal", caliper: 0.2 },
    { method: "full", ratioRange: { least: 0.5, most: 4 }, distance: "mahalanobis" },
  ] as const)("change not a byte of %o", (plan) => {
    const stream = randomStream(JSON.stringify(plan));
    const first = JSON.stringify(compare(plan, rows));
    for (let k = 0; k < 100; k++) {
      const order = stream.split(k).shuffle(Int32Array.from({ length: n }, (_, row) => row));
      expect(JSON.stringify(compare(plan, reordered(rows, Array.from(order))))).toBe(first);
    }
  });
});
