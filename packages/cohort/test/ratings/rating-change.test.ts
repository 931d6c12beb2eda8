import { ratingChange, ratingStates, ratingTables } from "@likewise/cohort";
import type { StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

const plan = planOf({ data: { asAt: "2024-06-30", tables: {} } });
const ids = ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10"];
const people = tableOf(["person"], ...ids.map((id) => [id]), ["partner"]);
const referrals = tableOf(["person", "referral_date"], ...ids.map((id) => [id, "2024-01-01"]));
// p1 to p9 started; p9 is still there, p1 to p8 have left; p10 never started
const stages = tableOf(
  ["person", "stage", "date"],
  ...ids.slice(0, 9).map((id) => [id, "started", "2024-01-10"]),
  ...ids.slice(0, 8).map((id) => [id, "exit", "2024-06-01"]),
);
const names = ["person", "measure", "wave", "date", "item", "response"];
type Row = readonly [person: string, wave: "intake" | "review" | "exit", item: string | null, response: string | null];
const days = { intake: "2024-01-15", review: "2024-03-01", exit: "2024-05-15" };

function measures(rows: readonly Row[], measure = "aims") {
  return tableOf(names, ...rows.map(([person, wave, item, said]) => [person, measure, wave, days[wave], item, said]));
}

function changeOf(ratings: NonNullable<StudyPlan["cohort"]["ratings"]>[number], table: ReturnType<typeof measures>) {
  return ratingChange({ plan, tables: { people, referrals, stages, measures: table }, ratings });
}

const aims = { measure: "aims", better: "higher", items: ["insight", "children", "responsibility"] } as const;
const ratings = { ...aims, items: [...aims.items] as [string, ...string[]] };

// insight: 2 better (p1, p2), 1 same (p3), 1 worse (p4); p5 no intake; p6 no exit; p9 no exit yet; p7, p8 neither
const insight: readonly Row[] = [
  ...(["p1", "p2", "p3", "p4", "p6", "p9"] as const).map((id): Row => [id, "intake", "insight", "3"]),
  ["p1", "exit", "insight", "4"],
  ["p2", "exit", "insight", "5"],
  ["p3", "exit", "insight", "3"],
  ["p4", "exit", "insight", "1"],
  ["p5", "exit", "insight", "5"],
];
// children: p1 alone, and a blank answer of p2 that is no answer
const children: readonly Row[] = [
  ["p1", "intake", "children", "2"],
  ["p1", "review", "children", "5"],
  ["p1", "exit", "children", "1"],
  ["p2", "intake", "children", "2"],
  ["p2", "exit", "children", null],
];

describe("change of ratings", () => {
  it("practice-A3: three items at two time points give three rows, each with its number and its missing", () => {
    const { items, refusals, issues } = changeOf(ratings, measures([...insight, ...children]));
    expect(
      items.map(({ item, people: n, paired, missing, counts }) => [item, n, paired, missing, counts.open]),
    ).toEqual([
      ["insight", 9, 4, 4, 1],
      ["children", 9, 1, 8, 0],
      // Nobody was asked: a row all the same, with everybody missing.
      ["responsibility", 9, 0, 9, 0],
    ]);
    expect(items[0]!.counts).toEqual({
      better: 2,
      same: 1,
      worse: 1,
      open: 1,
      "no-first": 1,
      "no-second": 1,
      neither: 2,
      "not-usable": 0,
    });
    expect(
      [items[0]!.better, items[0]!.same, items[0]!.worse].map(({ numerator, denominator }) => [numerator, denominator]),
    ).toEqual([
      [2, 4],
      [1, 4],
      [1, 4],
    ]);
    // the review in between decides nothing; nobody rated twice is no share, and not none better
    expect(items[1]!.counts).toMatchObject({ better: 0, worse: 1 });
    expect(items[2]!.better).toEqual({ numerator: 0, denominator: 0, value: null, interval: null });
    expect([refusals, issues]).toEqual([[], []]);
    const [table] = ratingTables(changeOf(ratings, measures([...insight, ...children])));
    for (const { id: item } of table!.dimensions[0]!.levels) {
      const cells = table!.cells.filter(({ at }) => at.item === item);
      const parts = ratingStates.map((state) => cells.find(({ at }) => at.change === state)!.numerator as number);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(cells.find(({ at }) => at.change === "total")!.numerator);
    }
  });

  it("practice-C17: ratings of self-awareness and coping on five points, where less may be better", () => {
    const rows: readonly Row[] = [
      ["p1", "intake", "self-awareness", "1"],
      ["p1", "exit", "self-awareness", "4"],
      ["p2", "intake", "self-awareness", "4"],
      ["p2", "exit", "self-awareness", "2"],
      ["p1", "intake", "coping", "10"],
      ["p1", "exit", "coping", "9"],
    ];
    const own = { measure: "coping", better: "higher" } as const;
    const up = changeOf(own, measures(rows, "coping"));
    expect(up.items.map(({ item, counts: { better, worse }, paired }) => [item, better, worse, paired])).toEqual([
      // 9 is less than 10 though "9" comes after "10" in a dictionary
      ["coping", 0, 1, 1],
      ["self-awareness", 1, 1, 2],
    ]);
    const down = changeOf({ ...own, better: "lower" }, measures(rows, "coping"));
    expect(down.items.map(({ counts: { better, worse } }) => [better, worse])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(down.definition).not.toBe(up.definition);
    expect(up.notice).toMatchObject({ id: "change-without-comparison" });
  });

  it("reads answers that are words in the order declared, and counts those that are none of them", () => {
    const rows: readonly Row[] = [
      ["p1", "intake", "insight", "no"],
      ["p1", "exit", "insight", "partly"],
      ["p2", "intake", "insight", "partly"],
      ["p2", "exit", "insight", "Partly!"],
    ];
    const found = changeOf({ measure: "aims", better: "higher", answers: ["no", "partly", "yes"] }, measures(rows));
    expect([found.items[0]!.counts.better, found.items[0]!.counts["no-second"], found.notRead]).toEqual([1, 1, 1]);
    expect(changeOf({ measure: "aims", better: "higher" }, measures(rows)).notRead).toBe(4);
  });

  it("uses neither two answers of one day that differ, nor an exit before the intake, which is an issue at its row", () => {
    const table = tableOf(
      [...names, "line"],
      ["p1", "aims", "intake", "2024-01-15", "insight", "2", 1],
      ["p1", "aims", "intake", "2024-01-15", "insight", "3", 2],
      ["p1", "aims", "exit", "2024-05-15", "insight", "4", 3],
      ["p2", "aims", "intake", "2024-01-15", "insight", "2", 4],
      ["p2", "aims", "exit", "2024-01-01", "insight", "4", 5],
      // the last by date stands
      ["p3", "aims", "intake", "2024-01-15", "insight", "2", 6],
      ["p3", "aims", "exit", "2024-05-15", "insight", "1", 7],
      ["p3", "aims", "exit", "2024-05-20", "insight", "5", 8],
      ["p4", "aims", "intake", null, "insight", "2", 9],
      ["p4", "aims", "exit", null, "insight", "2", 10],
    );
    const found = changeOf({ measure: "aims", better: "higher" }, table);
    expect(found.items[0]!.counts).toMatchObject({ better: 1, same: 1, "not-usable": 2 });
    expect(found.issues).toMatchObject([{ code: "rated_out_of_order", table: "measures", row: 5, column: "date" }]);
  });

  it("is of cases: totals, other measures and other people are left alone, and no order of rows matters", () => {
    const rows: readonly Row[] = [...insight, ["partner", "intake", "insight", "1"], ["p7", "exit", null, "40"]];
    const forward = changeOf({ measure: "aims", better: "higher" }, measures(rows));
    expect(forward.items.map(({ item, people: n }) => [item, n])).toEqual([["insight", 9]]);
    expect(changeOf({ measure: "aims", better: "higher" }, measures([...rows].reverse()))).toEqual(forward);
    expect(changeOf({ measure: "other", better: "higher" }, measures(rows))).toMatchObject({ items: [], notice: null });
  });

  it("is refused without a table of measures", () => {
    const found = ratingChange({ plan, tables: { people, referrals, stages }, ratings });
    expect(found.refusals).toMatchObject([{ id: "no-ratings" }]);
    expect(found.items.map(({ missing }) => missing)).toEqual([9, 9, 9]);
  });
});
