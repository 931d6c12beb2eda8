import { allocationFlow, allocationFlowTables, buildCohort, outcomesFromTable } from "@likewise/cohort";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

const plan = planOf({
  cohort: { arms: { from: "people.arm", treated: ["now"], comparison: ["later"] }, indexDate: "people.index_date" },
});
const people = tableOf(
  ["person", "arm", "index_date"],
  ["P1", "now", "2022-01-01"],
  ["P2", "now", "2022-01-01"],
  ["P3", "later", "2022-01-01"],
  ["P4", "later", "2022-01-01"],
  ["P5", "later", "2022-01-01"], // analysed elsewhere than assigned
);
const allocations = tableOf(
  ["person", "arm"],
  ["P1", "now"],
  ["P1", "later"], // listed twice: one person, as first listed
  ["P2", "now"],
  ["P5", "now"],
  ["P3", "later"],
  ["P4", "later"],
  ["P6", "later"], // never in the data
  ["P7", "nobody's"],
);
// P4 was not found
const outcomes = tableOf(
  ["person", "outcome", "value"],
  ["P1", "arrest", 1],
  ["P2", "arrest", 0],
  ["P3", "arrest", 0],
  ["P5", "arrest", 0],
);

describe("the flow of an allocation list", () => {
  const tables = { people, allocations, outcomes };
  const { baseline } = buildCohort({ plan, tables });
  const flow = allocationFlow({ plan, tables, baseline, outcomes: outcomesFromTable({ plan, tables, baseline }) })!;

  it("counts by arm who was assigned, is in the study as assigned, and was analysed", () => {
    expect(flow).toEqual({
      kind: "likewise/allocation-flow",
      outcome: "arrest",
      arms: {
        treated: { assigned: 3, included: 2, analysed: 2 },
        comparison: { assigned: 3, included: 2, analysed: 1 },
      },
      otherArms: 1,
    });
    const [table] = allocationFlowTables(flow);
    expect(table!.cells.map(({ numerator }) => numerator)).toEqual([3, 2, 2, 3, 2, 1]);
  });

  it("is not there without a list", () => {
    const without = { people, outcomes };
    expect(
      allocationFlow({
        plan,
        tables: without,
        baseline,
        outcomes: outcomesFromTable({ plan, tables: without, baseline }),
      }),
    ).toBeNull();
  });
});
