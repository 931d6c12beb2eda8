import { type StudyPlan, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

/** Problems after one change to the data of the sample plan, as "path: message". */
function spoilt(change: (data: StudyPlan["data"], plan: StudyPlan) => void): string[] {
  const plan = samplePlan();
  change(plan.data, plan);
  const result = validatePlan(plan);
  return "problems" in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

describe("date formats of a plan", () => {
  it("may be several in one column, as long as no text can be two days", () => {
    expect(
      spoilt((data) => {
        data.tables.events!.dateFormat = ["dd/mm/yyyy", "yyyy-mm-dd", "mon-yyyy", "yyyy"];
      }),
    ).toEqual([]);
    expect(
      spoilt((data) => {
        data.tables.events!.dateFormat = ["dd/mm/yyyy", "mm/dd/yyyy"];
      }),
    ).toEqual([
      "data.tables.events.dateFormat: expected formats in which no text can be two days, found dd/mm/yyyy and mm/dd/yyyy",
    ]);
    expect(
      spoilt((data) => {
        data.tables.events!.columns.event_date = { column: "Date", dateFormat: ["yyyy", "excel-serial", "yyyy"] };
      }),
    ).toEqual([
      "data.tables.events.columns.event_date.dateFormat: expected formats in which no text can be two days, found yyyy and excel-serial",
      "data.tables.events.columns.event_date.dateFormat: expected each format once, found yyyy again",
    ]);
  });

  it("with two digits for the year need the extract date", () => {
    const short = (data: StudyPlan["data"]) => {
      data.tables.people!.identifiers = { birth_date: { column: "DOB", dateFormat: "dd/mm/yy" } };
    };
    expect(spoilt(short)).toEqual([]);
    expect(
      spoilt((data) => {
        short(data);
        Reflect.deleteProperty(data, "asAt");
      }),
    ).toEqual([
      "data.tables.people.identifiers.birth_date.dateFormat: expected data.asAt beside dd/mm/yy, as two digits of a year are read by it, found none",
    ]);
  });

  it("of the index date are days: follow-up starts on one", () => {
    expect(
      spoilt((data) => {
        data.tables.selections!.dateFormat = ["dd/mm/yyyy", "mm/yyyy"];
      }),
    ).toEqual([
      "data.tables.selections.dateFormat: expected days for selections.decision_date, on which follow-up starts, found mm/yyyy",
    ]);
    expect(
      spoilt((data) => {
        data.tables.selections!.dateFormat = "mm/yyyy";
        data.tables.selections!.columns.decision_date = { column: "Panel", dateFormat: "dd/mm/yyyy" };
      }),
    ).toEqual([]);
  });
});

describe("what an identifying column is used for", () => {
  it("is an age under birth_year, or under age beside an index date, and a district under area or a covariate", () => {
    expect(
      spoilt((data) => {
        data.tables.people!.columns.birth_year = { column: "DOB", use: "age" };
        data.tables.people!.covariates = { home: { column: "Postcode", use: "district" } };
      }),
    ).toEqual([]);
    expect(
      spoilt((data) => {
        data.tables.people!.columns.age = { column: "DOB", use: "age" };
      }),
    ).toEqual([
      "data.tables.people.columns.age.use: expected index_date mapped beside age, which is worked out at it, found none; map birth_year instead",
    ]);
    expect(
      spoilt((data) => {
        data.tables.people!.columns.age = { column: "DOB", use: "age" };
        data.tables.people!.columns.index_date = "Start";
      }),
    ).toEqual([]);
  });

  it("is refused elsewhere", () => {
    expect(
      spoilt((data) => {
        data.tables.people!.columns.sex = { column: "Sex", use: "district" };
        data.tables.events!.columns.event_date = { column: "Date", use: "age" };
        data.tables.people!.covariates = { born: { column: "DOB", use: "age" } };
      }),
    ).toEqual([
      "data.tables.people.columns.sex.use: expected a district under area or a covariate of people, found it elsewhere",
      "data.tables.people.covariates.born.use: expected an age under birth_year or age of people, found it elsewhere",
      "data.tables.events.columns.event_date.use: expected an age under birth_year or age of people, found it elsewhere",
    ]);
  });
});
