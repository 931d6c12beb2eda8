import { buildCohort, describeSelection, outcomesFromTable } from "@likewise/cohort";
import { validateResults } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

const ids = ["A", "B", "C", "D"];
const tables = {
  people: tableOf(["person", "sex"], ["A", "male"], ["B", "female"], ["C", "male"], ["D", "unknown"]),
  referrals: tableOf(
    ["person", "referral_date", "prior_offence"],
    ...ids.map((id, i) => [id, "2023-01-01", i < 3 ? "yes" : "no"]),
  ),
  selections: tableOf(
    ["person", "decision_date", "score", "panel_decision", "provider_decision"],
    ["A", "2023-01-05", 40, "selected", "accepted"],
    ["B", "2023-01-05", 30, "selected", "accepted"],
    ["C", "2023-01-05", 20, "not-selected", null],
    ["D", "2023-01-05", 10, "selected", "capacity-refused"],
  ),
  allocations: tableOf(["person", "arm"], ["A", "in"], ["B", "in"], ["C", "out"], ["D", "out"]),
  stages: tableOf(["person", "stage", "date"], ["A", "started", "2023-02-01"], ["A", "completed", "2023-05-01"]),
  needs: tableOf(["person", "pathway", "status"], ["A", "housing", "met"]),
  outcomes: tableOf(["person", "outcome", "value"], ...ids.map((id, i) => [id, "arrest", i % 2])),
};
const plan = {
  ...planOf({ cohort: { arms: { from: "allocations.arm", treated: ["in"], comparison: ["out"] }, indexDate: null } }),
  comparisons: [{ id: "trial", assignment: "random", comparator: "randomised-control" }] as [
    ReturnType<typeof planOf>["comparisons"][number],
  ],
};
const { baseline } = buildCohort({ plan, tables });
const outcomes = outcomesFromTable({ plan, tables, baseline });
const given = { plan, tables, baseline, outcomes };
const found = describeSelection(given);

describe("what a run says of selection", () => {
  it("is every part its tables allow, each once", () => {
    expect(Object.keys(found.results)).toEqual([
      "selection-log",
      "reach",
      "need-cascade",
      "index-rule",
      "departures",
      "allocation-flow",
      "by-prior-offence",
      "completers",
    ]);
    const names = found.tables.map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
    for (const { linked } of found.tables) for (const other of linked) expect(names).toContain(other);
  });

  it("has tables of the shape of results, with every level of every cell among its dimensions", () => {
    const checked = validateResults({ tables: found.tables });
    const problems = "problems" in checked ? checked.problems : [];
    expect(problems.filter(({ path }) => path.startsWith("tables["))).toEqual([]);
    for (const { id, dimensions, cells } of found.tables) {
      for (const { at } of cells) {
        expect(Object.keys(at), id).toEqual(dimensions.map((dimension) => dimension.id));
        for (const dimension of dimensions)
          expect(
            dimension.levels.map((level) => level.id),
            id,
          ).toContain(at[dimension.id]);
      }
    }
  });

  it("survives JSON, and hands on the facts with the crossover of the data", () => {
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(found.facts.crossover).toMatchObject({ treated: 0.5, comparison: 0 });
    const selected = { ...plan, comparisons: planOf({}).comparisons };
    expect(describeSelection({ ...given, plan: selected }).facts).toEqual({});
  });

  it("changes none of its inputs", () => {
    const before = structuredClone(given);
    describeSelection(given);
    expect(given).toEqual(before);
  });
});
