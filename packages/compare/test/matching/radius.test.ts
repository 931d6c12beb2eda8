import { comparisonMethod, type People } from "@likewise/compare";
import type { ComparisonPlan } from "@likewise/schema";
import { sampleStandardDeviation } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { lalondePeople } from "../support/lalonde-people.ts";
import { expectClose } from "../support/oracle.ts";
import { compareLalonde, estimate, lalonde, selected } from "../support/studies.ts";

function groupOf(plan: Partial<ComparisonPlan>, people: People = lalondePeople) {
  const formed = comparisonMethod("radius").form(people, { plan: { ...selected, method: "radius", ...plan }, seed: 1 });
  if ("refusal" in formed) throw new Error(formed.refusal.why);
  return formed.group;
}

describe("radius matching", () => {
  const group = groupOf({ caliper: 0.1 });

  it("compares each treated person with everybody inside the radius and nobody else", () => {
    const score = group.score!;
    const radius = 0.1 * sampleStandardDeviation(score);
    const everybody = Array.from(score, (_, row) => row);
    for (const treated of everybody.filter((row) => lalondePeople.treated[row] === 1)) {
      const inside = everybody.filter(
        (row) => lalondePeople.treated[row] === 0 && Math.abs(score[row]! - score[treated]!) <= radius,
      );
      const set = group.sets!.find((one) => one.treated[0] === treated);
      expect(set?.comparison ?? []).toEqual(inside);
    }
  });

  it("gives comparison people weights that add up to the treated people matched", () => {
    const total = (arm: number) =>
      group.weights!.reduce((sum, weight, row) => sum + (lalondePeople.treated[row] === arm ? weight : 0), 0);
    expect(total(1)).toBe(group.sets!.length);
    expect(total(0)).toBeCloseTo(group.sets!.length, 9);
    // A comparison person's weight is the sum over their sets of one over how many share the set.
    const row = group.sets![0]!.comparison[0]!;
    const sets = group.sets!.filter(({ comparison }) => comparison.includes(row));
    expectClose(
      group.weights![row],
      sets.reduce((sum, { comparison }) => sum + 1 / comparison.length, 0),
      1e-12,
    );
  });

  it("is the difference of the treated mean and the mean of the sets' comparison means", () => {
    const earnings = lalonde.re78 as number[];
    const mean = (rows: readonly number[]) => rows.reduce((sum, row) => sum + earnings[row]!, 0) / rows.length;
    const differences = group.sets!.map(({ treated, comparison }) => mean(treated) - mean(comparison));
    const result = compareLalonde({ method: "radius", caliper: 0.1 });
    expectClose(
      estimate(result, "re78:meanDifference:matched").estimate,
      differences.reduce((sum, one) => sum + one, 0) / differences.length,
      1e-10,
    );
  });

  it("refuses where nobody may be matched with anybody", () => {
    const same = { kind: "number", name: "same", values: new Float64Array(614) } as const;
    const plan: ComparisonPlan = { ...selected, method: "radius", caliper: 0.1 };
    const formed = comparisonMethod("radius").form({ ...lalondePeople, antiExact: [same] }, { plan, seed: 1 });
    expect(formed).toMatchObject({ refusal: { rule: "none-matched" } });
  });
});

describe("preset jdl", () => {
  const result = compareLalonde({ preset: "jdl" });
  const { design, assumptions, matching } = result.comparison;

  it("prints every option it sets", () => {
    expect(design).toMatchObject({
      preset: "jdl",
      method: "radius",
      estimand: "att",
      score: "logit",
      distance: "odds",
      replace: true,
      caliper: { sd: 0.2 },
      weightsSumTo: "the treated people matched",
    });
  });

  it("says which of it is published, and which is not", () => {
    const said = assumptions.filter((one) => one.startsWith("preset jdl"));
    expect(said.join(" ")).toContain("published template");
    expect(said.join(" ")).toContain("not verified");
    expect(said.join(" ")).toContain("radius is not published");
  });

  it("matches on the odds, with weights that add up to the treated people matched", () => {
    const ofComparison = result.matchedRows.columns.weight!.values as Float64Array;
    const units = result.matchedRows.columns.unit!.values as Int32Array;
    const total = ofComparison.reduce((sum, weight, k) => sum + (units[k]! >= 185 ? weight : 0), 0);
    expect(total).toBeCloseTo(matching!.treatedMatched as number, 8);
    const odds = groupOf({ caliper: 0.2 }).score!.map((p) => p / (1 - p));
    expectClose((design.caliper as { width: number }).width, 0.2 * sampleStandardDeviation(odds), 1e-12);
  });

  it("is the same as asking for what it sets, and takes another radius", () => {
    const { preset: _, ...spelt } = {
      ...compareLalonde({ method: "radius", distance: "odds", caliper: 0.2 }).comparison.design,
    };
    expect(design).toMatchObject(spelt);
    expect(compareLalonde({ preset: "jdl", caliper: 0.1 }).comparison.design.caliper).toMatchObject({ sd: 0.1 });
  });
});
