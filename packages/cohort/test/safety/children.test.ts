import type { StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { tableOf } from "../study.ts";
import { cellAt, describedOf, treated } from "./study-of-pairs.ts";

const people = tableOf(
  ["person", "role", "arm", "index_date", "birth_year"],
  ["P1", "perpetrator", "t", "2022-01-01", 1980],
  ["C1", "perpetrator", "c", "2022-01-01", 1981],
  ["K1", "child", null, null, 2018], // 3 or 4 on the day
  ["K2", "child", null, null, 2017], // 4 or 5: in two bands
  ["K3", "child", null, null, 2010], // 11 or 12
  ["K4", "child", null, null, null],
);
const links = tableOf(
  ["person", "linked_person", "kind", "from", "worker_type"],
  ["P1", "K1", "family", "2022-01-01", null],
  ["P1", "K2", "family", "2022-01-01", null],
  ["P1", "K3", "family", "2022-01-01", null],
  ["P1", "K4", "family", "2022-01-01", null],
  ["K1", "W1", "worker", "2022-03-01", "children-worker"],
  ["K2", "W1", "worker", "2023-06-01", "children-worker"], // too late for the outcome
);
const statuses = tableOf(
  ["person", "kind", "status", "from", "to"],
  // K1: protection on the day, down to need, then none, then back: 2022-01-01 to 2023-12-31 is followed.
  ["K1", "child-protection", null, "2021-06-01", "2022-03-31"],
  ["K1", "child-in-need", null, "2022-02-01", "2022-06-30"],
  ["K1", "child-in-need", null, "2023-01-01", null],
  // K2: first status in the time, then up.
  ["K2", "child-in-need", null, "2022-05-01", "2022-08-31"],
  ["K2", "child-in-care", null, "2022-07-01", null],
  ["K3", "school", "attending", "2021-09-01", "2022-07-31"],
  ["K3", "school", "excluded", "2022-08-01", null],
);
const data: StudyPlan["data"] = {
  asAt: "2023-12-31",
  tables: { statuses: { files: ["statuses.csv"], columns: {}, coverage: { from: "2021-01-01" } } },
};
const { tables, warnings } = describedOf({ people, links, statuses }, {}, data);

describe("children linked to treated people", () => {
  it("have an age on the index date; a year of birth that may fall in two bands is not known", () => {
    const age = (level: string) => cellAt(tables, "children-age", { age: level }).numerator;
    expect([age("0-4"), age("5-10"), age("11-15"), age("not-recorded"), age("total")]).toEqual([1, 0, 1, 2, 4]);
  });

  it("spend time in each status until the data end, the highest counting", () => {
    const years = (status: string) => {
      const { numerator, denominator, value } = cellAt(tables, "children-status-time", { status });
      return [numerator, denominator, Math.round((value as number) * 365.25)];
    };
    // By hand, in days: K1 protection 1 January to 31 March 2022 (90), need April to June (91) and 2023 (365);
    // K2 need May and June (61), care from 1 July 2022 to the end of 2023 (549). Four children, 730 days each.
    expect(years("child-protection")).toEqual([1, 4, 90]);
    expect(years("child-in-need")).toEqual([2, 4, 91 + 365 + 61]);
    expect(years("child-in-care")).toEqual([1, 4, 549]);
    expect(years("none")).toEqual([4, 4, 4 * 730 - 90 - 517 - 549]);
  });

  it("move down, to none, back, up, or for the first time; each move is counted and so is each child", () => {
    const children = (move: string) => cellAt(tables, "children-moves", { move }).numerator;
    expect(["new", "re-referral", "step-up", "step-down", "closed", "no-move"].map((move) => children(move))).toEqual([
      1, 1, 1, 1, 1, 2,
    ]);
    const moves = (between: string) => cellAt(tables, "children-transitions", { between }).numerator;
    expect(moves("child-protection-to-child-in-need")).toBe(1);
    expect(moves("none-to-child-in-need")).toBe(2);
    expect(moves("total")).toBe(5);
  });

  it("are at school or not on the day and a year on", () => {
    const school = (level: string, when: string) =>
      cellAt(tables, "children-school", { school: level, when }).numerator;
    expect([school("attending", "before"), school("excluded", "after"), school("not-recorded", "after")]).toEqual([
      1, 1, 3,
    ]);
  });

  it("practice-A29: stand with and without a worker of their own, and the warning that nothing was controlled with them", () => {
    const at = (support: string, when: string) => cellAt(tables, "children-support", { support, when });
    // K1 alone had a worker in the twelve months: in protection on the day, in need a year later.
    expect(at("with", "before")).toMatchObject({ numerator: 1, denominator: 1 });
    expect(at("with", "after")).toMatchObject({ numerator: 1, denominator: 1 });
    expect(at("without", "before")).toMatchObject({ numerator: 0, denominator: 3 });
    expect(at("without", "after")).toMatchObject({ numerator: 1, denominator: 3 });
    expect(warnings).toEqual([{ code: "children-support-uncontrolled", tables: ["children-support"], about: "index" }]);
    expect(tables.find(({ id }) => id === "children-support")!.title).toMatch(/Nothing is controlled/);
  });

  it("have no course where the plan does not say which days statuses cover: no record is not no status", () => {
    const without = describedOf({ people, links, statuses });
    expect(without.tables.map(({ id }) => id)).not.toContain("children-status-time");
    expect(without.warnings).toEqual([]);
  });

  it("are cut at the day the data end", () => {
    const cut = describedOf({ people, links, statuses }, {}, { ...data, asAt: "2022-01-10" });
    expect(cellAt(cut.tables, "children-status-time", { status: "child-protection" }).value).toBeCloseTo(
      10 / 365.25,
      12,
    );
  });
});

it("a study without children has no tables of them", () => {
  expect(describedOf({ people: treated("P1") }).tables).toEqual([]);
});
