import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { buildCohort, departures, departuresFromAssignment, departureTables, withCrossover } from "@likewise/cohort";
import type { StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

const file = resolve(import.meta.dirname, "../../../../../shared/data/minneapolis-dv-experiment/mdve.csv");
const absent = existsSync(file) ? "" : " (skipped: no ../shared/data)";

describe.skipIf(absent !== "")(`the Minneapolis experiment${absent}`, () => {
  const conditions = ["arrest", "advise", "separate", null];
  const rows = absent === "" ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
  const names = (rows[0] ?? "").replaceAll('"', "").split(",");
  const read = (name: string) =>
    rows.slice(1).map((row) => conditions[Number(row.split(",")[names.indexOf(name)]) - 1]!);
  const found =
    absent === ""
      ? departuresFromAssignment({
          assigned: read("T_RANDOM"),
          delivered: read("T_FINAL"),
          programme: ["advise", "separate"],
        })
      : null;

  it("has 92, 108 and 114 assigned, 91, 84 and 83 of them treated so (Sherman and Berk 1984)", () => {
    expect(found).toMatchObject({ people: 314, notKnown: 16 });
    expect(found!.asAssigned.map(({ assigned, numerator, denominator }) => [assigned, denominator, numerator])).toEqual(
      [
        ["advise", 108, 84],
        ["arrest", 92, 91],
        ["separate", 114, 83],
      ],
    );
  });

  it("has a first stage of 0.786: 0.797 not arrested where that was assigned, 0.011 where arrest was", () => {
    const { received, firstStage, crossover } = found!;
    expect(received.treated.value).toBeCloseTo(0.7972973, 7);
    expect(received.comparison.value).toBeCloseTo(0.01086957, 8);
    expect(firstStage!.value).toBeCloseTo(0.786, 3);
    // published: 0.114 / 0.786 = 0.145 (Angrist and Pischke, Table 3.3)
    expect(0.114 / firstStage!.value).toBeCloseTo(0.145, 3);
    expect([crossover.treated.numerator, crossover.treated.denominator]).toEqual([45, 222]); // 19 and 26 arrested
    expect([crossover.comparison.numerator, crossover.comparison.denominator]).toEqual([1, 92]);
  });

  it("has a table that adds up", () => {
    const [table] = departureTables(found!);
    const total = table!.cells.find(({ at }) => at.assigned === "total" && at.delivered === "total")!;
    expect(total.numerator).toBe(314);
  });
});

describe("departures from assignment", () => {
  const people = tableOf(
    ["person", "arm", "got"],
    ["A", "t", "yes"],
    ["B", "t", "no"],
    ["C", "c", "no"],
    ["D", "c", "yes"],
    ["E", "c", null],
  );
  const cohort: StudyPlan["cohort"] = { arms: { from: "people.arm", treated: ["t"], comparison: ["c"] } };
  const of = (parts: StudyPlan["cohort"], more = {}) => {
    const plan = planOf({ cohort: { ...cohort, ...parts } });
    const tables = { people, ...more };
    return departures({ plan, tables, baseline: buildCohort({ plan, tables }).baseline })!;
  };

  it("are read from what was delivered, and whoever it is not known of is in no share", () => {
    const found = of({ delivered: { from: "people.got", treated: ["yes"] } });
    expect(found).toMatchObject({ people: 4, notKnown: 1 });
    expect(found.crossover).toMatchObject({
      treated: { numerator: 1, denominator: 2 },
      comparison: { numerator: 1, denominator: 2 },
    });
    expect(found.firstStage!.value).toBe(0);
  });

  it("are else read from who started", () => {
    const stages = tableOf(["person", "stage", "date"], ["A", "started", "2024-01-01"], ["B", "started", "2024-01-01"]);
    expect(of({}, { stages }).crossover).toMatchObject({
      treated: { numerator: 0 },
      comparison: { numerator: 0, denominator: 3 },
    });
  });

  it("are refused where nothing says what was delivered, rather than taken to be nothing", () => {
    const found = of({});
    expect(found).toMatchObject({ people: 0, notKnown: 5, firstStage: null });
    expect(found.refusals.map(({ id }) => id)).toEqual(["departures"]);
    expect(withCrossover({}, found)).toEqual({});
  });

  it("stand in the facts where they are worse than what is declared", () => {
    const found = of({ delivered: { from: "people.got", treated: ["yes"] } });
    expect(withCrossover({}, found).crossover).toMatchObject({ treated: 0.5, comparison: 0.5 });
    const declared = { crossover: { treated: 0.6, comparison: 0.1, why: "log" } };
    expect(withCrossover(declared, found).crossover).toMatchObject({ treated: 0.6, comparison: 0.5 });
    const worse = { crossover: { treated: 0.6, comparison: 0.7, why: "log" } };
    expect(withCrossover(worse, found)).toEqual(worse);
  });

  it("need columns of one length, and a programme that was assigned", () => {
    const call = (assigned: string[], delivered: string[], programme: string[]) => () =>
      departuresFromAssignment({ assigned, delivered, programme });
    expect(call(["a"], [], ["a"])).toThrow("as many as assigned (1), got 0");
    expect(call(["a"], ["a"], ["b"])).toThrow("must be among the conditions assigned, got b");
  });
});
