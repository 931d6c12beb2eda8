import { buildCohort, coverageOf, observe, outcomesFromTable } from "@likewise/cohort";
import { cell, isoDate, type StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "./study.ts";

const people = tableOf(["person", "arm"], ["A", "t"], ["B", "c"], ["C", "t"], ["D", "c"], ["E", "t"]);
const cohort: StudyPlan["cohort"] = { arms: { from: "people.arm", treated: ["t"], comparison: ["c"] } };
const data = (coverage?: { from?: string; to?: string }): StudyPlan["data"] => ({
  asAt: "2024-06-30",
  tables: { events: { files: ["events.csv"], columns: {}, ...(coverage === undefined ? {} : { coverage }) } },
});
const events = tableOf(["person", "event_date", "role"], ["A", "2023-01-01", "suspect"]);
const { anchors } = buildCohort({ plan: planOf({ cohort }), tables: { people } });

function observed(searches: ReturnType<typeof tableOf> | undefined, coverage?: { from?: string; to?: string }) {
  const tables = searches === undefined ? { people, events } : { people, events, searches };
  const observation = observe({ plan: planOf({ cohort, data: data(coverage) }), tables, anchors });
  const { unit, searched, found, from, to } = observation.columns;
  return {
    issues: observation.issues.map(({ code }) => code),
    rows: Array.from(unit.values, (_, row) => [
      cell(searched, row),
      cell(found, row),
      ...[from, to].map((column) => (cell(column, row) === null ? null : isoDate(column.values[row]!))),
    ]),
  };
}

describe("who was observed", () => {
  const searches = tableOf(
    ["person", "source", "found", "from", "to", "searched_on"],
    ["A", "police", true, "2020-01-01", "2024-12-31", null],
    ["B", "police", true, null, null, "2024-03-31"],
    ["C", "police", false, "2020-01-01", "2024-06-30", null],
    ["D", "police", true, "2021-01-01", "2024-06-30", null],
    ["D", "court", true, "2020-01-01", "2023-12-31", null],
  );

  it("is observed over what search, coverage and extract date share; who was not searched for is not observed", () => {
    expect(observed(searches, { from: "2020-06-01", to: "2024-05-31" })).toEqual({
      issues: [],
      rows: [
        [true, true, "2020-06-01", "2024-05-31"],
        [true, true, "2020-06-01", "2024-03-31"],
        [true, false, null, null],
        [true, true, "2021-01-01", "2023-12-31"],
        [false, false, null, null],
      ],
    });
  });

  it("uses the searches of the events table alone where they name it", () => {
    const named = tableOf(
      ["person", "source", "found", "from", "to"],
      ["A", "events", true, "2020-01-01", "2023-12-31"],
      ["A", "court", false, null, null],
      ["B", "court", true, "2020-01-01", "2023-12-31"],
    );
    expect(observed(named).rows.slice(0, 2)).toEqual([
      [true, true, "2020-01-01", "2023-12-31"],
      [false, false, null, null],
    ]);
  });

  it("is everyone over the declared coverage where there are no searches, and an issue says so", () => {
    const { rows, issues } = observed(undefined, { from: "2020-01-01" });
    expect(rows).toEqual(rows.map(() => [true, true, "2020-01-01", "2024-06-30"]));
    expect(issues).toEqual(["no_search_table"]);
  });

  it("is nobody where neither searches, coverage nor an extract date say so", () => {
    const plan = planOf({ cohort, data: { tables: {} } });
    const { columns, issues } = observe({ plan, tables: { people, events }, anchors });
    expect(Array.from(columns.searched.values)).toEqual([0, 0, 0, 0, 0]);
    expect(issues.map(({ code }) => code)).toEqual(["no_coverage"]);
  });

  it("reports events of people whom no search found, but not events against them", () => {
    const contradicting = tableOf(
      ["person", "event_date", "role", "line"],
      ["C", "2023-01-01", "suspect", 4],
      ["C", "2023-02-01", "suspect", 5],
      ["E", "2023-02-01", "victim", 6],
      ["A", "2023-02-01", "suspect", 7],
    );
    const { issues } = observe({
      plan: planOf({ cohort, data: data({ from: "2020-01-01" }) }),
      tables: { people, events: contradicting, searches },
      anchors,
    });
    expect(issues.map(({ code, row }) => [code, row])).toEqual([["events_without_search", 4]]);
  });
});

describe("coverage of outcomes", () => {
  it("counts people in, found, observed to the end and missing by reason, in each arm", () => {
    const plan = planOf({ cohort });
    const { baseline } = buildCohort({ plan, tables: { people } });
    const table = tableOf(
      ["person", "outcome", "value", "time", "censored"],
      ["A", "arrest", 1, 3, false],
      ["B", "arrest", 0, 52, false],
      ["C", "arrest", 0, 10, true],
      ["D", "arrest", null, null, null],
    );
    const outcomes = outcomesFromTable({ plan, tables: { people, outcomes: table }, baseline });
    expect(coverageOf(outcomes, baseline)).toEqual([
      {
        outcome: "arrest",
        arm: "treated",
        people: 3,
        searchedAndFound: 2,
        observedToEnd: 1,
        missing: [
          { code: "no-row", rows: 1 },
          { code: "window-not-over", rows: 1 },
        ],
      },
      {
        outcome: "arrest",
        arm: "comparison",
        people: 2,
        searchedAndFound: 2,
        observedToEnd: 1,
        missing: [{ code: "value-missing", rows: 1 }],
      },
    ]);
  });
});
