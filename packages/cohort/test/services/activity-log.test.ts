import { activityLog, activityTables, describePathway } from "@likewise/cohort";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

type Row = readonly (string | number | null)[];

const headers = ["strand", "kind", "activity", "due", "done", "count"];

/** The seven strands of a whole-family programme; the last has nothing done, one is written like another. */
const rows: readonly Row[] = [
  ["Trust-led delivery", "milestone", "Trust in place", "2023-04-01", "2023-04-01", null],
  ["Navigators", "milestone", "Navigators in post", "2023-05-01", "2023-06-10", null],
  ["Navigators", "output", "Families worked with", null, "2023-12-31", 40],
  ["Navigators", "output", "Families worked with", null, "2024-03-31", 25],
  ["Mentoring", "milestone", "Mentors trained", null, "2023-09-01", null],
  ["Mentoring", "output", "Mentors trained", null, null, 12],
  ["Signs of Safety", "milestone", "Practice reviewed", "2024-03-01", null, null],
  ["New strategy", "output", "Strategy published", "2024-01-31", "2024-01-20", 1],
  ["Perpetrator worker", "output", "Perpetrators worked with", null, "2024-02-01", null],
  ["Parenting co-ordinator", "milestone", "Co-ordinator in post", "2024-09-01", null, null],
];

const plan = planOf({ data: { asAt: "2024-06-30", tables: {} } });
const logged = (...some: readonly Row[]) => activityLog({ plan, tables: { activities: tableOf(headers, ...some) } });

describe("a log of activities", () => {
  it("practice-B11: seven strands are listed and none merged, each with its milestones and its outputs", () => {
    const { strands } = logged(...rows);
    expect(strands.map(({ strand }) => strand)).toEqual([
      "Mentoring",
      "Navigators",
      "New strategy",
      "Parenting co-ordinator",
      "Perpetrator worker",
      "Signs of Safety",
      "Trust-led delivery",
    ]);
    const states = strands.map(({ milestones }) => Object.entries(milestones).filter(([, count]) => count > 0));
    expect(states).toEqual([
      [["done-undated", 1]],
      [["done-late", 1]],
      [],
      [["to-come", 1]],
      [],
      [["overdue", 1]],
      [["done-in-time", 1]],
    ]);
    // 40 and 25 families are one output; what was done without a number is no number.
    expect(
      strands.flatMap(({ strand, outputs }) => outputs.map((one) => [strand, one.count, one.withoutCount])),
    ).toEqual([
      ["Mentoring", 12, 0],
      ["Navigators", 65, 0],
      ["New strategy", 1, 0],
      ["Perpetrator worker", null, 1],
    ]);
  });

  it("keeps strands and outputs apart that are written alike, or of one name in two strands", () => {
    const { strands } = logged(
      ["Mentoring", "output", "Sessions", null, null, 3],
      ["mentoring", "output", "Sessions", null, null, 4],
      ["Mentoring ", "output", "sessions", null, null, 5],
    );
    expect(strands.map(({ outputs }) => outputs.map(({ count }) => count))).toHaveLength(3);
  });

  it("knows nothing of what is done after the extract, and is in time on the day", () => {
    const { strands } = logged(
      ["S", "milestone", "Late at the extract", "2024-06-29", "2024-07-02", null],
      ["S", "milestone", "Due at the extract", "2024-06-30", null, null],
      ["S", "milestone", "Done at the extract", "2024-06-30", "2024-06-30", null],
      ["S", "output", "Ahead", null, "2024-07-02", 9],
    );
    expect(strands[0]!.milestones).toMatchObject({ overdue: 1, "to-come": 1, "done-in-time": 1 });
    expect(strands[0]!.outputs).toEqual([{ activity: "Ahead", count: null, withoutCount: 0 }]);
  });

  it("is refused without a day of the extract, and where there is no log", () => {
    const { strands, refusals } = activityLog({
      plan: planOf({ data: { tables: {} } }),
      tables: { activities: tableOf(headers, ...rows) },
    });
    expect([strands, refusals.map(({ id }) => id)]).toEqual([[], ["no-extract-date"]]);
    expect(activityLog({ plan, tables: {} }).refusals.map(({ id }) => id)).toEqual(["no-activities"]);
  });

  it("is a table of milestones, a line for each strand, and one of outputs by their own names", () => {
    const given = { plan, tables: { activities: tableOf(headers, ...rows) } };
    const { tables, results } = describePathway(given);
    expect(Object.keys(results)).toEqual(["activity-log"]);
    expect(tables).toEqual(activityTables(activityLog(given)));
    expect(tables.map(({ unit }) => unit)).toEqual(["service", "record"]);
    expect(tables[0]!.dimensions[0]!.levels).toHaveLength(7);
    expect(tables[1]!.cells.map(({ numerator }) => numerator)).toEqual([12, 65, 1]);
    expect(activityTables(logged(rows[0]!))).toHaveLength(1);
  });
});
