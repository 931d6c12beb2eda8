import { readFileSync } from "node:fs";
import {
  type ComparisonGroup,
  checkConstraints,
  comparisonMethod,
  comparisonMethods,
  effectEstimators,
  type People,
} from "@likewise/compare";
import { type ComparisonPlan, schemas } from "@likewise/schema";
import { randomStream } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { selected } from "../support/studies.ts";

const stream = randomStream("people for every method");
const n = 120;
const age = Float64Array.from({ length: n }, () => 18 + stream.integer(0, 40));
const risk = Int32Array.from({ length: n }, () => stream.integer(0, 2));
const people: People = {
  numRows: n,
  units: Int32Array.from({ length: n }, (_, row) => row),
  ids: Array.from({ length: n }, (_, row) => `P${row}`),
  treated: Uint8Array.from(age, (years) => (stream.bernoulli(1 / (1 + Math.exp((years - 30) / 10))) ? 1 : 0)),
  covariates: [
    { kind: "number", name: "age", values: age },
    { kind: "factor", name: "risk", levels: ["high", "low", "medium"], codes: risk },
  ],
  exact: [{ kind: "factor", name: "risk", levels: ["high", "low", "medium"], codes: risk }],
  clusters: null,
};

/** What a method cannot do without. */
const needed: Readonly<Record<string, Partial<ComparisonPlan>>> = { radius: { caliper: 0.5 } };

const form = (id: (typeof comparisonMethods)[number]["id"], who: People = people): ComparisonGroup => {
  const formed = comparisonMethod(id).form(who, { plan: { ...selected, method: id, ...needed[id] }, seed: 1 });
  if ("refusal" in formed) throw new Error(formed.refusal.why);
  return formed.group;
};

describe("the registry of methods", () => {
  it("has one entry for every method a plan may name", () => {
    const named = (schemas as Record<string, never>).study as {
      $defs: { ComparisonPlan: { properties: { method: { enum: string[] } } } };
    };
    expect(comparisonMethods.map(({ id }) => id).sort()).toEqual(
      [...named.$defs.ComparisonPlan.properties.method.enum].sort(),
    );
  });

  it.each(comparisonMethods)(
    "$id declares what it is, whose effect it can describe and where it is published",
    (method) => {
      expect(method.label).not.toBe("");
      expect(method.source).toMatch(/\d{4}/);
      expect(method.estimands.length).toBeGreaterThan(0);
    },
  );
});

describe.each(comparisonMethods)("method $id", ({ id }) => {
  it("offers estimators, its own first", () => {
    expect(comparisonMethod(id).estimators.length).toBeGreaterThan(0);
  });

  it("gives the same group for the same people, and leaves them as they were", () => {
    const before = JSON.stringify(people);
    expect(JSON.stringify(form(id))).toBe(JSON.stringify(form(id)));
    expect(JSON.stringify(people)).toBe(before);
  });

  it("does not mind the unit of a covariate, or a covariate said twice", () => {
    const months = { kind: "number" as const, name: "months", values: age.map((years) => 128 * years) };
    const other = { ...people, covariates: [months, people.covariates[1]!] };
    const twice = { ...people, covariates: [...people.covariates, months] };
    expect(form(id, other).sets).toEqual(form(id).sets);
    expect(form(id, twice).sets).toEqual(form(id).sets);
  });

  it("weights the arms alike on average and breaks no constraint", () => {
    const { sets, weights, matching, setRule } = form(id);
    if (sets === null || weights === null) return;
    const inArm = (arm: number) => weights.filter((weight, row) => people.treated[row] === arm && weight > 0);
    const total = (arm: number) => inArm(arm).reduce((sum, weight) => sum + weight, 0);
    expect(total(1)).toBeCloseTo(inArm(1).length, 9);
    // Where comparison people serve more than once their weights may add up to the treated instead.
    const isReused = (setRule?.reuse ?? null) !== null;
    expect(total(0)).toBeCloseTo(inArm(isReused && id === "radius" ? 1 : 0).length, 9);
    expect(Object.values(matching!.constraintsChecked).every(({ broken }) => broken === 0)).toBe(true);
    if (isReused) return;
    const loose = { scores: age, treated: people.treated, caliperWidth: null, ratio: n, exact: {} };
    expect(checkConstraints(sets, loose).usedOnce!.broken).toBe(0);
  });
});

describe("the README", () => {
  const text = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

  it.each([...comparisonMethods, ...effectEstimators])("has a place for $id", ({ id }) => {
    expect(text).toContain(`\`${id}\``);
  });
});
