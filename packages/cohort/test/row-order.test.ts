import { buildCohort, coverageOf, outcomesFromTable } from "@likewise/cohort";
import {
  type ColumnData,
  cell,
  recordSchema,
  recordTables,
  rowsWhere,
  type StudyPlan,
  takeRows,
} from "@likewise/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "./study.ts";

type Row = readonly (string | number | boolean | null)[];

const headers = {
  people: ["person", "arm", "index_date", "area"],
  events: ["person", "event_date", "domestic"],
  stages: ["person", "stage", "date", "reason"],
  referrals: ["person", "referral_date", "eligible", "closed_date", "closure_reason"],
  selections: ["person", "decision_date", "panel_decision", "score"],
};
/** Ties on purpose: several rows of one person on one day, in every table. */
const rows: Readonly<Record<keyof typeof headers, readonly Row[]>> = {
  people: [
    ["P1", "t", "2022-06-01", "North"],
    ["P2", "t", "2022-06-01", "South"],
    ["P3", "c", "2022-06-01", "North"],
    ["P4", "c", "2022-06-01", "South"],
    ["P4", "c", "2022-06-02", "East"],
    ["P5", "c", "2022-06-01", null],
  ],
  events: [
    ["P1", "2022-05-01", true],
    ["P1", "2022-05-01", false],
    ["P2", "2022-06-01", true],
    ["P2", "2022-06-02", false],
    ["P3", "2022-04-01", false],
    ["P3", "2022-05-31", true],
    ["P4", "2023-01-01", true],
    ["P5", null, true],
  ],
  stages: [
    ["P1", "started", "2022-06-10", null],
    ["P1", "exit", "2022-07-01", "moved"],
    ["P1", "exit", "2022-07-01", "died"],
    ["P2", "started", "2022-06-10", null],
  ],
  referrals: [
    ["P1", "2022-05-01", true, "2022-09-01", "prison"],
    ["P2", "2022-05-01", true, "2022-09-01", "moved"],
    ["P2", "2022-05-02", true, "2022-09-01", "declined"],
  ],
  selections: [
    ["P1", "2022-06-01", "selected", 10],
    ["P1", "2022-06-01", "selected", 9],
    ["P3", "2022-06-01", "not-selected", 70],
    ["P3", "2022-06-01", "capacity-refused", 5],
    ["P2", "2022-06-01", "selected", 60],
    ["P4", "2022-06-01", "not-selected", 60],
  ],
};

function cohortOf(cohort: StudyPlan["cohort"], order: Partial<typeof rows> = {}) {
  const tables = Object.fromEntries(
    Object.entries(headers).map(([name, columns]) => [
      name,
      tableOf(columns, ...{ ...rows, ...order }[name as keyof typeof rows]),
    ]),
  );
  return buildCohort({ plan: planOf({ cohort }), tables });
}

const ofPeople = {
  arms: { from: "people.arm", treated: ["t"], comparison: ["c"] },
  indexDate: "people.index_date",
} as const satisfies StudyPlan["cohort"];
const ofSelections = {
  arms: { from: "selections.panel_decision", treated: ["selected"], comparison: ["not-selected", "capacity-refused"] },
  indexDate: "selections.decision_date",
} as const satisfies StudyPlan["cohort"];

const cohorts: [string, StudyPlan["cohort"]][] = [
  [
    "arms of people, a rule on events",
    { ...ofPeople, eligibility: [{ field: "events.domestic", in: ["true"], reason: "domestic" }] },
  ],
  [
    "arms of selections, a rule on the score",
    { ...ofSelections, eligibility: [{ field: "selections.score", min: 9.5, reason: "score" }] },
  ],
];

describe("the order of rows in a file", () => {
  it.each(cohorts)("changes nothing: %s", (_, cohort) => {
    const first = cohortOf(cohort);
    const orders = fc.record(
      Object.fromEntries(
        Object.entries(rows).map(([name, list]) => [name, fc.shuffledSubarray([...list], { minLength: list.length })]),
      ),
    );
    fc.assert(
      fc.property(orders, (order) => {
        expect(cohortOf(cohort, order as Partial<typeof rows>)).toEqual(first);
      }),
      { numRuns: 60, seed: 20 },
    );
  });
});

describe("a rule on a table with several rows a person", () => {
  const leftOut = (cohort: StudyPlan["cohort"]) => cohortOf(cohort).accounts[0]!.reasons;
  const kept = (cohort: StudyPlan["cohort"]) => cohortOf(cohort).baseline.table.columns.id.values;

  it("reads the last row on or before the index date, never a later or an undated one", () => {
    // by hand: P1 has true and false on one day, of which false is first; P2 true on the index day, false after;
    // P3 true last; P4 only after the index; P5 without a date
    expect(kept(cohorts[0]![1])).toEqual(["P2", "P3"]);
    expect(leftOut(cohorts[0]![1])).toEqual([
      { code: "domestic", rows: 1 },
      { code: "domestic (not recorded)", rows: 2 },
      { code: "person-repeats", rows: 1 },
    ]);
  });

  it("on the deciding row of one day is the first by natural order of what the rows say", () => {
    // by hand: P1 has scores 9 and 10 on one day: 9 comes first, and is below 9.5
    expect(kept(cohorts[1]![1])).toEqual(["P2", "P4"]);
  });

  it("does not read the deciding row where it is dated after the index date", () => {
    const cohort = { ...ofSelections, indexDate: "referrals.referral_date" };
    expect(() =>
      cohortOf({ ...cohort, eligibility: [{ field: "selections.score", min: 0, reason: "score" }] }),
    ).toThrow(/nobody is left/);
  });

  it.each([
    ["a table without dates", { ...ofPeople, eligibility: [{ field: "outcomes.value", in: ["1"], reason: "r" }] }],
    [
      "a table whose date is not mapped",
      { ...ofPeople, eligibility: [{ field: "sessions.attended", in: ["true"], reason: "r" }] },
    ],
    [
      "a study without index dates",
      { arms: ofPeople.arms, eligibility: [{ field: "events.domestic", in: ["true"], reason: "r" }] },
    ],
  ] as [string, StudyPlan["cohort"]][])("is refused: %s", (_, cohort) => {
    const tables = {
      people: tableOf(headers.people, ...rows.people),
      events: tableOf(headers.events, ...rows.events),
      outcomes: tableOf(["person", "value"], ["P1", 1]),
      sessions: tableOf(["person", "attended"], ["P1", true]),
    };
    expect(() => buildCohort({ plan: planOf({ cohort }), tables })).toThrow(
      /cohort\.eligibility: a rule on (outcomes|sessions|events) needs/,
    );
  });

  it.each(
    recordTables.filter((table) => table !== "people" && table !== "selections" && recordSchema(table).date !== null),
  )("of %s goes by that table's own date", (table) => {
    const { date, fields } = recordSchema(table);
    if (!fields.some(({ name }) => name === "person")) return;
    const known = tableOf(["person", "index_date", "area"], ["P1", "2022-05-01", "old"], ["P1", "2022-07-01", "new"]);
    const { index_date, area, person } = known.columns;
    const dated = { numRows: 2, columns: { person: person!, [date!]: index_date!, code: area! } };
    const two = tableOf(headers.people, ["P1", "t", "2022-06-01", "a"], ["P2", "c", "2022-06-01", "a"]);
    const eligibility = [{ field: `${table}.code`, in: ["new"], reason: "r" }];
    expect(() =>
      buildCohort({ plan: planOf({ cohort: { ...ofPeople, eligibility } }), tables: { people: two, [table]: dated } }),
    ).toThrow(/left out: r 1, r \(not recorded\) 1/);
  });
});

describe("covariates worked out from people", () => {
  const tables = (names: readonly string[], ...list: Row[]) => ({ people: tableOf(names, ...list) });
  const names = ["person", "arm", "index_date", "birth_year"];

  it("give way to mapped ones of their name, the quarter as the age", () => {
    const { baseline } = buildCohort({
      plan: planOf({ cohort: ofPeople }),
      tables: tables(
        [...names, "age", "index_quarter"],
        ["a", "t", "2022-05-01", 1990, 5, "first"],
        ["b", "c", "2022-05-01", 1990, 6, "second"],
      ),
    });
    expect(baseline.covariates).toEqual(["age", "index_quarter"]);
    const { age, index_quarter } = baseline.table.columns as Readonly<Record<string, Parameters<typeof cell>[0]>>;
    expect([cell(age!, 0), cell(index_quarter!, 1)]).toEqual([5, "second"]);
  });

  it("need an index date", () => {
    const { baseline } = buildCohort({
      plan: planOf({ cohort: { arms: ofPeople.arms } }),
      tables: tables(["person", "arm", "birth_year"], ["a", "t", 1990], ["b", "c", 1991]),
    });
    expect(baseline.covariates).toEqual([]);
  });
});

describe("names JavaScript keeps for itself", () => {
  it("serve as ids, levels, stages and covariates like any others", () => {
    const people = {
      numRows: 2,
      columns: Object.fromEntries([
        ...Object.entries(
          tableOf(
            ["person", "arm", "index_date", "area"],
            ["__proto__", "t", "2022-05-01", "__proto__"],
            ["constructor", "c", "2022-05-01", "constructor"],
          ).columns,
        ),
        ["__proto__", tableOf(["x"], ["constructor"], ["__proto__"]).columns.x!],
        ["constructor", tableOf(["x"], [1], [2]).columns.x!],
      ]),
    };
    const stages = tableOf(["person", "stage", "date"], ["__proto__", "constructor", "2022-05-02"]);
    const plan = planOf({ cohort: ofPeople, outcomes: [{ ...planOf({}).outcomes[0]!, id: "__proto__" }] });
    const { baseline, anchors } = buildCohort({ plan, tables: { people, stages } });
    expect(baseline.table.columns.id.values).toEqual(["__proto__", "constructor"]);
    expect(baseline.covariates).toEqual(["area", "__proto__", "constructor", "index_quarter"]);
    const columns = new Map(Object.entries<ColumnData>(baseline.table.columns));
    expect([cell(columns.get("__proto__")!, 0), cell(columns.get("constructor")!, 1)]).toEqual(["constructor", 2]);
    expect(anchors.table.columns.stage.levels).toEqual(["constructor", "index"]);
    const outcomes = outcomesFromTable({
      plan,
      tables: { outcomes: tableOf(["person", "outcome", "value"], ["__proto__", "__proto__", 1]) },
      baseline,
    });
    expect(coverageOf(outcomes, baseline).map(({ outcome, observedToEnd }) => [outcome, observedToEnd])).toEqual([
      ["__proto__", 1],
      ["__proto__", 0],
    ]);
  });
});

describe("coverage", () => {
  it("counts somebody the outcomes have no row of as neither found nor observed", () => {
    const people = tableOf(headers.people, ...rows.people.slice(0, 4));
    const { baseline } = buildCohort({ plan: planOf({ cohort: ofPeople }), tables: { people } });
    const plan = planOf({});
    const table = tableOf(
      ["person", "outcome", "value"],
      ["P1", "arrest", 1],
      ["P2", "arrest", 0],
      ["P3", "arrest", 0],
    );
    const outcomes = outcomesFromTable({ plan, tables: { outcomes: table }, baseline });
    const withoutP4 = rowsWhere(outcomes.table, (row) => outcomes.table.columns.id.values[row] !== "P4");
    const fewer = { ...outcomes, table: takeRows(outcomes.table, withoutP4) };
    expect(coverageOf(fewer, baseline)).toEqual(coverageOf(outcomes, baseline));
    expect(coverageOf(fewer, baseline)[1]).toEqual({
      outcome: "arrest",
      arm: "comparison",
      people: 2,
      searchedAndFound: 1,
      observedToEnd: 1,
      missing: [{ code: "no-row", rows: 1 }],
    });
  });
});
