import { type Covariate, comparisonMethod, matchMahalanobis, type People } from "@likewise/compare";
import type { ComparisonPlan } from "@likewise/schema";
import { cholesky, randomStream, solveCholesky } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { lalondePeople } from "../support/lalonde-people.ts";
import { expectClose, oracle } from "../support/oracle.ts";
import { pooledCovariance } from "../support/pooled-covariance.ts";
import { selected } from "../support/studies.ts";

const reference = oracle("mahalanobis");

/** The distance of one treated person to one comparison person, as the largest caliper that just keeps the pair shows it. */
function keeps(treated: number, comparison: number, kind: "values" | "ranks", caliper: number): boolean {
  const eligible = lalondePeople.treated.map((_, row) => (row === treated || row === comparison ? 1 : 0));
  return matchMahalanobis(lalondePeople.covariates, lalondePeople.treated, { kind, caliper, eligible })!.length === 1;
}

describe.each(["values", "ranks"] as const)("Mahalanobis distance of %s", (kind) => {
  it("is that of base R for pairs of LaLonde's people, factor and all", () => {
    expect(reference[kind].length).toBe(49);
    reference[kind].forEach((distance: number, k: number) => {
      const [treated, comparison] = [reference.treated[k] - 1, reference.comparison[k] - 1];
      expect(keeps(treated, comparison, kind, distance * (1 + 1e-9))).toBe(true);
      expect(keeps(treated, comparison, kind, distance * (1 - 1e-9))).toBe(false);
    });
  });
});

/** People with ties on purpose: levels, a count, a covariate said twice and one of many values. */
function drawnPeople(people: number, seed: string): { covariates: Covariate[]; treated: Uint8Array } {
  const stream = randomStream(seed);
  const numbers = (draw: () => number) => Float64Array.from({ length: people }, draw);
  const count = numbers(() => stream.integer(0, 4));
  const risk = numbers(() => stream.normal());
  const levels = Int32Array.from({ length: people }, () => stream.integer(0, 2));
  return {
    covariates: [
      { kind: "number", name: "count", values: count },
      { kind: "number", name: "twice the count", values: count.map((value) => 2 * value) },
      { kind: "number", name: "risk", values: risk },
      { kind: "number", name: "age", values: numbers(() => stream.integer(18, 60)) },
      { kind: "factor", name: "level", levels: ["a", "b", "c"], codes: levels },
    ],
    treated: Uint8Array.from(risk, (one) => (stream.bernoulli(1 / (1 + Math.exp(1.2 - one))) ? 1 : 0)),
  };
}

/** Every comparison person looked at, distances straight from the covariance within arms. */
function bruteForce({ covariates, treated }: ReturnType<typeof drawnPeople>): [number, number][] {
  const [count, , risk, age, level] = covariates as [Numeric, Numeric, Numeric, Numeric, Factor];
  const columns = [count.values, risk.values, age.values, indicator(level, 1), indicator(level, 2)];
  const covariance = pooledCovariance(columns, treated);
  const factor = cholesky(covariance);
  const free = new Set(Array.from(treated, (_, row) => row).filter((row) => treated[row] === 0));
  const pairs: [number, number][] = [];
  treated.forEach((arm, row) => {
    if (arm === 0 || free.size === 0) return;
    const distances = Array.from(free, (other) => {
      const apart = Float64Array.from(columns, (values) => values[row]! - values[other]!);
      const solved = solveCholesky(factor, apart);
      return { other, squared: apart.reduce((sum, value, j) => sum + value * solved[j]!, 0) };
    });
    const least = distances.reduce((low, { squared }) => Math.min(low, squared), Number.POSITIVE_INFINITY);
    const tied = distances.filter(({ squared }) => squared <= least * (1 + 1e-9) + 1e-18);
    const chosen = tied.reduce((first, { other }) => Math.min(first, other), Number.POSITIVE_INFINITY);
    free.delete(chosen);
    pairs.push([row, chosen]);
  });
  return pairs;
}

type Numeric = Extract<Covariate, { kind: "number" }>;
type Factor = Extract<Covariate, { kind: "factor" }>;
const indicator = ({ codes }: Factor, level: number) => Float64Array.from(codes, (code) => (code === level ? 1 : 0));

describe("Mahalanobis matching", () => {
  it("of 2,000 people finds, pair by pair, what looking at everybody finds", () => {
    const people = drawnPeople(2000, "two thousand people");
    const sets = matchMahalanobis(people.covariates, people.treated)!;
    expect(sets.length).toBeGreaterThan(400);
    expect(sets.map(({ treated, comparison }) => [treated[0], comparison[0]])).toEqual(bruteForce(people));
  });

  it.each(["values", "ranks"] as const)("of %s does not mind units, order or repetition of covariates", (kind) => {
    const { covariates, treated } = drawnPeople(300, "units");
    const other = covariates
      .map((one) => (one.kind === "number" ? { ...one, values: one.values.map((value) => 1000 * value - 7) } : one))
      .reverse();
    const expected = matchMahalanobis(covariates, treated, { kind });
    expect(matchMahalanobis(other, treated, { kind })).toEqual(expected);
    if (kind === "values") expect(matchMahalanobis([...covariates, other[1]!], treated)).toEqual(expected);
  });

  it("by ranks is not moved by how far out one value lies", () => {
    const { covariates, treated } = drawnPeople(300, "far out");
    const risk = covariates[2] as Numeric;
    const most = Math.max(...risk.values);
    const stretched = { ...risk, values: risk.values.map((value) => (value === most ? 1e6 : value)) };
    const moved = covariates.map((one) => (one === risk ? stretched : one));
    expect(matchMahalanobis(moved, treated, { kind: "ranks" })).toEqual(
      matchMahalanobis(covariates, treated, { kind: "ranks" }),
    );
  });

  it("has no distance where a covariate repeats the arm, and says so", () => {
    const { covariates, treated } = drawnPeople(60, "arms apart");
    const arm: Covariate = { kind: "number", name: "arm", values: Float64Array.from(treated) };
    expect(matchMahalanobis([...covariates, arm], treated)).toBeNull();
    const people: People = {
      ...lalondePeople,
      covariates: [...lalondePeople.covariates, { ...arm, values: Float64Array.from(lalondePeople.treated) }],
    };
    const plan: ComparisonPlan = { ...selected, method: "nearest", distance: "mahalanobis" };
    const formed = comparisonMethod("nearest").form(people, { plan, seed: 1 });
    expect(formed).toMatchObject({ refusal: { rule: "no-overlap" } });
  });

  it("keeps to a caliper in the distance itself, and closest first takes the closest pair", () => {
    const { covariates, treated } = drawnPeople(200, "closest");
    const within = matchMahalanobis(covariates, treated, { caliper: 0.5, order: "closest" })!;
    expect(within.length).toBeLessThan(matchMahalanobis(covariates, treated)!.length);
    expect(within.length).toBeGreaterThan(5);
    expect(() => matchMahalanobis(covariates, treated, { caliper: 0 })).toThrow(RangeError);
  });

  it("gives one person the one nearest on one covariate", () => {
    const age: Covariate = { kind: "number", name: "age", values: Float64Array.of(30, 31, 20, 42) };
    const [set] = matchMahalanobis([age], [1, 0, 0, 1])!;
    expect(set).toEqual({ treated: [0], comparison: [1] });
    expectClose(matchMahalanobis([age], [1, 0, 0, 1])!.length, 2, 0);
  });
});
