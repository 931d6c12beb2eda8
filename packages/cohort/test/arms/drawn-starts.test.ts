import { buildCohort, describeTiming, outcomesFromTable } from "@likewise/cohort";
import { isoDate } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

const tables = {
  people: tableOf(["person"], ["A1"], ["A2"], ["A3"], ["B1"], ["B2"]),
  selections: tableOf(
    ["person", "decision_date", "panel_decision"],
    ["A1", "2023-01-01", "selected"],
    ["A2", "2023-02-01", "selected"],
    ["A3", "2023-02-01", "selected"],
    ["B1", "2023-03-01", "not-selected"],
    ["B2", "2024-06-25", "not-selected"],
  ),
  stages: tableOf(["person", "stage", "date"], ["A1", "started", "2023-01-11"], ["A2", "started", "2023-02-11"]),
};

const cohort = {
  arms: { from: "selections.panel_decision", treated: ["selected"], comparison: ["not-selected"] },
  indexDate: "selections.decision_date",
  pseudoStarts: { stage: "started" },
} as const;

describe("follow-up from the start, with starts drawn for the comparison arm", () => {
  // Both treated people waited ten days, so every delay that can be drawn is of ten days.
  const built = buildCohort({ plan: { ...planOf({}), cohort: structuredClone(cohort) as never }, tables });
  const { id, indexDate } = built.baseline.table.columns;
  const days = Object.fromEntries(id.values.map((one, row) => [one, isoDate(indexDate.values[row]!)]));

  it("is the day of the stage in one arm, and the decision and a delay of that arm in the other", () => {
    expect(days).toEqual({ A1: "2023-01-11", A2: "2023-02-11", B1: "2023-03-11" });
  });

  it("leaves out who never started, and whose drawn day is past the extract, with the reason", () => {
    const account = built.accounts.find(({ table }) => table === "people")!;
    expect(account.reasons).toEqual([
      { code: "not-started", rows: 1 },
      { code: "observation-over", rows: 1 },
    ]);
  });

  it("draws the same days again from the same seed", () => {
    const again = buildCohort({ plan: { ...planOf({}), cohort: structuredClone(cohort) as never }, tables });
    expect(Array.from(again.baseline.table.columns.indexDate.values)).toEqual(Array.from(indexDate.values));
  });
});

describe("landmarks and exposure a plan asks for", () => {
  const followed = {
    people: tableOf(["person"], ["P1"], ["P2"], ["P3"], ["P4"], ["P5"]),
    selections: tableOf(
      ["person", "decision_date", "panel_decision"],
      ...["P1", "P2", "P3", "P4", "P5"].map((person) => [person, "2023-01-01", "selected"]),
    ),
    stages: tableOf(["person", "stage", "date"], ["P1", "started", "2023-01-11"], ["P2", "started", "2023-03-02"]),
    outcomes: tableOf(
      ["person", "outcome", "value", "time", "time_unit", "censored"],
      ["P1", "arrest", 1, 100, "days", false],
      ["P2", "arrest", 0, 100, "days", true],
      ["P3", "arrest", 1, 80, "days", false],
      ["P4", "arrest", 1, 20, "days", false],
      ["P5", "arrest", 0, 100, "days", true],
    ),
  };
  const plan = planOf({
    cohort: {
      arms: { from: "selections.panel_decision", treated: ["selected"], comparison: ["not-selected"] },
      indexDate: "selections.decision_date",
      landmarks: [{ outcome: "arrest", stage: "started", days: 30 }],
      exposure: [{ outcome: "arrest", stage: "started" }],
    },
    outcomes: [
      {
        id: "arrest",
        label: "Arrest",
        basis: "recorded-crime",
        reporter: "police",
        definition: "recorded",
        kind: "time-to-event",
        direction: "lower",
        from: "outcomes",
        timeUnit: "days",
      },
    ],
  });
  const alone = { ...plan, cohort: { ...plan.cohort } };
  delete (alone.cohort as { arms?: unknown }).arms;
  const { baseline, anchors } = buildCohort({ plan: alone, tables: followed });
  const found = describeTiming({
    plan: alone,
    baseline,
    anchors,
    outcomes: outcomesFromTable({ plan: alone, tables: followed, baseline }),
  });
  const cellsOf = (id: string) => found.tables.find((table) => table.id === id)!.cells;

  it("class people as on the day of the landmark, and leave out who had the event by then", () => {
    // P4 is left out on day 20. Of the rest P1 had started by day 30; P2 started on day 60, which moves nobody.
    // P1's event is 70 days after the landmark; of P2, P3 and P5 one of three had it, on day 50 after it.
    expect(cellsOf("landmark-arrest-started-30")).toMatchObject([
      { at: { group: "reached" }, numerator: 1, denominator: 1, value: 1 },
      { at: { group: "not-reached" }, numerator: 1, denominator: 3, value: expect.closeTo(1 / 3, 12) },
      { at: { group: "left-out" }, numerator: 1, denominator: null },
    ]);
  });

  it("count days before the stage as unexposed", () => {
    // Before: P1 10 days, P2 60, P3 80, P4 20, P5 100 = 270 days and 2 events; from it on: P1 90, P2 40 = 130 and 1.
    expect(cellsOf("exposure-arrest-started")).toMatchObject([
      { at: { group: "before" }, numerator: 2, denominator: 5, value: expect.closeTo((2 / 270) * 365.25, 10) },
      { at: { group: "after" }, numerator: 1, denominator: 2, value: expect.closeTo((1 / 130) * 365.25, 10) },
    ]);
  });
});
