import { buildCohort, eligibleOnEvents } from "@likewise/cohort";
import {
  type ColumnData,
  cell,
  columnsOf,
  dateColumn,
  extendBaseline,
  Failure,
  integerColumn,
  isoDate,
  type StudyPlan,
} from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { day, planOf, tableOf } from "./study.ts";

const selections = tableOf(
  ["person", "decision_date", "panel_decision", "score", "line"],
  ["P10", "2022-03-01", "selected", 70, 1],
  ["P2", "2022-05-31", "capacity-refused", 65, 2],
  ["P2", "2022-02-28", "not-selected", 40, 3],
  ["P1", "2023-01-31", "selected", 90, 4],
  ["P1", "2022-12-31", "selected", 80, 5],
  ["P4", "2022-01-01", "selected", 60, 6],
  ["P4", "2022-06-01", "capacity-refused", 60, 7],
  ["P5", "2022-01-01", "deferred", 50, 8],
  ["P6", null, "selected", 50, 9],
  ["P7", "2022-08-01", "not-selected", 30, 10],
  ["P9", "2022-08-01", "not-selected", 30, 11],
  ["stranger", "2022-08-01", "selected", 30, 12],
);
const people = tableOf(
  ["person", "role", "birth_year", "area", "cluster", "prio"],
  ["P10", "perpetrator", 1990, "North", "A", 2],
  ["V1", "adult-victim-survivor", 1985, "Elsewhere", null, null],
  ["P2", "perpetrator", 1980, "South", "B", 0],
  ["P1", "perpetrator", 1970, null, "A", 5],
  ["P3", "perpetrator", 1999, "South", "A", 1],
  ["P4", "perpetrator", 1991, "South", "A", 1],
  ["P5", "perpetrator", 1992, "South", "A", 1],
  ["P6", "perpetrator", 1993, "South", "A", 1],
  ["P7", "perpetrator", 2005, "South", "A", 1],
  ["P9", "perpetrator", null, "South", "A", 1],
);
const cohort: StudyPlan["cohort"] = {
  role: "perpetrator",
  arms: {
    from: "selections.panel_decision",
    treated: ["selected"],
    comparison: ["capacity-refused", "not-selected"],
  },
  indexDate: "selections.decision_date",
  eligibility: [{ field: "age", min: 18, reason: "aged 18 or over" }],
};
const tables = { people, selections };
const result = buildCohort({ plan: planOf({ cohort }), tables });

describe("people analysed", () => {
  it("are ordered by natural order of id, numbered among everyone read", () => {
    expect(result.baseline.table.columns.id.values).toEqual(["P1", "P2", "P10"]);
    // by hand: P1 0, P2 1, P3 2, P4 3, P5 4, P6 5, P7 6, P9 7, P10 8, V1 9
    expect(Array.from(result.baseline.table.columns.unit.values)).toEqual([0, 1, 8]);
  });

  it("stand in the arm of their decisions, on the date of the first that qualifies", () => {
    const { arm, indexDate } = result.baseline.table.columns;
    expect(Array.from(arm.values)).toEqual([1, 0, 1]);
    expect(Array.from(indexDate.values, isoDate)).toEqual(["2022-12-31", "2022-02-28", "2022-03-01"]);
  });

  it("do not depend on the order of rows", () => {
    const shuffled = {
      people: tableOf(["person", "role", "birth_year", "area", "cluster", "prio"], ...rowsOf(people).reverse()),
      selections: tableOf(Object.keys(selections.columns), ...rowsOf(selections).reverse()),
    };
    const again = buildCohort({ plan: planOf({ cohort }), tables: shuffled });
    expect(again.baseline).toEqual(result.baseline);
    expect(again.anchors).toEqual(result.anchors);
    expect(again.accounts).toEqual(result.accounts);
  });

  it("survive a round trip through JSON as far as counts go", () => {
    const { accounts, funnel, analysisSets, issues, refusals } = result;
    const counts = { accounts, funnel, analysisSets, issues, refusals };
    expect(JSON.parse(JSON.stringify(counts))).toEqual(counts);
  });
});

describe("covariates", () => {
  it("are the mapped fields of people, the age of the index year and the quarter of the index date", () => {
    expect(result.baseline.covariates).toEqual(["area", "prio", "age", "index_quarter"]);
    const columns: Readonly<Record<string, ColumnData>> = result.baseline.table.columns;
    expect([0, 1, 2].map((row) => cell(columns.age!, row))).toEqual([52, 42, 32]);
    expect([0, 1, 2].map((row) => cell(columns.index_quarter!, row))).toEqual(["2022-Q4", "2022-Q1", "2022-Q1"]);
    expect([0, 1, 2].map((row) => cell(columns.area!, row))).toEqual([null, "South", "North"]);
  });

  it("have no level that nobody analysed has", () => {
    const area = (result.baseline.table.columns as Record<string, { levels?: readonly string[] }>).area!;
    expect(area.levels).toEqual(["North", "South"]);
  });

  it("leave age missing, with an issue, where the index date comes before birth", () => {
    const { baseline, issues } = buildCohort({
      plan: planOf({
        cohort: { arms: { from: "people.arm", treated: ["t"], comparison: ["c"] }, indexDate: "people.index_date" },
      }),
      tables: {
        people: tableOf(
          ["person", "arm", "birth_year", "index_date", "line"],
          ["a", "t", 2023, "2022-05-01", 7],
          ["b", "c", 1990, "2022-05-01", 8],
        ),
      },
    });
    const { age } = baseline.table.columns as Readonly<Record<string, ColumnData>>;
    expect([cell(age!, 0), cell(age!, 1)]).toEqual([null, 32]);
    expect(issues.map(({ code, row }) => [code, row])).toEqual([["index_before_birth", 7]]);
  });
});

describe("the account of the cohort", () => {
  it("uses or leaves out every person, with the first reason that holds", () => {
    expect(result.accounts[0]).toEqual({
      stage: "cohort",
      table: "people",
      file: null,
      rowsIn: 10,
      rowsUsed: 3,
      rowsRejected: 7,
      reasons: [
        { code: "aged 18 or over", rows: 1 }, // P7, 17 in 2022
        { code: "aged 18 or over (not recorded)", rows: 1 }, // P9
        { code: "arm-not-compared", rows: 1 }, // P5
        { code: "both-arms", rows: 1 }, // P4
        { code: "no-arm-decision", rows: 1 }, // P3
        { code: "no-index-date", rows: 1 }, // P6
        { code: "other-role", rows: 1 }, // V1
      ],
      notes: [],
    });
  });

  it("uses or leaves out every decision", () => {
    expect(result.accounts[1]).toMatchObject({
      table: "selections",
      rowsIn: 12,
      rowsUsed: 3,
      rowsRejected: 9,
      reasons: [
        { code: "another-row-decides", rows: 3 }, // P2's and P1's later ones, P4's second
        { code: "arm-not-compared", rows: 1 }, // P5
        { code: "person-left-out", rows: 4 }, // P4, P6, P7, P9
        { code: "person-not-in-people", rows: 1 },
      ],
    });
  });

  it("closes for every table", () => {
    for (const { rowsIn, rowsUsed, rowsRejected, reasons } of result.accounts) {
      expect(rowsIn).toBe((rowsUsed as number) + (rowsRejected as number));
      expect(rowsRejected).toBe(reasons.reduce((sum, { rows }) => sum + (rows as number), 0));
    }
  });

  it("reports a person in both arms and a decision about a stranger by row", () => {
    expect(result.issues.map(({ code, table, row }) => [code, table, row])).toEqual([
      ["person_not_in_people", "selections", 12],
      ["person_in_both_arms", "selections", 6],
    ]);
  });

  it("leaves out the second row of a person who repeats", () => {
    const { accounts, issues } = buildCohort({
      plan: planOf({ cohort: { arms: { from: "people.arm", treated: ["t"], comparison: ["c"] } } }),
      tables: { people: tableOf(["person", "arm"], ["a", "t"], ["b", "c"], ["a", "t"]) },
    });
    expect(accounts[0]).toMatchObject({ rowsIn: 3, rowsUsed: 2, reasons: [{ code: "person-repeats", rows: 1 }] });
    expect(issues.map(({ code }) => code)).toEqual(["person_repeats"]);
  });
});

describe("anchors", () => {
  it("hold the index date first, then every stage by date", () => {
    const { unit, stage, date } = result.anchors.table.columns;
    const rows = Array.from(unit.values, (u, row) => [u, cell(stage, row), isoDate(date.values[row]!)]);
    expect(rows).toEqual([
      [0, "index", "2022-12-31"],
      [0, "selected", "2022-12-31"],
      [1, "index", "2022-02-28"],
      [1, "not-selected", "2022-02-28"],
      [1, "capacity-refused", "2022-05-31"],
      [8, "index", "2022-03-01"],
      [8, "selected", "2022-03-01"],
    ]);
  });

  it("keep the index row where all times are relative", () => {
    const { anchors, baseline } = buildCohort({
      plan: planOf({ cohort: { arms: { from: "people.fin", treated: ["yes"], comparison: ["no"] }, indexDate: null } }),
      tables: { people: tableOf(["person", "fin", "age"], ["2", "yes", 20], ["10", "no", 30]) },
    });
    expect(anchors.table.numRows).toBe(2);
    expect(cell(anchors.table.columns.date, 0)).toBeNull();
    expect(baseline.covariates).toEqual(["age"]);
  });
});

describe("eligibility", () => {
  const withRule = (rule: NonNullable<StudyPlan["cohort"]["eligibility"]>[number], extra = {}) =>
    buildCohort({ plan: planOf({ cohort: { ...cohort, eligibility: [rule] } }), tables: { ...tables, ...extra } });

  it("reads the deciding row of the table that says the arm", () => {
    const { baseline } = withRule({ field: "selections.score", min: 40, max: 70, reason: "score of 40 to 70" });
    // P1's first decision has 80 (the second 90), P2's 40 (the second 65), P10's 70; P7 and P9 have 30
    expect(baseline.table.columns.id.values).toEqual(["P2", "P10"]);
  });

  it("reads the last row of another table on or before the index date", () => {
    const referrals = tableOf(
      ["person", "referral_date", "eligible"],
      ["P1", "2022-01-01", false],
      ["P1", "2022-12-31", true],
      ["P1", "2023-02-01", false],
      ["P2", "2022-02-01", true],
      ["P10", "2022-03-02", true],
    );
    const { accounts, baseline } = withRule(
      { field: "referrals.eligible", in: ["true"], reason: "met criteria" },
      { referrals },
    );
    expect(baseline.table.columns.id.values).toEqual(["P1", "P2"]);
    expect(accounts[0]!.reasons).toContainEqual({ code: "met criteria (not recorded)", rows: 3 }); // P7, P9, P10
  });

  it("waits for covariates worked out from events", () => {
    const plan = planOf({
      cohort: {
        ...cohort,
        eligibility: [{ field: "prior_da", min: 1, reason: "domestic crime in the year before" }],
        baseline: [{ id: "prior_da", events: "domestic", measure: "count", window: "before-12m" }],
      },
    });
    const { baseline } = buildCohort({ plan, tables });
    expect(baseline.table.numRows).toBe(5);
    const extended = extendBaseline(
      baseline,
      columnsOf({ unit: integerColumn([0, 1, 6, 7, 8]), prior_da: integerColumn([2, 0, null, 1, 3]) }),
    );
    const restricted = eligibleOnEvents({ plan, baseline: extended });
    expect(Array.from(restricted.baseline.table.columns.unit.values)).toEqual([0, 7, 8]);
    expect(restricted.account).toMatchObject({
      rowsIn: 5,
      rowsUsed: 3,
      rowsRejected: 2,
      reasons: [
        { code: "domestic crime in the year before", rows: 1 },
        { code: "domestic crime in the year before (not recorded)", rows: 1 },
      ],
    });
  });
});

describe("the analysis set", () => {
  const stages = tableOf(
    ["person", "stage", "date"],
    ["P1", "started", "2023-02-01"],
    ["P1", "completed", "2023-08-01"],
    ["P2", "started", "2022-09-01"],
  );
  const withSet = (analysisSet: NonNullable<StudyPlan["cohort"]["analysisSet"]>) =>
    buildCohort({ plan: planOf({ cohort: { ...cohort, analysisSet } }), tables: { ...tables, stages } });

  it("counts people in each set and arm, crossovers too, and says which is the headline", () => {
    const { analysisSets } = withSet("referred");
    expect(analysisSets.map(({ id, arm, people: n }) => [id, arm, n])).toEqual([
      ["referred", "treated", 2],
      ["referred", "comparison", 1],
      ["started", "treated", 1],
      ["started", "comparison", 1],
      ["completed", "treated", 1],
      ["completed", "comparison", 0],
    ]);
    expect(analysisSets.filter(({ why }) => why.startsWith("Headline")).map(({ id }) => id)).toEqual([
      "referred",
      "referred",
    ]);
  });

  it("restricts the treated, never the comparison, and accounts for those left out", () => {
    const { baseline, accounts } = withSet("started");
    expect(baseline.table.columns.id.values).toEqual(["P1", "P2"]);
    expect(accounts[0]!.reasons).toContainEqual({ code: "not-started", rows: 1 });
  });

  it("never is completers: that is refused and everyone in the arm is analysed", () => {
    const { baseline, refusals, analysisSets, headlineSet } = withSet("completed");
    expect(headlineSet).toBe("referred");
    expect(baseline.table.columns.id.values).toEqual(["P1", "P2", "P10"]);
    expect(refusals.map(({ id }) => id)).toEqual(["completers-as-headline"]);
    expect(analysisSets.find(({ id }) => id === "referred")!.why).toMatch(/^Headline/);
  });
});

describe("a plan that names what is not there", () => {
  const failure = (parts: object, extra = {}) => {
    try {
      buildCohort({ plan: planOf({ cohort: { ...cohort, ...parts } }), tables: { ...tables, ...extra } });
    } catch (error) {
      if (error instanceof Failure) return { kind: error.kind, message: error.message };
      throw error;
    }
    throw new Error("no failure");
  };
  const arms = cohort.arms!;

  it.each([
    [
      "an unknown table",
      { arms: { ...arms, from: "choices.decision" } },
      /cohort\.arms\.from: choices must be a table/,
    ],
    [
      "an unmapped field",
      { indexDate: "selections.day" },
      /cohort\.indexDate: day must be a mapped field of selections/,
    ],
    ["no field", { indexDate: "selections" }, /must be table\.field/],
    ["an index that is not a date", { indexDate: "selections.score" }, /must be a date, got number/],
    ["a value of both arms", { arms: { ...arms, comparison: ["selected"] } }, /stand for one arm/],
    [
      "an unknown covariate",
      { eligibility: [{ field: "height", min: 1, reason: "tall" }] },
      /height must be table\.field or a covariate/,
    ],
    ["a bound on words", { eligibility: [{ field: "area", min: 1, reason: "near" }] }, /min and max need a number/],
    ["a stage nobody reached", { analysisSet: "offered" as const }, /offered needs a stage offered/],
    ["families", { unit: "family" as const }, /only person can be followed so far/],
  ])("fails as wrong usage: %s", (_, parts, message) => {
    const { kind, message: said } = failure(parts);
    expect(kind).toBe("usage");
    expect(said).toMatch(message);
  });

  it("fails as unfit data when an arm is empty, with the count of those left out and no cell", () => {
    const { kind, message } = failure({ arms: { ...arms, comparison: ["waiting"] } });
    expect(kind).toBe("data");
    expect(message).toMatch(/nobody is left in the comparison arm \(10 people read; left out: /);
    expect(message).not.toMatch(/P\d|North/);
  });

  it("fails as wrong usage without a people table", () => {
    expect(() => buildCohort({ plan: planOf({ cohort }), tables: { selections } })).toThrow(/people table is needed/);
  });
});

function rowsOf(table: ReturnType<typeof tableOf>) {
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.values(table.columns).map((column) => {
      const value = cell(column, row);
      return column.type === "date" && value !== null ? isoDate(value as number) : value;
    }),
  );
}

describe("index dates of another table", () => {
  it("are each person's earliest", () => {
    const referrals = tableOf(
      ["person", "referral_date"],
      ["P2", "2022-04-01"],
      ["P1", "2023-04-01"],
      ["P1", "2022-04-02"],
      ["P2", null],
    );
    const { baseline, accounts } = buildCohort({
      plan: planOf({ cohort: { ...cohort, eligibility: [], indexDate: "referrals.referral_date" } }),
      tables: { ...tables, referrals },
    });
    expect(Array.from(baseline.table.columns.indexDate.values)).toEqual([day("2022-04-02"), day("2022-04-01")]);
    expect(accounts.map(({ table, rowsIn, rowsUsed }) => [table, rowsIn, rowsUsed])).toEqual([
      ["people", 10, 2],
      ["selections", 12, 2],
      ["referrals", 4, 2],
    ]);
  });
});

describe("partial dates", () => {
  it("are no index dates: follow-up starts on a day", () => {
    const people = tableOf(["person", "arm"], ["a", "t"], ["b", "c"], ["c", "t"]);
    const first = [day("2022-05-01"), day("2022-05-01"), day("2022-05-01")];
    const latest = Int32Array.of(day("2022-05-01"), day("2022-05-01"), day("2022-05-31"));
    const { baseline, accounts } = buildCohort({
      plan: planOf({
        cohort: { arms: { from: "people.arm", treated: ["t"], comparison: ["c"] }, indexDate: "people.index_date" },
      }),
      tables: { people: columnsOf({ ...people.columns, index_date: dateColumn(first, null, latest) }) },
    });
    expect(baseline.table.columns.id.values).toEqual(["a", "b"]);
    expect(accounts[0]!.reasons).toEqual([{ code: "no-index-date", rows: 1 }]);
  });

  it("are known by the index date when their last day is", () => {
    const rows = tableOf(["person", "eligible"], ["P1", true], ["P2", true], ["P7", true]);
    const first = [day("2022-12-01"), day("2022-02-01"), day("2022-03-01")];
    // P1's index date is 2022-12-31 and P2's 2022-02-28: December is over by the one, a year is not by the other.
    const latest = Int32Array.of(day("2022-12-31"), day("2022-12-31"), day("2022-03-01"));
    const referrals = columnsOf({ ...rows.columns, referral_date: dateColumn(first, null, latest) });
    const rule = { field: "referrals.eligible", in: ["true"], reason: "met criteria" };
    const { baseline } = buildCohort({
      plan: planOf({ cohort: { ...cohort, eligibility: [rule] } }),
      tables: { ...tables, referrals },
    });
    expect(baseline.table.columns.id.values).toEqual(["P1", "P7"]);
  });
});
