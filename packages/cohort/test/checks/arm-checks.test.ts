import { armChecks, armCheckTables, buildCohort, outcomesFromTable } from "@likewise/cohort";
import type { Columns, StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

/** Four treated people (P0 to P3) and four others (P4 to P7), all from 10 January 2023; data drawn on 1 March 2024. */
const ids = Array.from({ length: 8 }, (_, i) => `P${i}`);
const treated = ids.slice(0, 4);
const index = "2023-01-10";

function checksOf(
  more: Record<string, Columns> = {},
  over: { people?: Columns; asAt?: string; times?: number[] } = {},
) {
  const people =
    over.people ??
    tableOf(
      ["person", "arm", "index_date", "area"],
      ...ids.map((id, i) => [id, i < 4 ? "t" : "c", index, i < 6 ? "North" : "South"]),
    );
  const timed = over.times !== undefined;
  const outcomes = tableOf(
    timed ? ["person", "outcome", "value", "time", "time_unit"] : ["person", "outcome", "value"],
    ...ids.map((id, i) => [id, "again", i % 2 === 0 ? "yes" : "no", ...(timed ? [over.times![i]!, "day"] : [])]),
  );
  const plan: StudyPlan = planOf({
    data: { asAt: over.asAt ?? "2024-03-01", tables: {} },
    cohort: { arms: { from: "people.arm", treated: ["t"], comparison: ["c"] }, indexDate: "people.index_date" },
    outcomes: [
      {
        id: "again",
        label: "again",
        basis: "recorded-crime",
        reporter: "police",
        definition: "recorded",
        kind: "binary",
        from: "outcomes",
        window: "recorded-12m",
        direction: "lower",
        primary: true,
      },
    ],
  });
  const tables = { people, outcomes, ...more };
  const { baseline } = buildCohort({ plan, tables });
  return armChecks({ plan, tables, baseline, outcomes: outcomesFromTable({ plan, tables, baseline }) });
}

/** "3/4 1/4": numerator of denominator, treated first; undefined where the check is not made. */
function said(checks: ReturnType<typeof checksOf>, id: string): string | undefined {
  const check = checks.find((one) => one.id === id);
  const share = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
    `${numerator}/${denominator}`;
  return check && `${share(check.treated)} ${share(check.comparison)}`;
}

describe("what should be alike in both arms", () => {
  it("is counted from what a study brings, and not where it brings nothing", () => {
    expect(checksOf().map(({ id }) => id)).toEqual([
      "index-on-completion",
      "same-area",
      "same-time",
      "window-not-over",
    ]);
  });

  it("shows who finished, who left and who said no", () => {
    const stages = tableOf(
      ["person", "stage", "date"],
      ...ids.map((id) => [id, "started", "2023-01-20"]),
      ...treated.map((id) => [id, "completed", "2023-07-01"]),
    );
    const left = checksOf({ stages });
    expect([said(left, "completed"), said(left, "left-early")]).toEqual(["4/4 0/4", "0/4 4/4"]);
    const referrals = tableOf(
      ["person", "referral_date", "closure_reason"],
      ...ids.map((id, i) => [id, index, i === 0 ? "completed" : i < 4 ? "disengaged" : "declined"]),
    );
    const closed = checksOf({ referrals });
    expect(["completed", "left-early", "declined"].map((id) => said(closed, id))).toEqual([
      "1/4 0/4",
      "3/4 0/4",
      "0/4 4/4",
    ]);
  });

  it("shows clocks that start when the programme ends, within a week", () => {
    const stages = tableOf(["person", "stage", "date"], ...treated.map((id) => [id, "completed", "2023-01-14"]));
    expect(said(checksOf({ stages }), "index-on-completion")).toBe("4/4 0/4");
    const months = tableOf(["person", "stage", "date"], ...treated.map((id) => [id, "completed", "2023-06-14"]));
    expect(said(checksOf({ stages: months }), "index-on-completion")).toBe("0/4 0/4");
  });

  it("shows events before a milestone, and in as much time where there is none", () => {
    const stages = tableOf(["person", "stage", "date"], ...treated.map((id) => [id, "engaged", "2023-07-09"]));
    const events = tableOf(
      ["person", "event_date", "role"],
      ["P0", "2023-08-01", "suspect"],
      ["P1", "2022-12-01", "suspect"],
      ["P4", "2023-03-01", "suspect"],
      ["P5", "2023-07-09", "suspect"],
      ["P6", "2023-03-01", "victim"],
      ["P7", "2023-07-10", "suspect"],
    );
    // 180 days to 9 July: P4 and P5 inside, P7 a day after, P6 was the victim; P0's came after, P1's before.
    expect(said(checksOf({ stages, events }), "event-before-milestone")).toBe("0/4 2/4");
  });

  it("shows who is of one area and of one time with the other group", () => {
    expect(said(checksOf(), "same-area")).toBe("4/4 2/4");
    const people = tableOf(
      ["person", "arm", "index_date"],
      ...ids.map((id, i) => [id, i < 4 ? "t" : "c", i < 4 ? index : i < 6 ? "2022-10-11" : "2022-10-10"]),
    );
    // A quarter is 91 days: 11 October is within it of 10 January, and the treated within it of 11 October.
    expect(said(checksOf({}, { people }), "same-time")).toBe("4/4 2/4");
  });

  it("shows outcomes taken as known before their time was over, and people watched for less", () => {
    expect(said(checksOf(), "window-not-over")).toBe("0/4 0/4");
    expect(said(checksOf({}, { asAt: "2024-01-09" }), "window-not-over")).toBe("4/4 4/4");
    // Without an event: P1 and P3 treated, P5 and P7 not; nine tenths of 365 days are 328.5.
    expect(said(checksOf({}, { times: [10, 182, 20, 329, 5, 365, 5, 328] }), "watched-less")).toBe("1/2 1/2");
  });

  it("shows searches that end early or found nobody, the best search of a person counting", () => {
    const searches = tableOf(
      ["person", "source", "found", "from", "to"],
      ...ids.map((id, i) => [
        id,
        "events",
        i === 0 ? "false" : "true",
        "2020-01-01",
        i < 3 ? "2023-06-01" : "2024-02-01",
      ]),
      ["P1", "events", "true", "2020-01-01", "2024-02-01"],
    );
    const checks = checksOf({ searches });
    expect(said(checks, "not-found")).toBe("1/4 0/4");
    expect(said(checks, "search-ends-early")).toBe("1/3 0/4");
  });

  it("shows records that are crimes before and after, and those made by looking", () => {
    const events = tableOf(
      ["person", "event_date", "crime", "proactive", "role"],
      ["P0", "2022-06-01", "true", "false", "suspect"],
      ["P0", "2023-06-01", "false", "true", "suspect"],
      ["P1", "2024-02-01", "true", "false", "suspect"],
      ["P4", "2022-06-01", "true", "false", "suspect"],
      ["P4", "2023-06-01", "true", null, "suspect"],
      ["P5", "2023-06-01", "true", "false", "suspect"],
    );
    const checks = checksOf({ events });
    expect(["crimes-before", "crimes-after", "proactive-after"].map((id) => said(checks, id))).toEqual([
      "1/1 1/1",
      "0/1 2/2",
      "1/1 0/1",
    ]);
  });

  it("shows a month or more in custody inside the follow-up", () => {
    const orders = tableOf(
      ["person", "kind", "from", "to"],
      ["P0", "recall", "2023-03-01", "2023-03-30"],
      ["P1", "custody", "2023-03-01", "2023-03-29"],
      ["P2", "licence", "2023-03-01", "2023-12-29"],
      ["P3", "remand", "2022-12-01", "2023-01-20"],
      ["P4", "custody", "2023-12-20", null],
    );
    // 30 days, 29 days, at liberty, 10 days of follow-up; to the end of follow-up on 10 January 2024, 22 days.
    expect(said(checksOf({ orders }), "custody")).toBe("1/4 0/4");
  });

  it("shows support taken up, what victim-survivors say, and serious harm", () => {
    const links = tableOf(
      ["person", "linked_person", "kind", "accepted"],
      ...treated.map((id, i) => [id, `V${i}`, "dyad", i < 3 ? "true" : null]),
      ["P4", "V4", "dyad", null],
      ["P5", "W", "worker", "true"],
    );
    const abuse = tableOf(
      ["person", "victim", "wave", "date", "kind", "severity", "reporter"],
      ["P0", "V0", "intake", "2023-01-12", "physical", 1, "victim-survivor"],
      ["P0", "V0", "exit", "2023-09-12", "economic", 2, "victim-survivor"],
      ["P1", "V1", "intake", "2023-01-12", "physical", 2, "victim-survivor"],
      ["P1", "V1", "exit", "2023-09-12", "physical", 2, "victim-survivor"],
      ["P2", "V2", "intake", "2023-01-12", "physical", 1, "victim-survivor"],
      ["P4", "V4", "intake", "2023-01-12", "physical", 1, "victim-survivor"],
      ["P4", "V4", "exit", "2023-09-12", "physical", 0, "victim-survivor"],
      ["P4", "V4", "exit", "2023-09-12", "physical", 3, "perpetrator"],
    );
    const harms = tableOf(["person", "date", "kind"], ["P0", "2023-05-01", "injury"], ["P5", "2022-05-01", "injury"]);
    const checks = checksOf({ links, abuse, harms });
    expect(["support", "victims-say-worse", "serious-harm"].map((id) => said(checks, id))).toEqual([
      "3/4 0/1",
      "1/2 0/1",
      "1/4 0/4",
    ]);
  });

  it("shows people who are in another group than the one they were allocated to", () => {
    const allocations = tableOf(
      ["person", "allocated_on", "arm"],
      ...ids.map((id, i) => [id, index, i === 0 || i > 3 ? "c" : "t"]),
    );
    expect(said(checksOf({ allocations }), "allocated-otherwise")).toBe("1/4 0/4");
  });
});

describe("a table of a check", () => {
  it("stands in the results where a finding names it, with both arms and their intervals", () => {
    const checks = checksOf();
    const finding = { guard: "area-confounding", checks: ["same-area"] } as Parameters<
      typeof armCheckTables
    >[1][number];
    const tables = armCheckTables(checks, [finding], { treated: "clients", comparison: "others" });
    expect(tables.map(({ id }) => id)).toEqual(["arm-check-same-area"]);
    expect(tables[0]!.cells.map(({ numerator, denominator, value }) => [numerator, denominator, value])).toEqual([
      [4, 4, 1],
      [2, 4, 0.5],
    ]);
  });
});
