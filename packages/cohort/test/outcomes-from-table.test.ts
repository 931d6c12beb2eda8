import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { buildCohort, outcomesFromTable } from "@likewise/cohort";
import {
  type Columns,
  categoryColumn,
  cell,
  columnsOf,
  numberColumn,
  type Outcome,
  outcomeFor,
  type StudyPlan,
  textColumn,
} from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "./study.ts";

const people = tableOf(["person", "arm"], ["1", "t"], ["2", "c"], ["10", "t"], ["3", "c"]);
const cohort: StudyPlan["cohort"] = {
  arms: { from: "people.arm", treated: ["t"], comparison: ["c"] },
  indexDate: null,
};

const outcome = (parts: Partial<Outcome>): Outcome => ({
  id: "arrest",
  label: "Arrest",
  basis: "recorded-crime",
  reporter: "police",
  definition: "arrest-52w",
  kind: "binary",
  direction: "lower",
  from: "outcomes",
  ...parts,
});

function read(declared: Outcome | readonly Outcome[], outcomes: Columns) {
  const plan = planOf({ cohort, outcomes: [declared].flat() as StudyPlan["outcomes"] });
  const { baseline } = buildCohort({ plan, tables: { people } });
  return outcomesFromTable({ plan, tables: { people, outcomes }, baseline });
}

function rowsOf(table: Columns, ...names: string[]) {
  return Array.from({ length: table.numRows }, (_, row) => names.map((name) => cell(table.columns[name]!, row)));
}

describe("outcomes worked out elsewhere", () => {
  it("are one row for each person analysed and outcome, by unit and then by place in the plan", () => {
    const table = tableOf(["person", "outcome", "value"], ["10", "arrest", 1], ["2", "arrest", 0], ["2", "days", 4]);
    const { table: rows } = read([outcome({}), outcome({ id: "days", kind: "count" })], table);
    expect(rowsOf(rows, "id", "outcome", "value", "status", "missingReason")).toEqual([
      ["1", "arrest", null, "missing", "no-row"],
      ["1", "days", null, "missing", "no-row"],
      ["2", "arrest", 0, "observed", null],
      ["2", "days", 4, "observed", null],
      ["3", "arrest", null, "missing", "no-row"],
      ["3", "days", null, "missing", "no-row"],
      ["10", "arrest", 1, "observed", null],
      ["10", "days", null, "missing", "no-row"],
    ]);
  });

  it("keep the time beside a binary value, for the analysis of both", () => {
    const table = tableOf(
      ["person", "outcome", "value", "time", "time_unit", "censored"],
      ["1", "arrest", 1, 17, "week", false],
      ["2", "arrest", 0, 52, "week", false],
      ["3", "arrest", 0, 20, "week", true],
      ["10", "arrest", 1, 9, "week", true],
    );
    expect(
      rowsOf(read(outcome({ timeUnit: "week" }), table).table, "value", "time", "status", "missingReason"),
    ).toEqual([
      [1, 17, "observed", null],
      [0, 52, "observed", null],
      [0, 20, "censored", null],
      [null, null, "missing", "event-and-censored"],
    ]);
  });

  it("are read under the id the plan names", () => {
    const table = tableOf(["person", "outcome", "value"], ["1", "rearrest", true], ["2", "rearrest", false]);
    expect(rowsOf(read(outcome({ outcome: "rearrest" }), table).table, "outcome", "value").slice(0, 2)).toEqual([
      ["arrest", 1],
      ["arrest", 0],
    ]);
  });

  it("need a time where the kind is time to an event", () => {
    const table = tableOf(["person", "outcome", "value", "time"], ["1", "arrest", 1, null], ["2", "arrest", 0, 5]);
    expect(rowsOf(read(outcome({ kind: "time-to-event" }), table).table, "time", "missingReason").slice(0, 2)).toEqual([
      [null, "time-missing"],
      [5, null],
    ]);
  });

  it("take the time of a count as its exposure, in years", () => {
    const table = tableOf(
      ["person", "outcome", "value", "time", "time_unit"],
      ["1", "arrest", 2, 26, "week"],
      ["2", "arrest", 0.5, 26, "week"],
      ["3", "arrest", -1, 26, "week"],
    );
    const rows = rowsOf(read(outcome({ kind: "count" }), table).table, "value", "exposureYears", "missingReason");
    // 26 weeks of 7 days over 365.25 days
    expect(rows[0]).toEqual([2, 182 / 365.25, null]);
    expect(rows.slice(1, 3)).toEqual([
      [null, null, "value-not-usable"],
      [null, null, "value-not-usable"],
    ]);
  });

  it("are missing where one person has several rows, whichever would suit", () => {
    const table = tableOf(["person", "outcome", "value"], ["1", "arrest", 1], ["1", "arrest", 0]);
    expect(rowsOf(read(outcome({}), table).table, "status", "missingReason")[0]).toEqual(["missing", "several-rows"]);
  });

  it("fail as unfit data where times have two units, or another than declared", () => {
    const table = tableOf(
      ["person", "outcome", "value", "time", "time_unit"],
      ["1", "arrest", 1, 3, "week"],
      ["2", "arrest", 1, 30, "day"],
    );
    expect(() => read(outcome({}), table)).toThrow(/times of arrest must have one unit, found day, week/);
    const weeks = tableOf(["person", "outcome", "value", "time", "time_unit"], ["1", "arrest", 1, 3, "week"]);
    expect(() => read(outcome({ timeUnit: "day" }), weeks)).toThrow(/found day, week/);
  });

  it("fail as wrong usage where the plan brings no outcomes table", () => {
    const plan = planOf({ cohort });
    const { baseline } = buildCohort({ plan, tables: { people } });
    expect(() => outcomesFromTable({ plan, tables: { people }, baseline })).toThrow(/the plan brings none/);
  });
});

const shared = resolve(import.meta.dirname, "../../../../shared/data");

const absent = (file: string) => (existsSync(file) ? "" : " (skipped: no ../shared/data)");

const rossi = resolve(shared, "tarp-rossi/Rossi.csv");
describe.skipIf(absent(rossi) !== "")(`the TARP trial${absent(rossi)}`, () => {
  it("has 48 of 216 rearrested with aid and 66 of 216 without (Rossi, Berk and Lenihan 1980)", () => {
    const rows = readSimpleCsv(rossi);
    const id = textColumn(rows.map((_, index) => String(index + 1)));
    const plan = planOf({
      cohort: { arms: { from: "people.fin", treated: ["yes"], comparison: ["no"] }, indexDate: null },
      outcomes: [outcome({ timeUnit: "week" })],
    });
    const tables = {
      people: columnsOf({ person: id, fin: categoryColumn(rows.map((row) => row.fin!)) }),
      outcomes: columnsOf({
        person: id,
        outcome: categoryColumn(rows.map(() => "arrest")),
        value: categoryColumn(rows.map((row) => row.arrest!)),
        time: numberColumn(rows.map((row) => Number(row.week))),
        time_unit: categoryColumn(rows.map(() => "week")),
      }),
    };
    const { baseline } = buildCohort({ plan, tables });
    const { value, units, time } = outcomeFor(outcomesFromTable({ plan, tables, baseline }), "arrest");
    const arm = new Map(
      Array.from(baseline.table.columns.unit.values, (u, row) => [u, baseline.table.columns.arm.values[row]]),
    );
    const events = (treated: number) =>
      Array.from(units.keys()).filter((i) => arm.get(units[i]!) === treated && value.values[i] === 1).length;
    expect([baseline.table.columns.arm.values.filter(Boolean).length, baseline.table.numRows]).toEqual([216, 432]);
    expect([events(1), events(0)]).toEqual([48, 66]);
    expect(Math.max(...time!.values)).toBe(52);
  });
});

const iowa = resolve(shared, "iowa-recidivism/3-Year_Recidivism_for_Offenders_Released_from_Prison_in_Iowa.csv");
describe.skipIf(absent(iowa) !== "")(`the Iowa extract${absent(iowa)}`, () => {
  it("has 8,681 of 26,018 returned and no row dropped though 7,147 equal others (data.iowa.gov)", () => {
    const rows = readSimpleCsv(iowa);
    const id = textColumn(rows.map((_, index) => String(index + 1)));
    const plan = planOf({
      cohort: { arms: { from: "people.target", treated: ["Yes"], comparison: ["No"] }, indexDate: null },
      outcomes: [outcome({ id: "returned" })],
    });
    const tables = {
      people: columnsOf({ person: id, target: categoryColumn(rows.map((row) => row["Target Population"]!)) }),
      outcomes: columnsOf({
        person: id,
        outcome: categoryColumn(rows.map(() => "returned")),
        value: categoryColumn(rows.map((row) => row["Return to Prison"]!)),
      }),
    };
    const { baseline, accounts } = buildCohort({ plan, tables });
    const { value } = outcomeFor(outcomesFromTable({ plan, tables, baseline }), "returned");
    const returned = value.values.filter((v) => v === 1).length;
    expect(accounts[0]).toMatchObject({ rowsIn: 26018, rowsUsed: 26018, rowsRejected: 0 });
    expect(returned).toBe(8681);
    expect(rows.length - new Set(rows.map((row) => JSON.stringify(row))).size).toBe(7147);
    expect(baseline.table.columns.arm.values.filter(Boolean).length).toBe(14273);
  });
});

/** The two files above quote nothing. */
function readSimpleCsv(file: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(file, "utf8")
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return lines.map((cells) => Object.fromEntries(header!.map((name, index) => [name, cells[index]!])));
}
